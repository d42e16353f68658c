"""TextEncoder."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import torch

from app.graph.types import ValueType
from nodes.load_model import LoadModel
from nodes.text_encoder import EncodedText, TextEncoder
from tests.nodes.model_context import ModelContext, context_over

SHIPPED = Path(__file__).parents[2] / "resources" / "models"


@pytest.fixture(scope="module")
def context() -> ModelContext:
    return context_over(SHIPPED)


def _encode(context: ModelContext, text: str, **choices: Any) -> EncodedText:
    text_model = LoadModel().run(context).text_model
    return TextEncoder(text_model=text_model, text=text, **choices).run(context)


def test_a_prompt_fills_the_window_of_its_encoder(context: ModelContext) -> None:
    encoded = _encode(context, "a red circle")
    assert encoded.conditioning.embeddings.shape == (1, 64, 128)
    assert encoded.conditioning.text == "a red circle"


def test_tokens_and_weights_can_be_seen(context: ModelContext) -> None:
    tokens = _encode(context, "a (red:1.5) circle BREAK blue").tokens
    assert tokens == "1: 3 of 62 tokens: a | red x1.5 | circle\n2: 1 of 62 tokens: blue"


def test_the_reading_decides_what_brackets_do(context: ModelContext) -> None:
    made = [
        _encode(context, "((red:1.5)) circle", reading=reading).conditioning.embeddings
        for reading in ("plain", "A1111", "ComfyUI")
    ]
    assert all(torch.isfinite(one).all() for one in made)
    assert not any(torch.equal(made[a], made[b]) for a, b in ((0, 1), (0, 2), (1, 2)))


def test_clip_skip_changes_the_conditioning(context: ModelContext) -> None:
    full, skipped = (_encode(context, "red", clip_skip=skip).conditioning for skip in (0, 1))
    assert not torch.equal(full.embeddings, skipped.embeddings)


def test_the_conditioning_takes_its_family_from_the_text_model() -> None:
    text_model = ValueType("TextModel").with_traits(family="SD 1")
    described = TextEncoder.describe({}, {"text_model": text_model})
    assert described["conditioning"].trait("family") == "SD 1"
    assert TextEncoder.describe({}, {})["conditioning"].trait("family") is None
