"""What the engine asks of the room that knows the device, passed in by the program's start."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

from app.graph.errors import Message


class Services(Protocol):
    """The device and what lies on it. Made and used on the worker thread only."""

    def weights(self, handle: Any, check: Callable[[], None]) -> Any:
        """The loaded module behind ``handle``; calls ``check`` often while it loads."""

    def environment(self) -> str:
        """Hash of everything that shapes numbers: device, dtypes, threads, library versions."""

    def device(self) -> str:
        """The device, dtype and free memory in words, for the status bar."""

    def free(self) -> None:
        """Give back all memory that can be given back."""

    def explain(self, error: BaseException) -> Message | None:
        """A sentence for an error that has a known remedy (out of memory), else None."""


class Models(Protocol):
    """The models that lie in the user's folders; needs no torch and may be asked from any thread."""

    def names(self, kind: str) -> tuple[str, ...]:
        """Names of all known models of a kind (``checkpoint``, ``controlnet``), sorted."""

    def find(self, kind: str, name: str) -> Path:
        """Where the model lies: by name, or ``name`` as a path. Raises NodeError if nowhere."""
