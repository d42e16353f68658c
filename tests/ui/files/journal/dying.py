"""Writes a session and dies in the middle: python -m tests.ui.files.journal.dying FOLDER [POINTS]

For one line of the writing code after the other, a child process works up to that line and is
killed there. Each leaves a folder with what it wrote, and the number of writings that had ended.
"""

from __future__ import annotations

import os
import signal
import sys
from itertools import count
from pathlib import Path
from types import FrameType
from typing import Any

from app.graph import edits
from app.graph.editor import Document
from app.graph.undo import UndoHistory
from app.ui.files.journal.queue_journal import KeptRun
from app.ui.files.journal.shelf import JournalShelf
from app.ui.files.session_file import KeptTab
from app.ui.files.session_writing import OpenNow, SessionWriter
from tests.graph.toys import KINDS, picture

DONE = "done"
WATCHED = ("journal", "session_writing.py", "session_file.py", str(Path("graph", "file.py")))


def moments() -> list[OpenNow]:
    """What is open at one moment after the other, as a user might have it."""
    first, second = Document(picture()), Document(picture())
    runs = [KeptRun(number, 1, "{}", about=str(number)) for number in range(4)]

    def now(*numbers: int, runs: list[KeptRun] = runs, view: float = 1.0) -> OpenNow:
        """The graphs of these numbers."""
        histories = {1: first.history, 2: second.history, 3: first.history}
        tabs = tuple(
            (KeptTab(name=f"graph {n}", view=(0.0, 0.0, view), journal=n), known(histories[n]))
            for n in numbers
        )
        return OpenNow(tabs, 0, max(numbers) + 1, tuple(runs))

    found = [now(1, runs=runs[:1])]
    for number in range(30, 33):
        set_steps(first, number)
    found.append(now(1, 2, runs=runs[:3]))
    first.undo()
    set_steps(second, 40)
    found.append(now(2, 1, runs=[runs[2], *runs[:2]]))
    set_steps(first, 41)
    found.append(now(2, 1, runs=runs[1:], view=2.0))
    second.mark_saved()
    found.append(now(2, 3, runs=[]))
    return found


def known(history: UndoHistory | None) -> UndoHistory:
    """A history that there is."""
    assert history is not None
    return history


def set_steps(document: Document, number: int) -> None:
    """An edit with an undo step of its own."""
    document.end_merging()
    document.apply(edits.set_parameter(document.snapshot, KINDS, "sampler", "steps", number))


def die_at(point: int, folder: Path) -> None:
    """Write all moments, and be killed at a line of the code that writes."""
    lines = count()

    def watch(frame: FrameType, event: str, argument: Any) -> Any:
        """Called at every line."""
        if not any(part in frame.f_code.co_filename for part in WATCHED):
            return None
        if event == "line" and next(lines) == point:
            os.kill(os.getpid(), signal.SIGKILL)
        return watch

    writer = SessionWriter(folder, JournalShelf(folder / "journals"))
    for number, moment in enumerate(moments()):
        sys.settrace(watch)
        writer.write(moment)
        sys.settrace(None)
        (folder / DONE).write_text(str(number))


def main(folder: Path, points: int) -> None:
    """Let children die at lines that lie evenly over all of them, so many as are wanted."""
    for point in range(0, 10**6, 1 if points == 0 else points):
        place = folder / f"{point:05}"
        place.mkdir(parents=True)
        child = os.fork()
        if child == 0:
            die_at(point, place)
            os._exit(0)
        _, status = os.waitpid(child, 0)
        if not os.WIFSIGNALED(status):
            return


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0)
