"""Whatever steers a sampling, it can be gone on with from any state, and differs where it acts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import torch

from app.diffusion.sampling.trajectory import State, Trajectory
from app.sdk import Guidance, Noise, Sigmas, noises
from app.sdk.courses import GuidanceMethod, Perturbation
from nodes.tiled_diffusion import TiledDiffusion
from nodes.vae_encode import VAEEncode
from tests.diffusion import seeing, workbench
from tests.diffusion.references.test_inpainting import inpaint_latent
from tests.diffusion.references.test_regions import BASE, LEFT, mask, region
from tests.diffusion.references.test_soft_masks import masked

BENCH = workbench.Bench()


def instructions() -> dict[str, Any]:
    """A network that changes a picture."""
    latent = VAEEncode(image=workbench.picture(5), vae=workbench.vae()).run(BENCH)
    return {"model": seeing.model("SD 1", "instructions"), "latent": latent}


def windows() -> dict[str, Any]:
    """A picture of two windows, with a region."""
    tiled = TiledDiffusion(model=workbench.model(), window=(64, 64), overlap=32)
    return {
        "model": tiled.run(BENCH),
        "latent": workbench.empty(width=128),
        "positive": region(BASE, LEFT, mask(0, 4), start=0.2),
    }


WAYS: dict[str, Callable[[], dict[str, Any]]] = {
    "inpainting": lambda: {
        "model": seeing.model("SD 1", "inpainting"),
        "latent": inpaint_latent("SD 1"),
        "denoise": 0.8,
    },
    "instructions": instructions,
    "windows": windows,
    "gradual": lambda: {"latent": masked("gradual")},
    "perturbed": lambda: {"guidance": Guidance(perturbation=Perturbation("attention", "mid", 2.0))},
    "method": lambda: {"guidance": Guidance(method=GuidanceMethod("TCFG", end=0.5), rescale=0.5)},
    "levels": lambda: {"sigmas": Sigmas((14.0, 6.0, 2.0, 0.5, 0.0)), "scheduler": "Heun"},
    "noise": lambda: {"noise_source": Noise(noises.SeededNoise(9))},
}


def fold(**settings: Any) -> Trajectory:
    """The only fold of a Sampler."""
    held: list[Trajectory] = []

    class Catching(seeing.Bench):
        def fold(self, fold: Any, item: int = 0, items: int = 1) -> Any:
            held.append(fold)
            return super().fold(fold, item, items)

    usual = {"scheduler": "Euler ancestral", "steps": 4}
    workbench.sampler(**{**usual, **settings}).run(Catching())
    return held[0]


def states(fold: Trajectory) -> list[State]:
    """All states, the first one included."""
    found = [fold.first()]
    for index in range(len(fold.recipes)):
        found.append(fold.step(index, found[-1]))
    return found


@pytest.mark.parametrize("way", WAYS)
def test_any_state_leads_to_the_same_end(way: str) -> None:
    settings = WAYS[way]()
    whole, resumed = states(fold(**settings)), fold(**settings)
    for start in reversed(range(len(whole) - 1)):
        state = whole[start]
        for index in range(start, len(whole) - 1):
            state = resumed.step(index, state)
        assert torch.equal(state.samples, whole[-1].samples), f"from step {start}"


@pytest.mark.parametrize("way", WAYS)
def test_it_is_other_work_than_without(way: str) -> None:
    plain, steered = fold(), fold(**WAYS[way]())
    assert (plain.origin, plain.recipes) != (steered.origin, steered.recipes)


def test_a_method_that_ends_half_way_keeps_no_more_than_the_steps_it_acts_in() -> None:
    plain, steered = (
        fold(steps=8, scheduler="Euler", guidance=guidance)
        for guidance in (None, Guidance(method=GuidanceMethod("APG", end=0.5)))
    )
    same = [one == other for one, other in zip(plain.recipes, steered.recipes, strict=True)]
    assert same == [False] * 4 + [True] * 4
