"""Fetches what makes a model and puts it into a model folder once it is whole."""

from __future__ import annotations

import shutil
from pathlib import Path, PurePosixPath

from app.models.downloads.fetching import PART, Progress, RemoteFile, fetch, hash_of
from app.models.downloads.offers import Offer, clean_name
from app.models.downloads.refusals import CannotWrite
from app.models.downloads.sources import Source

Placed = tuple[Path, str, str]
"""Where a model lies, where it came from, and its SHA-256; that of a folder is not known yet."""


def place(
    offer: Offer, folder: Path, token: str, progress: Progress, *, allow_plain: bool = False
) -> list[Placed]:
    """Fetch the files of an offer into a model folder; raises DownloadErrors.

    The parts of one model gather in a hidden folder, which gets its name when they are all there.
    ``progress`` counts the bytes of all files together.
    """
    home = folder / offer.folder
    gathering = home.with_name(f".{home.name}{PART}") if offer.is_whole else home
    before = 0
    placed: list[Placed] = []
    for file in offer.files:
        name = file.name if offer.is_whole else clean_name(file.name)

        def count(done: int, total: int, before: int = before) -> None:
            progress(before + done, max(offer.size, before + total))

        there = (home / name, gathering / name)
        target = next((each for each in there if _is(each, file, offer)), None)
        if target is not None:
            hash = file.hash
        else:
            target = gathering / name if offer.is_whole else _free(home / name)
            hash = fetch(file, target, token, count, allow_plain=allow_plain)
        before += target.stat().st_size
        placed.append((target, str(_source_of(offer, file)), hash))
    if not offer.is_whole:
        return placed
    _move_in(gathering, home)
    return [(home, str(offer.source), "")]


def _is(path: Path, file: RemoteFile, offer: Offer) -> bool:
    """Whether a file came before, in this download or an earlier one.

    Models of one kind are often of one size to the byte, so the size alone tells it only within the
    folder of a repository, for the small files that have no hash there.
    """
    if not file.size or not path.is_file() or path.stat().st_size != file.size:
        return False
    return hash_of(path) == file.hash if file.hash else bool(offer.folder)


def _free(target: Path) -> Path:
    """The same place, or one beside it where another file has that name."""
    names = [target, *(target.with_stem(f"{target.stem} ({n})") for n in range(2, 100))]
    return next((each for each in names if not each.exists()), target)


def _source_of(offer: Offer, file: RemoteFile) -> Source:
    source = offer.source
    if source.address or source.file:
        return source
    return Source(source.repository, source.revision, str(PurePosixPath(file.name)))


def _move_in(gathering: Path, home: Path) -> None:
    """Give the folder its name; into one that is there already go the files that came."""
    if not gathering.exists():
        return  # everything was there before
    try:
        if not home.exists():
            gathering.replace(home)
            return
        for path in sorted(gathering.rglob("*")):
            if path.is_file():
                target = home / path.relative_to(gathering)
                target.parent.mkdir(parents=True, exist_ok=True)
                path.replace(target)
        shutil.rmtree(gathering)
    except OSError as error:
        problem = error.strerror or type(error).__name__
        raise CannotWrite(name=home.name, folder=str(home.parent), problem=problem) from error
