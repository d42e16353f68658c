"""Outlines of pictures, white on black, as ControlNets expect them.

Pictures are (n, 3, height, width), float32 in 0 to 1; so are the outlines.
"""

from __future__ import annotations

from typing import Literal

import torch
from torch import Tensor
from torch.nn import functional

from app.diffusion.pictures.masks import blur, grow, to_picture

LineStyle = Literal["soft", "ink", "even"]

_SCALES = (0.7, 1.4, 2.8, 5.6)
"""Blurs in pixels at which soft edges are looked for."""

_FAINT = 0.01
"""Slopes this weak are noise, however even the picture is else."""

_GAIN = 1.8
"""Brings the border of a clear shape to white, however few scales see it."""

_INK = 0.02
"""How much darker than its surroundings the middle of a faint line of ink is."""

_USUAL_LINE = 0.08
"""The median strength that lines are brought to where they are to be even."""

_SOBEL = torch.tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]]) / 4.0


def canny(pixels: Tensor, low: float, high: float, deviation: float) -> Tensor:
    """Thin outlines where colours change, after Canny (IEEE PAMI 8(6), 1986).

    ``deviation`` in pixels is how much is blurred first. A pixel on the ridge of a slope belongs to
    an outline where the slope is above ``high``, or above ``low`` and joined to such a pixel; a
    slope of 1 is a hard change from black to white. The slope is that of the channel that changes
    most, so that neighbouring colours of equal brightness are told apart.
    """
    across, down = _slopes(blur(pixels, deviation))
    steepness = torch.hypot(across, down)
    ridge = _ridge(steepness, across, down)
    weak = ridge & (steepness > min(low, high))
    strong = ridge & (steepness > max(low, high))
    kept = torch.stack([joined(w, s) for w, s in zip(weak[:, 0], strong[:, 0], strict=True)])
    return to_picture(kept[:, None].float())


def line(pixels: Tensor, width: float, strength: float, style: LineStyle = "soft") -> Tensor:
    """Lines like a drawing's: a difference of Gaussians (Winnemöller et al., XDoG, 2012).

    A line is what is darker than its surroundings, so that the border of a shape gives one line, on
    its dark side. ``width`` in pixels is the finer of the two blurs; more ``strength`` makes weaker
    lines white. ``ink`` makes lines solid and drops faint ones; ``even`` first brings the lines of
    every picture to a usual strength, so that those of a pale sketch count as well.
    """
    fine, coarse = blur(pixels, width), blur(pixels, 1.6 * width)
    darker = (coarse - fine).clamp_min(0.0).amax(1, keepdim=True)
    if style == "even":
        darker = torch.stack([_evened(one) for one in darker])
    if style == "ink":
        return to_picture(torch.sigmoid((darker * strength - _INK) * 400.0).contiguous())
    return to_picture(torch.tanh(darker * strength * 12.0).contiguous())


def soft_edge(pixels: Tensor, detail: float, levels: int) -> Tensor:
    """Broad soft borders of everything: slopes at several scales, each compared with its own kind.

    Looks like what the network of Xie and Tu (HED, 2015) gives, whose side outputs are such scales;
    it knows nothing of objects. ``detail`` 0 to 1 shifts the weight from coarse scales to fine
    ones. With ``levels`` greys are rounded to so many, so that nothing can hide in them.
    """
    found = torch.cat([_soft_edge(pixels[k : k + 1], detail) for k in range(len(pixels))])
    if levels > 1:
        found = (found * (levels - 1)).round() / (levels - 1)
    return to_picture(found.contiguous())


