"""Where memory runs out a node is tried once more with less of it, from the last kept step on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import torch

from app.diffusion.device import Device
from app.diffusion.memory.placed import place_of
from app.diffusion.memory.plans import Plan
from app.diffusion.store import ModelStore
from app.engine.events import NodeFailed, NodeNoticed
from app.sdk.models import VAE, Model
from tests import components
from tests.diffusion.memory.simulated import Simulated
from tests.diffusion.workshop import Workshop


class Failing(ModelStore):
    """Runs out of memory in the calls of the network or of the autoencoder that are named.

    Calls count from 1, over all networks that are loaded one after the other.
    """

    def __init__(self, device: Device, kind: type, *calls: int) -> None:
        super().__init__(device, "eager")
        self.calls, self._kind, self._failing, self.plans = 0, kind, calls, list[Plan]()
        self._watched: Any = None
        if isinstance(device, Simulated):
            device.stores.append(self)

    def weights(self, handle: Any, check: Callable[[], None]) -> Any:
        """The module, watched."""
        module = super().weights(handle, check)
        if isinstance(handle, self._kind) and module is not self._watched:
            self._watched = module
            place = place_of(module)
            assert place is not None
            self.plans.append(place.plan)
            inner = module.decoder if isinstance(handle, VAE) else module
            inner.register_forward_pre_hook(self._count)
        return module

    def _count(self, *_: Any) -> None:
        self.calls += 1
        if self.calls in self._failing:
            raise torch.OutOfMemoryError("out of memory")


@pytest.fixture(scope="module")
def models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("models")
    components.build_checkpoint(folder / "tiny")
    return folder


def own_memory() -> Simulated:
    """A device with plenty of memory."""
    return Simulated(torch.device("cpu"), torch.float32, "Simulated")


def notices(workshop: Workshop) -> list[str]:
    """What the user was told while nodes ran."""
    return [str(e.message) for e in workshop.events if isinstance(e, NodeNoticed)]


def test_sampling_goes_on_with_the_next_thriftier_plan(models: Path, tmp_path: Path) -> None:
    whole = Workshop(models, tmp_path).make(steps=6)
    store = Failing(own_memory(), Model, 4)
    workshop = Workshop(models, tmp_path, store=store)
    pixels = workshop.make(steps=6)
    assert store.plans == [Plan.WHOLE, Plan.BLOCKS]
    assert store.calls == 6 + 1  # the step that failed was done again, those before it were not
    assert torch.equal(pixels, whole)
    assert notices(workshop) == [
        "There was not enough memory (Simulated), so it is tried once more: "
        "blocks come from memory one by one."
    ]


def test_the_next_run_begins_with_the_plan_that_worked(models: Path, tmp_path: Path) -> None:
    store = Failing(own_memory(), Model, 2)
    workshop = Workshop(models, tmp_path, store=store)
    workshop.make(steps=3)
    workshop.make(steps=3, seed=9)
    assert store.plans == [Plan.WHOLE, Plan.BLOCKS]


def test_a_second_failure_is_told_with_a_remedy_and_all_memory_is_given_back(
    models: Path, tmp_path: Path
) -> None:
    store = Failing(own_memory(), Model, 2, 3)
    workshop = Workshop(models, tmp_path, store=store)
    with pytest.raises(AssertionError):
        workshop.make(steps=3)
    (failed,) = [event for event in workshop.events if isinstance(event, NodeFailed)]
    assert str(failed.message).startswith("There is not enough memory (Simulated): make the")
    assert store._loaded == {}


def test_a_device_without_memory_of_its_own_lets_go_of_all_else(
    models: Path, tmp_path: Path
) -> None:
    store = Failing(Device(torch.device("cpu"), torch.float32, "CPU"), Model, 2)
    workshop = Workshop(models, tmp_path, store=store)
    assert torch.equal(workshop.make(steps=3), Workshop(models, tmp_path).make(steps=3))
    assert "with nothing else in memory" in notices(workshop)[0]


def test_pictures_are_decoded_in_tiles_and_kept_as_such(models: Path, tmp_path: Path) -> None:
    size = {"size": [640, 64]}
    whole = Workshop(models, tmp_path)
    untiled = whole.make(steps=1, empty=size)
    store = Failing(own_memory(), VAE, 1)
    workshop = Workshop(models, tmp_path, store=store)
    pixels = workshop.make(steps=1, empty=size)
    first, second = notices(workshop)
    assert first.endswith("so it is tried once more: in tiles of 512 px.")
    assert "so it is done in tiles of 512 px" in second
    assert pixels.shape == untiled.shape
    assert not torch.equal(pixels, untiled)
    elsewhere = Workshop(models, tmp_path, store=ModelStore(own_memory()), cache=workshop.cache)
    assert torch.equal(elsewhere.make(steps=1, empty=size), untiled)
    assert elsewhere.ran() == {"decode"}
