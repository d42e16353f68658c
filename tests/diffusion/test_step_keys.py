"""Steps are found again exactly where computing them anew would give the same bits."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

import pytest
import torch

from app.diffusion.latents.batches import join_latents
from app.diffusion.sampling.trajectory import Trajectory
from app.sdk import Guidance, Latent, Mask, Noise, noises
from app.sdk.courses import GuidanceMethod
from nodes.latent_mask import LatentMask
from nodes.vae_encode import VAEEncode
from tests.diffusion import flux, seeing, workbench
from tests.diffusion.references.test_flux_control import Applied, chain
from tests.diffusion.references.test_flux_pictures import encoded
from tests.diffusion.references.test_inpainting import inpaint_latent

SEVEN = 7.0 + 2.0**-22
"""Half way between two numbers of 32 bits."""


@dataclass
class Bench(seeing.Bench):
    """A context that keeps the folds."""

    folds: list[Trajectory] = field(default_factory=list)

    def fold(self, fold: Any, item: int = 0, items: int = 1) -> Any:
        """All steps, as always."""
        self.folds.append(fold)
        return super().fold(fold, item, items)


class FluxBench(flux.Bench):
    """The same for Flux."""

    def __init__(self) -> None:
        super().__init__()
        self.folds: list[Trajectory] = []

    def fold(self, fold: Any, item: int = 0, items: int = 1) -> Any:
        """All steps, as always."""
        self.folds.append(fold)
        return super().fold(fold, item, items)


def done(**settings: Any) -> tuple[Latent, Trajectory]:
    """What a Sampler gives, and its only fold."""
    bench = Bench()
    return workbench.sampler(**settings).run(bench), bench.folds[0]


def done_by_flux(**settings: Any) -> tuple[Latent, Trajectory]:
    """The same with Flux."""
    bench = FluxBench()
    return flux.sampler(**settings).run(bench), bench.folds[0]


def right_half() -> Mask:
    """The right half may change."""
    alpha = torch.zeros(1, 1, 64, 64)
    alpha[..., 32:] = 1
    return Mask(alpha)


def masked(latent: Latent) -> Latent:
    """A latent of which the right half may change."""
    return LatentMask(latent=latent, mask=right_half()).run(Bench())


def picture() -> Latent:
    """A picture of which the right half may change."""
    return masked(VAEEncode(image=workbench.picture(5), vae=workbench.vae()).run(Bench()))


def begun_before() -> Latent:
    """A half-done picture that is to be noised anew."""
    return done(latent=picture(), end_step=2)[0]


WAYS: dict[str, Any] = {
    "a picture": lambda: {"latent": picture(), "denoise": 0.8},
    "a picture without noise": lambda: {"latent": picture(), "noise": "none"},
    "what was begun before": lambda: {"latent": begun_before(), "denoise": 0.8},
    "what a network sees": lambda: {
        "model": seeing.model("SD 1", "inpainting"),
        "latent": inpaint_latent("SD 1"),
    },
}


@pytest.mark.parametrize("way", WAYS)
def test_a_masked_sampling_in_two_parts_is_found_as_the_whole_and_equals_it(way: str) -> None:
    settings = WAYS[way]()
    whole, fold = done(**settings)
    half, _ = done(**settings, end_step=2)
    rest, later = done(**{**settings, "latent": half, "noise": "none"})
    assert later.whole == fold.whole
    assert torch.equal(rest.samples, whole.samples)


def test_noise_behind_that_of_controlnets_stays_what_it_was() -> None:
    latent = masked(encoded())
    settings = {"latent": latent, "control": chain([Applied("plain", 1.0, 0.0, 0.4)])}
    whole, fold = done_by_flux(**settings)
    half, _ = done_by_flux(**settings, end_step=2)
    rest, later = done_by_flux(latent=half, noise="none")
    assert later.whole == fold.whole
    assert torch.equal(rest.samples, whole.samples)


def test_a_mask_that_comes_later_keeps_the_latent_that_it_was_put_on() -> None:
    half, _ = done(end_step=2)
    late = masked(half)
    whole, _ = done(latent=late, noise="none")
    most, _ = done(latent=late, noise="none", end_step=4)
    rest, _ = done(latent=most, noise="none")
    assert torch.equal(rest.samples, whole.samples)


def test_half_done_pictures_with_masks_of_two_kinds_do_not_pass_for_either() -> None:
    soft = picture()
    latents = [soft, replace(soft, gradual=True)]
    halves = [done(latent=latent, end_step=2)[0] for latent in latents]
    wholes = [done(latent=latent)[1].whole for latent in latents]
    both = Bench()
    workbench.sampler(latent=join_latents(halves), noise="none").run(both)
    assert both.folds[0].whole not in wholes
    same = Bench()
    workbench.sampler(latent=join_latents([halves[0]] * 2), noise="none").run(same)
    assert same.folds[0].whole == wholes[0]


def test_a_method_that_ends_later_keeps_the_steps_that_it_acted_in() -> None:
    short, long = (
        done(guidance=Guidance(method=GuidanceMethod("TCFG", end=end)))[1].recipes
        for end in (0.5, 0.9)
    )
    assert [one == other for one, other in zip(short, long, strict=True)] == [
        *(True, True, True),
        *(False, False),
    ]


def test_a_seed_that_nothing_is_drawn_from_does_not_count() -> None:
    source = Noise(noises.SeededNoise(9))
    (one, first), (other, second) = (done(noise_source=source, seed=seed) for seed in (1, 2))
    assert torch.equal(one.samples, other.samples)
    assert first.whole == second.whole


def test_a_seed_counts_where_a_picture_is_drawn_beside_other_noise() -> None:
    source = Noise(noises.SeededNoise(9))
    first, second = (
        done(latent=picture(), denoise=0.8, noise_source=source, seed=seed)[1] for seed in (1, 2)
    )
    assert first.origin != second.origin


def test_the_smallest_difference_of_cfg_counts() -> None:
    under, over = (done(cfg=SEVEN + less) for less in (-5e-11, 5e-11))
    assert not torch.equal(under[0].samples, over[0].samples)
    assert under[1].recipes != over[1].recipes


def test_cfg_counts_where_only_a_controlnet_hears_it() -> None:
    control = chain([Applied("guided")])
    low, high = (
        done_by_flux(model=flux.model(dev=False), control=control, cfg=cfg) for cfg in (0.5, 1.0)
    )
    assert not torch.equal(low[0].samples, high[0].samples)
    assert low[1].recipes != high[1].recipes
