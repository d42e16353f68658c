"""SD 3 and Flux in bfloat16, as they compute on most GPUs: near what they say in full precision."""

from __future__ import annotations

import copy
from typing import Any

import pytest
import torch

from app.sdk import ControlNetwork, Weights
from nodes.control_net import ControlNet
from tests.diffusion import flux, sd3, workbench

NETWORKS = ("transformer", "controlnet")


@pytest.mark.parametrize("family", [sd3, flux])
def test_half_precision_stays_near(family: Any) -> None:
    class Bench(family.Bench):  # type: ignore[misc, name-defined]
        def weights(self, handle: Any) -> Any:
            module = super().weights(handle)
            halved = handle.weights.part in NETWORKS
            return copy.deepcopy(module).to(torch.bfloat16) if halved else module

    content = "sd3-control-23" if family is sd3 else "flux-control-guided"
    network = ControlNetwork(Weights("controlnet", content, family.FAMILY), latents=True)
    control = ControlNet(
        network=network, image=workbench.picture(4), control=None, vae=family.vae()
    ).run(family.Bench())
    settings = {"control": control, "steps": 2}
    half = family.sampler(**settings).run(Bench()).samples
    whole = family.sampler(**settings).run(family.Bench()).samples
    assert half.dtype == torch.float32
    assert float((half - whole).abs().max()) < 0.25
    assert float((half - whole).abs().mean()) < 0.02
