"""The picture files of a folder, in the order in which people count. Needs no torch."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from app.sdk.errors import NodeError

SUFFIXES = frozenset(
    {".png", ".jpg", ".jpeg", ".webp", ".tif", ".tiff", ".gif", ".bmp", ".avif", ".tga", ".ppm"}
)
MOST = 1000
"""Pictures that are opened at once."""

_MOST_FILES = 100_000


class NoPictureFolder(NodeError):
    """No folder is chosen."""

    english = "No folder is chosen: choose the one that holds the pictures."


class MissingFolder(NodeError):
    """There is no folder at the path."""

    english = "There is no folder {folder}: choose another one, or put it back."


class NoMatch(NodeError):
    """A folder holds no picture of the name that is looked for."""

    english = "No picture in {folder} is called {pattern}: change the pattern, or choose * for all."


class NoneLeft(NodeError):
    """The pictures of a folder end before the first one that is wanted."""

    english = "The folder has {count} such pictures, so there is none at {first}: begin earlier."


class TooManyPictures(NodeError):
    """A folder holds more pictures than can be opened at once."""

    english = (
        "{folder} has {count} such pictures, and at most {most} are opened at once: "
        "set a count, or narrow the pattern."
    )


@dataclass(frozen=True)
class Choice:
    """Which pictures of a folder are meant: ``count`` of them from ``first`` on, 0 for all.

    ``pattern`` is one name or several with ; between, where * stands for anything.
    """

    folder: Path
    pattern: str = "*"
    first: int = 0
    count: int = 0
    deep: bool = False

    def found(self) -> list[Path]:
        """The files that are there now, none where the folder is not; never raises."""
        end = self.first + self.count if self.count else None
        try:
            return self._matching()[self.first : end]
        except (OSError, ValueError):
            return []

    def required(self) -> list[Path]:
        """The same; raises NodeError where there is none, or too many."""
        if not self.folder.is_dir():
            raise MissingFolder(folder=self.folder)
        files = self.found()
        if len(files) > MOST:
            raise TooManyPictures(folder=self.folder, count=len(files), most=MOST)
        if not files:
            count = len(self._matching())
            if count:
                raise NoneLeft(count=count, first=self.first)
            raise NoMatch(folder=self.folder, pattern=self.pattern)
        return files

    def _matching(self) -> list[Path]:
        patterns = [part.strip().lower() for part in self.pattern.split(";") if part.strip()]
        names = [path for path in self._files() if _matches(path.name.lower(), patterns or ["*"])]
        return sorted(
            names,
            key=lambda path: natural(path.relative_to(self.folder).with_suffix("").as_posix()),
        )

    def _files(self) -> Iterator[Path]:
        seen = 0
        for root, folders, names in os.walk(self.folder):
            if not self.deep:
                folders.clear()
            for name in names:
                seen += 1
                if seen > _MOST_FILES:
                    return
                if Path(name).suffix.lower() in SUFFIXES and not name.startswith("."):
                    yield Path(root, name)


def natural(text: str) -> list[tuple[int, int, str]]:
    """A key that puts ``picture 2`` before ``picture 10``."""
    parts = re.split(r"(\d+)", text.casefold())
    return [(0, int(part), "") if part.isdecimal() else (1, 0, part) for part in parts if part]


def _matches(name: str, patterns: list[str]) -> bool:
    return any(fnmatchcase(name, pattern) for pattern in patterns)
