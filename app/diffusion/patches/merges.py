"""Mixtures of models, made tensor by tensor while a network is set up: none is copied whole.

Weighted sum and "add difference" as they are common for checkpoints; the arithmetic is float32.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass

import torch
from torch import Tensor

from app.diffusion.patches.changing import Changes, Network, changes_of
from app.diffusion.weights import open_weights, shapes_of
from app.sdk.block_weights import block_weight
from app.sdk.errors import NodeError
from app.sdk.patches import Merge, Patch
from app.sdk.values import Weights

Read = Callable[[str, torch.device], Tensor]
"""Gives a tensor of another model in float32."""


class CannotMerge(NodeError):
    """Two networks are not of the same build."""

    english = (
        "These models cannot be mixed: {tensor} is of shape {own} in one and {other} in the other; "
        "mix models of one family and kind."
    )


class FamiliesDiffer(NodeError):
    """Two models are of different families."""

    english = "{own} and {other} cannot be mixed: mix models of one family."


def check_merge(own: Weights, other: Weights) -> None:
    """Refuse two networks whose tensors are not the same in name and shape."""
    ours, theirs = shapes_of(own), shapes_of(other)
    for name in sorted(ours.keys() | theirs.keys()):
        if ours.get(name) != theirs.get(name):
            raise CannotMerge(tensor=name, own=ours.get(name), other=theirs.get(name))


def merge_changes(patch: Merge, network: Network, stack: ExitStack) -> Changes:
    """The mixture of every tensor with the same one of the other model."""
    other = _reader(patch.other, patch.patches, network, stack)
    base = _reader(patch.base, patch.base_patches, network, stack)
    if other is None:
        return {}
    amounts = {name: block_weight(patch.blocks, name, patch.amount) for name in network.shapes}
    return {name: _Mixture(name, amount, other, base) for name, amount in amounts.items() if amount}


@dataclass(frozen=True)
class _Mixture:
    name: str
    amount: float
    other: Read
    base: Read | None

    def __call__(self, own: Tensor) -> Tensor:
        other = self.other(self.name, own.device)
        if self.base is not None:
            return own + self.amount * (other - self.base(self.name, own.device))
        return (1 - self.amount) * own + self.amount * other


def _reader(
    handles: Sequence[Weights], patches: Sequence[Patch], network: Network, stack: ExitStack
) -> Read | None:
    """Reads the patched tensors of the other model's part; None where it has no such part."""
    weights = next((handle for handle in handles if handle.part == network.part), None)
    if weights is None:
        return None
    opened = stack.enter_context(open_weights(weights))
    chains = changes_of(patches, network, stack)

    def read(name: str, device: torch.device) -> Tensor:
        tensor = opened(name, device, torch.float32)
        for change in chains.get(name, ()):
            tensor = change(tensor)
        return tensor

    return read
