"""Noise levels on a wire of their own, through the nodes, against diffusers' pipelines."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import pytest
import torch
from diffusers.schedulers import AysSchedules
from torch import Tensor

from app.diffusion.sampling.noise_levels import BadLevels, NoLevels
from app.diffusion.sampling.scheduler_kinds import FLOW_SCHEDULERS
from app.sdk import Sigmas
from nodes.noise_levels import AlignedNoiseLevels, ChangeNoiseLevels, NoiseLevels, TypedNoiseLevels
from nodes.split_noise_levels import SplitNoiseLevels
from nodes.vae_encode import VAEEncode
from tests.diffusion import reference, sd3, workbench
from tests.diffusion.agreement import assert_equal_steps

BENCH = workbench.Bench()
LEVELS = (14.0, 7.5, 3.0, 1.25, 0.5, 0.1, 0.0)


def typed(levels: tuple[float, ...] = LEVELS) -> Sigmas:
    """Through the node."""
    return TypedNoiseLevels(levels=", ".join(map(str, levels))).run(BENCH)


def of_model(spacing: Any = "karras", steps: int = 6) -> Sigmas:
    """Those of the tiny model, through the node."""
    return NoiseLevels(model=workbench.model(), latent=None, spacing=spacing, steps=steps).run(
        BENCH
    )


def made(name: str, sigmas: Sigmas, **settings: Any) -> list[Tensor]:
    """The samples after every step."""
    return workbench.run(scheduler=name, sigmas=sigmas, **settings)[1].samples()


def theirs(name: str, **settings: Any) -> list[Tensor]:
    """The pipeline's latents after every step."""
    made_by = reference.pipeline("StableDiffusionPipeline", reference.seeded(name, "normal", 3))
    prompts = reference.usual_prompts()
    return reference.run(made_by, prompts, height=64, width=64, **settings)[:-1]


@pytest.mark.reference(
    family="SD 1",
    feature="noise levels given one by one",
    against="StableDiffusionPipeline(sigmas=…)",
    agreement="equal",
)
def test_typed_levels_equal_the_pipeline() -> None:
    expected = theirs("Euler", sigmas=list(LEVELS), num_inference_steps=None)
    assert_equal_steps(made("Euler", typed()), expected)


@pytest.mark.reference(
    family="SD 1",
    feature="Align Your Steps",
    against="StableDiffusionPipeline(timesteps=…)",
    agreement="equal",
)
@pytest.mark.parametrize("name", ["DPM++ 2M", "DPM++ 2M SDE", "DPM++ 2S", "Heun"])
def test_aligned_levels_equal_the_pipeline(name: str) -> None:
    aligned = AlignedNoiseLevels(family="SD 1", steps=10).run(BENCH)
    # Of the paper's timesteps one is not the nearest to its noise level, 0.399.
    table = [125 if step == 124 else step for step in AysSchedules["StableDiffusionTimesteps"]]
    assert_equal_steps(made(name, aligned), theirs(name, timesteps=table))


def test_aligned_levels_are_the_papers_and_lie_between_them() -> None:
    ten = AlignedNoiseLevels(family="SD 1", steps=10).run(BENCH).levels
    assert ten == pytest.approx(AysSchedules["StableDiffusionSigmas"])
    many = AlignedNoiseLevels(family="SDXL", steps=19).run(BENCH).levels
    assert many[2] == pytest.approx(AysSchedules["StableDiffusionXLSigmas"][1])
    assert many[1] ** 2 == pytest.approx(many[0] * many[2])


def test_the_levels_of_a_model_are_eulers() -> None:
    by = reference.scheduler("Euler", "karras")
    by.set_timesteps(6)
    assert of_model().levels == tuple(by.sigmas.tolist())


