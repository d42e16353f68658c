"""What a LoRA does to a network: the layers it finds there, and the change of each weight.

Weights become ``W + strength * alpha / rank * (B @ A)``, in float32 and in the order of operations
of peft's merge, so that float32 networks come out with the same bits (see the tests).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from typing import NamedTuple

import torch
from torch import Tensor

from app.diffusion.loading.tensor_files import Read, open_tensors
from app.diffusion.patches.changing import Change, Changes, Network
from app.diffusion.patches.deltas import Form, fitted, form_of, rank_of, with_magnitude
from app.diffusion.patches.layer_names import layer_names, part_of, rows_of
from app.diffusion.patches.lora_files import Factor, LoRAFile, open_lora
from app.diffusion.patches.published_names import Target
from app.diffusion.patches.refusals import NoNumbers, NothingFits, OtherFamily, WrongShape
from app.sdk.block_weights import block_weight
from app.sdk.patches import LoRA, Patch


class Found(NamedTuple):
    """A layer of a LoRA file and what it stands for in a network."""

    name: str
    factors: Mapping[str, Factor]
    form: Form
    target: Target


class Fit(NamedTuple):
    """How many layers of a file a network has, and the names of those it has not."""

    layers: int
    missing: tuple[str, ...]


def check_lora(file: LoRAFile, networks: Sequence[Network]) -> dict[str, Fit]:
    """How a LoRA fits the parts of a model, by part; refuses one that was made for another.

    Only shapes are looked at, so nothing is read.
    """
    family = networks[0].family
    if file.family and file.family != family:
        raise OtherFamily(file=file.path, family=file.family, model=family)
    fits = {}
    for network in networks:
        found, missing = _found(file, network)
        for layer in found:
            _check_shapes(file, layer, network)
        fits[network.part] = Fit(len(found), missing)
    if not any(fit.layers for fit in fits.values()):
        raise NothingFits(file=file.path, count=len(file.layers), family=family)
    return fits


def lora_changes(patch: Patch, network: Network, stack: ExitStack) -> Changes:
    """What the layers of a LoRA do to the weights that they belong to."""
    assert isinstance(patch, LoRA)
    file = open_lora(patch.place)
    read = stack.enter_context(open_tensors([file.path]))
    found, _ = _found(file, network)
    changes: dict[str, Change] = {}
    for layer in found:
        _check_shapes(file, layer, network)
        for tensor, rows in _places(layer, network):
            strength = patch.strength * block_weight(patch.blocks, tensor)
            if strength:
                changes[tensor] = _Addition(file, layer, read, strength, rows)
                if "diff_b" in layer.factors and len(layer.target.layers) == 1:
                    bias = tensor.removesuffix("weight") + "bias"
                    changes[bias] = _BiasDifference(file, layer, read, strength)
    return changes


def _found(file: LoRAFile, network: Network) -> tuple[list[Found], tuple[str, ...]]:
    """The layers of a file that are for a part of a model: those it has, and those it has not."""
    names, found, missing = layer_names(network.names), [], []
    for layer, factors in file.layers.items():
        part, rest = part_of(layer, network.family)
        if part != network.part:
            continue
        form = form_of(frozenset(factors))
        target = names.find(rest)
        if form is None or target is None:
            missing.append(layer)
        else:
            found.append(Found(layer, factors, form, target))
    return found, tuple(missing)


def _places(layer: Found, network: Network) -> Iterator[tuple[str, slice | None]]:
    """The weights of a layer, and which of its rows each has; None for all."""
    tensors = [f"{name}.weight" for name in layer.target.layers]
    if len(tensors) == 1:
        yield tensors[0], None
    else:
        yield from zip(tensors, rows_of(layer.target, network.shapes), strict=True)


def _check_shapes(file: LoRAFile, layer: Found, network: Network) -> None:
    """Do the formula on shapes alone; raises WrongShape."""
    tensors = [f"{name}.weight" for name in layer.target.layers]
    first = network.shapes[tensors[0]]
    wanted = (sum(network.shapes[tensor][0] for tensor in tensors), *first[1:])
    with torch.device("meta"):
        factors = {role: torch.empty(factor.shape) for role, factor in layer.factors.items()}
    bias = network.shapes.get(tensors[0].removesuffix("weight") + "bias")
    try:
        fitted(layer.form.difference(factors), wanted)
        if "magnitude" in factors:
            with_magnitude(torch.empty(wanted, device="meta"), factors["magnitude"])
        if factors.get("alpha", torch.empty(1)).numel() != 1:
            raise ValueError
        if "diff_b" in factors and tuple(factors["diff_b"].shape) != bias:
            raise ValueError
    except (RuntimeError, ValueError, IndexError) as error:
        shapes = ", ".join(str(list(factor.shape)) for factor in layer.factors.values())
        raise WrongShape(
            file=file.path, layer=layer.name, found=shapes, expected=list(wanted)
        ) from error


@dataclass(frozen=True)
class _Addition:
    """Adds what a layer, or some ``rows`` of it, comes to."""

    file: LoRAFile
    layer: Found
    read: Read
    strength: float
    rows: slice | None

    def __call__(self, weight: Tensor) -> Tensor:
        factors = {
            role: _number(self.file, self.layer, self.read(factor.name)).to(weight.device)
            for role, factor in self.layer.factors.items()
            if role != "diff_b"
        }
        added = weight + self._difference(factors, weight)
        if "magnitude" not in factors:
            return added
        return with_magnitude(added, _part(factors["magnitude"].flatten(), self.rows))

    def _difference(self, factors: dict[str, Tensor], weight: Tensor) -> Tensor:
        rank = rank_of(self.layer.form, {role: f.shape for role, f in factors.items()})
        alpha = float(factors["alpha"]) if "alpha" in factors else None
        if self.rows is not None and "up" in factors and "mid" not in factors:
            factors["up"] = factors["up"][self.rows]
            difference = self.layer.form.difference(factors)
        else:
            difference = _part(self.layer.form.difference(factors), self.rows)
        if self.layer.target.swapped:
            difference = torch.cat(difference.chunk(2)[::-1])
        scaling = self.file.scaling(self.layer.name, rank, alpha)
        return fitted(difference, weight.shape) * (self.strength * scaling)


@dataclass(frozen=True)
class _BiasDifference:
    """Adds to a bias what LyCORIS has learnt for it."""

    file: LoRAFile
    layer: Found
    read: Read
    strength: float

    def __call__(self, bias: Tensor) -> Tensor:
        stored = self.read(self.layer.factors["diff_b"].name)
        return bias + _number(self.file, self.layer, stored).to(bias.device) * self.strength


def _part(tensor: Tensor, rows: slice | None) -> Tensor:
    return tensor if rows is None else tensor[rows]


def _number(file: LoRAFile, layer: Found, stored: Tensor) -> Tensor:
    """A factor in float32; refuses one that is not finite."""
    factor = stored.to(torch.float32)
    if not bool(torch.isfinite(factor).all()):
        raise NoNumbers(file=file.path, tensor=layer.name)
    return factor
