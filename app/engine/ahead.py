"""Brings the model files of the next run near, so that loading them later finds them in memory."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from app.engine.context import Surroundings
from app.engine.files import FOLDER_SUFFIXES
from app.graph.errors import LoomError

_CHUNK = 4 * 2**20


def read_models(
    named: Iterable[tuple[str, str]],
    around: Surroundings,
    seen: set[str],
    check: Callable[[], None],
) -> None:
    """Hash the models that are ``named`` by kind and name, and read their bytes.

    What the files hold lands where the system keeps files that were just read, and only while that
    pushes nothing else out of memory. Content that is ``seen`` is not read again. ``check`` is
    called for every few megabytes and may raise to give up.
    """
    for kind, name in sorted(named):
        check()
        try:
            path = around.models.find(kind, name)
            content = around.files.content(path, around.check)
            if content not in seen:
                _read(path, check)
                seen.add(content)
        except (LoomError, OSError):  # the node that needs the model will say what it misses
            continue


def _read(path: Path, check: Callable[[], None]) -> None:
    """Read all files of a model while half of the free memory would hold them."""
    import psutil  # type: ignore[import-untyped]  # costs the start of the program time

    room = psutil.virtual_memory().available // 2
    for file in _files(path):
        room -= file.stat().st_size
        if room < 0:
            return
        with file.open("rb", buffering=0) as opened:
            while opened.read(_CHUNK):
                check()


def _files(path: Path) -> Iterator[Path]:
    if path.is_file():
        yield path
    for folder, _, names in os.walk(path):
        yield from (Path(folder, n) for n in names if Path(n).suffix.lower() in FOLDER_SUFFIXES)
