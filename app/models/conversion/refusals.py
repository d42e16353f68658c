"""Why a pickle is not converted, each in one sentence that says how to go on."""

from __future__ import annotations

from app.graph.errors import LoomError


class ConversionError(LoomError):
    """Base of everything that stands in the way of a conversion."""


class CannotConfine(ConversionError):
    """This system cannot hold a process to one file."""

    english = (
        "{file} is not converted here, since this system cannot keep what reads it away from your "
        "files and the network: get the model as .safetensors, or convert it on a computer with "
        "Linux."
    )


class NoSuchPickle(ConversionError):
    """There is no file to convert."""

    english = "There is no file {file}: check the name, or choose another file."


class NotAPickle(ConversionError):
    """The file begins as no pickle does."""

    english = "{file} is not a pickle of weights: nothing has to be converted, or it is damaged."


class AlreadyThere(ConversionError):
    """The result would take the place of a file."""

    english = "{target} is there already: move it away, or choose another name for what {file} is."


class CannotWriteThere(ConversionError):
    """The folder does not take the result."""

    english = "{target} cannot be written ({problem}): choose another folder."


class NamesCodeInside(ConversionError):
    """The pickle asks for something that is no part of weights."""

    english = (
        "{file} was not converted: it names {name}, which is no part of weights and could run code "
        "elsewhere; get the model from a place that you trust, as .safetensors."
    )


class DamagedPickle(ConversionError):
    """The pickle is cut off, or made to be endless."""

    english = "{file} was not converted ({problem}): download or copy it again."


class HoldsNoTensors(ConversionError):
    """There is nothing in it that could be weights."""

    english = "{file} holds no tensors that could be converted: look for the file with the weights."


class ConversionFailed(ConversionError):
    """The confined process ended without an answer."""

    english = (
        "{file} was not converted: the process that read it ended by itself ({problem}); get the "
        "model as .safetensors."
    )


class ConversionStopped(ConversionError):
    """The user stopped it."""

    english = "The conversion of {file} was stopped; nothing was written."


TOLD: dict[str, type[ConversionError]] = {
    kind.__name__: kind for kind in (CannotConfine, NamesCodeInside, DamagedPickle, HoldsNoTensors)
}
"""What the confined process may answer, by name."""
