"""Several prompts in one picture: each one's prediction counts where its region is.

A conditioning is a prompt with layers over it, each of them of regions. The prediction of a layer
is a mean of the predictions of its regions and of all that lies below. At every place the share of
a region is its strength times its mask. Where several regions overlap and their shares add up to
more than 1, each is divided by the sum; where they leave something, that is the share of what lies
below. So shares always add up to 1, and what no region covers is the base prompt's. Bar-Tal et al.
2023, "MultiDiffusion", blend predictions with soft masks in this way.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

import torch
from torch import Tensor

from app.diffusion.sampling.parts_of_steps import check_part
from app.sdk.courses import Later, acting_at
from app.sdk.errors import NodeError
from app.sdk.regions import Region
from app.sdk.values import Conditioning, Mask


class OneMaskForRegion(NodeError):
    """A region was given several masks."""

    english = "A region takes one mask, not {masks}: choose one of the batch."


class PromptsOfOtherFamilies(NodeError):
    """Two prompts were encoded for different kinds of model."""

    english = (
        "One prompt was encoded for {one} and the other for {other}: "
        "use text encoders of the same model."
    )


class Share(NamedTuple):
    """A single prompt, and how much its prediction counts at each place, (1, 1, height, width)."""

    prompt: Conditioning
    weight: Tensor


def shares(conditioning: Conditioning, size: tuple[int, int]) -> tuple[Share, ...]:
    """All prompts of a conditioning with their weights for latents of this height and width.

    Prompts that count nowhere are left out.
    """
    found = [Share(replace(conditioning, layers=()), torch.ones(1, 1, *size))]
    for layer in conditioning.layers:
        areas = [_area(region, size) for region in layer]
        total = torch.stack(areas).sum(0)
        below = [Share(prompt, weight * (1 - total).clamp(min=0)) for prompt, weight in found]
        over = [
            Share(share.prompt, share.weight * area / total.clamp(min=1))
            for region, area in zip(layer, areas, strict=True)
            for share in shares(region.prompt, size)
        ]
        found = [*below, *over]
    return tuple(share for share in found if bool(share.weight.any()))


def blend(answers: Sequence[Tensor], weights: Sequence[Tensor]) -> Tensor:
    """The mean of answers (n, channels, height, width); a single one as it is."""
    if len(answers) == 1:
        return answers[0]
    weighted = [answer * weight for answer, weight in zip(answers, weights, strict=True)]
    return torch.stack(weighted).sum(0)


def add_region(
    base: Conditioning,
    prompt: Conditioning,
    mask: Mask | None,
    strength: float,
    window: tuple[float, float],
) -> Conditioning:
    """``base`` with a prompt that holds where the mask is, from one place of the steps to another.

    It joins the regions that were added just before; without a mask it lies over all of them.
    """
    if mask is not None and len(mask) != 1:
        raise OneMaskForRegion(masks=len(mask))
    check_families(base, prompt)
    if strength == 0:
        return base
    alpha = None if mask is None else mask.alpha
    starts = {part.start for part in (*base.course, *prompt.course)}
    parts = [
        Later(start, _with(_at(base, start), Region(_at(prompt, start), strength, alpha)))
        for start in sorted(starts)
    ]
    return within(base, _joined(parts), window)


def within(
    outside: Conditioning, inside: Conditioning, window: tuple[float, float]
) -> Conditioning:
    """``inside`` from one place of the steps to another, ``outside`` before and after."""
    start, end = window
    check_part(start, end)
    if start == end:
        return outside
    begun = inside if start == 0 else outside.followed_by(inside, start)
    return begun if end == 1 else begun.followed_by(outside, end)


def check_families(one: Conditioning, other: Conditioning) -> None:
    """Raise PromptsOfOtherFamilies where two prompts were encoded for different models."""
    if one.family != other.family:
        raise PromptsOfOtherFamilies(one=one.family, other=other.family)


def _area(region: Region, size: tuple[int, int]) -> Tensor:
    """Strength times mask at the latent's size: the mean over what each place stands for."""
    if region.mask is None:
        return torch.full((1, 1, *size), region.strength)
    return region.strength * torch.nn.functional.interpolate(region.mask, size=size, mode="area")


def _at(conditioning: Conditioning, place: float) -> Conditioning:
    course = conditioning.course
    return course[acting_at(course, place)].value


def _joined(parts: Sequence[Later[Conditioning]]) -> Conditioning:
    return replace(parts[0].value, later=tuple(parts[1:]))


def _with(base: Conditioning, region: Region) -> Conditioning:
    """The layers of a base with one more region, in the last layer or in a new one."""
    last = base.layers[-1] if base.layers else ()
    if last and region.mask is not None and last[0].mask is not None:
        return replace(base, layers=(*base.layers[:-1], (*last, region)))
    return replace(base, layers=(*base.layers, (region,)))
