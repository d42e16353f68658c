"""Flux dev and schnell against diffusers' own pipelines, bit by bit."""

from __future__ import annotations

from typing import Any

import diffusers
import pytest
from torch import Tensor

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