def test_part_of_the_levels_goes_on_from_the_others() -> None:
    sigmas = typed()
    halves = SplitNoiseLevels(sigmas=sigmas, step=3).run(BENCH)
    whole = made("Euler", sigmas)
    first, bench = workbench.run(scheduler="Euler", sigmas=halves.noisy)
    second = made("Euler", halves.clean, latent=first, noise="none")
    assert_equal_steps([*bench.samples(), *second], whole)


def test_a_picture_gets_only_as_much_noise_as_the_first_level() -> None:
    picture = VAEEncode(image=workbench.picture(5), vae=workbench.vae()).run(BENCH)
    _, bench = workbench.run(scheduler="Euler", sigmas=typed((1.0, 0.5, 0.0)), latent=picture)
    begun = bench.states[0][0].samples
    assert 0.7 < float((begun - picture.samples).std()) < 1.4


def test_a_blank_begins_with_noise_for_the_first_level() -> None:
    _, bench = workbench.run(scheduler="Euler", sigmas=typed((2.0, 0.5, 0.0)))
    drawn = torch.randn((1, 4, 8, 8), generator=torch.Generator().manual_seed(3))
    assert torch.allclose(bench.states[0][0].samples, 5**0.5 * drawn)


def test_levels_can_be_shifted_scaled_and_turned() -> None:
    def changed(change: Any, amount: float = 2.0) -> tuple[float, ...]:
        given = Sigmas((1.0, 0.5, 0.0))
        return ChangeNoiseLevels(sigmas=given, change=change, amount=amount).run(BENCH).levels

    assert changed("shift") == pytest.approx((1.0, 2 / 3, 0.0))
    assert changed("scale") == (2.0, 1.0, 0.0)
    assert changed("flip") == (1e-4, 0.5, 1.0)


def test_flipped_levels_lead_from_a_picture_to_noise() -> None:
    picture = VAEEncode(image=workbench.picture(5), vae=workbench.vae()).run(BENCH)
    turned = ChangeNoiseLevels(sigmas=typed(), change="flip", amount=1.0).run(BENCH)
    after = made("Euler", turned, latent=picture, noise="none", cfg=1.0)
    assert bool(torch.isfinite(after[-1]).all())
    assert float(after[-1].std()) > 3 * float(picture.samples.std())


def test_the_first_steps_are_kept_where_only_the_steps_count_differs() -> None:
    plain, other = (
        workbench.trajectory(scheduler="Euler", sigmas=typed(), steps=steps) for steps in (5, 9)
    )
    assert plain.origin == other.origin
    assert plain.recipes == other.recipes


@pytest.mark.parametrize("name", ["UniPC", "Euler ancestral", "LCM", "PNDM"])
def test_a_scheduler_that_takes_none_says_so(name: str) -> None:
    with pytest.raises(NoLevels, match="sets its noise levels itself"):
        made(name, typed())


@pytest.mark.parametrize(
    ("name", "levels", "problem"),
    [
        ("Euler", (3.0,), "two at least"),
        ("Euler", (3.0, 4.0, 1.0), "lower than the one before"),
        ("Euler", (3.0, -1.0), "from 0 on"),
        ("DPM++ 2M", (14.0, 3.0, 1.0), "must be 0"),
        ("DPM++ 2M", (14.0, 13.999, 13.998, 0.0), "so close"),
        ("DPM++ 2M", (0.0, 1.0), "goes down only"),
    ],
)
def test_levels_that_lead_nowhere_are_refused(
    name: str, levels: tuple[float, ...], problem: str
) -> None:
    with pytest.raises(BadLevels, match=problem):
        made(name, typed(levels))


@pytest.mark.parametrize("name", sorted(FLOW_SCHEDULERS))
def test_levels_of_a_straight_way_are_gone_through_or_refused(name: str) -> None:
    node = sd3.sampler(scheduler=name, sigmas=Sigmas((1.0, 0.5, 0.0)))
    with suppress(NoLevels):
        assert node.run(sd3.Bench()).samples.isfinite().all()
