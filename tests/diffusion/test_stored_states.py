"""Sampling goes on from a state that came from the disk exactly as from one in memory."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch

from app.diffusion.sampling.schedulers import SCHEDULERS
from app.engine.cache import Cache
from app.engine.disk import opened
from app.engine.memories import DiskPlace
from app.sdk.fingerprint import fingerprint, size
from tests.diffusion import workbench
from tests.diffusion.test_trajectory import inpainting, states


@pytest.mark.parametrize("name", SCHEDULERS)
def test_going_on_from_any_stored_state_equals_the_whole(name: str, tmp_path: Path) -> None:
    settings = {"scheduler": name, "steps": 4}
    whole = states(workbench.trajectory(**settings))
    place = DiskPlace(tmp_path, 2**24)
    with opened(place) as disk:
        cache = Cache(2**20, disk)
        for step, state in enumerate(whole):
            cache.keep(f"{step:040x}", state, size(state), seconds=step + 1.0, spare=True)
    with opened(place) as disk:
        cache = Cache(2**20, disk)
        for start in range(len(whole) - 1):
            kept = cache.find(f"{start:040x}")
            assert kept is not None
            assert (kept.spare, kept.seconds) == (True, start + 1.0)
            assert fingerprint(kept.value) == fingerprint(whole[start])
            resumed, state = workbench.trajectory(**settings), kept.value
            for step in range(start, len(whole) - 1):
                state = resumed.step(step, state)
            assert torch.equal(state.samples, whole[-1].samples), f"from step {start}"
            assert fingerprint(state) == fingerprint(whole[-1])


def test_a_masked_sampling_goes_on_from_the_disk(tmp_path: Path) -> None:
    settings = {"scheduler": "Euler ancestral", "latent": inpainting(), "denoise": 0.8}
    whole = states(workbench.trajectory(**settings))
    place = DiskPlace(tmp_path, 2**24)
    with opened(place) as disk:
        Cache(0, disk).keep("a" * 40, whole[1], size(whole[1]), 1.0, spare=True)
    with opened(place) as disk:
        kept = Cache(0, disk).find("a" * 40)
        assert kept is not None
    fold, state = workbench.trajectory(**settings), kept.value
    for step in range(1, len(whole) - 1):
        state = fold.step(step, state)
    assert torch.equal(state.samples, whole[-1].samples)
