"""What steers a sampling beside its prompts, each in a window of the steps: ControlNets and kin."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any, NamedTuple, Protocol

import torch
from torch import Tensor

from app.diffusion.config_checks import check_fit
from app.diffusion.control import check_control, fit_picture
from app.diffusion.families.family import Added, Family, Inputs
from app.diffusion.loaded import Loaded, Networks
from app.diffusion.schedule import Moment
from app.sdk.fingerprint import fingerprint
from app.sdk.values import AppliedControl


class Call(NamedTuple):
    """A call of the network, as what steers it sees it.

    ``samples``: (prompts * pictures, channels, height, width); ``size``: height and width of the
    pictures in pixels.
    """

    family: Family
    network: Loaded
    inputs: Inputs
    samples: Tensor
    timestep: Tensor
    prompts: int
    size: tuple[int, int]


class Steer(Protocol):
    """One thing that steers; ``title`` tells its parts apart from those of others of its kind."""

    title: str

    def is_active(self, moment: Moment) -> bool:
        """Whether it acts at a moment."""

    @property
    def identity(self) -> str:
        """A hash of all that acts where it is active."""

    @property
    def parts(self) -> Mapping[str, str]:
        """What ``identity`` is made of, by name."""

    def added(self, call: Call) -> Added:
        """What it adds to a call."""


class SteeringControl:
    """A ControlNet with its pixels for the pictures at hand, (n, 3, height, width)."""

    title = "control"

    def __init__(self, control: AppliedControl, pixels: Tensor, networks: Networks) -> None:
        self._control = control
        self._pixels = pixels
        self._networks = networks
        self._pictures: dict[int, Tensor] = {}

    def is_active(self, moment: Moment) -> bool:
        """Whether the moment lies in its window."""
        return within(self._control, moment)

    @cached_property
    def identity(self) -> str:
        """A hash of network, strength and pixels."""
        return fingerprint((self._control.network, self._control.strength, self._pixels))

    @property
    def parts(self) -> Mapping[str, str]:
        """Network, strength and picture."""
        return {
            "": fingerprint(self._control.network),
            "strength of ": f"{self._control.strength:.10g}",
            "picture of ": self.identity,
        }

    def added(self, call: Call) -> Added:
        """The ControlNet's residuals; raises NodeError where it does not fit the model."""
        network = self._networks.of(self._control.network)
        check_fit(call.network.module, network.module)
        if call.prompts not in self._pictures:
            self._pictures[call.prompts] = self._prepared(network, call)
        added = call.family.control(
            network.module,
            call.samples.to(network.dtype),
            call.timestep,
            network.moved(call.inputs),
            self._pictures[call.prompts],
            self._control.strength,
        )
        found: Added = call.network.moved(added)
        return found

    def _prepared(self, network: Loaded, call: Call) -> Tensor:
        """The picture at the latent's size, once for every prompt."""
        check_control(network.module, self._pixels)
        fitted = fit_picture(self._pixels, *call.size).to(network.device, network.dtype)
        return torch.cat([fitted] * call.prompts)


class Steering:
    """All that steers a sampling, by place."""

    def __init__(self, steers: Sequence[Steer]) -> None:
        self._steers = steers

    def active(self, moment: Moment) -> tuple[int, ...]:
        """The places of what acts at a moment."""
        return tuple(i for i, steer in enumerate(self._steers) if steer.is_active(moment))

    def identities(self, places: Sequence[int]) -> Sequence[str]:
        """A hash for each of these."""
        return [self._steers[place].identity for place in places]

    def parts(self, places: Sequence[int]) -> Mapping[str, str]:
        """What these are made of, by name: ``control 1``, ``strength of control 1`` …"""
        named = {}
        for place in places:
            steer = self._steers[place]
            number = sum(other.title == steer.title for other in self._steers[: place + 1])
            for prefix, value in steer.parts.items():
                named[f"{prefix}{steer.title} {number}"] = value
        return named

    def added(self, call: Call, places: Sequence[int]) -> Added:
        """What all of these add to a call, summed in order."""
        return add_up([self._steers[place].added(call) for place in places])


def within(applied: Any, moment: Moment) -> bool:
    """Whether a moment lies in a window ``start`` to ``end``, as diffusers counts it."""
    first, last = moment.number / moment.total, (moment.number + 1) / moment.total
    return bool(first >= applied.start and last <= applied.end and applied.strength != 0)


def add_up(all_added: Sequence[Added]) -> Added:
    """What several things add, summed in order; empty where none acts."""
    total: Added = {}
    for added in all_added:
        for name, value in added.items():
            total[name] = _sum(total[name], value) if name in total else value
    return total


def _sum(before: Any, more: Any) -> Any:
    if isinstance(before, Tensor):
        return before + more
    if isinstance(before, dict):
        return add_up([before, more])
    return [one + other for one, other in zip(before, more, strict=True)]
