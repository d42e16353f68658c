"""Loaded networks: where and in which numbers they compute, fetched when first asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

import torch
from torch import Tensor

from app.diffusion.memory.placed import computes_on


class Loaded(NamedTuple):
    """A network of diffusers, and where and in which numbers it computes."""

    module: Any
    device: torch.device
    dtype: torch.dtype

    @classmethod
    def of(cls, module: Any) -> Loaded:
        """What a loaded module tells of itself."""
        return cls(module, *computes_on(module))

    def moved(self, values: Any) -> Any:
        """Tensors within dictionaries and lists as this network takes them."""
        return moved(values, self.device, self.dtype)


class Networks:
    """The loaded networks of a sampling by their handles, fetched when a step needs them."""

    def __init__(self, weights: Callable[[Any], Any]) -> None:
        self._weights = weights
        self._loaded: dict[Any, Loaded] = {}
        self._last: dict[Any, Any] = {}
        self._tensors: dict[Any, Any] = {}

    def of(self, handle: Any) -> Loaded:
        """The network behind a handle; raises NodeError where it cannot be loaded.

        Handles that differ in their patches share one network, which is as the last of them wants
        it: so it is asked for again whenever another one was in between.
        """
        if self._last.get(handle.weights) != handle:
            self._loaded[handle] = Loaded.of(self._weights(handle))
            self._last[handle.weights] = handle
        return self._loaded[handle]

    def tensors(self, handle: Any) -> Any:
        """The tensors behind a handle that is no network of its own."""
        if handle not in self._tensors:
            self._tensors[handle] = self._weights(handle)
        return self._tensors[handle]


def moved(values: Any, device: torch.device, dtype: torch.dtype) -> Any:
    """Tensors within dictionaries and lists on a device; whole numbers keep their type."""
    if isinstance(values, Mapping):
        return {name: moved(value, device, dtype) for name, value in values.items()}
    if isinstance(values, list):
        return [moved(value, device, dtype) for value in values]
    if not isinstance(values, Tensor):
        return values
    return values.to(device, dtype if values.is_floating_point() else values.dtype)
