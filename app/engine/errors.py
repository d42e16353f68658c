"""What the engine has to say to the user."""

from __future__ import annotations

from app.graph.errors import LoomError


class EngineError(LoomError):
    """Base of everything that can be wrong with a plan or with carrying it out."""


class MissingInput(EngineError):
    """A required input is not connected."""

    english = "{node} needs a wire into {input}: connect one."


class AmbiguousTitle(EngineError):
    """A node was named by a title that several nodes carry."""

    english = "{count} nodes are called {title}: name the node by its id, one of {ids}."


class NodeBroke(EngineError):
    """A node raised an error that nobody foresaw."""

    english = (
        "{node} met an error that nobody foresaw ({kind}: {text}): try other settings, "
        "and report it where you got the node."
    )


class OutOfMemory(EngineError):
    """There was no memory left for what a node wanted to make."""

    english = (
        "{node} ran out of memory: make the picture or the batch smaller, or close other programs."
    )


class CannotReach(EngineError):
    """A file or folder could not be read or written."""

    english = "{node} cannot use {path} ({reason}): check that it exists and may be used."


class DriveFailed(EngineError):
    """The system could not read or write, and does not say which file."""

    english = "{node} could not read or write a file ({reason}): check the drive and try again."


class WrongReturn(EngineError):
    """A node returned something else than its declaration says."""

    english = "{node} should return {expected}, but returned {found}: its node file has a fault."


class NeedsDevice(EngineError):
    """A node that says it needs no device asked for a module, or for steps."""

    english = "{node} says that it needs no device, but asks for it: its node file has a fault."


class WrongProgress(EngineError):
    """A node reported progress that nobody can show."""

    english = (
        "ctx.progress takes two whole numbers and a Picture or nothing, but {found} came: "
        "the node file has a fault."
    )


class UnequalLists(EngineError):
    """A node is to run once for every item of lists that differ in length."""

    english = "{node} got lists of different lengths ({lengths}): make them equally long."


class EngineBroke(EngineError):
    """The engine itself failed."""

    english = "The run ended unexpectedly with {kind}: {text}. Run again, or restart the program."


class DeviceFailed(EngineError):
    """What computes could not be prepared."""

    english = "The device could not be prepared ({kind}: {text}): see the log, or reinstall."
