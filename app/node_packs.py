"""Node packs of others: a file, a folder or a zip file with node files, taken in without running.

A pack is code. It is copied as it is, and each of its files waits until its content is allowed.
"""

from __future__ import annotations

import re
import shutil
import stat
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from app.graph.errors import LoomError
from app.sdk.node_listing import LARGEST, NodeFile, list_file, list_source

if TYPE_CHECKING:
    import zipfile

_MOST_FILES = 200
_ODD = re.compile(r"[^\w -]+")


class PackError(LoomError):
    """Base of everything that is in the way of a node pack."""


class NoPack(PackError):
    """There are no node files in what was chosen."""

    english = "{name} holds no node files: choose a .py file, or a folder or .zip file with some."


class OddPack(PackError):
    """A pack is larger than any that somebody would read, or cannot be read."""

    english = "{name} was not taken in ({problem}): get the pack again, or from another place."


class PackThere(PackError):
    """A pack of this name is installed."""

    english = "There is a node pack {name} already: take it out of {folder} first."


class CannotInstall(PackError):
    """The folder of nodes does not take it."""

    english = "{name} was not taken in ({problem}): check who may write to {folder}."


@dataclass(frozen=True)
class Pack:
    """Node files with their text, as they were when they were looked at."""

    name: str
    files: tuple[tuple[NodeFile, bytes], ...]


def open_pack(path: Path) -> Pack:
    """The node files in ``path``; raises PackErrors. Nothing of it is run or written."""
    try:
        sources = list(_sources(path))
    except Exception as error:  # each way of packing raises errors of its own for damaged bytes
        raise OddPack(name=path.name, problem="it cannot be read") from error
    if not sources:
        raise NoPack(name=path.name)
    if len(sources) > _MOST_FILES or any(len(source) > LARGEST for _, source in sources):
        raise OddPack(name=path.name, problem="it is too large to be a pack of nodes")
    if len({file.casefold() for file, _ in sources}) < len(sources):  # one would hide the other
        raise OddPack(name=path.name, problem="several of its files have one name")
    name = _ODD.sub("_", path.stem).strip(" _") or "pack"
    return Pack(name[:80], tuple((list_source(file, source), source) for file, source in sources))


def _sources(path: Path) -> Iterator[tuple[str, bytes]]:
    """Names and texts of the node files: those right in the folder, or in its one folder."""
    if path.is_dir():
        files = [each for each in sorted(path.iterdir()) if _is_node_file(each.name)]
        for each in files[: _MOST_FILES + 1]:
            if stat.S_ISREG(each.lstat().st_mode):  # a link may lead anywhere
                with each.open("rb") as file:
                    yield each.name, file.read(LARGEST + 1)
    elif path.suffix.lower() == ".zip":
        from zipfile import ZipFile  # the window is there the sooner

        with ZipFile(path) as archive:
            for entry in _entries(archive)[: _MOST_FILES + 1]:
                with archive.open(entry) as member:
                    yield PurePosixPath(entry.filename).name, member.read(LARGEST + 1)
    elif _is_node_file(path.name):
        with path.open("rb") as file:
            yield path.name, file.read(LARGEST + 1)


def _entries(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    """The node files at the top, or in the one folder that the archive has."""
    found = [each for each in archive.infolist() if _is_node_file(each.filename)]
    depths = [len(PurePosixPath(each.filename).parts) for each in found]
    return [each for each, depth in zip(found, depths, strict=True) if depth == min(depths) <= 2]


def _is_node_file(name: str) -> bool:
    """Whether this names a node file, and reads as what it names: a colon leads to another drive
    under Windows, and unprintable signs can turn the others round."""
    last = PurePosixPath(name).name
    plain = last.isprintable() and not {"\\", ":"} & {*last}
    return plain and last.endswith(".py") and not last.startswith(("_", "."))


def install(pack: Pack, folder: Path) -> Path:
    """Copy a pack into a folder of its own below ``folder``; raises PackErrors.

    It comes whole or not at all, and none of its files is allowed by that.
    """
    home = folder / pack.name
    if home.exists():
        raise PackThere(name=pack.name, folder=folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        gathering = Path(tempfile.mkdtemp(dir=folder, prefix="."))
        try:
            for file, source in pack.files:
                (gathering / file.name).write_bytes(source)
            gathering.rename(home)
        finally:
            shutil.rmtree(gathering, ignore_errors=True)
    except OSError as error:
        problem = error.strerror or type(error).__name__
        raise CannotInstall(name=pack.name, folder=folder, problem=problem) from error
    return home


def node_folders(folder: Path) -> list[Path]:
    """The user's folder of nodes and the packs below it."""
    try:
        below = [each for each in sorted(folder.iterdir()) if each.is_dir()]
    except OSError:
        below = []
    return [folder, *(each for each in below if not each.name.startswith((".", "_")))]


def installed(folder: Path) -> Iterator[tuple[Path, NodeFile]]:
    """Every node file there is, with what it brings; one that cannot be read is left out."""
    for home in node_folders(folder):
        for path in sorted(home.glob("*.py")):
            if _is_node_file(path.name) and path.is_file():
                try:
                    yield path, list_file(path)
                except OSError:  # gone by now, or not for this user's eyes
                    continue
