"""Flux dev and schnell against diffusers' own pipelines, bit by bit."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import diffusers
import pytest
import torch
from torch import Tensor

from app.sdk.errors import NodeError
from nodes.true_cfg import TrueCFG
from nodes.vae_decode import VAEDecode
from tests.diffusion import flux, workbench
from tests.diffusion.agreement import assert_equal_steps

SOLVERS = {
    "DPM++ 2M": ("DPMSolverMultistep", {"solver_order": 2}),
    "DPM++ 2S": ("DPMSolverSinglestep", {"solver_order": 2}),
    "UniPC": ("UniPCMultistep", {}),
}


def made(**settings: Any) -> list[Tensor]:
    """The samples after every step and the decoded pixels, through the nodes."""
    bench = flux.Bench()
    latent = flux.sampler(**settings).run(bench)
    image = VAEDecode(latent=latent, vae=flux.vae()).run(bench)
    return [*bench.samples(), image.pixels]


@pytest.mark.reference(
    family="Flux", feature="text to image, dev", against="FluxPipeline", agreement="equal"
)
@pytest.mark.parametrize("size", [(64, 64), (96, 48)])
def test_dev_equals_the_pipeline(size: tuple[int, int]) -> None:
    ours = made(latent=workbench.empty(1, *size))
    assert_equal_steps(ours, flux.run(flux.pipeline("FluxPipeline"), size))


@pytest.mark.reference(
    family="Flux", feature="text to image, schnell", against="FluxPipeline", agreement="equal"
)
def test_schnell_equals_the_pipeline() -> None:
    ours = made(model=flux.model(dev=False), cfg=1.0)
    assert_equal_steps(ours, flux.run(flux.pipeline("FluxPipeline", dev=False)))


@pytest.mark.reference(
    family="Flux", feature="other solvers", against="FluxPipeline", agreement="equal"
)
@pytest.mark.parametrize("name", SOLVERS)
def test_solvers_made_for_curves_equal_the_pipeline(name: str) -> None:
    kind, settings = SOLVERS[name]
    along_flow = {
        "use_flow_sigmas": True,
        "prediction_type": "flow_prediction",
        "use_dynamic_shifting": True,
    }
    scheduler = getattr(diffusers, kind + "Scheduler")(**settings, **along_flow)
    for limit in ("base_image_seq_len", "max_image_seq_len"):  # asked of the scheduler
        scheduler.register_to_config(**{limit: flux.BY_SIZE[limit]})
    theirs = flux.run(flux.pipeline("FluxPipeline", scheduler))
    assert_equal_steps(made(scheduler=name), theirs)


@pytest.mark.reference(
    family="Flux", feature="true cfg, dev", against="FluxPipeline", agreement="equal"
)
def test_a_true_cfg_equals_the_pipeline() -> None:
    guidance = TrueCFG(guidance=None, cfg=4.0).run(flux.Bench())
    ours = made(negative=flux.conditioning(2), guidance=guidance)
    assert_equal_steps(ours, flux.run(flux.pipeline("FluxPipeline"), true_cfg_scale=4.0))


@pytest.mark.reference(
    family="Flux", feature="true cfg, schnell", against="FluxPipeline", agreement="equal"
)
def test_schnell_against_a_negative_prompt_equals_the_pipeline() -> None:
    ours = made(model=flux.model(dev=False), negative=flux.conditioning(2), cfg=4.0)
    pipeline = flux.pipeline("FluxPipeline", dev=False)
    assert_equal_steps(ours, flux.run(pipeline, true_cfg_scale=4.0))


def test_dev_minds_a_negative_prompt_by_a_true_cfg_only() -> None:
    with_negative, without = made(negative=flux.conditioning(2)), made()
    assert_equal_steps(with_negative, without)


def test_a_cfg_that_cannot_act_is_refused() -> None:
    with pytest.raises(NodeError, match="set cfg to 1, or connect a negative prompt"):
        made(model=flux.model(dev=False), cfg=3.5)


def test_a_negative_prompt_of_another_length_may_be_avoided() -> None:
    guidance = TrueCFG(guidance=None, cfg=4.0).run(flux.Bench())
    ours = made(negative=flux.conditioning(2, tokens=2 * flux.TOKENS), guidance=guidance)
    assert all(bool(samples.isfinite().all()) for samples in ours)


def test_a_prompt_of_another_network_is_refused() -> None:
    vectorless = replace(flux.conditioning(1), pooled=None)
    narrow = replace(flux.conditioning(1), embeddings=torch.zeros(1, 4, 16))
    for prompt, words in ((vectorless, "another model than Flux"), (narrow, "16 numbers wide")):
        with pytest.raises(NodeError, match=words):
            made(positive=prompt)


def test_a_side_that_leaves_half_a_patch_is_refused() -> None:
    with pytest.raises(NodeError, match=r"64 x 40 leaves .* such as 64 x 32"):
        made(latent=workbench.empty(1, 64, 40))
