"""Schedulers on the straight way of a rectified flow: where they end, resume, draw and refuse."""

from __future__ import annotations

import inspect
import json
from typing import Any

import pytest
import torch
from diffusers import FlowMatchEulerDiscreteScheduler, FlowMatchLCMScheduler
from torch import Tensor

from app.diffusion.sampling.flow import shift_by_size
from app.diffusion.sampling.network import Prediction
from app.diffusion.sampling.preview import Previewer
from app.diffusion.sampling.scheduler_kinds import FLOW_SCHEDULERS, SCHEDULERS
from app.diffusion.sampling.schedulers import build_scheduler, flow_of, flow_settings
from app.sdk import Latent
from app.sdk.errors import NodeError
from nodes.timestep_shift import TimestepShift
from tests.diffusion import flux, sd3, workbench
from tests.diffusion.agreement import assert_equal_steps

SCHEDULE = json.dumps(sd3.SCHEDULE)
DRAWING = [name for name, kind in FLOW_SCHEDULERS.items() if kind.draws]
STOCHASTIC = {
    "LCM": FlowMatchLCMScheduler(shift=3.0),
    "Euler ancestral": FlowMatchEulerDiscreteScheduler(shift=3.0, stochastic_sampling=True),
}


def random(seed: int) -> Tensor:
    """A latent of noise."""
    return torch.randn(1, 16, 8, 8, generator=torch.Generator().manual_seed(seed))


def trajectory(**settings: Any) -> Any:
    """The fold that a Sampler on the tiny SD 3 hands to the engine."""
    held: list[Any] = []

    class Catching(sd3.Bench):
        def fold(self, fold: Any, item: int = 0, items: int = 1) -> Any:
            held.append(fold)
            return fold.first()

    sd3.sampler(**settings).run(Catching())
    return held[0]


def samples(**settings: Any) -> list[Tensor]:
    """The samples after every step on the tiny SD 3."""
    bench = sd3.Bench()
    sd3.sampler(**settings).run(bench)
    return bench.samples()


@pytest.mark.parametrize("name", FLOW_SCHEDULERS)
def test_a_network_that_knows_the_picture_gets_there(name: str) -> None:
    flow = flow_of(SCHEDULE, 16, even=False)
    assert flow is not None
    scheduler = build_scheduler(name, flow_settings(name, "normal", SCHEDULE, flow), 10, flow)
    scheduler.set_begin_index(0)
    picture, latent = random(1), random(2)
    taken = inspect.signature(scheduler.step).parameters
    more = {"generator": torch.Generator().manual_seed(3)} if "generator" in taken else {}
    levels = scheduler.timesteps.float() / 1000 if name == "Heun" else scheduler.sigmas
    for timestep, level in zip(scheduler.timesteps, levels, strict=False):
        said = (latent - picture) / level
        latent = scheduler.step(said, timestep, latent, return_dict=False, **more)[0]
    torch.testing.assert_close(latent, picture, rtol=0, atol=1e-6)


@pytest.mark.parametrize("name", sorted(set(SCHEDULERS) - set(FLOW_SCHEDULERS)))
def test_what_knows_nothing_of_flow_is_refused_with_what_does(name: str) -> None:
    with pytest.raises(NodeError, match=r"rectified flow.* choose .*Euler") as caught:
        samples(scheduler=name)
    assert all(other in str(caught.value) for other in FLOW_SCHEDULERS)


@pytest.mark.parametrize("name", FLOW_SCHEDULERS)
def test_it_goes_on_from_every_step(name: str) -> None:
    whole = samples(scheduler=name, steps=4)
    fold = trajectory(scheduler=name, steps=4)
    state, states = fold.first(), []
    for index in range(len(fold.recipes)):
        states.append(state)
        state = fold.step(index, state)
    for index, before in enumerate(states):
        again = trajectory(scheduler=name, steps=4)
        assert torch.equal(again.step(index, before).samples, whole[index])


@pytest.mark.reference(
    family="SD 3",
    feature="fresh noise in every step",
    against="StableDiffusion3Pipeline",
    agreement="equal",
)
@pytest.mark.parametrize("name", STOCHASTIC)
def test_noise_of_the_steps_follows_that_of_the_start(name: str) -> None:
    """The pipeline takes it from the global generator, which is put there."""
    pipeline = sd3.pipeline("StableDiffusion3Pipeline", STOCHASTIC[name])
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(3)
        torch.randn(1, 16, 8, 8)
        theirs = sd3.run(pipeline, height=64, width=64)
    assert_equal_steps(samples(scheduler=name), theirs[:-1])


@pytest.mark.parametrize("name", DRAWING)
def test_what_draws_depends_on_the_seed_in_every_step(name: str) -> None:
    one, other = (trajectory(scheduler=name, seed=seed) for seed in (3, 4))
    state = one.first()
    after = one.step(0, state)
    assert torch.equal(trajectory(scheduler=name, seed=3).step(0, state).samples, after.samples)
    assert not torch.equal(other.step(0, other.first()).samples, after.samples)


def test_a_model_may_ask_for_fresh_noise_itself() -> None:
    ours = samples(model=sd3.model(stochastic_sampling=True))
    assert_equal_steps(ours, samples(scheduler="Euler ancestral"))


