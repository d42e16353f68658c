"""Why a patch cannot be used, each in one sentence that says how to go on."""

from __future__ import annotations

from app.sdk.errors import NodeError


class OtherFamily(NodeError):
    """A patch was made for another family of models."""

    english = (
        "{file} was made for {family}, but the model is {model}: "
        "choose one for {model}, or another model."
    )


class NothingFits(NodeError):
    """Not one layer of a LoRA is known."""

    english = (
        "None of the {count} layers in {file} is one of this {family} model: "
        "choose a LoRA that was made for it."
    )


class WrongShape(NodeError):
    """A layer of a LoRA has another size than that of the model."""

    english = (
        "{file} was made for another model: its {layer} ({found}) does not fit "
        "weights of shape {expected}; choose a LoRA for this model."
    )


class NoNumbers(NodeError):
    """A file holds NaN or infinite numbers."""

    english = (
        "{file} is broken: {tensor} holds numbers that are not finite; download or make it again."
    )


class CannotPatch(NodeError):
    """Weights are stored in a way that nothing can be added to."""

    english = (
        "The weights of this model are packed in a few bits ({tensor}), so nothing can be added "
        "to them or mixed with them: use the model in 16 bits."
    )


class OnlyForUNets(NodeError):
    """A patch works on U-Nets alone."""

    english = (
        "{patch} changes U-Nets of pictures, which the network of {family} is not: take it out."
    )


class KnownWord(NodeError):
    """Two learnt words have the same name."""

    english = "There is a learnt word {word} already: give this one another name."
