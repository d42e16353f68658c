"""A Sampler that goes on where another one ended equals one that was never interrupted."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
import torch
from torch import Tensor

from app.diffusion.sampling.schedulers import SCHEDULERS
from app.sdk import Latent, Mask, NodeError
from app.sdk.encoding import decode, encode
from app.sdk.fingerprint import fingerprint
from nodes.latent_mask import LatentMask
from nodes.vae_encode import VAEEncode
from tests.diffusion import workbench

STEPS = 6
every_scheduler = pytest.mark.parametrize("name", SCHEDULERS)


def made(**settings: Any) -> Latent:
    """The latent of a Sampler."""
    return workbench.run(**{"steps": STEPS, **settings})[0]


def in_parts(*ends: int, **settings: Any) -> Tensor:
    """The samples of Samplers in a row, of which each goes on with what is left."""
    left = made(**settings, end_step=ends[0])
    settings.pop("latent", None)
    for end in (*ends[1:], 0):
        left = made(**settings, latent=left, noise="none", end_step=end)
    return left.samples


def masked_picture() -> Latent:
    """A picture's latent of which one half may change."""
    latent = VAEEncode(image=workbench.picture(5), vae=workbench.vae()).run(workbench.Bench())
    alpha = torch.zeros(1, 1, 64, 64)
    alpha[..., 32:] = 1
    return LatentMask(latent=latent, mask=Mask(alpha)).run(workbench.Bench())


@every_scheduler
def test_two_samplers_in_a_row_equal_one(name: str) -> None:
    whole = made(scheduler=name)
    assert torch.equal(in_parts(3, scheduler=name), whole.samples)


@every_scheduler
def test_three_samplers_on_a_masked_picture_equal_one(name: str) -> None:
    settings = {"scheduler": name, "latent": masked_picture(), "denoise": 0.9}
    assert torch.equal(in_parts(1, 3, **settings), made(**settings).samples)


@pytest.mark.parametrize("batch", ["exact", "shared"])
@pytest.mark.parametrize("name", ["DPM++ 2M SDE", "DPM++ SDE", "Heun"])
def test_a_batch_is_gone_on_with_picture_by_picture(name: str, batch: str) -> None:
    settings = {"scheduler": name, "batch": batch, "latent": workbench.empty(2)}
    assert torch.equal(in_parts(2, 4, **settings), made(**settings).samples)


def test_the_first_step_can_be_given_as_well() -> None:
    left = made(end_step=3)
    again = made(latent=left, noise="none", start_step=3)
    assert torch.equal(again.samples, made().samples)


def test_what_is_left_survives_being_stored() -> None:
    left = made(end_step=3, scheduler="UniPC", latent=workbench.empty(2))
    stored = decode(encode(left))
    assert fingerprint(stored) == fingerprint(left)
    again = made(latent=stored, noise="none", scheduler="UniPC")
    assert torch.equal(again.samples, made(scheduler="UniPC", latent=workbench.empty(2)).samples)


def test_a_finished_latent_carries_nothing() -> None:
    assert made().unfinished is None
    assert made(latent=made(end_step=3), noise="none").unfinished is None


def test_a_branch_keeps_the_history_of_the_solver() -> None:
    other = workbench.conditioning(8)
    left = made(end_step=3)
    branch = made(latent=left, noise="none", positive=other)
    forgetful = made(latent=replace(left, unfinished=None), noise="none", start_step=3)
    assert not torch.equal(branch.samples, made().samples)
    assert not torch.equal(forgetful.samples, made().samples)


@pytest.mark.parametrize(
    "change",
    [{"scheduler": "Euler"}, {"spacing": "karras"}, {"steps": 12}, {"start_step": 4}],
    ids=str,
)
def test_other_noise_levels_begin_with_the_plain_latent(change: dict[str, Any]) -> None:
    left = made(end_step=3)
    start = {"start_step": 2 * 3 if "steps" in change else 3, **change}
    plain = made(latent=replace(left, unfinished=None), noise="none", **start)
    changed = made(latent=left, noise="none", **change)
    assert torch.equal(changed.samples, plain.samples)


def test_another_seed_draws_anew_but_keeps_the_history() -> None:
    left = made(end_step=3, scheduler="DPM++ 2M SDE")
    one = made(latent=left, noise="none", scheduler="DPM++ 2M SDE")
    other = made(latent=left, noise="none", scheduler="DPM++ 2M SDE", seed=8)
    assert not torch.equal(one.samples, other.samples)
    same = made(latent=made(end_step=3), noise="none", seed=8)
    assert torch.equal(same.samples, made().samples)


def test_one_unfinished_picture_branches_into_several_seeds() -> None:
    from app.sdk import Seeds

    left = made(end_step=3, scheduler="DPM++ 2M SDE")
    settings = {"noise": "none", "scheduler": "DPM++ 2M SDE"}
    both = made(latent=left, seeds=Seeds((3, 8)), **settings)
    assert torch.equal(both.samples[:1], made(scheduler="DPM++ 2M SDE").samples)
    assert torch.equal(both.samples[1:], made(latent=left, seed=8, **settings).samples)


def test_nothing_is_left_to_do_before_the_place_where_it_stands() -> None:
    with pytest.raises(NodeError, match="No step is left to do of 6"):
        made(latent=made(end_step=3), noise="none", end_step=2)


def test_only_the_same_steps_are_taken_for_those_of_one_sampler() -> None:
    picture = VAEEncode(image=workbench.picture(5), vae=workbench.vae()).run(workbench.Bench())
    left = made(end_step=3, latent=picture)
    same = workbench.trajectory(latent=left, noise="none", steps=STEPS)
    whole = workbench.trajectory(latent=picture, steps=STEPS)
    assert same.whole == whole.whole
    mask = Mask(torch.ones(1, 1, 64, 64))
    masked = LatentMask(latent=left, mask=mask).run(workbench.Bench())
    assert workbench.trajectory(latent=masked, noise="none", steps=STEPS).past is None
    drawing = {"scheduler": "Euler ancestral", "steps": STEPS}
    left = made(end_step=3, **drawing)
    assert workbench.trajectory(latent=left, noise="none", **drawing).past is not None
    assert workbench.trajectory(latent=left, noise="none", seed=9, **drawing).past is None