@pytest.mark.reference(
    family="SD 3", feature="spacings", against="StableDiffusion3Pipeline", agreement="equal"
)
@pytest.mark.parametrize("spacing", ["karras", "exponential", "beta"])
def test_spacings_equal_the_pipeline(spacing: str) -> None:
    scheduler = sd3.scheduler("Euler", **{f"use_{spacing}_sigmas": True})
    pipeline = sd3.pipeline("StableDiffusion3Pipeline", scheduler)
    theirs = sd3.run(pipeline, height=64, width=64)
    assert_equal_steps(samples(spacing=spacing), theirs[:-1])


@pytest.mark.parametrize(
    ("name", "spacing"), [("DPM++ 2M", "karras"), ("Heun", "beta"), ("Euler", "trailing")]
)
def test_spacings_that_leave_the_straight_way_are_refused(name: str, spacing: str) -> None:
    with pytest.raises(NodeError, match=f"{name.replace('+', '.')} has no {spacing} spacing"):
        samples(scheduler=name, spacing=spacing)


@pytest.mark.reference(
    family="SD 3",
    feature="timestep shift",
    against="StableDiffusion3Pipeline",
    agreement="equal",
)
@pytest.mark.parametrize("name", ["Euler", "Heun", "DPM++ 2M"])
def test_another_shift_equals_the_pipeline(name: str) -> None:
    model = TimestepShift(model=sd3.model(), shift=6.0).run(sd3.Bench())
    shift = "flow_shift" if name == "DPM++ 2M" else "shift"
    pipeline = sd3.pipeline("StableDiffusion3Pipeline", sd3.scheduler(name, **{shift: 6.0}))
    theirs = sd3.run(pipeline, height=64, width=64)
    assert_equal_steps(samples(model=model, scheduler=name), theirs[:-1])


@pytest.mark.reference(
    family="Flux", feature="timestep shift by size", against="FluxPipeline", agreement="equal"
)
def test_another_shift_by_size_equals_the_pipeline() -> None:
    model = TimestepShift(model=flux.model(), mode="by size", base=0.2, most=2.0).run(flux.Bench())
    bench = flux.Bench()
    flux.sampler(model=model).run(bench)
    settings = {**flux.BY_SIZE, "base_shift": 0.2, "max_shift": 2.0}
    pipeline = flux.pipeline("FluxPipeline", FlowMatchEulerDiscreteScheduler(**settings))
    assert_equal_steps(bench.samples(), flux.run(pipeline)[:-1])


def test_a_scheduler_without_shift_by_size_takes_the_one_of_this_size() -> None:
    """Heun of diffusers knows fixed shifts only."""
    mu = shift_by_size(flux.SCHEDULE, 16)
    assert mu is not None
    fixed = TimestepShift(model=flux.model(), shift=float(torch.tensor(mu).exp())).run(flux.Bench())
    benches = flux.Bench(), flux.Bench()
    for model, bench in zip((flux.model(), fixed), benches, strict=True):
        flux.sampler(model=model, scheduler="Heun", steps=3).run(bench)
    for one, other in zip(benches[0].samples(), benches[1].samples(), strict=True):
        torch.testing.assert_close(one, other, rtol=1e-5, atol=1e-5)


def test_models_on_a_curve_have_no_shift() -> None:
    with pytest.raises(NodeError, match="SD 1 models have no timestep shift"):
        TimestepShift(model=workbench.model()).run(workbench.Bench())


def test_the_guess_is_the_picture_that_the_network_has_in_mind() -> None:
    picture, noise = random(1), random(2)
    mixed = 0.75 * picture + 0.25 * noise
    prediction = Prediction(mixed, torch.tensor(250.0), noise - picture)
    guess = Previewer(sd3.model()).guess(prediction)
    torch.testing.assert_close(guess, picture, rtol=0, atol=1e-5)


@pytest.mark.parametrize("family", [sd3, flux])
def test_every_state_has_a_preview(family: Any) -> None:
    shown: list[Any] = []

    class Watching(family.Bench):  # type: ignore[misc, name-defined]
        def fold(self, fold: Any, item: int = 0, items: int = 1) -> Any:
            state = fold.first()
            for index in range(len(fold.recipes)):
                state = fold.step(index, state)
                shown.append(fold.preview(index, state))
            return state

    family.sampler(latent=workbench.empty(1, 96, 64)).run(Watching())
    assert [(picture.width, picture.height) for picture in shown] == [(12, 8)] * 5


@pytest.mark.parametrize("family", [sd3, flux])
def test_a_batch_equals_its_pictures(family: Any) -> None:
    def made(latent: Latent, seed: int) -> Latent:
        return family.sampler(latent=latent, seed=seed, steps=2).run(family.Bench())  # type: ignore[no-any-return]

    both = made(workbench.empty(2), 3).samples
    alone = [made(workbench.empty(1), seed).samples for seed in (3, 4)]
    assert torch.equal(both, torch.cat(alone))
    shared = family.sampler(latent=workbench.empty(2), seed=3, steps=2, batch="shared")
    torch.testing.assert_close(shared.run(family.Bench()).samples, both, rtol=1e-4, atol=1e-4)
