"""T5 beside CLIP: how prompts are read, weighed, cut and counted."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch
from torch import Tensor

from app.diffusion import families
from app.diffusion.text.emphasis import scale_a1111, scale_comfyui
from app.diffusion.text.encoder import Encoder
from app.diffusion.text.encodings import TextEncoding, heard_first
from app.diffusion.text.t5 import T5Encoder
from app.diffusion.text.token_count import count_tokens
from app.sdk import TextModel, Weights
from app.sdk.prompt import Reading
from tests import components, tiny_transformers

LENGTH = 16


def encoder(reading: Reading) -> T5Encoder:
    """The tiny T5."""
    loaded = tiny_transformers.t5()
    encoding = TextEncoding(tiny_transformers.t5_tokenizer(), loaded, "text_encoder_3")
    return T5Encoder(encoding, reading, LENGTH)


@torch.no_grad()
def encoded(text: str, reading: Reading = "plain") -> Tensor:
    """(1, length, width) of a prompt."""
    made = encoder(reading)
    return made.encode(made.split(text), lambda: None).hidden


@torch.no_grad()
def alone(text: str) -> Tensor:
    """What transformers' own way gives."""
    ids = tiny_transformers.t5_tokenizer()(
        text, padding="max_length", max_length=LENGTH, truncation=True, return_tensors="pt"
    ).input_ids
    hidden: Tensor = tiny_transformers.t5()(ids)[0]
    return hidden


@pytest.mark.parametrize(
    "text", ["", " ", "the red house", "  a cat ", "(the:1.3) [house]", "the house " * 20, "ßü€"]
)
def test_a_plain_prompt_is_read_as_transformers_does(text: str) -> None:
    assert torch.equal(encoded(text), alone(text))


@pytest.mark.parametrize("reading", ["A1111", "ComfyUI"])
def test_neutral_weights_change_nothing(reading: Reading) -> None:
    assert torch.equal(encoded("the (red:1.0) house", reading), alone("the red house"))


def test_weights_multiply_in_a1111() -> None:
    weights = [1.0, 1.5, 1.0] + [1.0] * (LENGTH - 3)
    expected = scale_a1111(alone("the red house"), weights)
    assert torch.equal(encoded("the (red:1.5) house", "A1111"), expected)


def test_weights_move_away_from_the_empty_prompt_in_comfyui() -> None:
    weights = [1.0, 0.5, 1.0] + [1.0] * (LENGTH - 3)
    expected = scale_comfyui(alone("the red house"), alone(""), weights)
    assert torch.equal(encoded("the (red:0.5) house", "ComfyUI"), expected)


def test_break_does_nothing() -> None:
    assert torch.equal(encoded("the red BREAK house", "A1111"), alone("the red house"))


def test_what_is_too_long_is_cut_and_shown() -> None:
    made = encoder("A1111")
    shown = made.show(made.split("(the:1.2) " + "house " * 20))
    assert shown.startswith("T5: 15 of 15 tokens: the x1.2 | house | house")
    assert shown.endswith("house (cut here)")
    fits = made.show(made.split("house " * 14))
    assert not fits.endswith("(cut here)")


def test_long_prompts_fill_windows_of_clip_beside_t5() -> None:
    """Both CLIPs take as many windows as the longer prompt; T5 stays as long as it is."""
    kind = type(components.text_encoder())
    encodings = [
        TextEncoding(components.tokenizer(), tiny_transformers.clip(63, kind), part)
        for part in ("text_encoder", "text_encoder_2")
    ]
    made = Encoder(encodings, families.of("SD 3"), "plain", length=20, width=100)
    found = made.encode("the red house", lambda: None, second="cat " * 100).conditioning
    assert found.embeddings.shape == (1, 2 * 77 + 20, 100)
    assert not bool(found.embeddings[:, -20:].any())
    assert not bool(found.embeddings[..., 64:].any())


@pytest.mark.parametrize(("family", "part"), [("SD 3", "text_encoder"), ("Flux", "text_encoder_2")])
def test_those_tokens_are_counted_that_the_network_hears(family: str, part: str) -> None:
    others = tuple(Weights(f"text_encoder_{number}", "abc", family) for number in (2, 3))
    assert heard_first(TextModel(Weights("text_encoder", "abc", family), others)).part == part


def test_tokens_of_t5_are_counted(tmp_path: Path) -> None:
    tiny_transformers.flux(tmp_path / "flux")
    weights = Weights("text_encoder_2", "abc", "Flux", str(tmp_path / "flux"))
    found = count_tokens(weights, "the (red:1.2) house", "A1111")
    assert (found.count, found.windows, found.room) == (3, 1, 511)
