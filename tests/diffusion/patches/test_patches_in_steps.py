"""Patches in a sampling: a model that takes over with other patches, and what steps count."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import torch
from torch import Tensor

from app.diffusion.device import Device
from app.diffusion.loading.folder import Checkpoint, open_checkpoint
from app.diffusion.store import ModelStore
from app.sdk.patches import FreeU, LoRA
from nodes.text_encoder import TextEncoder
from tests import components
from tests.diffusion import reference, workbench
from tests.diffusion.agreement import assert_equal_steps
from tests.diffusion.patches.lora_bench import file_of, fused, kohya, never, pairs
from tests.diffusion.patches.test_reference_loras import sd1_pipeline

CPU = Device(torch.device("cpu"), torch.float32, "CPU")
STEPS = 6


class Bench(workbench.Bench):
    """A context over a store of its own."""

    store: ModelStore

    def weights(self, handle: Any) -> Any:
        """What the store gives."""
        return self.store.weights(handle, never)


def bench() -> Bench:
    made = Bench()
    made.store = ModelStore(CPU)
    return made


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Checkpoint:
    folder = tmp_path_factory.mktemp("steps") / "model"
    return open_checkpoint(components.build_checkpoint(folder), "abc")


@pytest.fixture(scope="module")
def lora(tmp_path_factory: pytest.TempPathFactory) -> LoRA:
    """For the network and the text encoder."""
    factors = pairs(components.unet(), lambda layer: layer.endswith(("to_q", "to_v", "conv1")))
    words = pairs(components.text_encoder(3), lambda layer: layer.endswith("fc1"))
    named = {f"text_model.{layer}": pair for layer, pair in words.items()}
    tensors = {**kohya("lora_unet_", factors), **kohya("lora_te_", named)}
    path = file_of(tmp_path_factory.mktemp("lora"), tensors)
    return LoRA("one", 0.9, path=str(path))


@pytest.mark.reference(
    family="SD 1",
    feature="LoRA in network and text encoder",
    against="StableDiffusionPipeline with fuse_lora",
    agreement="equal",
)
def test_a_picture_is_that_of_the_fused_pipeline(opened: Checkpoint, lora: LoRA) -> None:
    ours = bench()
    text_model = opened.text_model.patched(lora)
    positive, negative = (
        TextEncoder(text_model=text_model, text=text, reading="plain").run(ours).conditioning
        for text in ("a red cat", "the dog")
    )
    workbench.sampler(
        model=opened.model.patched(lora), positive=positive, negative=negative, scheduler="Euler"
    ).run(ours)
    made = sd1_pipeline()
    made.unet, made.text_encoder = components.unet(1), components.text_encoder(3)
    fused(made, Path(lora.path), lora.strength, ["unet", "text_encoder"])
    made.scheduler = reference.seeded("Euler", "normal", 3)
    made.set_progress_bar_config(disable=True)
    seen: list[Tensor] = []

    def keep(_: Any, step: int, timestep: Any, tensors: dict[str, Tensor]) -> dict[str, Tensor]:
        seen.append(tensors["latents"].clone())
        return {}

    made(
        prompt="a red cat",
        negative_prompt="the dog",
        num_inference_steps=5,
        guidance_scale=5.0,
        generator=torch.Generator().manual_seed(3),
        height=64,
        width=64,
        output_type="latent",
        callback_on_step_end=keep,
    )
    assert_equal_steps(ours.samples(), seen)


def test_another_stack_may_take_over_on_the_way(opened: Checkpoint, lora: LoRA) -> None:
    """Against a loop over a scheduler with two networks."""
    patched = opened.model.patched(lora)
    ours = bench()
    model = opened.model.followed_by(patched, 0.5)
    workbench.sampler(model=model, scheduler="Euler", steps=STEPS, cfg=1.0).run(ours)
    plain = components.unet(1)
    changed = ModelStore(CPU).weights(patched, never)
    assert_equal_steps(ours.samples(), loop([plain] * 3 + [changed] * 3))


@torch.no_grad()
def loop(networks: list[Any]) -> list[Tensor]:
    """The latents after every step, each asked of one of the networks."""
    by = reference.seeded("Euler", "normal", 3)
    by.set_timesteps(STEPS)
    latents = torch.randn((1, 4, 8, 8), generator=torch.Generator().manual_seed(3))
    latents, words = latents * by.init_noise_sigma, workbench.conditioning(1).embeddings
    seen = []
    for network, timestep in zip(networks, by.timesteps, strict=True):
        answer = network(by.scale_model_input(latents, timestep), timestep, words).sample
        latents = by.step(answer, timestep, latents).prev_sample
        seen.append(latents)
    return seen


def test_pictures_of_a_batch_take_turns_with_the_stacks(opened: Checkpoint, lora: LoRA) -> None:
    model = opened.model.followed_by(opened.model.patched(lora), 0.5)
    settings = {"model": model, "scheduler": "Euler", "steps": STEPS, "cfg": 1.0}
    both = bench()
    workbench.sampler(**settings, latent=workbench.empty(count=2)).run(both)
    for place, seed in enumerate((3, 4)):
        alone = bench()
        workbench.sampler(**settings, seed=seed).run(alone)
        assert_equal_steps(both.samples(place), alone.samples())


def test_steps_before_a_patch_takes_over_are_those_without_it(lora: LoRA) -> None:
    usual = workbench.model()
    later = usual.followed_by(usual.patched(FreeU(1.5, 1.6, 0.9, 0.2)), 0.5)
    one, other = (workbench.trajectory(model=m, steps=STEPS).recipes for m in (usual, later))
    assert one[:3] == other[:3]
    assert not set(one[3:]) & set(other[3:])


def test_the_strength_counts_in_every_step(lora: LoRA) -> None:
    stacks = [(), (lora,), (replace(lora, strength=0.5),), (lora, lora)]
    models = [replace(workbench.model(), patches=stack) for stack in stacks]
    recipes = {name for model in models for name in workbench.trajectory(model=model).recipes}
    assert len(recipes) == 5 * len(stacks)
