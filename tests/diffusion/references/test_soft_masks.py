"""Masks with greys, against a loop over a scheduler of diffusers: equal bits at every step."""

from __future__ import annotations

from typing import Any

import pytest
import torch
from torch import Tensor

from app.sdk import Latent, Mask
from nodes.latent_mask import LatentMask
from nodes.vae_encode import VAEEncode
from tests.diffusion import reference, workbench
from tests.diffusion.agreement import assert_equal_steps

POSITIVE, NEGATIVE = reference.usual_prompts()
STEPS = 5


def ramp() -> Tensor:
    """A mask that is black on the left and white on the right, in columns of latent places."""
    greys = torch.arange(8) / 7
    return greys.repeat_interleave(8).expand(1, 1, 64, 64).contiguous()


def masked(edge: Any) -> Latent:
    """A picture under that mask, through the nodes."""
    bench = workbench.Bench()
    latent = VAEEncode(image=workbench.picture(5), vae=workbench.vae()).run(bench)
    return LatentMask(latent=latent, mask=Mask(ramp()), edge=edge).run(bench)


@torch.no_grad()
def loop(edge: str) -> list[Tensor]:
    """Euler's latents, where the picture is put back after every step as the mask says."""
    by = reference.scheduler("Euler")
    by.set_timesteps(STEPS)
    generator = torch.Generator().manual_seed(3)
    posterior = workbench.autoencoder().encode(2 * workbench.picture(5).pixels - 1).latent_dist
    picture = posterior.sample(generator) * 0.18215
    noise = torch.randn((1, 4, 8, 8), generator=generator)
    mask = torch.nn.functional.interpolate(ramp(), size=(8, 8), mode="area")
    latents = noise * by.init_noise_sigma
    embeddings = torch.cat([NEGATIVE.embeddings, POSITIVE.embeddings])
    seen = []
    for index, timestep in enumerate(by.timesteps):
        batch = torch.cat([by.scale_model_input(latents, timestep)] * 2)
        answers = workbench.unet()(batch, timestep, embeddings, return_dict=False)[0]
        avoided, followed = answers.chunk(2)
        output = avoided + 5.0 * (followed - avoided)
        latents = by.step(output, timestep, latents, return_dict=False)[0]
        kept = picture
        if index + 1 < STEPS:
            kept = by.add_noise(picture, noise, by.timesteps[index + 1].reshape(1))
        free = (mask >= 1 - (index + 1) / STEPS).float() if edge == "gradual" else mask
        latents = (1 - free) * kept + free * latents
        seen.append(latents)
    return seen


@pytest.mark.reference(
    family="all", feature="soft masks", against="a composition", agreement="equal"
)
@pytest.mark.parametrize("edge", ["soft", "gradual"])
def test_greys_blend_after_every_step(edge: str) -> None:
    _, bench = workbench.run(latent=masked(edge), scheduler="Euler", steps=STEPS)
    assert_equal_steps(bench.samples(), loop(edge))


def test_a_gradual_mask_frees_white_places_first() -> None:
    _, bench = workbench.run(latent=masked("gradual"), scheduler="Euler", steps=STEPS)
    hard, _ = workbench.run(latent=masked("hard"), scheduler="Euler", steps=STEPS)
    assert not torch.equal(bench.samples()[-1], hard.samples)
