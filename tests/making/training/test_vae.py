"""The codec averages blocks before it has learnt anything, and can be whitened exactly."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from resources.models.making.training import vae
from resources.models.making.training.data import PictureSet, drawn

PICTURES = PictureSet("codec-test", 4, (("scene", 1.0),), size=64)


@pytest.fixture(scope="module")
def pixels() -> vae.Pixels:
    return np.stack([drawn(PICTURES, number) for number in range(4)])


def test_an_untaught_codec_already_shows_the_picture(pixels: vae.Pixels) -> None:
    codec = vae.new_codec(size=64)
    assert vae.fidelity(codec, pixels) > 15.0
    with torch.no_grad():
        latents = codec.encode(vae.to_range(pixels)).latent_dist.mode()
    assert latents.shape == (4, 4, 16, 16)


def test_whitening_changes_latents_but_no_picture(pixels: vae.Pixels) -> None:
    codec = vae.new_codec(size=64)
    before = vae.fidelity(codec, pixels)
    vae.whiten(codec, pixels)
    with torch.no_grad():
        latents = codec.encode(vae.to_range(pixels)).latent_dist.mode()
    assert latents.mean((0, 2, 3)).abs().max() < 1e-3
    assert (latents.std((0, 2, 3)) - 1.0).abs().max() < 1e-3
    assert vae.fidelity(codec, pixels) == pytest.approx(before, abs=1e-3)


def test_the_codec_learns_from_crops(pixels: vae.Pixels) -> None:
    codec = vae.new_codec(vae.Widths(12, 16, 24), 64)
    pieces = vae.Pieces(pixels, torch.device("cpu"), 32)
    value = pieces.loss(codec, torch.Generator().manual_seed(0), 2)
    value.backward()  # type: ignore[no-untyped-call]
    assert 0.0 < float(value.detach()) < 3.0
    assert codec.encoder.conv_in.weight.grad.abs().sum() > 0.0
