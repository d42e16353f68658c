"""How a network is built by one thread: without memory for its weights, and so that it can be
stopped.

Tokens are counted, and networks looked at, beside the thread that runs the graph. What accelerate
offers for empty networks changes torch for all threads, so that two of them at once leave torch
broken: weights of later networks are never read. Here each thread has a state of its own, and
torch's hooks, put in once, look at it.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import torch
from torch import nn
from torch.nn.modules.module import (
    register_module_module_registration_hook,
    register_module_parameter_registration_hook,
)


class _Building(threading.local):
    """What holds for networks that the present thread builds."""

    empty = False
    check: Callable[[], None] | None = None


_building = _Building()


@contextmanager
def without_memory() -> Iterator[None]:
    """Parameters of networks that are built meanwhile by this thread are on the meta device.

    Buffers are real: no file holds some of them.
    """
    before, _building.empty = _building.empty, True
    try:
        yield
    finally:
        _building.empty = before


@contextmanager
def checked_while_building(check: Callable[[], None]) -> Iterator[None]:
    """Call ``check``, which may raise, for every layer that this thread builds meanwhile."""
    before, _building.check = _building.check, check
    try:
        yield
    finally:
        _building.check = before


def _parameter_added(_: nn.Module, __: str, parameter: nn.Parameter | None) -> nn.Parameter | None:
    """What takes the place of a new parameter; None where it stays itself."""
    if not _building.empty or parameter is None or parameter.is_meta:
        return None
    return nn.Parameter(torch.empty_like(parameter, device="meta"), parameter.requires_grad)


def _layer_added(_: nn.Module, __: str, ___: nn.Module | None) -> None:
    if _building.check is not None:
        _building.check()


# Its type forgets that what a hook gives takes the parameter's place, as its words say.
register_module_parameter_registration_hook(_parameter_added)  # type: ignore[arg-type]
register_module_module_registration_hook(_layer_added)
