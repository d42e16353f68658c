"""SD 3 and 3.5 against diffusers' own pipelines, bit by bit."""

from __future__ import annotations

from typing import Any

import pytest
import torch
from torch import Tensor

from app.sdk.errors import NodeError
from nodes.perturbed_guidance import PerturbedGuidance
from nodes.vae_decode import VAEDecode
from tests.diffusion import flux, sd3, workbench
from tests.diffusion.agreement import assert_equal_steps


def made(**settings: Any) -> list[Tensor]:
    """The samples after every step and the decoded pixels, through the nodes."""
    bench = sd3.Bench()
    latent = sd3.sampler(**settings).run(bench)
    image = VAEDecode(latent=latent, vae=sd3.vae()).run(bench)
    return [*bench.samples(), image.pixels]


@pytest.mark.reference(
    family="SD 3", feature="text to image", against="StableDiffusion3Pipeline", agreement="equal"
)
@pytest.mark.parametrize("name", sd3.SCHEDULERS)
def test_text_to_image_equals_the_pipeline(name: str) -> None:
    assert_equal_steps(made(scheduler=name), sd3.text_to_image(name))


@pytest.mark.reference(
    family="SD 3",
    feature="text to image, 3.5",
    against="StableDiffusion3Pipeline",
    agreement="equal",
)
@pytest.mark.parametrize("cfg", [1.0, 5.0])
def test_the_newer_network_equals_the_pipeline(cfg: float) -> None:
    ours = made(model=sd3.model(newer=True), cfg=cfg)
    assert_equal_steps(ours, sd3.text_to_image("Euler", newer=True, guidance_scale=cfg))


@pytest.mark.reference(
    family="SD 3",
    feature="skip-layer guidance",
    against="StableDiffusion3Pipeline",
    agreement="equal",
)
def test_leaving_layers_out_equals_the_pipeline() -> None:
    node = PerturbedGuidance(
        guidance=None, weaken="layers", layers="1, 2", strength=2.8, start=0.01, end=0.6
    )
    theirs = sd3.text_to_image(
        "Euler",
        skip_guidance_layers=[1, 2],
        skip_layer_guidance_scale=2.8,
        skip_layer_guidance_start=0.01,
        skip_layer_guidance_stop=0.6,
    )
    assert_equal_steps(made(guidance=node.run(sd3.Bench())), theirs)


@pytest.mark.parametrize("layers", ["", "3", "mid", "-1", "1.5", "9" * 99])
def test_layers_that_it_does_not_have_are_refused(layers: str) -> None:
    node = PerturbedGuidance(guidance=None, weaken="layers", layers=layers)
    with pytest.raises(NodeError, match="such as 7, 8, 9"):
        made(guidance=node.run(sd3.Bench()))


def test_attention_is_not_weakened_in_it() -> None:
    node = PerturbedGuidance(guidance=None, weaken="attention")
    with pytest.raises(NodeError, match="choose layers instead of attention"):
        made(guidance=node.run(sd3.Bench()))


def test_prompts_of_different_length_are_each_asked_alone() -> None:
    long = sd3.conditioning(1, tokens=sd3.TOKENS + 77)
    bench = sd3.Bench()
    alone = sd3.transformer()
    sd3.sampler(positive=long, steps=1, cfg=5.0).run(bench)
    first = bench.states[0][0].samples
    with torch.no_grad():
        answers = [
            alone(
                hidden_states=first,
                timestep=torch.tensor([1000.0]),
                encoder_hidden_states=prompt.embeddings,
                pooled_projections=prompt.pooled,
            ).sample
            for prompt in (sd3.conditioning(2), long)
        ]
    guided = answers[0] + 5.0 * (answers[1] - answers[0])
    assert torch.equal(bench.samples()[0], first - guided)


def test_a_side_that_leaves_half_a_patch_is_refused() -> None:
    with pytest.raises(NodeError, match=r"72 x 64 leaves .* such as 64 x 64"):
        made(latent=workbench.empty(1, 72, 64))


def test_a_picture_larger_than_its_grid_is_refused() -> None:
    with pytest.raises(NodeError, match="at most 192 pixels"):
        made(latent=workbench.empty(1, 208, 64))


def test_its_latents_do_not_go_into_an_autoencoder_of_another_family() -> None:
    latent = sd3.sampler(steps=1).run(sd3.Bench())
    with pytest.raises(NodeError, match="for SD 3 with 16 channels, but the VAE is for SD 1 with"):
        VAEDecode(latent=latent, vae=workbench.vae()).run(workbench.Bench())
    with pytest.raises(NodeError, match="latent is for SD 3, but the model is Flux"):
        flux.sampler(latent=latent).run(flux.Bench())
