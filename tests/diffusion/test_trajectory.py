"""The fold behind the Sampler: states that can be kept and gone on from, exactly."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
import torch
from torch import Tensor

from app.diffusion.sampling.schedulers import SCHEDULERS
from app.diffusion.sampling.trajectory import NotANumber, State, Trajectory
from app.sdk import Latent, Mask
from app.sdk.fingerprint import fingerprint, size
from nodes.latent_mask import LatentMask
from nodes.vae_encode import VAEEncode
from tests import components
from tests.diffusion import workbench

PLAIN = {Tensor, int, float, bool, type(None)}


def states(fold: Trajectory) -> list[State]:
    """All states of a fold, the first one included."""
    found = [fold.first()]
    for index in range(len(fold.recipes)):
        found.append(fold.step(index, found[-1]))
    return found


def inside(value: Any) -> Iterator[Any]:
    """All leaves of a value."""
    if isinstance(value, Mapping):
        value = tuple(value.values())
    if isinstance(value, tuple):
        for item in value:
            yield from inside(item)
    else:
        yield value


def inpainting() -> Latent:
    """A picture's latent of which one half may change."""
    latent = VAEEncode(image=workbench.picture(5), vae=workbench.vae()).run(workbench.Bench())
    alpha = torch.zeros(1, 1, 64, 64)
    alpha[..., 32:] = 1
    return LatentMask(latent=latent, mask=Mask(alpha)).run(workbench.Bench())


@pytest.mark.parametrize("name", SCHEDULERS)
def test_going_on_from_any_state_equals_the_whole(name: str) -> None:
    settings = {"scheduler": name, "steps": 4}
    whole = states(workbench.trajectory(**settings))
    names = [fingerprint(state) for state in whole]
    assert {type(leaf) for state in whole for leaf in inside(state.scheduler)} <= PLAIN
    assert max(map(size, whole)) < 20_000
    resumed = workbench.trajectory(**settings)
    for start in reversed(range(len(whole) - 1)):
        state = whole[start]
        for index in range(start, len(whole) - 1):
            state = resumed.step(index, state)
        assert torch.equal(state.samples, whole[-1].samples), f"from step {start}"
    assert names == [fingerprint(state) for state in whole], "a kept state was changed"


@pytest.mark.parametrize("name", ["DPM++ 2M", "Euler ancestral", "Heun"])
def test_a_masked_sampling_can_be_gone_on_from_any_state(name: str) -> None:
    settings = {"scheduler": name, "latent": inpainting(), "denoise": 0.8}
    whole = states(workbench.trajectory(**settings))
    for start in range(len(whole) - 1):
        fold = workbench.trajectory(**settings)
        state = whole[start]
        for index in range(start, len(whole) - 1):
            state = fold.step(index, state)
        assert torch.equal(state.samples, whole[-1].samples)


@pytest.mark.parametrize("name", ["Euler", "DDIM"])
def test_two_samplers_in_a_row_equal_one(name: str) -> None:
    whole, _ = workbench.run(scheduler=name)
    first, _ = workbench.run(scheduler=name, end_step=2)
    second, _ = workbench.run(scheduler=name, latent=first, start_step=2, noise="none")
    assert torch.equal(second.samples, whole.samples)


def test_what_does_not_act_does_not_count() -> None:
    usual = workbench.trajectory(scheduler="Euler")
    same = workbench.trajectory(scheduler="Euler", eta=0.5)
    assert (usual.origin, usual.recipes) == (same.origin, same.recipes)
    plain = workbench.trajectory(cfg=1.0)
    other = workbench.trajectory(cfg=1.0, negative=workbench.conditioning(9))
    assert plain.recipes == other.recipes


@pytest.mark.parametrize(
    "change",
    [
        {"positive": workbench.conditioning(9)},
        {"negative": workbench.conditioning(9)},
        {"negative": None},
        {"cfg": 5.5},
        {"steps": 6},
        {"spacing": "karras"},
        {"scheduler": "DPM++ 3M"},
        {"model": workbench.model(json.dumps({**components.SCHEDULE, "beta_end": 0.02}))},
    ],
    ids=str,
)
def test_what_acts_in_every_step_changes_every_recipe(change: dict[str, Any]) -> None:
    usual, other = workbench.trajectory(), workbench.trajectory(**change)
    assert not set(usual.recipes) & set(other.recipes)


@pytest.mark.parametrize("change", [{"seed": 4}, {"latent": workbench.empty(width=72)}], ids=str)
def test_what_shapes_the_start_changes_the_origin(change: dict[str, Any]) -> None:
    assert workbench.trajectory().origin != workbench.trajectory(**change).origin


def test_a_latent_that_turns_to_nan_is_named_at_its_step() -> None:
    broken = copy.deepcopy(workbench.unet())
    broken.conv_out.bias.fill_(torch.nan)
    with pytest.raises(NotANumber, match="became NaN at step 1 of 5"):
        workbench.sampler().run(workbench.Bench(network=broken))


def test_a_prompt_of_more_windows_is_repeated_beside_a_shorter_one() -> None:
    short = workbench.conditioning(2)
    twice = workbench.Conditioning(short.embeddings.repeat(1, 2, 1), short.family)
    long = workbench.conditioning(1, tokens=154)
    one, _ = workbench.run(positive=long, negative=short)
    other, _ = workbench.run(positive=long, negative=twice)
    assert torch.equal(one.samples, other.samples)


@pytest.mark.parametrize("name", ["DPM++ 2M", "DPM++ 2S", "UniPC", "DEIS", "SA-Solver"])
def test_two_equal_timesteps_at_the_start_are_both_done(name: str) -> None:
    fold = workbench.trajectory(scheduler=name, spacing="beta", steps=40)
    assert len(fold.recipes) == 40
