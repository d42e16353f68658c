"""Encoded prompts, against diffusers' pipeline and against separate arithmetic."""

from __future__ import annotations

from typing import Any

import pytest
import torch
from diffusers import PNDMScheduler, StableDiffusionPipeline

from app.diffusion import families
from app.diffusion.loading.refusals import ClipSkipTooLarge
from app.diffusion.text.encoder import Encoded, Encoder
from app.diffusion.text.encodings import TextEncoding
from app.sdk.context import Stopped
from app.sdk.fingerprint import fingerprint
from app.sdk.prompt import Reading
from tests import components

SD1 = families.of("SD 1")
ENCODING = TextEncoding(components.tokenizer(), components.text_encoder())
READINGS: tuple[Reading, ...] = ("plain", "A1111", "ComfyUI")


@pytest.fixture(scope="module")
def pipeline() -> Any:
    """diffusers' own pipeline around the same text encoder."""
    return StableDiffusionPipeline(
        vae=components.autoencoder(),
        text_encoder=ENCODING.encoder,
        tokenizer=ENCODING.tokenizer,
        unet=components.unet(),
        scheduler=PNDMScheduler(**components.SCHEDULE),
        safety_checker=None,
        feature_extractor=None,
        requires_safety_checker=False,
    )


@pytest.mark.parametrize("reading", READINGS)
@pytest.mark.parametrize("text", ["", "the red cat", "a dog, in 3 houses!  "])
def test_a_prompt_without_weights_is_what_the_pipeline_makes(
    pipeline: Any, text: str, reading: Reading
) -> None:
    wanted, _ = pipeline.encode_prompt(text, "cpu", 1, do_classifier_free_guidance=False)
    assert torch.equal(_embeddings(text, reading), wanted)


def test_plain_reading_encodes_brackets_as_the_pipeline_does(pipeline: Any) -> None:
    text = "the (red:1.3) [cat] BREAK dog"
    wanted, _ = pipeline.encode_prompt(text, "cpu", 1, do_classifier_free_guidance=False)
    assert torch.equal(_embeddings(text, "plain"), wanted)


@pytest.mark.parametrize("skip", [1, 2])
def test_clip_skip_leaves_out_the_last_layers(skip: int) -> None:
    """An encoder built with fewer layers is the independent computation."""
    shorter = components.text_encoder()
    shorter.encoder.layers = shorter.encoder.layers[:-skip]
    ids = ENCODING.tokenizer("a red dog", padding="max_length", return_tensors="pt").input_ids
    wanted = shorter(ids).last_hidden_state
    assert torch.equal(_embeddings("a red dog", "plain", skip), wanted)


def test_clip_skip_beyond_the_last_layer_is_refused() -> None:
    with pytest.raises(ClipSkipTooLarge, match="it has 3 layers"):
        _embeddings("cat", "plain", 3)


def test_a_long_prompt_is_its_windows_one_after_the_other() -> None:
    parts = ["cat " * 75, "dog " * 75, "red house"]
    wanted = torch.cat([_embeddings(part, "plain") for part in parts], dim=1)
    for reading in READINGS:
        assert torch.equal(_embeddings("".join(parts), reading), wanted)


def test_a1111_weights_keep_the_mean_of_the_window() -> None:
    plain, weighted = _embeddings("red cat", "A1111"), _embeddings("red (cat:1.5)", "A1111")
    scaled = plain.clone()
    scaled[:, 2] *= 1.5
    factor = float(plain.mean() / scaled.mean())
    torch.testing.assert_close(weighted, scaled * factor)
    torch.testing.assert_close(weighted.mean(), plain.mean())


def test_comfyui_weights_move_away_from_the_empty_prompt() -> None:
    plain, empty = _embeddings("red cat", "ComfyUI"), _embeddings("", "ComfyUI")
    weighted = _embeddings("red (cat:1.5)", "ComfyUI")
    torch.testing.assert_close(weighted[:, 2], 1.5 * plain[:, 2] - 0.5 * empty[:, 2])
    others = [index for index in range(components.WINDOW) if index != 2]
    assert torch.equal(weighted[:, others], plain[:, others])


def test_comfyui_weight_zero_gives_the_empty_prompts_token() -> None:
    weighted = _embeddings("red (cat:0)", "ComfyUI")
    assert torch.equal(weighted[:, 2], _embeddings("", "ComfyUI")[:, 2])


def test_weights_of_zero_everywhere_stay_finite() -> None:
    for reading in READINGS:
        assert _embeddings("(red cat:0)", reading).isfinite().all()


def test_a_trailing_space_changes_nothing_that_counts() -> None:
    for reading in READINGS:
        with_space, without = _encode("a red cat  ", reading), _encode("a red cat", reading)
        assert fingerprint(with_space.conditioning) == fingerprint(without.conditioning)
        assert with_space.tokens == without.tokens


def test_embeddings_own_their_numbers_and_name_their_family() -> None:
    conditioning = _encode("(red:1.2) BREAK cat", "A1111").conditioning
    found = conditioning.embeddings
    assert (found.shape, found.dtype) == ((1, 2 * components.WINDOW, 32), torch.float32)
    assert found.is_contiguous()
    assert found.untyped_storage().nbytes() == found.nelement() * 4
    assert conditioning.family == "SD 1"


def test_stop_is_heard_between_windows() -> None:
    def stop() -> None:
        raise Stopped

    with pytest.raises(Stopped):
        Encoder((ENCODING,), SD1, "plain").encode("cat", stop)


def _embeddings(text: str, reading: Reading, skip: int = 0) -> torch.Tensor:
    return _encode(text, reading, skip).conditioning.embeddings


def _encode(text: str, reading: Reading, skip: int = 0) -> Encoded:
    return Encoder((ENCODING,), SD1, reading, skip).encode(text, lambda: None)
