"""Saves a graph again and again, each time in a child that is killed or fails one call later.

``python -m tests.graph.killed_save FOLDER kill|fail|limit`` prints, for every point, how the child
ended, what is in the file afterwards ("old", "new" or what is wrong with it), whether all copies
are whole, and how many files were left behind that nobody finished.
"""

from __future__ import annotations

import logging
import sys
from dataclasses import replace
from functools import partial
from pathlib import Path

from app.graph.document import ROOT, Note, Snapshot
from app.graph.earlier import EarlierCopies
from app.graph.file import open_file, save_file
from app.graph.file_errors import FileError
from tests.faulty_child import attempt
from tests.graph.toys import KINDS, picture

OLD = picture()
NEW = Snapshot({ROOT: replace(OLD.main, notes={"n": Note("n", "changed " * 4000)})})


def save(path: Path, copies: EarlierCopies) -> None:
    """Save as the window does: what is there is kept, and what comes in its place as well."""
    copies.keep_file(path)
    copies.keep(path, save_file(path, NEW, KINDS))


def found(path: Path) -> str:
    """What is in the file."""
    try:
        snapshot = open_file(path, KINDS).snapshot
    except FileError as error:
        return str(error)
    return "old" if snapshot == OLD else "new" if snapshot == NEW else "something else"


def main(folder: Path, kind: str) -> None:
    """Go through all points, until a save comes to its end without meeting its fault."""
    logging.disable()  # copies that cannot be kept say so each time
    path = folder / "wall.loom"
    for point in range(1, 1000):
        save_file(path, OLD, KINDS)
        copies = EarlierCopies(folder / f"copies-{point}")
        how = attempt(partial(save, path, copies), FileError, kind, point)
        begun = list(folder.glob(".loom-*"))
        whole = all(found(copy.path) in ("old", "new") for copy in copies.of(path))
        print(f"{how},{found(path)},{'whole' if whole else 'torn'},{len(begun)}")  # noqa: T201
        for each in begun:
            each.unlink()
        if how == "untouched" or (kind, how, found(path)) == ("limit", "saved", "new"):
            return


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
