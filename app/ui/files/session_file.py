"""What was open when the program ended, however it ended: one file, written again and again."""

from __future__ import annotations

import json
import time
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from app.graph.fields import LARGEST_COORDINATE
from app.graph.file import write_atomically

FILE_NAME = "session.json"
FORMAT = 1
_OPENING = "session.opening"
MOST_ATTEMPTS = 2
"""How often a session may fail to open before the program starts without it."""


class DamagedSession(Exception):
    """The session cannot be opened; ``kept`` is where it was put aside."""

    def __init__(self, kept: Path) -> None:
        super().__init__(str(kept))
        self.kept = kept


@dataclass(frozen=True)
class KeptTab:
    """One graph. ``journal`` is the number of its journal, 0 where it has none. What the journal
    holds goes before ``path``, ``name``, ``is_modified`` and ``stamp``: the file of the graph and
    the time and size of that when it was read or written last. ``view`` is the middle of what was
    seen and the zoom, empty where that was the whole graph. ``text`` is the graph itself in
    sessions that were written before there were journals."""

    path: str = ""
    name: str = ""
    text: str = ""
    is_modified: bool = False
    stamp: tuple[int, ...] = ()
    view: tuple[float, ...] = ()
    journal: int = 0


@dataclass(frozen=True)
class Session:
    """All graphs from left to right, and which of them was in front.

    Journals have numbers below ``next``: one from there on is of a graph that was opened later.
    """

    tabs: tuple[KeptTab, ...] = ()
    current: int = 0
    next: int = 1


def stamp_of(path: Path) -> tuple[int, ...]:
    """Time and size of a file: others as soon as it was written anew; empty where it is gone."""
    try:
        status = path.stat()
    except (OSError, ValueError):  # ValueError: a path that no system can have
        return ()
    return (status.st_mtime_ns, status.st_size)


def write_session(folder: Path, session: Session) -> None:
    """Write the session in one piece; raises OSError, and then the file before is whole."""
    folder.mkdir(parents=True, exist_ok=True)
    # Names of files may hold bytes that are no text: only escaped do they come through.
    text = json.dumps({"format": FORMAT, **asdict(session)})
    write_atomically(folder / FILE_NAME, text.encode())


def read_session(folder: Path) -> Session | None:
    """The session of the last start, None where there was none.

    Raises DamagedSession once the file was put aside, and OSError where it can be neither read nor
    put aside.
    """
    path = folder / FILE_NAME
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        return _from_plain(data)
    except FileNotFoundError:
        return None
    except (OSError, ValueError, TypeError, KeyError, ArithmeticError, RecursionError) as error:
        raise DamagedSession(_put_aside(folder)) from error


def with_later(session: Session | None, numbers: Iterable[int]) -> Session:
    """The session with the graphs that were opened after it was written, of which only journals
    of these ``numbers`` tell. Without any session that is each of them; those that were closed
    are told apart by their numbers."""
    session = session or Session(next=0)
    listed = {kept.journal for kept in session.tabs}
    later = [KeptTab(journal=n) for n in numbers if n >= session.next and n not in listed]
    return replace(session, tabs=(*session.tabs, *later))


def begin_opening(folder: Path) -> None:
    """Note that the session is being opened; raises DamagedSession if that never came to an end."""
    note = folder / _OPENING
    attempts = len(note.read_bytes()) if note.exists() else 0
    if attempts >= MOST_ATTEMPTS:
        note.unlink()
        raise DamagedSession(_put_aside(folder))
    with suppress(OSError), note.open("ab") as file:  # a folder that is only read opens as well
        file.write(b".")


def end_opening(folder: Path) -> None:
    """Note that the session is open."""
    with suppress(OSError):  # nothing can be written there, so nothing was noted either
        (folder / _OPENING).unlink(missing_ok=True)


def _put_aside(folder: Path) -> Path:
    """Keep a session that cannot be opened under another name."""
    kept = free_path(folder, f"session-damaged-{time.strftime('%Y-%m-%d-%H-%M-%S')}", ".json")
    with suppress(FileNotFoundError):  # only journals may be left of it
        (folder / FILE_NAME).replace(kept)
    return kept


def free_path(folder: Path, stem: str, suffix: str) -> Path:
    """A file that is not there yet, with a number where the name is taken."""
    path = folder / f"{stem}{suffix}"
    number = 2
    while path.exists():
        path = folder / f"{stem}-{number}{suffix}"
        number += 1
    return path


def _from_plain(data: Any) -> Session:
    """The session that JSON stands for; raises ValueError, TypeError, KeyError, OverflowError."""
    tabs = tuple(_tab(each) for each in data["tabs"])
    current = data["current"]
    if not isinstance(current, int):
        raise TypeError("not a place")
    return Session(tabs, max(0, min(current, len(tabs) - 1)), int(data.get("next", 1)))


def _tab(data: Any) -> KeptTab:
    path, name, text = data["path"], data["name"], data["text"]
    if not all(isinstance(each, str) for each in (path, name, text)):
        raise TypeError("not a text")
    stamp = tuple(int(number) for number in data["stamp"])
    view, journal = _view(data["view"]), int(data.get("journal", 0))
    return KeptTab(path, name, text, bool(data["is_modified"]), stamp, view, journal)


def _view(numbers: Sequence[Any]) -> tuple[float, ...]:
    """Three numbers or none."""
    view = tuple(float(number) for number in numbers)
    usable = len(view) == 3 and all(abs(number) <= LARGEST_COORDINATE for number in view)
    return view if usable and view[2] > 0 else ()
