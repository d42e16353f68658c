"""Why a model folder cannot be used, each in one sentence that says how to go on."""

from __future__ import annotations

from app.sdk.errors import NodeError


class NoModelFolder(NodeError):
    """There is nothing where the model should be."""

    english = "There is no model at {path}: choose another model, or put the folder back."


class NotAModelFolder(NodeError):
    """Something is there, but it does not hold what it should."""

    english = (
        "{path} is not a {kind} in the diffusers layout (it has no {missing}): "
        "choose another model, or get the whole folder."
    )


class NotAFolder(NotAModelFolder):
    """A file of some other kind was chosen."""

    english = (
        "{path} is a file, but a model is a folder in the diffusers layout: choose that folder."
    )


class PickledWeights(NodeError):
    """Weights come as a pickle, which can run any code when it is read."""

    english = (
        "{file} is a pickle, which can run code when it is opened, so it was not read: "
        "get the model as .safetensors, or convert it (File, Convert a pickle …, or "
        "main.py convert), which runs nothing in it."
    )


class MissingWeights(NodeError):
    """A part of the model has no weight file."""

    english = "{folder} has no weights: {file} is missing; download or copy the model again."


class DamagedWeights(NodeError):
    """A weight file is cut off or is not what its ending says."""

    english = "{file} is damaged or cut off ({problem}): download or copy it again."


class WrongWeights(NodeError):
    """A weight file is whole but does not belong to the config beside it."""

    english = (
        "{file} does not fit its config.json: {problem}; "
        "the two come from different models, so get the folder again."
    )


class DamagedConfig(NodeError):
    """A JSON file of the model cannot be read or used."""

    english = "{file} cannot be used ({problem}): download or copy the model again."


class NamesCode(NodeError):
    """A config asks for code to be loaded, or for a class that is not known to be safe."""

    english = (
        "{file} asks for {name}, which would run code from outside this program, "
        "so the model was not loaded: use a model without custom code."
    )


class UnsupportedFamily(NodeError):
    """A model of a kind that the program cannot use yet."""

    english = (
        "{path} is {family}, which is not supported yet: "
        "choose a model of SD 1, SD 2, SDXL, SD 3 or Flux."
    )


class MisfitControlNetwork(NodeError):
    """A ControlNet was trained beside another kind of model."""

    english = (
        "This ControlNet was made for text of width {network}, but the model uses {model}: "
        "choose a ControlNet of the model's family."
    )


class TextTooLong(NodeError):
    """A prompt is longer than anyone could mean."""

    english = "The prompt has {count} tokens, and at most {limit} are encoded: make it shorter."


class NoTextEncoder(NodeError):
    """A model cannot do without a text encoder that is not there."""

    english = (
        "{family} needs the text encoder {part}, which is missing here: "
        "use a model that comes with all of them, or load them from files."
    )


class ClipSkipTooLarge(NodeError):
    """More layers should be left out than the text encoder has."""

    english = "Clip skip {skip} leaves nothing of this text model: it has {layers} layers."


class TriesAgain(NodeError):
    """What is said between two attempts; no refusal yet."""

    english = "There was not enough memory ({device}), so it is tried once more: {how}."


class OutOfMemory(NodeError):
    """The device has no room left for what a node needs."""

    english = (
        "There is not enough memory ({device}): make the picture or the batch smaller, "
        "decode it in tiles, or close other programs."
    )
