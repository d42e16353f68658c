"""What the program's start hands to the commands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from app.engine.memories import Memories
from app.engine.services import Models, Services
from app.graph.errors import LoomError
from app.sdk.registry import Registry
from app.sdk.saving import USUAL, Saving


@dataclass(frozen=True)
class Program:
    """The parts that a command works with.

    ``services`` is called once, when a run begins; ``allow`` lets a file of the user's node folder
    run from now on; ``memory_budget`` is what results may take, in bytes; ``memories`` outlive the
    program. ``diagnose`` tells what a report of a fault needs, with the device in words, and
    ``saving`` is what saved pictures are to carry.
    """

    kinds: Registry
    models: Models
    services: Callable[[], Services]
    allow: Callable[[Path], None]
    memory_budget: int
    memories: Memories = field(default_factory=Memories)
    diagnose: Callable[[str], str] = field(default=str)
    saving: Saving = USUAL


class CommandError(LoomError):
    """Base of everything that is wrong with what was asked for on the command line."""
