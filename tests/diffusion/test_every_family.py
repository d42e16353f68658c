"""What steers a sampling does so with the networks of every family."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
import torch
from torch import Tensor

from app.sdk import Conditioning, Mask, Model
from nodes.average_prompts import AveragePrompts
from nodes.concat_prompts import ConcatPrompts
from nodes.guidance_method import GuidanceMethod
from nodes.noise_levels import TypedNoiseLevels
from nodes.region import Region
from nodes.tiled_diffusion import TiledDiffusion
from tests.diffusion import flux, sd3, workbench, xl
from tests.diffusion.agreement import assert_equal_steps

BENCH = workbench.Bench()
LEVELS = (1.0, 0.8, 0.45, 0.2, 0.0)


def of_xl(**settings: Any) -> Any:
    """A Sampler on the tiny SDXL."""
    usual = {"model": xl.model(), "positive": xl.conditioning(1), "negative": xl.conditioning(2)}
    return workbench.sampler(**{**usual, "scheduler": "Euler", **settings})


@dataclass(frozen=True)
class Family:
    """How a family's tiny parts are reached."""

    sampler: Callable[..., Any]
    bench: Callable[[], Any]
    model: Callable[[], Model]
    prompt: Callable[[int], Conditioning]

    def made(self, **settings: Any) -> list[Tensor]:
        """The samples after every step, of a picture of 128 x 64."""
        bench = self.bench()
        latent = workbench.empty(width=128)
        self.sampler(**{"latent": latent, **settings}).run(bench)
        samples: list[Tensor] = bench.samples()
        return samples


FAMILIES = {
    "SDXL": Family(of_xl, xl.Bench, xl.model, xl.conditioning),
    "SD 3": Family(sd3.sampler, sd3.Bench, sd3.model, sd3.conditioning),
    "Flux": Family(flux.sampler, flux.Bench, flux.model, flux.conditioning),
}
every_family = pytest.mark.parametrize("family", FAMILIES.values(), ids=FAMILIES)


def region(base: Conditioning, prompt: Conditioning, part: float) -> Conditioning:
    """A prompt for the left part of the picture."""
    alpha = torch.zeros(1, 1, 64, 128)
    alpha[..., : round(128 * part)] = 1
    settings = {"strength": 1.0, "start": 0.0, "end": 1.0}
    return Region(base=base, prompt=prompt, mask=Mask(alpha), **settings).run(BENCH)


def tiled(model: Model, width: int) -> Model:
    """The model with windows of this width."""
    node = TiledDiffusion(model=model, window=(width, 64), overlap=32, fade="gaussian")
    return node.run(BENCH)


@every_family
def test_a_region_over_all_is_its_prompt_alone(family: Family) -> None:
    base, other = family.prompt(1), family.prompt(5)
    assert_equal_steps(family.made(positive=region(base, other, 1.0)), family.made(positive=other))


@every_family
def test_a_region_changes_the_whole_by_and_by(family: Family) -> None:
    base, other = family.prompt(1), family.prompt(5)
    plain, half = family.made(), family.made(positive=region(base, other, 0.5))
    assert torch.allclose(half[0][..., 8:], plain[0][..., 8:], atol=1e-4, rtol=1e-4)
    assert not torch.allclose(half[0][..., :8], plain[0][..., :8], atol=1e-3)


@every_family
def test_one_window_over_all_is_as_none(family: Family) -> None:
    assert_equal_steps(family.made(model=tiled(family.model(), 128)), family.made())


@every_family
def test_windows_make_one_picture(family: Family) -> None:
    several = family.made(model=tiled(family.model(), 64))
    assert bool(torch.isfinite(several[-1]).all())
    assert not torch.equal(several[0], family.made()[0])


@every_family
def test_joined_and_averaged_prompts_are_prompts(family: Family) -> None:
    base, other = family.prompt(1), family.prompt(5)
    long = ConcatPrompts(first=base, second=other).run(BENCH)
    between = AveragePrompts(first=base, second=other, amount=0.5).run(BENCH)
    for prompt in (long, between):
        assert bool(torch.isfinite(family.made(positive=prompt)[-1]).all())


@pytest.mark.parametrize("method", ["APG", "CFG-Zero*", "TCFG"])
def test_ways_of_guidance_work_along_a_straight_way(method: Any) -> None:
    node = GuidanceMethod(
        guidance=None, method=method, parallel=0.5, limit=5.0, zero_steps=1, start=0.0, end=1.0
    )
    plain, other = sd3_steps(), sd3_steps(guidance=node.run(BENCH))
    assert bool(torch.isfinite(other[-1]).all())
    assert not torch.equal(plain[-1], other[-1])


def sd3_steps(**settings: Any) -> list[Tensor]:
    """The samples of the tiny SD 3 after every step."""
    bench = sd3.Bench()
    sd3.sampler(**settings).run(bench)
    return bench.samples()


@pytest.mark.reference(
    family="SD 3",
    feature="noise levels given one by one",
    against="StableDiffusion3Pipeline(sigmas=…), without a shift of its own",
    agreement="equal",
)
def test_typed_levels_of_sd3_equal_the_pipeline() -> None:
    levels = TypedNoiseLevels(levels=", ".join(map(str, LEVELS))).run(BENCH)
    made_by = sd3.pipeline("StableDiffusion3Pipeline", sd3.scheduler("Euler", shift=1.0))
    theirs = sd3.run(
        made_by, height=64, width=64, sigmas=list(LEVELS[:-1]), num_inference_steps=None
    )
    assert_equal_steps(sd3_steps(sigmas=levels), theirs[:-1])


@pytest.mark.reference(
    family="Flux",
    feature="noise levels given one by one",
    against="FluxPipeline(sigmas=…), without a shift of its own",
    agreement="equal",
)
def test_typed_levels_of_flux_equal_the_pipeline() -> None:
    levels = TypedNoiseLevels(levels=", ".join(map(str, LEVELS))).run(BENCH)
    bench = flux.Bench()
    flux.sampler(model=flux.model(dev=False), sigmas=levels, cfg=1.0).run(bench)
    theirs = flux.run(
        flux.pipeline("FluxPipeline", dev=False), sigmas=list(LEVELS[:-1]), num_inference_steps=4
    )
    assert_equal_steps(bench.samples(), theirs[:-1])


def test_without_a_negative_prompt_a_region_is_guided_against_nothing_at_all() -> None:
    base, other = xl.conditioning(1), xl.conditioning(5)
    family = FAMILIES["SDXL"]
    ours = family.made(positive=region(base, other, 1.0), negative=None)
    assert_equal_steps(ours, family.made(positive=other, negative=None))
