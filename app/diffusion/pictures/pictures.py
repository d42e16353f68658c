"""Plain work on pictures: change their size, cut, widen, invert and blend them.

Pictures are (n, 3, height, width), masks (n, 1, height, width), float32 in 0 to 1. Every function
gives a new contiguous tensor and leaves its arguments as they are.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal, NamedTuple

import numpy
import torch
from PIL import Image as Pillow
from torch import Tensor
from torch.nn import functional

from app.graph.phrases import Phrase
from app.sdk.errors import NodeError
from app.sdk.shared_params import BlendMode

Method = Literal["lanczos", "bicubic", "bilinear", "nearest"]
Fit = Literal["stretch", "fit", "fill"]
Border = Literal["colour", "edge"]

_FILTERS = {
    "nearest": Pillow.Resampling.NEAREST,
    "bilinear": Pillow.Resampling.BILINEAR,
    "bicubic": Pillow.Resampling.BICUBIC,
    "lanczos": Pillow.Resampling.LANCZOS,
}


class OutsidePicture(NodeError):
    """A rectangle does not touch the picture."""

    english = (
        "The part to keep begins at {left}, {top}, outside the picture of {width} x {height}: "
        "choose a smaller left and top."
    )


class DifferentSizes(NodeError):
    """Two pictures that should lie on each other differ in size."""

    english = (
        "The sizes differ, since {one} is {first} and {other} is {second}: "
        "resize one of them to the other's size."
    )


class NothingToJoin(NodeError):
    """No picture arrived."""

    english = "There is no picture to join: connect at least one."


class DifferentCounts(NodeError):
    """Two batches cannot be matched picture by picture."""

    english = (
        "One input has {first} pictures and the other {second}: give as many, or a single one."
    )


class Sides(NamedTuple):
    """Pixels at each side of a picture."""

    left: int
    top: int
    right: int
    bottom: int


def resize(pixels: Tensor, width: int, height: int, fit: Fit, method: Method) -> Tensor:
    """Pictures of another size; made smaller they are averaged as the filter says.

    ``stretch`` gives exactly ``width`` x ``height``; ``fit`` keeps the proportions and stays
    within, ``fill`` keeps them, covers the size and cuts off what stands over at both sides.
    """
    if fit == "stretch":
        return _resampled(pixels, width, height, method)
    old_height, old_width = pixels.shape[2:]
    choose = min if fit == "fit" else max
    scale = choose(width / old_width, height / old_height)
    new_width, new_height = (max(1, round(side * scale)) for side in (old_width, old_height))
    made = _resampled(pixels, new_width, new_height, method)
    if fit == "fit":
        return made
    return crop(made, (new_width - width) // 2, (new_height - height) // 2, width, height)


def _resampled(pixels: Tensor, width: int, height: int, method: Method) -> Tensor:
    """Every plane through Pillow's filter, in floats, so that no depth is lost."""
    n, channels, old_height, old_width = pixels.shape
    if (old_width, old_height) == (width, height):
        return pixels.clone()
    planes = pixels.reshape(n * channels, old_height, old_width).numpy()
    made = [
        numpy.array(Pillow.fromarray(plane).resize((width, height), _FILTERS[method]))
        for plane in planes
    ]
    stacked = torch.from_numpy(numpy.stack(made)).reshape(n, channels, height, width)
    return stacked.clamp(0.0, 1.0)  # lanczos and bicubic swing over at sharp edges


def crop(pixels: Tensor, left: int, top: int, width: int, height: int) -> Tensor:
    """A rectangle of every picture, as far as it lies inside; raises OutsidePicture."""
    old_height, old_width = pixels.shape[2:]
    if left >= old_width or top >= old_height:
        raise OutsidePicture(left=left, top=top, width=old_width, height=old_height)
    return pixels[:, :, top : top + height, left : left + width].clone()


