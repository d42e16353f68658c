"""Ways of guidance through the nodes, against pipelines and guiders of diffusers."""

from __future__ import annotations

from typing import Any

import diffusers
import pytest
import torch
from diffusers import guiders
from diffusers.hooks import LayerSkipConfig, apply_layer_skip
from torch import Tensor

from app.diffusion.sampling.weakening import NoSuchLayers
from app.sdk import Guidance
from nodes.guidance_method import GuidanceMethod
from nodes.guidance_rescale import GuidanceRescale
from nodes.perturbed_guidance import PerturbedGuidance
from nodes.vae_encode import VAEEncode
from tests import components
from tests.diffusion import reference, seeing, workbench, xl
from tests.diffusion.agreement import assert_equal_steps

NAMES = ["DPM++ 2M", "Euler ancestral", "Heun"]
SLOTS = "mid_block.attentions.0.transformer_blocks"

every_scheduler = pytest.mark.parametrize("name", NAMES)


def rescale(amount: float, more: Guidance | None = None) -> Guidance:
    """Through the node."""
    return GuidanceRescale(guidance=more, rescale=amount).run(workbench.Bench())


def method(name: Any, **settings: Any) -> Guidance:
    """Through the node."""
    usual = {"guidance": None, "parallel": 1.0, "limit": 15.0, "zero_steps": 1, "start": 0.0}
    node = GuidanceMethod(**{**usual, "end": 1.0, **settings}, method=name)
    return node.run(workbench.Bench())


def perturbed(**settings: Any) -> Guidance:
    """Through the node."""
    usual = {"guidance": None, "weaken": "attention", "layers": "mid", "strength": 2.5}
    node = PerturbedGuidance(**{**usual, "start": 0.0, "end": 1.0, **settings})
    return node.run(workbench.Bench())


def made(name: str, **settings: Any) -> list[Tensor]:
    """The samples after every step."""
    return workbench.run(scheduler=name, **settings)[1].samples()


def pipeline_of(kind: str, name: str, **settings: Any) -> list[Tensor]:
    """The latents after every step, of a pipeline around the tiny components of SD 1."""
    made_by = reference.pipeline(kind, reference.seeded(name, "normal", 3))
    made_by.register_modules(unet=components.unet())  # processors stay set in pipelines
    found = reference.run(made_by, reference.usual_prompts(), height=64, width=64, **settings)
    return found[:-1]


@pytest.mark.reference(
    family="SD 1",
    feature="guidance rescale",
    against="StableDiffusionPipeline",
    agreement="equal",
)
@every_scheduler
def test_rescaled_guidance_equals_the_pipeline(name: str) -> None:
    theirs = pipeline_of("StableDiffusionPipeline", name, guidance_rescale=0.7)
    assert_equal_steps(made(name, guidance=rescale(0.7)), theirs)


@pytest.mark.reference(
    family="SD 1",
    feature="perturbed attention guidance",
    against="StableDiffusionPAGPipeline",
    agreement="equal",
)
@pytest.mark.parametrize("cfg", [5.0, 1.0])
@every_scheduler
def test_perturbed_attention_equals_the_pipeline(name: str, cfg: float) -> None:
    ours = made(name, cfg=cfg, guidance=perturbed())
    negative = {} if cfg > 1 else {"negative_prompt_embeds": None}
    theirs = pipeline_of(
        "StableDiffusionPAGPipeline", name, pag_scale=2.5, guidance_scale=cfg, **negative
    )
    assert_equal_steps(ours, theirs)


def test_perturbed_attention_with_rescaled_guidance_equals_the_pipeline() -> None:
    ours = made("Euler", guidance=rescale(0.5, perturbed()))
    theirs = pipeline_of("StableDiffusionPAGPipeline", "Euler", pag_scale=2.5, guidance_rescale=0.5)
    assert_equal_steps(ours, theirs)


@pytest.mark.reference(
    family="SDXL",
    feature="perturbed attention guidance",
    against="StableDiffusionXLPAGPipeline",
    agreement="equal",
)
def test_perturbed_attention_of_sdxl_equals_the_pipeline() -> None:
    one, other = xl.conditioning(1), xl.conditioning(2)
    made_by = seeing.pipeline("StableDiffusionXLPAGPipeline", "SDXL", "", "Euler")
    made_by.register_modules(
        unet=components.seeded(11, lambda: diffusers.UNet2DConditionModel(**xl.UNET))
    )
    theirs = reference.run(
        made_by,
        (one, other),
        pooled_prompt_embeds=one.pooled,
        negative_pooled_prompt_embeds=other.pooled,
        height=64,
        width=64,
        pag_scale=2.5,
    )
    bench = xl.Bench()
    workbench.sampler(
        model=xl.model(), positive=one, negative=other, scheduler="Euler", guidance=perturbed()
    ).run(bench)
    assert_equal_steps(bench.samples(), theirs[:-1])


