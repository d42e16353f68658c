"""One picture laid on another at any place, and masks put together.

Pictures are (n, 3, height, width), masks (n, 1, height, width), float32 in 0 to 1.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import reduce
from typing import Literal, NamedTuple

import torch
from torch import Tensor

from app.diffusion.pictures.pictures import DifferentCounts, blend, check_match
from app.diffusion.pictures.placing import overlap
from app.graph.phrases import Phrase
from app.sdk.errors import NodeError
from app.sdk.shared_params import BlendMode

Union = Literal["union", "intersection", "difference", "exclusive", "add", "multiply"]


class NoMasks(NodeError):
    """No mask arrived."""

    english = "There is no mask to combine: connect at least one."


class Layer(NamedTuple):
    """How the upper picture lies on the lower one."""

    left: int
    top: int
    mode: BlendMode = "normal"
    opacity: float = 1.0


def composite(
    base: Tensor, over: Tensor, layer: Layer, mask: Tensor | None = None
) -> tuple[Tensor, Tensor]:
    """``over`` on ``base``, and a mask of what it covers; what stands over is left away.

    ``mask``, of the size of ``over``, says where it counts. One picture is matched with every
    picture of the other batch. Raises NodeError where nothing of ``over`` lies on ``base``, or
    sizes or counts do not fit.
    """
    if mask is None:
        mask = torch.ones(1, 1, *over.shape[2:])
    check_match(over, mask, Phrase("the mask"), Phrase("the upper picture"))
    count = max(len(base), len(over), len(mask))
    for other in (base, over, mask):
        if len(other) not in (1, count):
            raise DifferentCounts(first=len(other), second=count)
    shared = overlap(base, over, layer.left, layer.top)
    made = base.expand(count, -1, -1, -1).clone()
    covered = torch.zeros(count, 1, *base.shape[2:])
    upper, weight = over[shared.over], mask[shared.over]
    made[shared.base] = blend(made[shared.base], upper, layer.mode, layer.opacity, weight)
    covered[shared.base] = weight * layer.opacity
    return made, covered


_UNIONS: Mapping[Union, Callable[[Tensor, Tensor], Tensor]] = {
    "union": torch.maximum,
    "intersection": torch.minimum,
    "difference": lambda one, other: torch.minimum(one, 1 - other),
    "exclusive": lambda one, other: torch.maximum(
        torch.minimum(one, 1 - other), torch.minimum(1 - one, other)
    ),
    "add": lambda one, other: (one + other).clamp(0.0, 1.0),
    "multiply": torch.mul,
}


def combine_masks(masks: Sequence[Tensor], how: Union) -> Tensor:
    """All masks as one, from the first to the last; greys as in Zadeh's "Fuzzy sets", 1965.

    ``difference`` is what is in the first and in none of the others, ``exclusive`` what is in an
    odd number of them. Raises NoMasks, DifferentSizes and DifferentCounts.
    """
    if not masks:
        raise NoMasks
    first = masks[0]
    for place, other in enumerate(masks[1:], 2):
        names = [Phrase("mask {number}", number=number) for number in (place, 1)]
        check_match(first, other, *names)
    count = max(map(len, masks))
    wide = [mask.expand(count, -1, -1, -1) for mask in masks]
    return reduce(_UNIONS[how], wide).clone(memory_format=torch.contiguous_format)
