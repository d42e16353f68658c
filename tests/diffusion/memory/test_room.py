"""Networks leave the device for each other and come back, and each is told of in words."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
import torch

from app.diffusion.loading.folder import Checkpoint, open_checkpoint
from app.diffusion.memory.placed import Placed, place_of
from app.diffusion.memory.plans import Plan
from app.diffusion.memory.work import expecting
from app.sdk.values import Latent
from tests import components
from tests.diffusion.memory.simulated import Simulated, simulated, taken

SMALL = Latent(torch.zeros(1, 4, 2, 2), "SD 1")


def never() -> None:
    """Nobody pressed Stop."""


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Checkpoint:
    return open_checkpoint(
        components.build_checkpoint(tmp_path_factory.mktemp("built") / "tiny"), "abc"
    )


def place(module: Any) -> Placed:
    """Where a network lies."""
    found = place_of(module)
    assert found is not None
    return found


def asked(module: Any) -> torch.Tensor:
    """What the tiny U-Net answers."""
    source = torch.Generator().manual_seed(1)
    noise = torch.randn(1, 4, 8, 8, generator=source)
    words = torch.randn(1, 77, components.WIDTH, generator=source)
    with torch.no_grad():
        answer: torch.Tensor = module(noise, 10, words).sample
    return answer


def test_the_text_encoder_leaves_where_both_do_not_fit(opened: Checkpoint) -> None:
    with expecting(Latent(torch.zeros(1, 4, 210, 210), "SD 1"), 1, 1):
        need = place(simulated().weights(opened.model, never)).need
        store = simulated(size=need.on_device(Plan.WHOLE))
        encoder = store.weights(opened.text_model, never)[0].encoder
        assert not place(encoder).away
        unet = store.weights(opened.model, never)
    assert place(unet).plan is Plan.WHOLE
    assert place(encoder).away
    assert taken(store) == need.weights


def test_a_network_that_left_comes_back_when_it_is_called(opened: Checkpoint) -> None:
    store = simulated()
    unet = store.weights(opened.model, never)
    before = asked(unet)
    assert store._room.make(2**60) is False
    assert place(unet).away
    assert torch.equal(asked(unet), before)
    assert not place(unet).away


def test_a_network_that_left_is_back_for_whoever_asks_for_it(opened: Checkpoint) -> None:
    store = simulated()
    unet = store.weights(opened.model, never)
    store._room.make(2**60)
    assert store.weights(opened.model, never) is unet
    assert not place(unet).away


def test_an_autoencoder_never_leaves_by_itself(opened: Checkpoint) -> None:
    store = simulated()
    autoencoder = store.weights(opened.vae, never)
    store._room.make(2**60)
    assert not place(autoencoder).away


def test_a_larger_picture_makes_the_network_come_in_blocks(opened: Checkpoint) -> None:
    store = simulated(size=3 * 2**20)
    with expecting(SMALL, 1, 1):
        unet = store.weights(opened.model, never)
        assert place(unet).plan is Plan.WHOLE
    before = asked(unet)
    with expecting(Latent(torch.zeros(1, 4, 40, 40), "SD 1"), 1, 1):
        again = store.weights(opened.model, never)
    assert place(again).plan > Plan.WHOLE
    assert torch.equal(asked(again), before)
    with expecting(SMALL, 1, 1):
        assert store.weights(opened.model, never) is again  # it does not change to and fro


def test_a_changed_wish_holds_from_the_next_use_on(opened: Checkpoint) -> None:
    wishes = ["least"]
    store = simulated(wish=lambda: wishes[-1])
    assert place(store.weights(opened.model, never)).plan is Plan.LAYERS
    wishes.append("automatic")
    assert place(store.weights(opened.model, never)).plan is Plan.WHOLE


def test_what_was_used_corrects_what_is_expected(opened: Checkpoint) -> None:
    store = simulated()
    device = store._device
    assert isinstance(device, Simulated)
    unet = store.weights(opened.model, never)
    expected = place(unet).need.work
    device.peak.append(place(unet).need.weights + 2 * expected)
    store.device()
    store.weights(opened.model, never)
    assert place(unet).need.work == 2 * expected


def test_compiled_networks_lie_whole(opened: Checkpoint) -> None:
    store = simulated(size=0)
    assert place(store.weights(replace(opened.model, compiled=True), never)).plan is Plan.WHOLE


def test_each_network_is_told_of_in_words(opened: Checkpoint) -> None:
    store = simulated(size=2**34, wish=lambda: "thrifty")
    store.weights(opened.model, never)
    first, second = store.device().split("\n")
    assert first.startswith("Simulated, float32")
    assert second.startswith("tiny unet: blocks come from memory one by one, about 0.")
    assert second.endswith("of 16.5 GB")


def test_nothing_is_held_once_all_is_given_back(opened: Checkpoint) -> None:
    store = simulated(wish=lambda: "thrifty")
    asked(store.weights(opened.model, never))
    store.free()
    assert taken(store) == 0
    assert store.device().count("\n") == 0
