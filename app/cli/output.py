"""Where a run saves what it makes, looked at before it begins rather than when it is done."""

from __future__ import annotations

import os
from pathlib import Path

from app.cli.program import CommandError
from app.engine.plan import Plan
from app.graph.kinds import Kinds


class BadOutputFolder(CommandError):
    """Nothing can be saved where the user wants it."""

    english = "Nothing can be saved in {folder} ({problem}): choose another folder with --out."


def output_folder(path: Path, plan: Plan, kinds: Kinds) -> Path:
    """The folder as an absolute path; it need not exist, nor does a link in it have to lead on.

    Raises BadOutputFolder where it is known that the nodes of ``plan`` can save nothing in it.
    """
    try:
        folder = path.absolute()
        if any(_acts(kinds, node.type) for node in plan.nodes.values()):
            _check(folder)
    except OSError as error:
        problem = (error.strerror or str(error)).lower()
        raise BadOutputFolder(folder=path, problem=problem) from error
    except ValueError as error:  # a null character, or half of a surrogate pair
        raise BadOutputFolder(folder=repr(str(path)), problem=str(error)) from error
    return folder


def _acts(kinds: Kinds, type: str) -> bool:
    spec = kinds.spec(type)
    return spec is not None and spec.acts


def _exists(place: Path) -> bool:
    """Whether something is there; raises OSError where nothing can ever be, and at dead links."""
    try:
        place.lstat()
    except FileNotFoundError:
        return False
    place.stat()
    return True


def _check(folder: Path) -> None:
    """Raise OSError where the folder cannot be written to, or cannot be made."""
    there = next((place for place in (folder, *folder.parents) if _exists(place)), folder)
    if not there.is_dir():
        raise NotADirectoryError("it is not a folder")
    if not os.access(there, os.W_OK | os.X_OK):
        raise PermissionError("it is write-protected")
