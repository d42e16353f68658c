"""The .txt files that wildcards draw their lines from. Needs no torch."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from app.diffusion.plain.wildcards import names_in
from app.sdk.errors import NodeError

_MOST_FILES = 200
_LARGEST = 4 * 2**20


class NoWildcardFolder(NodeError):
    """The folder is not there."""

    english = "There is no folder {folder}: choose the folder where your wildcards lie."


class NoFolderChosen(NodeError):
    """A text names wildcards, but there is no folder to look in."""

    english = "The text names {name}, but no folder is chosen: choose where {name}.txt lies."


class BadWildcardFile(NodeError):
    """A file of lines cannot be used."""

    english = "{path} cannot be read ({problem}): save it as plain text in UTF-8, below 4 MB."


def used_files(text: str, folder: Path) -> dict[str, Path]:
    """The files that a text needs by the names of their wildcards, also those named in files.

    They need not be there. Files that cannot be read lead no further.
    """
    found: dict[str, Path] = {}
    waiting = sorted(names_in(text))
    while waiting and len(found) < _MOST_FILES:
        name = waiting.pop(0)
        if name in found or ".." in name or name.startswith(("/", ".")):
            continue
        found[name] = folder / f"{name}.txt"
        waiting += sorted(names_in("\n".join(_lines_or_none(found[name]))))
    return found


def read_lines(text: str, folder: Path | None) -> dict[str, list[str]]:
    """The lines of every wildcard that a text may draw from; raises NodeError.

    Empty lines and those that begin with # do not count. Wildcards without a file are left out.
    """
    named = sorted(names_in(text))
    if not named:
        return {}
    if folder is None:
        raise NoFolderChosen(name=named[0])
    if not folder.is_dir():
        raise NoWildcardFolder(folder=folder)
    files = used_files(text, folder)
    return {name: list(_lines(path)) for name, path in files.items() if path.is_file()}


def _lines_or_none(path: Path) -> list[str]:
    try:
        return list(_lines(path))
    except (NodeError, OSError, ValueError):
        return []


def _lines(path: Path) -> Iterator[str]:
    try:
        if path.stat().st_size > _LARGEST:
            raise BadWildcardFile(path=path, problem="it is too large")
        text = path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadWildcardFile(path=path, problem=error.reason) from error
    except OSError as error:
        raise BadWildcardFile(path=path, problem=error.strerror or str(error)) from error
    for line in map(str.strip, text.splitlines()):
        if line and not line.startswith("#"):
            yield line
