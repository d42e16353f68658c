"""Inpainting at full resolution: cut out what surrounds a mask, and paste it back when painted.

A part is brought to the size that a network works best at and goes back into the untouched picture,
so that a small face in a large photograph gets all the detail that the network can give.
"""

from __future__ import annotations

from typing import NamedTuple

import torch
from torch import Tensor
from torch.nn import functional

from app.diffusion.pictures.masks import box, feather
from app.diffusion.pictures.pictures import DifferentCounts, check_match, resize
from app.graph.phrases import Phrase
from app.sdk.cutouts import Cutout
from app.sdk.values import Image, Mask

GRID = 8
"""Sides of parts that keep their resolution are multiples of this, so that a latent fits them."""

Box = tuple[int, int, int, int]
"""Left, top, width and height in pixels; may reach beyond the picture."""


class Part(NamedTuple):
    """What was cut out, and how it goes back."""

    image: Image
    mask: Mask
    cutout: Cutout


def cut_out(
    image: Image, mask: Mask, context: int, size: tuple[int, int] | None, soft: int
) -> Part:
    """The surroundings of what is white in the mask, ``context`` pixels to each side.

    With a ``size`` (width, height) each part has its proportions and is brought to it; without,
    parts keep their resolution and have sides that are multiples of GRID. What is pasted back fades
    in over ``soft`` pixels inside of the mask. Raises EmptyMask, DifferentSizes, DifferentCounts.
    """
    check_match(image.pixels, mask.alpha, Phrase("the mask"), Phrase("the picture"))
    count = max(len(image), len(mask))
    pixels = image.pixels.expand(count, -1, -1, -1).contiguous()
    alpha = mask.alpha.expand(count, -1, -1, -1).contiguous()
    boxes = _boxes(alpha, context, size)
    shown = torch.cat([_part(pixels[k : k + 1], boxes[k], size) for k in range(count)])
    masks = torch.cat([_part(alpha[k : k + 1], boxes[k], size) for k in range(count)])
    cutout = Cutout(Image(pixels), Mask(feather(alpha, soft, "inside")), boxes)
    return Part(Image(shown), Mask(masks), cutout)


def paste_back(cutout: Cutout, painted: Image) -> Image:
    """The pictures with the painted parts in them; where a weight is 0 nothing changes at all.

    Parts may have any size. One picture takes any number of parts, so that variations can be
    compared. Raises DifferentCounts.
    """
    if 1 not in (len(cutout), len(painted)) and len(cutout) != len(painted):
        raise DifferentCounts(first=len(cutout), second=len(painted))
    count = max(len(cutout), len(painted))
    pixels = cutout.image.pixels.expand(count, -1, -1, -1).clone()
    weights = cutout.weights.alpha.expand(count, -1, -1, -1)
    parts = painted.pixels.expand(count, -1, -1, -1)
    boxes = cutout.boxes * (count // len(cutout))
    for k in range(count):
        _paste(pixels[k : k + 1], weights[k : k + 1], parts[k : k + 1], boxes[k])
    return Image(pixels)


def _boxes(alpha: Tensor, context: int, size: tuple[int, int] | None) -> tuple[Box, ...]:
    """Where the part of each picture lies."""
    height, width = alpha.shape[2:]
    tight = [_with_context(box(one[None]), context, width, height) for one in alpha]
    if size is None:  # all of a batch must come out equally large
        widest, tallest = (max(found[side] for found in tight) for side in (2, 3))
        sides = [(-(-widest // GRID) * GRID, -(-tallest // GRID) * GRID)] * len(tight)
    else:
        sides = [_proportioned(found[2], found[3], *size) for found in tight]
    return tuple(
        (
            _placed(found[0], found[2], sides[k][0], width),
            _placed(found[1], found[3], sides[k][1], height),
            *sides[k],
        )
        for k, found in enumerate(tight)
    )


def _with_context(found: Box, context: int, width: int, height: int) -> Box:
    """A box wider by ``context`` on each side, as far as there is a picture."""
    left, top = max(0, found[0] - context), max(0, found[1] - context)
    right = min(width, found[0] + found[2] + context)
    bottom = min(height, found[1] + found[3] + context)
    return left, top, right - left, bottom - top


def _proportioned(width: int, height: int, goal_width: int, goal_height: int) -> tuple[int, int]:
    """The smallest sides that hold ``width`` x ``height`` and have the goal's proportions."""
    wide, tall = height * goal_width, width * goal_height
    return max(width, -(-wide // goal_height)), max(height, -(-tall // goal_width))


def _placed(start: int, length: int, wanted: int, whole: int) -> int:
    """Where a side of ``wanted`` begins around the one given: inside, if it fits, else centred."""
    if wanted >= whole:
        return -((wanted - whole) // 2)
    return min(max(0, start - (wanted - length) // 2), whole - wanted)


def _part(planes: Tensor, place: Box, size: tuple[int, int] | None) -> Tensor:
    """A box of one picture or mask; beyond the border its outermost pixels are repeated."""
    left, top, width, height = place
    old_height, old_width = planes.shape[2:]
    over = (-left, left + width - old_width, -top, top + height - old_height)
    around = [max(0, amount) for amount in over]
    wider = functional.pad(planes, around, mode="replicate")
    left, top = left + around[0], top + around[2]
    part = wider[:, :, top : top + height, left : left + width].clone()
    if size is None:
        return part
    return resize(part, *size, "stretch", "lanczos" if planes.shape[1] == 3 else "bilinear")


def _paste(whole: Tensor, weights: Tensor, part: Tensor, place: Box) -> None:
    """Lay one part into one picture, which is changed."""
    left, top, width, height = place
    part = resize(part.contiguous(), width, height, "stretch", "lanczos")
    skipped_left, skipped_top = max(0, -left), max(0, -top)
    seen = (..., slice(max(0, top), top + height), slice(max(0, left), left + width))
    region, amount = whole[seen], weights[seen]
    rows, columns = region.shape[2:]
    part = part[..., skipped_top : skipped_top + rows, skipped_left : skipped_left + columns]
    whole[seen] = torch.where(amount > 0, torch.lerp(region, part, amount), region)
