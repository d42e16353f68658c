"""SD 3 with ControlNets, against diffusers' own pipeline."""

from __future__ import annotations

import copy
from typing import Any, NamedTuple

import pytest
import torch
from torch import Tensor

from app.sdk import Control, ControlNetwork, Weights
from nodes.control_net import ControlNet
from nodes.vae_decode import VAEDecode
from tests.diffusion import sd3, workbench
from tests.diffusion.agreement import assert_equal_steps

SEED = 3
KINDS: dict[str, dict[str, Any]] = {
    "usual": {},
    "with the vector": {"force_zeros_for_pooled_projection": False},
    "of 3.5": {"use_pos_embed": False, "joint_attention_dim": None},
}


class Applied(NamedTuple):
    """One ControlNet of a chain, by the name of its kind."""

    name: str
    strength: float = 1.0
    start: float = 0.0
    end: float = 1.0

    @property
    def network(self) -> Any:
        """The loaded network."""
        return sd3.control_network(23, **KINDS[self.name])

    @property
    def pixels(self) -> Tensor:
        """Its picture."""
        return workbench.picture(len(self.name)).pixels


CHAINS = {
    **{name: [Applied(name, 0.9)] for name in KINDS},
    "window": [Applied("usual", 0.6, 0.2, 0.8)],
    "two": [Applied("usual", 0.9, 0.0, 0.6), Applied("usual", 0.4, 0.4, 1.0)],
}


class Bench(sd3.Bench):
    """A context that hands out these ControlNets."""

    def weights(self, handle: Any) -> Any:
        """The tiny module behind a handle."""
        if handle.weights.part == "controlnet":
            return sd3.control_network(23, **KINDS[handle.weights.content])
        return super().weights(handle)


def made(applied: list[Applied], **settings: Any) -> list[Tensor]:
    """The samples after every step and the decoded pixels, through the nodes."""
    control: Control | None = None
    bench = Bench()
    for one in applied:
        network = ControlNetwork(Weights("controlnet", one.name, sd3.FAMILY), latents=True)
        control = ControlNet(
            network=network,
            image=workbench.picture(len(one.name)),
            control=control,
            vae=sd3.vae(),
            strength=one.strength,
            start=one.start,
            end=one.end,
        ).run(bench)
    latent = sd3.sampler(control=control, seed=SEED, **settings).run(bench)
    image = VAEDecode(latent=latent, vae=sd3.vae()).run(bench)
    return [*bench.samples(), image.pixels]


def piped(applied: list[Applied], **settings: Any) -> list[Tensor]:
    """The pipeline, which draws for the latents of control pictures from the global generator.

    Here that stands where the generator of the picture begins.
    """
    networks = [one.network for one in applied]
    images = [2 * one.pixels - 1 for one in applied]
    single = len(applied) == 1
    pipeline = sd3.pipeline(
        "StableDiffusion3ControlNetPipeline",
        sd3.scheduler("Euler"),
        controlnet=networks[0] if single else sd3.SD3MultiControlNetModel(networks),
    )
    pipeline.vae = copy.copy(pipeline.vae)
    pipeline.vae.use_slicing = True  # picture by picture, as we do
    strengths = [one.strength for one in applied]
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(SEED)
        return sd3.run(
            pipeline,
            control_image=images[0] if single else images,
            controlnet_conditioning_scale=strengths[0] if single else strengths,
            control_guidance_start=[one.start for one in applied],
            control_guidance_end=[one.end for one in applied],
            height=64,
            width=64,
            **settings,
        )


@pytest.mark.reference(
    family="SD 3",
    feature="ControlNet",
    against="StableDiffusion3ControlNetPipeline",
    agreement="equal",
)
@pytest.mark.parametrize("name", CHAINS)
def test_a_chain_equals_the_pipeline(name: str) -> None:
    applied = CHAINS[name]
    assert_equal_steps(made(applied, cfg=1.0), piped(applied, guidance_scale=1.0))


@pytest.mark.reference(
    family="SD 3",
    feature="ControlNet with a negative prompt",
    against="StableDiffusion3ControlNetPipeline",
    agreement="equal where both prompts see the same picture",
)
@pytest.mark.parametrize("name", CHAINS)
def test_with_guidance_it_equals_a_pipeline_that_draws_once(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The pipeline draws the latent of its picture anew for the negative prompt; we do not."""
    distribution = sd3.DiagonalGaussianDistribution

    def sample(self: Any, generator: Any = None) -> Tensor:
        noise = torch.randn((1, *self.mean.shape[1:]), generator=generator)
        return self.mean + self.std * noise

    monkeypatch.setattr(distribution, "sample", sample)
    assert_equal_steps(made(CHAINS[name]), piped(CHAINS[name]))
