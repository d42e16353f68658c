"""Finds the models that lie in the user's folders, by looking at names and small files only."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from app.graph.phrases import Phrase
from app.sdk.errors import NodeError

DEEPEST = 4
"""How many folders below a model folder are looked through."""

_LARGEST_CONFIG = 2**20
_LONGEST_NAME = 200
_SHOWN = 12
_WORDS = {"checkpoint": Phrase("model"), "controlnet": Phrase("ControlNet")}
"""What messages call the kinds of models."""


class NoSuchModel(NodeError):
    """A graph names a model that is not there."""

    english = "There is no {kind} {name}: {remedy}."


class Shelf:
    """The models below ``folders``, by name: the path from its folder, with ``/``.

    Where two folders have a model of the same name, the earlier folder wins. May be asked from any
    thread; the first question looks through the folders.
    """

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = tuple(folders)
        self._found: Mapping[tuple[str, str], Path] | None = None

    def look_in(self, folders: Sequence[Path]) -> None:
        """Look through other folders from now on."""
        if tuple(folders) != self._folders:
            self._folders = tuple(folders)
            self._found = None

    def names(self, kind: str) -> tuple[str, ...]:
        """Names of all models of ``kind`` (``checkpoint``, ``controlnet``), sorted."""
        return tuple(sorted(name for found, name in self._models() if found == kind))

    def find(self, kind: str, name: str) -> Path:
        """Where a model lies; ``name`` may also be a path. Raises NoSuchModel.

        A path is handed back as it is when something lies there: what it holds is for others to
        judge.
        """
        known = self._models().get((kind, name))
        if known is not None and known.is_dir():
            return known
        path = _existing(name)
        if path is not None:
            return path
        self.refresh()  # the model may have come, or moved, since the last look
        found = self._models().get((kind, name))
        if found is None:
            shown = name[:_LONGEST_NAME].strip()
            named = Phrase("called {name}", name=shown) if shown else Phrase("without a name")
            named = Phrase("at {path}", path=shown) if Path(shown).is_absolute() else named
            words = _WORDS.get(kind, kind)
            raise NoSuchModel(kind=words, name=named, remedy=self._remedy(kind))
        return found

    def refresh(self) -> None:
        """Look through the folders again."""
        found: dict[tuple[str, str], Path] = {}
        for folder in self._folders:
            for path, kind in _models_below(folder):
                name = path.relative_to(folder).as_posix()
                found.setdefault((kind, folder.name if name == "." else name), path)
        self._found = found

    def _models(self) -> Mapping[tuple[str, str], Path]:
        if self._found is None:
            self.refresh()
        return self._found or {}

    def _remedy(self, kind: str) -> Phrase:
        names = self.names(kind)
        if names:
            some, left = ", ".join(names[:_SHOWN]), len(names) - _SHOWN
            if left <= 0:
                return Phrase("choose {names}, or give the path of its folder", names=some)
            return Phrase(
                "choose {names} and {count} more, or give the path of its folder",
                names=some,
                count=left,
            )
        places = " / ".join(str(folder) for folder in self._folders) or Phrase("a model folder")
        return Phrase("put its folder into {places}, or give its path", places=places)


def _existing(name: str) -> Path | None:
    """The path that ``name`` stands for, if something lies there."""
    try:
        path = Path(name).expanduser()
        return path.resolve() if name.strip() and path.exists() else None
    except (OSError, RuntimeError, ValueError):  # too long, no such home folder, a null character
        return None


def _models_below(folder: Path) -> Iterator[tuple[Path, str]]:
    """Model folders and their kinds; not looked into further, and no link is followed in a ring."""
    seen: set[str] = set()
    for place, inner, files in os.walk(folder, followlinks=True):
        real = os.path.realpath(place)
        path = Path(place)
        kind = None if real in seen else _kind(path, files)
        depth = len(path.relative_to(folder).parts)
        if real in seen or kind or depth >= DEEPEST:
            inner.clear()
        seen.add(real)
        inner[:] = sorted(name for name in inner if not name.startswith("."))
        if kind:
            yield path, kind


def _kind(path: Path, files: Sequence[str]) -> str | None:
    """What kind of model a folder with these files is, if any."""
    if "model_index.json" in files:
        return "checkpoint"
    if "config.json" not in files:
        return None
    file = path / "config.json"
    try:
        config = json.loads(file.read_text("utf-8")) if _is_small(file) else None
    except (OSError, ValueError, RecursionError):
        return None
    named = config.get("_class_name") if isinstance(config, dict) else None
    return "controlnet" if named == "ControlNetModel" else None


def _is_small(file: Path) -> bool:
    return file.stat().st_size <= _LARGEST_CONFIG