@pytest.mark.reference(
    family="SD 1",
    feature="image to image with perturbed attention",
    against="StableDiffusionPAGImg2ImgPipeline",
    agreement="equal",
)
def test_perturbed_attention_on_a_picture_equals_the_pipeline() -> None:
    picture = workbench.picture(5)
    latent = VAEEncode(image=picture, vae=workbench.vae()).run(workbench.Bench())
    ours = made("DPM++ 2M", latent=latent, denoise=0.6, guidance=perturbed())
    made_by = reference.pipeline(
        "StableDiffusionPAGImg2ImgPipeline", reference.seeded("DPM++ 2M", "normal", 3)
    )
    made_by.register_modules(unet=components.unet())
    prompts = reference.usual_prompts()
    settings = {"image": picture.pixels, "strength": 0.6, "pag_scale": 2.5}
    assert_equal_steps(ours, reference.run(made_by, prompts, **settings)[:-1])


@torch.no_grad()
def loop(combine: Any, weakened: Any = None) -> list[Tensor]:
    """Euler's latents where ``combine`` makes a prediction of the answers to all prompts.

    ``weakened`` is a second network, asked the same batch with the followed prompt once more.
    """
    by = reference.scheduler("Euler")
    by.set_timesteps(5)
    generator = torch.Generator().manual_seed(3)
    latents = torch.randn((1, 4, 8, 8), generator=generator) * by.init_noise_sigma
    positive, negative = (prompt.embeddings for prompt in reference.usual_prompts())
    asked = torch.cat([negative, positive, *([positive] if weakened else [])])
    seen = []
    for index, timestep in enumerate(by.timesteps):
        batch = torch.cat([by.scale_model_input(latents, timestep)] * len(asked))
        answers = workbench.unet()(batch, timestep, asked, return_dict=False)[0].chunk(len(asked))
        if weakened is not None:
            weak = weakened(batch, timestep, asked, return_dict=False)[0].chunk(len(asked))
            answers = (*answers[:2], weak[2])
        output = combine(index, timestep, *answers)
        latents = by.step(output, timestep, latents, return_dict=False)[0]
        seen.append(latents)
    return seen


GUIDERS = {
    "APG": (
        guiders.AdaptiveProjectedGuidance,
        {"eta": 0.3, "adaptive_projected_guidance_rescale": 6.0},
        {"parallel": 0.3, "limit": 6.0},
    ),
    "CFG-Zero*": (
        guiders.ClassifierFreeZeroStarGuidance,
        {"zero_init_steps": 2},
        {"zero_steps": 2},
    ),
    "TCFG": (guiders.TangentialClassifierFreeGuidance, {}, {}),
}


@pytest.mark.reference(
    family="SD 1",
    feature="APG, CFG-Zero* and TCFG",
    against="diffusers.guiders on the same predictions",
    agreement="equal",
)
@pytest.mark.parametrize("name", GUIDERS)
def test_a_method_equals_the_guider(name: str) -> None:
    kind, theirs, ours = GUIDERS[name]
    guider = kind(guidance_scale=5.0, **theirs)

    def combine(index: int, timestep: Tensor, avoided: Tensor, followed: Tensor) -> Any:
        guider.set_state(step=index, num_inference_steps=5, timestep=timestep)
        return guider.forward(followed, avoided).pred

    assert_equal_steps(made("Euler", guidance=method(name, **ours)), loop(combine))


def test_a_method_acts_in_its_part_of_the_steps_only() -> None:
    plain, whole = made("Euler"), made("Euler", guidance=method("TCFG"))
    part = made("Euler", guidance=method("TCFG", start=0.5))
    assert [torch.equal(a, b) for a, b in zip(plain, part, strict=True)] == [True] * 3 + [False] * 2
    assert not torch.equal(whole[-1], part[-1])


@pytest.mark.reference(
    family="SD 1",
    feature="skipped layers guidance",
    against="diffusers.guiders.SkipLayerGuidance on the same predictions",
    agreement="equal",
)
def test_skipped_layers_equal_the_guider() -> None:
    weak = components.unet()
    apply_layer_skip(weak, LayerSkipConfig([0], fqn=SLOTS))
    guider = guiders.SkipLayerGuidance(
        guidance_scale=5.0,
        skip_layer_guidance_scale=2.5,
        skip_layer_guidance_start=0.0,
        skip_layer_guidance_stop=1.0,
        skip_layer_config=LayerSkipConfig([0], fqn=SLOTS),
    )

    def combine(
        index: int, timestep: Tensor, avoided: Tensor, followed: Tensor, weak: Tensor
    ) -> Any:
        guider.set_state(step=1, num_inference_steps=5, timestep=timestep)
        return guider.forward(followed, avoided, weak).pred

    ours = made("Euler", guidance=perturbed(weaken="layers"))
    assert_equal_steps(ours, loop(combine, weak))
    assert not torch.equal(ours[0], made("Euler")[0])


def test_the_network_is_as_before_afterwards() -> None:
    plain = made("Euler")
    made("Euler", guidance=perturbed())
    made("Euler", guidance=perturbed(weaken="layers"))
    assert_equal_steps(made("Euler"), plain)


def test_it_says_so_where_no_layer_has_the_name() -> None:
    with pytest.raises(NoSuchLayers, match="named nowhere"):
        made("Euler", guidance=perturbed(layers="nowhere"))


def test_a_perturbation_that_ends_early_costs_only_its_steps() -> None:
    short, long = (
        workbench.trajectory(guidance=perturbed(end=end), steps=10).recipes for end in (0.3, 0.5)
    )
    assert [one == other for one, other in zip(short, long, strict=True)] == (
        [True] * 3 + [False] * 2 + [True] * 5
    )
