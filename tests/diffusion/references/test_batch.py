"""Batches in both modes: against single runs, and against the pipeline's batch."""

from __future__ import annotations

import pytest
import torch

from app.diffusion.sampling.schedulers import SCHEDULERS
from nodes.vae_decode import VAEDecode
from nodes.vae_encode import VAEEncode
from tests.diffusion import reference, workbench
from tests.diffusion.agreement import assert_equal_steps
from tests.diffusion.references.test_control import Applied, chain

SEED = 3


@pytest.mark.parametrize("name", SCHEDULERS)
def test_a_picture_of_an_exact_batch_equals_its_single_run(name: str) -> None:
    batch, _ = workbench.run(scheduler=name, latent=workbench.empty(2), steps=3)
    for index in range(2):
        single, _ = workbench.run(scheduler=name, seed=SEED + index, steps=3)
        assert torch.equal(batch.samples[index : index + 1], single.samples)


def test_pictures_of_an_exact_batch_share_the_trajectories_of_single_runs() -> None:
    batch = workbench.trajectories(latent=workbench.empty(2))
    single = workbench.trajectory(seed=SEED + 1)
    assert (batch[1].origin, batch[1].recipes) == (single.origin, single.recipes)


def test_an_exact_batch_with_pictures_and_controls_equals_its_single_runs() -> None:
    images = workbench.picture(5, count=2)
    latent = VAEEncode(image=images, vae=workbench.vae()).run(workbench.Bench())
    settings = {"control": chain([Applied(7)]), "denoise": 0.6, "scheduler": "Euler ancestral"}
    batch, _ = workbench.run(latent=latent, **settings)
    for index in range(2):
        image = workbench.Image(images.pixels[index : index + 1])
        alone = VAEEncode(image=image, vae=workbench.vae()).run(workbench.Bench())
        single, _ = workbench.run(latent=alone, seed=SEED + index, **settings)
        assert torch.equal(batch.samples[index : index + 1], single.samples)


@pytest.mark.reference(
    family="SD 1",
    feature="batch in one call, every scheduler",
    against="StableDiffusionPipeline",
    agreement="equal",
)
@pytest.mark.parametrize("name", SCHEDULERS)
def test_a_shared_batch_equals_the_pipelines_batch(name: str) -> None:
    settings = {"latent": workbench.empty(2), "batch": "shared", "steps": 3}
    _, bench = workbench.run(scheduler=name, **settings)
    seeds = [SEED, SEED + 1]
    by = reference.seeded(name, "normal", seeds)
    theirs = reference.run(
        reference.pipeline("StableDiffusionPipeline", by),
        reference.usual_prompts(),
        num_images_per_prompt=2,
        num_inference_steps=3,
        height=64,
        width=64,
        generator=[torch.Generator().manual_seed(seed) for seed in seeds],
    )
    assert_equal_steps(bench.samples(), theirs[:-1])


def test_shared_trajectories_are_never_taken_for_exact_ones() -> None:
    shared = workbench.trajectory(latent=workbench.empty(2), batch="shared")
    exact = workbench.trajectory(latent=workbench.empty(2))
    assert shared.origin != exact.origin


def test_decoding_a_batch_equals_decoding_its_pictures() -> None:
    latent, bench = workbench.run(latent=workbench.empty(2))
    both = VAEDecode(latent=latent, vae=workbench.vae()).run(bench)
    for index in range(2):
        single, _ = workbench.run(seed=SEED + index)
        alone = VAEDecode(latent=single, vae=workbench.vae()).run(bench)
        assert torch.equal(both.pixels[index : index + 1], alone.pixels)
