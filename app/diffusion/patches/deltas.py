"""What the layers of a LoRA, or of its kin, add to a weight: the formulas alone.

LoRA: Hu et al. 2021; DoRA: Liu et al. 2024; LoHa: Hyeon-Woo et al. 2022; LoKr and the forms for
convolutions: Yeh et al. 2024 (LyCORIS). Factors come by their role (``down``, ``up``,
``hada_w1_a``), in float32, or on the meta device where only shapes are wanted. Every formula gives
the difference for strength 1 and an alpha that is equal to the rank.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

import torch
from torch import Tensor

Factors = Mapping[str, Tensor]
Difference = Callable[[Factors], Tensor]


class Form(NamedTuple):
    """A kind of addition: the roles of which one group must be whole, and what it comes to.

    ``ranks``: roles whose given side is the rank; where none is there, alpha does not count.
    """

    name: str
    groups: Sequence[frozenset[str]]
    difference: Difference
    ranks: Sequence[tuple[str, int]]


def _lora(factors: Factors) -> Tensor:
    """As peft's get_delta_weight (tuners/lora/layer.py), so that the bits are the same."""
    down, up = factors["down"], factors["up"]
    if "mid" in factors:  # a convolution between two of 1 x 1
        return torch.einsum("mnwh,im,nj->ijwh", factors["mid"], up.flatten(1), down.flatten(1))
    if down.ndim <= 2:
        return up @ down
    if down.shape[2:] == (1, 1):
        return (up.flatten(1) @ down.flatten(1))[:, :, None, None]
    return torch.nn.functional.conv2d(down.permute(1, 0, 2, 3), up).permute(1, 0, 2, 3)


def _loha(factors: Factors) -> Tensor:
    return _product(factors, "hada_w1", "hada_t1") * _product(factors, "hada_w2", "hada_t2")


def _lokr(factors: Factors) -> Tensor:
    first = _side(factors, "lokr_w1", "")
    second = _side(factors, "lokr_w2", "lokr_t2")
    while first.ndim < second.ndim:
        first = first.unsqueeze(-1)
    return torch.kron(first, second.contiguous())


def _full(factors: Factors) -> Tensor:
    return factors["diff"]


def _side(factors: Factors, name: str, core: str) -> Tensor:
    """A matrix as it is, or as the product of two."""
    return factors[name] if name in factors else _product(factors, name, core)


def _product(factors: Factors, name: str, core: str) -> Tensor:
    """Two matrices multiplied; of a convolution with a ``core`` between them."""
    left, right = factors[f"{name}_a"], factors[f"{name}_b"]
    if core in factors:
        return torch.einsum("ijkl,jr,ip->prkl", factors[core], right, left)
    return left @ right


_HALVES = ("lokr_w1", "lokr_w2")
_KRON = [
    frozenset(one + two)
    for one in (("lokr_w1",), ("lokr_w1_a", "lokr_w1_b"))
    for two in (("lokr_w2",), ("lokr_w2_a", "lokr_w2_b"))
]
_FORMS = (
    Form("LoRA", [frozenset({"down", "up"})], _lora, [("down", 0)]),
    Form(
        "LoHa",
        [frozenset(f"hada_w{number}_{side}" for number in "12" for side in "ab")],
        _loha,
        [("hada_w1_b", 0)],
    ),
    Form("LoKr", _KRON, _lokr, [("lokr_w1_b", 0), ("lokr_w2_b", 0)]),
    Form("full difference", [frozenset({"diff"})], _full, []),
)


def form_of(roles: frozenset[str]) -> Form | None:
    """Which kind of addition a layer with these factors is; None where they do not go together."""
    return next((form for form in _FORMS if any(group <= roles for group in form.groups)), None)


def rank_of(form: Form, shapes: Mapping[str, Sequence[int]]) -> int:
    """The rank of a layer; 0 where it has none, so that alpha does not count."""
    found = ((shapes[role], side) for role, side in form.ranks if role in shapes)
    return next((shape[side] for shape, side in found if len(shape) > side), 0)


def fitted(difference: Tensor, shape: Sequence[int]) -> Tensor:
    """A difference in the shape of the weights that it is for; raises ValueError.

    Linear layers and convolutions of 1 x 1 stand for each other.
    """
    if math.prod(difference.shape) != math.prod(shape) or difference.shape[0] != shape[0]:
        raise ValueError
    return difference.reshape(tuple(shape))


def with_magnitude(weight: Tensor, magnitude: Tensor) -> Tensor:
    """DoRA: every row of ``weight`` brought to a length that was learnt; raises ValueError."""
    if magnitude.numel() != weight.shape[0]:
        raise ValueError
    if weight.ndim == 2:
        length: Tensor = torch.linalg.norm(weight, dim=1)
        return (magnitude.flatten() / length).view(-1, 1) * weight
    length = torch.linalg.vector_norm(weight, dim=tuple(range(1, weight.ndim)), keepdim=True)
    return magnitude.reshape(length.shape) / length * weight
