"""Loaded text encoders with their tokenizers, and which of them the network hears first."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from app.diffusion import families
from app.diffusion.text.learnt_words import Words
from app.sdk.models import TextModel, Weights

_LEGACY_END = 2


@dataclass(frozen=True)
class TextEncoding:
    """One text encoder on the device with its tokenizer; ``part`` is its role in the model.

    ``words``: those that were learnt, with the ids of their vectors.
    """

    tokenizer: Any
    encoder: Any
    part: str = "text_encoder"
    words: Words = field(default_factory=dict)


def heard_first(text_model: TextModel) -> Weights:
    """The first of the text encoders whose words the network hears."""
    family = families.of(text_model.weights.family)
    silent = {text.part for text in family.encoders if text.layer == "vector"}
    heard = (encoder for encoder in text_model.encoders if encoder.part not in silent)
    return next(heard, text_model.weights)


def find_ends_by_mark(encoding: TextEncoding) -> None:
    """Have an encoder take the vector of the whole prompt at the end mark.

    Those with a legacy config (``eos_token_id`` 2) take it at the highest id, which is the end mark
    until words are added behind it.
    """
    for module in encoding.encoder.modules():
        if getattr(module, "eos_token_id", None) == _LEGACY_END:
            module.eos_token_id = encoding.tokenizer.eos_token_id