def pad(pixels: Tensor, sides: Sides, border: Border, colour: str) -> tuple[Tensor, Tensor]:
    """Wider pictures, and a mask (n, 1, height, width) that is 1 in what was added.

    The added part shows ``colour`` (#rrggbb) or repeats the outermost pixels.
    """
    amounts = (sides.left, sides.right, sides.top, sides.bottom)
    added = functional.pad(torch.zeros_like(pixels[:, :1]), amounts, value=1.0)
    if border == "edge":
        return functional.pad(pixels, amounts, mode="replicate"), added
    ground = torch.tensor(rgb(colour)).reshape(1, 3, 1, 1).expand(-1, -1, *added.shape[2:])
    return torch.where(added > 0, ground, functional.pad(pixels, amounts)), added


def rgb(colour: str) -> tuple[float, float, float]:
    """Red, green and blue of ``#rrggbb`` in 0 to 1."""
    red, green, blue = bytes.fromhex(colour[1:])
    return red / 255, green / 255, blue / 255


def join(batches: Sequence[Tensor]) -> Tensor:
    """All pictures one after the other; raises DifferentSizes and NothingToJoin."""
    if not batches:
        raise NothingToJoin
    first = batches[0]
    for place, other in enumerate(batches[1:], 2):
        if other.shape[1:] != first.shape[1:]:
            names = [Phrase("picture {number}", number=number) for number in (1, place)]
            raise _different(names[0], first, names[1], other)
    return torch.cat(list(batches))


def invert(values: Tensor) -> Tensor:
    """Bright for dark in a picture or a mask."""
    return 1.0 - values


def _overlay(base: Tensor, over: Tensor) -> Tensor:
    return torch.where(base < 0.5, 2 * base * over, 1 - 2 * (1 - base) * (1 - over))


_MODES: dict[BlendMode, Callable[[Tensor, Tensor], Tensor]] = {
    "normal": lambda base, over: over,
    "multiply": lambda base, over: base * over,
    "screen": lambda base, over: 1 - (1 - base) * (1 - over),
    "overlay": _overlay,
    "add": lambda base, over: base + over,
    "subtract": lambda base, over: base - over,
    "difference": lambda base, over: (base - over).abs(),
    "lighten": torch.maximum,
    "darken": torch.minimum,
}


def blend(
    base: Tensor, over: Tensor, mode: BlendMode, amount: float, mask: Tensor | None = None
) -> Tensor:
    """``over`` laid on ``base``, as W3C's Compositing and Blending defines the modes.

    ``amount`` 0 to 1 is the opacity, and ``mask`` (n or 1, 1, height, width) says where it counts.
    One picture is matched with every picture of the other batch. Raises DifferentSizes and
    DifferentCounts.
    """
    check_match(base, over, Phrase("the upper picture"), Phrase("the lower picture"))
    opacity = torch.tensor(amount)
    if mask is not None:
        check_match(base, mask, Phrase("the mask"), Phrase("the lower picture"))
        opacity = opacity * mask
    count = max(len(base), len(over))
    base, over = (pixels.expand(count, -1, -1, -1) for pixels in (base, over))
    return torch.lerp(base, _MODES[mode](base, over).clamp(0.0, 1.0), opacity).contiguous()


def check_match(base: Tensor, other: Tensor, name: str, base_name: str) -> None:
    """Refuse two batches that do not lie on each other, picture by picture or one on all.

    The names say in the sentence what the two are. Raises DifferentSizes and DifferentCounts.
    """
    if base.shape[2:] != other.shape[2:]:
        raise _different(base_name, base, name, other)
    if 1 not in (len(base), len(other)) and len(base) != len(other):
        raise DifferentCounts(first=len(base), second=len(other))


def _different(one: str, first: Tensor, other: str, second: Tensor) -> DifferentSizes:
    sizes = [f"{pixels.shape[3]} x {pixels.shape[2]}" for pixels in (first, second)]
    return DifferentSizes(one=one, first=sizes[0], other=other, second=sizes[1])
