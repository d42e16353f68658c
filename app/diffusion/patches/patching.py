"""Sets loaded networks up with the patches that whoever asks for them wants."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from weakref import WeakKeyDictionary

import torch

from app.diffusion.patches.changing import tensor_patches
from app.diffusion.patches.patched import PatchedNetwork
from app.sdk.models import Weights
from app.sdk.patches import Patch


class Patching:
    """What was done to each loaded network; forgotten as soon as the network is let go."""

    def __init__(self) -> None:
        self._known: WeakKeyDictionary[torch.nn.Module, PatchedNetwork] = WeakKeyDictionary()

    def set_up(
        self,
        sources: Sequence[Weights],
        module: torch.nn.Module,
        patches: Sequence[Patch],
        check: Callable[[], None],
    ) -> None:
        """Leave a network with exactly these patches; arguments as in ``PatchedNetwork``."""
        known = self._known.get(module)
        if known is None:
            if not patches:
                return
            known = self._known[module] = PatchedNetwork(sources, module)
        known.set_up(module, patches, check)

    def apply(
        self,
        sources: Sequence[Weights],
        module: torch.nn.Module,
        patches: Sequence[Patch],
        check: Callable[[], None],
    ) -> None:
        """Patch a network for good, so that nothing is kept to take it back."""
        self.set_up(sources, module, patches, check)
        self._known.pop(module, None)

    def has(self, module: torch.nn.Module, patches: Sequence[Patch]) -> bool:
        """Whether the tensors of a network are those of exactly these patches."""
        known = self._known.get(module)
        return known.has(patches) if known else not tensor_patches(patches)

    def is_whole(self, module: torch.nn.Module) -> bool:
        """Whether a network can be used; not if its originals could not be given back."""
        known = self._known.get(module)
        return known is None or known.whole

    def forget(self) -> None:
        """Let go of tensors that are kept only to be quick."""
        for known in self._known.values():
            known.forget()
