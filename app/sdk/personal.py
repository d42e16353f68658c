"""What names the user and the machine in texts, and the same texts without that."""

from __future__ import annotations

import contextlib
import json
import os
import platform
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

_STRING = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"')
"""A text as JSON writes it."""

_WHOLE_PATH = re.compile(r"(?:[/\\~]|[A-Za-z]:[/\\]|file:)[^\n\r]*")
_PATH_WITHIN = re.compile(
    r"(?<![\w/\\~.:])(?:file:/*|[A-Za-z]:)?(?:~?[/\\]+|~)[^/\\\s\"'<>|]+(?:[/\\]+[^/\\\s\"'<>|]+)*"
)
_SEPARATORS = re.compile(r"[/\\]+")


@dataclass(frozen=True)
class Person:
    """The one who sits here: ``homes`` are the paths of the home folder, ``names`` those of the
    user and of the machine."""

    homes: tuple[str, ...]
    names: frozenset[str]

    @cached_property
    def _home(self) -> re.Pattern[str] | None:
        """Finds a home folder at the beginning of a path, however its separators are written."""
        ordered = sorted(self.homes, key=len, reverse=True)
        parts = [r"[/\\]+".join(map(re.escape, _SEPARATORS.split(each))) for each in ordered]
        flags = re.IGNORECASE if os.name == "nt" else 0
        return re.compile(rf"(?<![\w.~-])(?:{'|'.join(parts)})(?![\w.-])", flags) if parts else None

    @cached_property
    def named(self) -> re.Pattern[str] | None:
        """Finds a name as a word of its own."""
        words = "|".join(map(re.escape, sorted(self.names, key=len, reverse=True)))
        return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE) if words else None

    def without_home(self, text: str) -> str:
        """The text with ``~`` for the home folder, which every program of the user understands."""
        return self._home.sub("~", text) if self._home else text

    def portable(self, text: str) -> str:
        """The text with ``~`` for the home folder, and without other paths that name somebody.

        Of those only the name of the file is left.
        """
        text = self.without_home(text)
        if self.named is None or not self.named.search(text):
            return text
        if _WHOLE_PATH.fullmatch(text.strip()):
            return self._anonymous(text)
        return _PATH_WITHIN.sub(lambda found: self._anonymous(found[0]), text)

    def portable_json(self, text: str) -> str:
        """A text of JSON in which every string is ``portable``; its layout stays as it is."""

        def replaced(found: re.Match[str]) -> str:
            """One string, written anew only where it says something else."""
            try:
                said = json.loads(found[0])
            except ValueError:  # no JSON after all
                return found[0]
            kept = self.portable(said)
            return found[0] if kept == said else json.dumps(kept, ensure_ascii=False)

        return _STRING.sub(replaced, text)

    def _anonymous(self, path: str) -> str:
        """A path as it is, or its last part where somebody is named on the way to it."""
        parts = [part for part in _SEPARATORS.split(path.strip()) if part]
        folded = {part.lstrip("~").casefold() for part in parts}
        return parts[-1] if folded & self._folded else path

    @cached_property
    def _folded(self) -> frozenset[str]:
        return frozenset(name.casefold() for name in self.names)


@cache
def this_person() -> Person:
    """Who uses this computer, as far as the system says."""
    homes = {os.environ.get(name, "") for name in ("HOME", "USERPROFILE")}
    with contextlib.suppress(RuntimeError):  # a user without a home
        homes.add(str(Path.home()))
    homes |= {os.path.realpath(home) for home in homes if _is_a_home(home)}
    known = tuple(sorted(home.rstrip("/\\") for home in homes if _is_a_home(home)))
    return Person(known, frozenset(name for name in _names(known) if len(name) > 1))


def _is_a_home(path: str) -> bool:
    """Whether this is a folder of somebody's own, and not the root of a disk."""
    return Path(path).is_absolute() and len(Path(path).parts) > 1


def _names(homes: Iterable[str]) -> set[str]:
    names = {os.environ.get(name, "") for name in ("USER", "LOGNAME", "USERNAME", "COMPUTERNAME")}
    names |= {Path(home).name for home in homes}
    machine = platform.node()
    names |= {machine, machine.partition(".")[0]}
    with contextlib.suppress(ImportError, KeyError, OSError):  # no such table on this system
        import pwd

        names.add(pwd.getpwuid(os.getuid()).pw_name)
    return names - {"localhost"}
