"""Why a single file cannot be used, each in one sentence that says how to go on."""

from __future__ import annotations

from app.sdk.errors import NodeError


class UnknownFile(NodeError):
    """The names of the tensors are not those of what was asked for."""

    english = "{file} is not {wanted}: it looks like {found}, so {remedy}."


class LacksPart(NodeError):
    """A checkpoint was saved without something that a node needs of it."""

    english = "{file} holds no {part}: load one from a file of its own with {node}."


class LacksTensor(NodeError):
    """Names and shapes are nearly those of a known kind, but the network cannot be filled."""

    english = (
        "{file} looks like {title}, but {problem}: "
        "it was cut down or changed, so use another version of this model."
    )


class QuantisedFile(NodeError):
    """Numbers are packed in a way that nothing here can read."""

    english = (
        "{file} is packed by {method}, which cannot be read here: "
        "get the model as plain .safetensors (fp16, bf16 or fp8) or as .gguf."
    )


class NeedsGguf(NodeError):
    """The library that reads GGUF is not installed."""

    english = (
        "{file} is a GGUF file, which needs the package gguf: install the extra ``gguf`` "
        "(pip install latent-loom[gguf]), or get the model as .safetensors."
    )


class GgufPart(NodeError):
    """GGUF came for something that is never read from it."""

    english = (
        "{file} is a GGUF file, from which only the network of a model is read: "
        "use the {part} as .safetensors."
    )


class PickleInDisguise(NodeError):
    """A pickle carries the ending of a harmless format."""

    english = (
        "{file} is a pickle in disguise, which can run code when it is opened, "
        "so it was not read: get the model from a place that you trust, or convert it (File, "
        "Convert a pickle …, or main.py convert), which runs nothing in it."
    )


class OddNames(NodeError):
    """Tensors are named like the inner parts of Python objects."""

    english = (
        "{file} names a tensor {name}, which no model does, so it was not read: "
        "get the model from a place that you trust."
    )


class NoTokenizer(NodeError):
    """Nothing says how to cut a prompt into the tokens of T5."""

    english = (
        "The tokenizer of T5 for {file} is missing: name a folder that holds its tokenizer.json "
        "under T5 Tokenizer, such as tokenizer_2 of a Flux model in the diffusers layout."
    )


class LacksEncoder(NodeError):
    """A family needs one more text encoder than was chosen."""

    english = "{family} needs {encoder}, too: choose a file that holds it."


class NotItsEncoder(NodeError):
    """A file is none of the text encoders of a family."""

    english = "{file} is no text encoder of {family}: those are {wanted}."


class WhoseVae(NodeError):
    """VAEs of several families look the same."""

    english = (
        "{file} could be the VAE of {families}, which look the same but count in other units: "
        "choose its family."
    )


class FixedPrediction(NodeError):
    """The network of a family predicts one thing only."""

    english = (
        "{path} is a {family} model, which always predicts the flow: "
        "leave Prediction at what the model says."
    )


class NoTokenizerFolder(NodeError):
    """There is no folder where the tokenizer of T5 should be."""

    english = "There is no folder {path}: choose the one that holds the tokenizer.json of T5."


class NoTokenizerFile(NodeError):
    """A folder that should hold the tokenizer of T5 does not."""

    english = (
        "{folder} holds no tokenizer.json: choose the folder with the tokenizer of T5, such as "
        "tokenizer_2 of a Flux model in the diffusers layout."
    )
