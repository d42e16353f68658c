"""Networks that take the guidance as a number, against LatentConsistencyModelPipeline."""

from __future__ import annotations

import copy
import json
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import torch
from diffusers import UNet2DConditionModel

from app.diffusion.loading.folder import open_checkpoint
from app.sdk import Guidance
from tests import components
from tests.diffusion import reference, workbench
from tests.diffusion.agreement import assert_equal_steps

WIDTH = 8
MODEL = replace(workbench.model(), distilled=True)


@cache
def distilled() -> Any:
    """A tiny network that is told how strictly to follow the prompt."""
    with torch.random.fork_rng():
        torch.manual_seed(5)
        made = UNet2DConditionModel(**components.UNET, time_cond_proj_dim=WIDTH)
    return made.eval().requires_grad_(False)


def made(**settings: Any) -> workbench.Bench:
    """What a Sampler does with it."""
    bench = workbench.Bench(network=distilled())
    usual = {"model": MODEL, "scheduler": "LCM", "steps": 4}
    workbench.sampler(**{**usual, **settings}).run(bench)
    return bench


@pytest.mark.reference(
    family="SD 1",
    feature="guidance as a number (LCM)",
    against="LatentConsistencyModelPipeline",
    agreement="equal",
)
@pytest.mark.parametrize("negative", [None, workbench.conditioning(2)], ids=["none", "given"])
def test_its_steps_equal_the_pipelines(negative: Any) -> None:
    import diffusers

    pipeline = diffusers.LatentConsistencyModelPipeline(
        vae=workbench.autoencoder(),
        text_encoder=None,
        tokenizer=None,
        unet=copy.copy(distilled()),
        scheduler=reference.scheduler("LCM"),
        safety_checker=None,
        feature_extractor=None,
        requires_safety_checker=False,
    )
    pipeline.set_progress_bar_config(disable=True)
    seen: list[torch.Tensor] = []

    def keep(_: Any, step: int, timestep: Any, tensors: dict[str, Any]) -> dict[str, Any]:
        seen.append(tensors["latents"].clone())
        return {}

    pipeline(
        prompt_embeds=workbench.conditioning(1).embeddings,
        num_inference_steps=4,
        guidance_scale=6.0,
        height=64,
        width=64,
        generator=torch.Generator().manual_seed(3),
        output_type="latent",
        callback_on_step_end=keep,
    )
    assert_equal_steps(made(cfg=6.0, negative=negative).samples(), seen)


def test_its_guidance_counts_and_a_negative_prompt_does_not() -> None:
    def recipes(**settings: Any) -> Any:
        return workbench.trajectory(model=MODEL, **settings).recipes

    assert recipes(negative=None) == recipes()
    assert not set(recipes(negative=None, cfg=3.0)) & set(recipes(negative=None))


def test_its_guidance_may_change_on_the_way() -> None:
    course = Guidance(()).followed_by(0.5, 2.0)
    before, after = made(cfg=6.0), made(cfg=6.0, guidance=course)
    equal = [torch.equal(*pair) for pair in zip(before.samples(), after.samples(), strict=True)]
    assert equal == [True, True, False, False]


def test_its_folder_says_that_it_is_one(tmp_path: Path) -> None:
    folder = components.build_checkpoint(tmp_path / "model")
    assert not open_checkpoint(folder, "abc").model.distilled
    config = folder / "unet" / "config.json"
    told = {**json.loads(config.read_text(encoding="utf-8")), "time_cond_proj_dim": WIDTH}
    config.write_text(json.dumps(told), encoding="utf-8")
    assert open_checkpoint(folder, "abc").model.distilled
