"""Mixtures of models, made tensor by tensor while a network is set up: none is copied whole.

Weighted sum and "add difference" as they are common for checkpoints; the arithmetic is float32.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass

import torch
from torch import Tensor

from app.diffusion.loading.weights import open_weights, shapes_of
from app.diffusion.patches.changing import Changes, Network, changes_of
from app.sdk.block_weights import block_weight
from app.sdk.errors import NodeError
from app.sdk.models import Weights
from app.sdk.patches import Merge, Patch

_FIRST = "conv_in.weight"

Read = Callable[[str, torch.device], Tensor]
"""Gives a tensor of another model in float32."""


class CannotMerge(NodeError):
    """Two networks are not of the same build."""

    english = (
        "These models cannot be mixed: {tensor} is of shape {own} in one and {other} in the other; "
        "mix models of one family and kind."
    )


class OnlyInOne(CannotMerge):
    """One of two networks has a tensor that the other lacks."""

    english = (
        "These models cannot be mixed: only one of them has {tensor}; "
        "mix models of one family and kind."
    )


class FamiliesDiffer(NodeError):
    """Two models are of different families."""

    english = "{own} and {other} cannot be mixed: mix models of one family."


def check_merge(own: Weights, other: Weights, adds: bool = False) -> None:
    """Refuse two networks whose tensors are not the same in name and shape.

    Where a difference is added, the first layer may see more: so networks that see a mask are made.
    """
    ours, theirs = shapes_of(own), shapes_of(other)
    for name in sorted(ours.keys() | theirs.keys()):
        if name not in ours or name not in theirs:
            raise OnlyInOne(tensor=name)
        if ours[name] != theirs[name] and not (adds and name == _FIRST):
            raise CannotMerge(tensor=name, own=ours[name], other=theirs[name])


def merge_changes(patch: Merge, network: Network, stack: ExitStack) -> Changes:
    """The mixture of every tensor with the same one of the other model, where there is one."""
    mixed = next((found for found in patch.other if found.part == network.part), None)
    if mixed is None:
        return {}
    other = _reader(mixed, patch.patches, network, stack)
    bases = (found for found in patch.base if found.part == network.part)
    base = next((_reader(found, patch.base_patches, network, stack) for found in bases), None)
    changes, theirs = {}, shapes_of(mixed)
    for name, shape in network.shapes.items():
        amount = block_weight(patch.blocks, name, patch.amount)
        if amount and theirs.get(name) == shape:
            changes[name] = _Mixture(name, amount, other, base)
    return changes


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


def _reader(weights: Weights, patches: Sequence[Patch], network: Network, stack: ExitStack) -> Read:
    """Reads the patched tensors of another model's part."""
    opened = stack.enter_context(open_weights(weights))
    chains = changes_of(patches, network, stack)

    def read(name: str, device: torch.device) -> Tensor:
        tensor = opened(name, device, torch.float32)
        for change in chains.get(name, ()):
            tensor = change(tensor)
        return tensor

    return read
