"""Networks that several threads build at once, as they do where tokens are counted during a run."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
import torch
from torch import nn

from app.diffusion.loading.building import checked_while_building, without_memory


def beside(work: Callable[[], None]) -> None:
    """Do something on another thread, and wait for it."""
    thread = threading.Thread(target=work)
    thread.start()
    thread.join()


def test_a_network_without_memory_keeps_its_buffers_and_what_it_shares() -> None:
    """Parameters are on the meta device, and trained or not as before; buffers are real."""
    with without_memory():
        layer = nn.Linear(2, 3)
        layer.weight.requires_grad_(False)
        twin = nn.Linear(2, 3)
        twin.weight = layer.weight
        norm = nn.BatchNorm1d(3)
    assert layer.weight.is_meta
    assert twin.weight is layer.weight
    assert not twin.weight.requires_grad
    assert norm.running_var is not None
    assert torch.equal(norm.running_var, torch.ones(3))


def test_networks_of_other_threads_have_their_memory() -> None:
    """What one thread leaves empty is none of another's business."""
    found: list[nn.Linear] = []
    with without_memory():
        beside(lambda: found.append(nn.Linear(2, 3)))
    assert not found[0].weight.is_meta


def test_two_threads_that_build_at_once_leave_torch_as_it_was() -> None:
    """The one that began first ends first: nothing of either stays behind."""
    entered, left = threading.Event(), threading.Event()

    def second() -> None:
        with without_memory():
            entered.set()
            left.wait(10)
            assert nn.Linear(2, 3).weight.is_meta

    other = threading.Thread(target=second)
    with without_memory():
        other.start()
        assert entered.wait(10)
    after = nn.Linear(2, 3)
    left.set()
    other.join()
    assert not after.weight.is_meta
    assert not nn.Linear(2, 3).weight.is_meta


def test_a_check_is_for_the_layers_of_its_own_thread() -> None:
    """Stop reaches the network that is built for the run, and no other."""

    def give_up() -> None:
        raise KeyboardInterrupt

    found: list[nn.Sequential] = []
    with checked_while_building(give_up):
        beside(lambda: found.append(nn.Sequential(nn.Linear(2, 3))))
        with pytest.raises(KeyboardInterrupt):
            nn.Sequential(nn.Linear(2, 3))
    assert found
    nn.Sequential(nn.Linear(2, 3))
