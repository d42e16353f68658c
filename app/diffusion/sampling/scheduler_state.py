"""Stopping and resuming a scheduler at any step, exactly.

A scheduler of diffusers keeps what it needs between steps (a step index, up to three earlier
outputs of the network) in its attributes. Only those that a step changed make up its state: far
less, and far faster to take, than a deep copy.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from torch import Tensor

# The Brownian tree of DPMSolverSDE cannot be copied; it is rebuilt, equal, from its seed.
_REBUILT = {"noise_sampler": None}
_NEVER_SET = object()


class ResumableScheduler:
    """A scheduler whose state can be taken and put back.

    States hold plain values and tensors on the CPU, and are never changed after they were taken.
    """

    def __init__(self, scheduler: Any) -> None:
        self.scheduler = scheduler
        attributes = vars(scheduler)
        self._lists = frozenset(name for name, value in attributes.items() if type(value) is list)
        self._fresh = {name: _frozen(value) for name, value in attributes.items()}

    def state(self) -> dict[str, Any]:
        """What the steps so far have changed."""
        fresh = self._fresh
        changed = {}
        for name, value in vars(self.scheduler).items():
            if name not in _REBUILT and not _same(value, fresh.get(name, _NEVER_SET)):
                changed[name] = _kept(value)
        return changed

    def resume(self, state: Mapping[str, Any], device: Any) -> None:
        """Go on from ``state``, which is {} before the first step."""
        attributes = vars(self.scheduler)
        # What only a step sets must not be left over when it goes back to before that step.
        for name in [name for name in attributes if name not in self._fresh]:
            del attributes[name]
        for name, value in {**self._fresh, **state}.items():
            moved = _on(value, device) if name in state else value
            attributes[name] = list(moved) if name in self._lists else moved
        attributes.update((name, value) for name, value in _REBUILT.items() if name in attributes)


def _same(value: Any, fresh: Any) -> bool:
    if type(value) is list and type(fresh) is tuple:
        return len(value) == len(fresh) and all(map(_is, value, fresh))
    # Schedulers put new tensors in place of old ones; comparing numbers would cost time.
    return value is fresh


def _is(one: Any, other: Any) -> bool:
    return one is other


def _frozen(value: Any) -> Any:
    return tuple(value) if type(value) is list else value


def _kept(value: Any) -> Any:
    """A value as a state keeps it: lists as tuples, tensors on the CPU."""
    if type(value) is list:
        return tuple(map(_kept, value))
    return value.cpu() if isinstance(value, Tensor) else value


def _on(value: Any, device: Any) -> Any:
    """A kept value for use; numbers stay on the CPU, where schedulers hold them."""
    if isinstance(value, tuple):
        return tuple(_on(item, device) for item in value)
    return value.to(device) if isinstance(value, Tensor) and value.ndim else value
