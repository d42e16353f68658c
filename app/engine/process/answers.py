"""What the worker process may ask of the window's side."""

from __future__ import annotations

import errno
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from app.engine.files import FileContents
from app.engine.services import Models

Wrong = tuple[int, str, str]
"""An error of the system: its number, its words, and the file."""


def answers(models: Models, hashes: FileContents) -> Mapping[str, Callable[..., Any]]:
    """What answers each question, by its name; may be called on several threads at once."""

    def content(path: Path) -> str | Wrong:
        """The hash of what a file or folder holds, or what is wrong with it."""
        try:
            return hashes.content(path, _go_on)
        except OSError as error:
            words = error.strerror or str(error)
            return error.errno or errno.EIO, words, str(error.filename or path)

    return {
        "names": models.names,
        "model": models.model,
        "look_again": models.look_again,
        "find": models.find,
        "content": content,
    }


def _go_on() -> None:
    """A hash that was begun is finished, even if its run is stopped: it will be asked for again."""
