"""Large pictures through windows, against a composition of the network's answers."""

from __future__ import annotations

import math
from typing import Any

import pytest
import torch
from torch import Tensor

from app.diffusion.sampling.window_sizes import WindowsOverlapTooFar
from app.sdk import Image, Model
from nodes.control_net import ControlNet
from nodes.region import Region
from nodes.tiled_diffusion import TiledDiffusion
from tests.diffusion import reference, workbench
from tests.diffusion.agreement import assert_equal_steps
from tests.diffusion.references.test_regions import mask

BENCH = workbench.Bench()
POSITIVE, NEGATIVE = reference.usual_prompts()
STARTS = (0, 4, 8)
"""Where windows of 8 places that overlap by 4 begin on 16 places."""


def tiled(width: int = 64, height: int = 64, overlap: int = 32, fade: Any = "even") -> Model:
    """The tiny model with windows, through the node."""
    node = TiledDiffusion(
        model=workbench.model(), window=(width, height), overlap=overlap, fade=fade
    )
    return node.run(BENCH)


def made(**settings: Any) -> list[Tensor]:
    """The samples after every step of Euler on a picture of 128 x 64."""
    latent = workbench.empty(width=128)
    settings = {"latent": latent, "scheduler": "Euler", **settings}
    return workbench.run(**settings)[1].samples()


def fade(kind: str) -> Tensor:
    """How much the places of a window count."""
    if kind == "even":
        return torch.ones(1, 1, 8, 8)
    one = torch.tensor([math.exp(-(((p - 3.5) / 8) ** 2) / 0.02) for p in range(8)])
    return (one[:, None] * one[None, :])[None, None]


@torch.no_grad()
def loop(kind: str, control: Image | None = None) -> list[Tensor]:
    """Euler's latents where the mean over windows is guided."""
    by = reference.scheduler("Euler")
    by.set_timesteps(5)
    generator = torch.Generator().manual_seed(3)
    latents = torch.randn((1, 4, 8, 16), generator=generator) * by.init_noise_sigma
    prompts = torch.cat([NEGATIVE.embeddings, POSITIVE.embeddings])
    seen = []
    for timestep in by.timesteps:
        batch = torch.cat([by.scale_model_input(latents, timestep)] * 2)
        total, weights = torch.zeros(2, 4, 8, 16), torch.zeros(1, 1, 8, 16)
        for left in STARTS:
            part = batch[..., left : left + 8].contiguous()
            more: dict[str, Any] = {}
            if control is not None:
                pixels = control.pixels[..., 8 * left : 8 * left + 64].contiguous()
                down, middle = workbench.control_network()(
                    part, timestep, prompts, torch.cat([pixels] * 2), return_dict=False
                )
                more["down_block_additional_residuals"] = down
                more["mid_block_additional_residual"] = middle
            answers = workbench.unet()(part, timestep, prompts, **more, return_dict=False)[0]
            total[..., left : left + 8] += answers * fade(kind)
            weights[..., left : left + 8] += fade(kind)
        avoided, followed = (total / weights).chunk(2)
        output = avoided + 5.0 * (followed - avoided)
        latents = by.step(output, timestep, latents, return_dict=False)[0]
        seen.append(latents)
    return seen


@pytest.mark.reference(
    family="all", feature="tiled diffusion", against="a composition", agreement="equal"
)
@pytest.mark.parametrize("kind", ["even", "gaussian"])
def test_windows_are_blended_in_every_step(kind: str) -> None:
    assert_equal_steps(made(model=tiled(fade=kind)), loop(kind))


@pytest.mark.parametrize("kind", ["even", "gaussian"])
def test_one_window_over_all_is_as_none(kind: str) -> None:
    assert_equal_steps(made(model=tiled(128, 64, fade=kind)), made())


def test_windows_larger_than_the_picture_are_as_none() -> None:
    assert_equal_steps(made(model=tiled(256, 256)), made())


def test_pictures_of_control_nets_are_cut_along() -> None:
    picture = workbench.picture(6, width=128)
    node = ControlNet(
        network=workbench.control_handle(),
        image=picture,
        control=None,
        vae=None,
        strength=1.0,
        start=0.0,
        end=1.0,
    )
    ours = made(model=tiled(), control=node.run(BENCH))
    assert_equal_steps(ours, loop("even", picture))


def test_regions_lie_on_the_whole_picture() -> None:
    other = workbench.conditioning(8)
    settings = {"strength": 1.0, "start": 0.0, "end": 1.0}
    wide = torch.nn.functional.interpolate(mask(0, 8).alpha, size=(64, 128))
    over = Region(base=POSITIVE, prompt=other, mask=type(mask(0, 8))(wide), **settings).run(BENCH)
    assert_equal_steps(made(model=tiled(), positive=over), made(model=tiled(), positive=other))


def test_a_run_with_windows_goes_on_from_any_step() -> None:
    model = tiled(fade="gaussian")
    whole = made(model=model)
    first, _ = workbench.run(
        model=model, latent=workbench.empty(width=128), scheduler="Euler", end_step=2
    )
    second = made(model=model, latent=first, noise="none")
    assert_equal_steps(second, whole[2:])


def test_it_says_so_where_windows_overlap_wholly() -> None:
    with pytest.raises(WindowsOverlapTooFar, match="64 px"):
        tiled(overlap=64)
