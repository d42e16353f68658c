"""T2I-Adapters: small networks that lead a U-Net by features of a picture.

Mou et al. 2023, "T2I-Adapter"; scales, sums and windows as in diffusers'
``StableDiffusionAdapterPipeline`` and ``StableDiffusionXLAdapterPipeline``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property

import torch
from torch import Tensor

from app.diffusion.families.family import Added
from app.diffusion.loaded import Networks
from app.diffusion.sampling.schedule import Moment
from app.diffusion.sampling.windows import Window
from app.diffusion.steering.control import EmptyWindow, fit_picture
from app.diffusion.steering.steer import Call, within
from app.sdk.errors import NodeError
from app.sdk.fingerprint import fingerprint
from app.sdk.steering import AppliedAdapter, PictureAdapter
from app.sdk.values import Control, Image

_LUMA = torch.tensor([0.299, 0.587, 0.114]).reshape(1, 3, 1, 1)  # ITU-R BT.601


class MisfitAdapter(NodeError):
    """A T2I-Adapter was made for another kind of model."""

    english = (
        "This T2I-Adapter does not fit the model ({problem}): "
        "choose a T2I-Adapter of the model's family."
    )


def apply_adapter(
    network: PictureAdapter,
    image: Image,
    strength: float,
    window: tuple[float, float],
    before: Control | None,
) -> Control:
    """What steers so far, with one more T2I-Adapter; ``window`` is where it starts and ends."""
    start, end = window
    if end < start:
        raise EmptyWindow(start=start, end=end)
    control = before or Control()
    applied = AppliedAdapter(network, image, strength, start, end)
    return replace(control, adapters=(*control.adapters, applied))


class SteeringAdapter:
    """A T2I-Adapter with its pixels for the pictures at hand, (n, 3, height, width)."""

    title = "adapter"

    def __init__(self, adapter: AppliedAdapter, pixels: Tensor, networks: Networks) -> None:
        self._adapter = adapter
        self._pixels = pixels
        self._networks = networks
        self._features: dict[Window | None, list[Tensor]] = {}

    def is_active(self, moment: Moment) -> bool:
        """Whether the moment lies in its window."""
        return within(self._adapter, moment)

    @cached_property
    def identity(self) -> str:
        """A hash of network, strength and pixels."""
        return fingerprint((self._adapter.network, self._adapter.strength, self._pixels))

    @property
    def parts(self) -> Mapping[str, str]:
        """Network, strength and picture."""
        return {
            "": fingerprint(self._adapter.network),
            "strength of ": f"{self._adapter.strength:.10g}",
            "picture of ": self.identity,
        }

    def added(self, call: Call) -> Added:
        """Features for the blocks of the U-Net on its way down, a new list for every call."""
        if call.window not in self._features:
            self._features[call.window] = self._made(call)
        own = self._features[call.window]
        features = [torch.cat([feature] * call.prompts) for feature in own]
        return {"down_intrablock_additional_residuals": features}

    def _made(self, call: Call) -> list[Tensor]:
        network = self._networks.of(self._adapter.network)
        pixels = call.cut(fit_picture(self._pixels, *call.size))
        pixels = as_channels(pixels, network.module)
        features = network.module(pixels.to(network.device, network.dtype))
        _check_features(features, call)
        found: list[Tensor] = call.network.moved([f * self._adapter.strength for f in features])
        return found


def as_channels(pixels: Tensor, network: torch.nn.Module) -> Tensor:
    """The pixels in as many channels as the adapter takes: 3, or 1 for drawings."""
    if network.config.in_channels != 1:  # type: ignore[union-attr]
        return pixels
    first = pixels[:, :1]
    is_grey = torch.equal(first.expand_as(pixels), pixels)
    return first if is_grey else (pixels * _LUMA).sum(dim=1, keepdim=True)


def _check_features(features: list[Tensor], call: Call) -> None:
    """Raise MisfitAdapter where the U-Net's blocks do not have as many channels."""
    wanted = tuple(call.network.module.config.block_out_channels)
    given = tuple(feature.shape[1] for feature in features)
    if not set(given) <= set(wanted) or len(given) > len(wanted):
        problem = f"its features have {given} channels, the model's blocks {wanted}"
        raise MisfitAdapter(problem=problem)
