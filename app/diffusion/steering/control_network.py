"""ControlNets at work: one call each, or one for all that a union of them follows at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any, NamedTuple

import torch
from torch import Tensor

from app.diffusion.families.family import Added, Led
from app.diffusion.loaded import Loaded, Networks
from app.diffusion.sampling.schedule import Moment
from app.diffusion.sampling.windows import Window
from app.diffusion.steering.control import check_control, fit_picture
from app.diffusion.steering.control_latents import Drawing, control_latent
from app.diffusion.steering.steer import Call, within
from app.sdk.fingerprint import fingerprint
from app.sdk.values import AppliedControl


class Link(NamedTuple):
    """A ControlNet of a chain, with its pixels for the pictures at hand, (n, 3, height, width).

    ``drawing``: the random numbers of the pictures' latents, for networks that look at these.
    """

    control: AppliedControl
    pixels: Tensor
    drawing: Drawing | None = None


def joined(links: Sequence[Link]) -> list[tuple[Link, ...]]:
    """The links of a chain, those together that one call serves.

    These follow one another, go to one union of ControlNets and act in the same steps.
    """
    groups: list[tuple[Link, ...]] = []
    for link in links:
        if groups and _goes_with(groups[-1][-1].control, link.control):
            groups[-1] = (*groups[-1], link)
        else:
            groups.append((link,))
    return groups


def _goes_with(before: AppliedControl, control: AppliedControl) -> bool:
    def common(applied: AppliedControl) -> tuple[Any, ...]:
        return applied.network, applied.start, applied.end, applied.guess

    act = before.strength != 0 and control.strength != 0
    return bool(control.network.kinds) and act and common(before) == common(control)


class SteeringControl:
    """Links of a chain that one call of a ControlNet serves."""

    title = "control"

    def __init__(self, links: Sequence[Link], networks: Networks) -> None:
        self._links = links
        self._first = links[0].control
        self._networks = networks
        self._pictures: dict[tuple[int, Window | None], tuple[Tensor, ...]] = {}

    def is_active(self, moment: Moment) -> bool:
        """Whether the moment lies in its window."""
        return within(self._first, moment)

    @cached_property
    def identity(self) -> str:
        """A hash of network, strengths, kinds and pixels."""
        how: list[Any] = [
            (link.control.strength, link.control.kind, link.pixels) for link in self._links
        ]
        how += [(link.control.vae, tuple(link.drawing)) for link in self._links if link.drawing]
        return fingerprint((self._first.network, self._first.guess, how))

    @property
    def parts(self) -> Mapping[str, str]:
        """Network, strength and picture."""
        controls = [link.control for link in self._links]
        parts = {
            "": fingerprint(self._first.network),
            "strength of ": ", ".join(f"{control.strength:.10g}" for control in controls),
            "picture of ": self.identity,
        }
        return parts | ({"guessing of ": "on"} if self._first.guess else {})

    def added(self, call: Call) -> Added:
        """The ControlNet's residuals; raises NodeError where it does not fit the model."""
        network = self._networks.of(self._first.network)
        call.family.check_fit(call.network.module, network.module)
        # Some were trained to guess, and say so.
        guess = self._first.guess or bool(network.module.config.get("global_pool_conditions"))
        rows = followed(call) if guess else list(range(len(call.samples)))
        led = Led(
            self._prepared(network, call, len(rows)),
            tuple(link.control.strength for link in self._links),
            self._kinds(network, call),
            guess,
            tuple(rows),
        )
        samples = call.samples.to(network.dtype)
        inputs = network.moved(call.inputs)
        added = call.family.control(network.module, samples, call.timestep, inputs, led)
        found: Added = call.network.moved(added)
        return found

    def _kinds(self, network: Loaded, call: Call) -> tuple[int, ...]:
        if not self._first.network.kinds:
            return ()
        return tuple(call.family.control_kinds[link.control.kind] for link in self._links)

    def _prepared(self, network: Loaded, call: Call, rows: int) -> tuple[Tensor, ...]:
        """The pictures at the latent's size, once for every row of the batch that is led."""
        key = rows, call.window
        if key not in self._pictures:
            made = []
            for link in self._links:
                check_control(network.module, link.pixels)
                seen = self._seen(link, network, call).to(network.device, network.dtype)
                made.append(torch.cat([seen] * (rows // len(link.pixels))))
            self._pictures[key] = tuple(made)
        return self._pictures[key]

    def _seen(self, link: Link, network: Loaded, call: Call) -> Tensor:
        """The pixels, or the latent, of the part of the picture that the call is about."""
        fitted = fit_picture(link.pixels, *call.size)
        if link.drawing is None or link.control.vae is None:
            return call.cut(fitted)
        shifted = not network.module.config.get("force_zeros_for_pooled_projection", False)
        vae = self._networks.of(link.control.vae)
        latent = control_latent(vae, fitted, link.drawing, shifted=shifted)
        return latent if call.window is None else call.window.cut_latent(latent, call.size)


def followed(call: Call) -> list[int]:
    """The rows of the batch whose prompts are followed, not avoided."""
    each = range(call.pictures)
    whether = enumerate(call.positive)
    return [place * call.pictures + row for place, is_so in whether if is_so for row in each]
