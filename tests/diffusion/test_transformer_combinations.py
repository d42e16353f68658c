"""What no pipeline offers with SD 3 and Flux, against compositions of the network's answers."""

from __future__ import annotations

from typing import Any

import pytest
import torch
from torch import Tensor

from app.diffusion.families.packing import pack, places, unpack
from app.sdk import Conditioning, Latent, Mask
from app.sdk.errors import NodeError
from nodes.model_schedule import ModelSchedule
from nodes.region import Region
from nodes.tiled_diffusion import TiledDiffusion
from nodes.vae_encode import VAEEncode
from tests.diffusion import flux, sd3, workbench
from tests.diffusion.references.test_flux_control import Applied
from tests.diffusion.references.test_flux_control import chain as control_chain

FAMILIES = pytest.mark.parametrize("family", [sd3, flux])


def samples(family: Any, **settings: Any) -> list[Tensor]:
    """The samples after every step."""
    bench = family.Bench()
    family.sampler(**settings).run(bench)
    return bench.samples()


def left_half() -> Mask:
    """A mask whose left half is white."""
    alpha = torch.zeros(1, 1, 64, 64)
    alpha[..., :32] = 1
    return Mask(alpha)


def regional(family: Any) -> Conditioning:
    """One prompt, and another one in the left half."""
    return Region(
        base=family.conditioning(1),
        prompt=family.conditioning(4),
        mask=left_half(),
        strength=1.0,
        start=0.0,
        end=1.0,
    ).run(family.Bench())


@torch.no_grad()
def test_regions_of_sd3_blend_what_one_batch_says() -> None:
    bench = sd3.Bench()
    sd3.sampler(positive=regional(sd3), steps=1, cfg=5.0).run(bench)
    first = bench.states[0][0].samples
    prompts = [sd3.conditioning(seed) for seed in (2, 1, 4)]
    said = sd3.transformer()(
        hidden_states=torch.cat([first] * 3),
        timestep=torch.tensor([1000.0] * 3),
        encoder_hidden_states=torch.cat([prompt.embeddings for prompt in prompts]),
        pooled_projections=torch.cat(
            [prompt.pooled for prompt in prompts if prompt.pooled is not None]
        ),
    ).sample
    avoided, right, left = said.chunk(3)
    followed = torch.cat([left[..., :4], right[..., 4:]], dim=-1)
    guided = avoided + 5.0 * (followed - avoided)
    assert torch.equal(bench.samples()[0], first - guided)


@torch.no_grad()
def test_regions_of_flux_blend_what_each_call_says() -> None:
    bench = flux.Bench()
    flux.sampler(positive=regional(flux), steps=1).run(bench)
    first = bench.states[0][0].samples
    said = [
        unpack(
            flux.transformer()(
                hidden_states=pack(first),
                timestep=torch.tensor([1.0]),
                guidance=torch.tensor([3.5]),
                encoder_hidden_states=prompt.embeddings,
                pooled_projections=prompt.pooled,
                img_ids=places(4, 4),
                txt_ids=torch.zeros(flux.TOKENS, 3),
            ).sample,
            8,
            8,
        )
        for prompt in (flux.conditioning(1), flux.conditioning(4))
    ]
    blended = torch.cat([said[1][..., :4], said[0][..., 4:]], dim=-1)
    assert torch.equal(bench.samples()[0], first - blended)


@FAMILIES
@pytest.mark.parametrize("name", ["Euler", "Heun", "DPM++ 2M", "LCM"])
def test_two_samplers_do_what_one_does(family: Any, name: str) -> None:
    whole = samples(family, scheduler=name, steps=4)
    begun = family.sampler(scheduler=name, steps=4, end_step=2).run(family.Bench())
    rest = samples(family, scheduler=name, steps=4, latent=begun, noise="none")
    for own, other in zip(rest, whole[len(whole) - len(rest) :], strict=True):
        assert torch.equal(own, other)


@FAMILIES
def test_solvers_made_for_curves_begin_with_a_picture_on_the_straight_way(family: Any) -> None:
    """Part of the picture and part of the noise add up to one."""
    encoded = VAEEncode(image=workbench.picture(5), vae=family.vae()).run(family.Bench())
    bench = family.Bench()
    plain = Latent(encoded.samples, encoded.family)
    family.sampler(latent=plain, scheduler="DPM++ 2M", steps=4, denoise=0.5).run(bench)
    noise = torch.randn(1, 16, 8, 8, generator=torch.Generator().manual_seed(3))
    first = bench.states[0][0].samples
    share = ((first - plain.samples) / (noise - plain.samples)).median()
    assert 0.3 < float(share) < 0.95
    expected = (1 - share) * plain.samples + share * noise
    torch.testing.assert_close(first, expected, rtol=1e-4, atol=1e-4)


def tiled(model: Any, width: int) -> Any:
    """A model that looks at windows of this width."""
    node = TiledDiffusion(model=model, window=(width, 64), overlap=16)
    return node.run(flux.Bench())


@FAMILIES
def test_windows_of_the_pictures_size_change_nothing(family: Any) -> None:
    ours = samples(family, model=tiled(family.model(), 64))
    for own, other in zip(ours, samples(family), strict=True):
        assert torch.equal(own, other)


def test_control_pictures_are_cut_along_with_windows() -> None:
    wide = workbench.empty(1, 96, 64)
    control = control_chain([Applied("plain")])
    plain = samples(flux, latent=wide, model=tiled(flux.model(), 64))
    led = samples(flux, latent=wide, model=tiled(flux.model(), 64), control=control)
    assert led[0].shape == plain[0].shape == (1, 16, 8, 12)
    assert not torch.equal(led[0], plain[0])


def test_a_window_that_leaves_half_a_patch_is_refused() -> None:
    with pytest.raises(NodeError, match=r"72 x 64 leaves .* such as 64 x 64"):
        samples(flux, latent=workbench.empty(1, 96, 64), model=tiled(flux.model(), 72))


def test_another_model_may_take_over() -> None:
    both = ModelSchedule(before=flux.model(), after=flux.model(dev=False), start=0.6)
    model = both.run(flux.Bench())
    changed, plain = samples(flux, model=model), samples(flux)
    equal = [torch.equal(*pair) for pair in zip(changed, plain, strict=True)]
    assert equal == [True, True, True, False, False]
