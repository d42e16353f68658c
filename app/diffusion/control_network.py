"""A ControlNet at work: its residuals for every call of the network in its window."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

import torch
from torch import Tensor

from app.diffusion.config_checks import check_fit
from app.diffusion.control import check_control, fit_picture
from app.diffusion.families.family import Added
from app.diffusion.loaded import Loaded, Networks
from app.diffusion.schedule import Moment
from app.diffusion.steer import Call, within
from app.sdk.fingerprint import fingerprint
from app.sdk.values import AppliedControl


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