def scribble(pixels: Tensor, detail: float, thickness: int) -> Tensor:
    """Few broad strokes, as if drawn by hand with a felt pen.

    ``detail`` 0 to 1 lets weaker outlines through; strokes are about ``thickness`` pixels wide.
    """
    threshold = 0.02 + 0.15 * (1.0 - detail)
    strokes = canny(pixels, threshold / 2, threshold, 2.0)[:, :1]
    if thickness > 1:
        strokes = (blur(grow(strokes, thickness // 2), thickness / 4) > 0.5).float()
    return to_picture(strokes)


def _soft_edge(pixels: Tensor, detail: float) -> Tensor:
    """The soft edges of one picture, (1, 1, height, width)."""
    total, weights = torch.zeros_like(pixels[:, :1]), 0.0
    for place, deviation in enumerate(_SCALES):
        steep = torch.hypot(*_slopes(blur(pixels, deviation))) * deviation
        usual = steep.pow(2).mean().sqrt()
        seen = steep.pow(2) / (steep.pow(2) + (1.5 * usual + _FAINT).pow(2))
        fine = 1.0 - place / (len(_SCALES) - 1)
        weight = 0.1 + detail * fine + (1.0 - detail) * (1.0 - fine)
        total += weight * blur(seen, deviation / 2)
        weights += weight
    return (total * _GAIN / weights).clamp(0.0, 1.0)


def _evened(darker: Tensor) -> Tensor:
    """The lines of one picture, scaled so that the median of those that show is usual."""
    strongest = float(darker.max())
    if strongest < _FAINT / 2:
        return darker
    return darker * (_USUAL_LINE / darker[darker > strongest / 10].median())


def _slopes(pixels: Tensor) -> tuple[Tensor, Tensor]:
    """Change per pixel across and down, (n, 1, height, width), of the channel that changes most."""
    count, channels, height, width = pixels.shape
    planes = pixels.reshape(count * channels, 1, height, width)
    planes = functional.pad(planes, (1, 1, 1, 1), mode="replicate")
    kernels = torch.stack([_SOBEL, _SOBEL.T])[:, None]
    both = functional.conv2d(planes, kernels).reshape(count, channels, 2, height, width)
    steepest = both.pow(2).sum(2).argmax(1, keepdim=True)[:, :, None]
    chosen = both.gather(1, steepest.expand(-1, -1, 2, -1, -1))
    return chosen[:, :, 0], chosen[:, :, 1]


def _ridge(steepness: Tensor, across: Tensor, down: Tensor) -> Tensor:
    """Where the slope is steepest along its own direction, rounded to one of four."""
    height, width = steepness.shape[2:]
    around = functional.pad(steepness, (1, 1, 1, 1))

    def beside(rows: int, columns: int) -> Tensor:
        return around[:, :, 1 + rows : 1 + rows + height, 1 + columns : 1 + columns + width]

    flat, steep = down.abs() < across.abs() * 0.4142, across.abs() < down.abs() * 0.4142
    same = across * down > 0
    ridge = torch.zeros_like(steepness, dtype=torch.bool)
    directions = (
        (flat, (0, 1)),
        (steep, (1, 0)),
        (~flat & ~steep & same, (1, 1)),
        (~flat & ~steep & ~same, (1, -1)),
    )
    for where, (rows, columns) in directions:
        # Equal on both sides of a hard edge: only one of the two may stay.
        top = (steepness >= beside(-rows, -columns)) & (steepness > beside(rows, columns))
        ridge |= where & top
    return ridge


def joined(weak: Tensor, strong: Tensor) -> Tensor:
    """The parts of ``weak`` (height, width), joined at sides or corners, that hold a strong pixel.

    Every pixel takes over the smallest number among its neighbours, and then the number that the
    pixel of that number has: parts agree after few rounds, however long and winding they are.
    """
    places = weak.nonzero()
    index = torch.full([side + 2 for side in weak.shape], -1)
    index[places[:, 0] + 1, places[:, 1] + 1] = torch.arange(len(places))
    pairs = []
    for rows, columns in ((0, 1), (1, 0), (1, 1), (1, -1)):
        neighbour = index[places[:, 0] + 1 + rows, places[:, 1] + 1 + columns]
        here = (neighbour >= 0).nonzero()[:, 0]
        pairs.append(torch.stack([here, neighbour[here]]))
    one, other = torch.cat(pairs, 1)
    number = torch.arange(len(places))
    while True:
        least = torch.minimum(number[one], number[other])
        merged = number
        for end in (one, other):
            merged = merged.scatter_reduce(0, number[end], least, "amin")
        merged = merged[merged]
        merged = merged[merged]
        if torch.equal(merged, number):
            break
        number = merged
    held = torch.zeros(len(places), dtype=torch.bool)
    held[number[strong[weak]]] = True
    kept = torch.zeros_like(weak)
    kept[weak] = held[number]
    return kept
