"""From pixels to latents and back: sizes, tiles, refusals."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
import torch

from app.diffusion.latents.tiling import Tiling, tiled
from app.sdk import Image, Latent, Mask, NodeError
from nodes.empty_latent import EmptyLatent
from nodes.latent_mask import LatentMask
from nodes.vae_decode import VAEDecode
from nodes.vae_encode import VAEEncode
from tests.diffusion import workbench


def encode(image: Image, **settings: Any) -> Latent:
    """The latent of a picture."""
    return VAEEncode(image=image, vae=workbench.vae(), **settings).run(workbench.Bench())


def decode(latent: Latent, **settings: Any) -> Image:
    """The picture of a latent."""
    return VAEDecode(latent=latent, vae=workbench.vae(), **settings).run(workbench.Bench())


def test_encoding_keeps_what_the_autoencoder_says() -> None:
    image = workbench.picture(5)
    module = workbench.autoencoder()
    with torch.no_grad():
        own = module.encode(2 * image.pixels - 1).latent_dist
    posterior = encode(image).posterior
    assert posterior is not None
    assert torch.equal(posterior.mean, own.mean)
    assert torch.equal(posterior.deviation, own.std)
    assert posterior.scale == 0.18215
    assert torch.equal(encode(image).samples, 0.18215 * own.mean)


@pytest.mark.parametrize(("fit", "size"), [("crop", (7, 9)), ("pad", (8, 10))], ids=["crop", "pad"])
def test_uneven_sides_are_cropped_or_padded(fit: str, size: tuple[int, int]) -> None:
    latent = encode(workbench.picture(1, width=75, height=63), fit=fit)
    assert latent.samples.shape[-2:] == size


@pytest.mark.parametrize(("fit", "side"), [("refuse", 63), ("crop", 5)])
def test_a_side_that_cannot_be_used_is_refused(fit: str, side: int) -> None:
    with pytest.raises(NodeError, match="must be multiples of 8"):
        encode(workbench.picture(1, width=64, height=side), fit=fit)


def test_copies_repeat_every_picture() -> None:
    latent = encode(workbench.picture(1, count=2), copies=3)
    assert len(latent) == 6
    assert torch.equal(latent.samples[0], latent.samples[2])
    assert not torch.equal(latent.samples[2], latent.samples[3])


def test_tiles_as_large_as_the_picture_change_nothing() -> None:
    latent = encode(workbench.picture(1))
    assert torch.equal(decode(latent).pixels, decode(latent, tile=64, overlap=16).pixels)
    assert torch.equal(latent.samples, encode(workbench.picture(1), tile=64, overlap=16).samples)


def test_tiles_give_nearly_the_whole_picture() -> None:
    image = workbench.picture(1, width=160, height=128)
    latent = encode(image)
    parts = encode(image, tile=96, overlap=32)
    assert parts.samples.shape == latent.samples.shape
    whole, pieces = decode(latent).pixels, decode(latent, tile=96, overlap=32).pixels
    assert pieces.shape == whole.shape
    # Norms and attention see one tile only, which a random network takes to heart.
    assert (whole - pieces).abs().mean() < 0.1


def test_blended_tiles_of_a_plain_function_are_that_function() -> None:
    whole = torch.arange(7 * 11, dtype=torch.float32).reshape(1, 1, 7, 11)
    made = tiled(
        whole,
        lambda piece: piece.repeat_interleave(2, -1).repeat_interleave(2, -2),
        4,
        1,
        lambda: None,
    )
    expected = whole.repeat_interleave(2, -1).repeat_interleave(2, -2)
    torch.testing.assert_close(made, expected)


def test_tiles_that_overlap_by_half_or_more_are_refused() -> None:
    with pytest.raises(NodeError, match="at most 32 px"):
        Tiling(64, 40).in_units(8)


def test_a_latent_of_another_family_is_refused() -> None:
    latent = replace(workbench.empty(), family="SDXL")
    with pytest.raises(NodeError, match="connect the VAE of the model that made the latent"):
        decode(latent)


def test_a_picture_that_decodes_to_nan_is_refused() -> None:
    latent = Latent(torch.full((2, 4, 8, 8), torch.nan), workbench.FAMILY)
    with pytest.raises(NodeError, match="Picture 1 of 2 was decoded to NaN"):
        decode(latent)


def test_an_empty_latent_has_the_size_that_was_asked_for() -> None:
    latent = EmptyLatent(size=(80, 48), batch=3).run(workbench.Bench())
    assert latent.samples.shape == (3, 4, 6, 10)
    assert latent.empty


def test_an_empty_latent_of_uneven_size_is_refused_with_a_size_that_fits() -> None:
    with pytest.raises(NodeError, match=r"100 x 48 is no size .* such as 96 x 48"):
        EmptyLatent(size=(100, 48)).run(workbench.Bench())


def test_a_soft_mask_keeps_its_greys() -> None:
    latent = encode(workbench.picture(1))
    alpha = torch.full((1, 1, 64, 64), 0.25)
    soft = LatentMask(latent=latent, mask=Mask(alpha), edge="soft").run(workbench.Bench())
    hard = LatentMask(latent=latent, mask=Mask(alpha), edge="hard").run(workbench.Bench())
    assert soft.mask is not None
    assert hard.mask is not None
    assert soft.mask.unique().tolist() == [0.25]
    assert hard.mask.unique().tolist() == [0.0]


def test_a_mask_on_an_empty_latent_is_refused() -> None:
    node = LatentMask(latent=workbench.empty(), mask=Mask(torch.ones(1, 1, 64, 64)))
    with pytest.raises(NodeError, match="no picture for the mask to keep"):
        node.run(workbench.Bench())


def test_masks_must_be_one_or_as_many_as_the_pictures() -> None:
    node = LatentMask(
        latent=encode(workbench.picture(1, count=2)), mask=Mask(torch.ones(3, 1, 8, 8))
    )
    with pytest.raises(NodeError, match="3 masks for 2 pictures"):
        node.run(workbench.Bench())
