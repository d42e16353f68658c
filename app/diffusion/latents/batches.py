"""Latents joined to a batch, and cut, turned and mirrored with all that belongs to them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import torch
from torch import Tensor

from app.diffusion.latents.checks import check_same_kind, check_same_size
from app.diffusion.pictures.turning import Mirror, Turn, turned
from app.diffusion.plain.lists import EmptyList
from app.diffusion.video.frames import apart, together
from app.sdk.courses import Unfinished
from app.sdk.errors import NodeError
from app.sdk.values import Latent, Posterior

_ON_GRID = (Tensor, Posterior)
"""What of a latent has a value for each of its places."""


class OutsideLatent(NodeError):
    """A rectangle does not touch the picture of a latent."""

    english = (
        "The part to keep begins at {left}, {top}, outside the picture of {width} x {height}: "
        "choose a smaller left and top."
    )


def join_latents(latents: Sequence[Latent]) -> Latent:
    """All pictures as one batch; raises EmptyList, OtherFamily and OtherSize.

    Masks, posteriors and unfinished samplings stay where they can; a latent without a mask may
    change everywhere.
    """
    if not latents:
        raise EmptyList
    first = latents[0]
    for other in latents[1:]:
        check_same_kind(first, other)
        check_same_size(first, other)
    if len(latents) == 1:
        return first
    return replace(
        first,
        samples=torch.cat([latent.samples for latent in latents]),
        empty=all(latent.empty for latent in latents),
        posterior=_joined_posteriors([latent.posterior for latent in latents]),
        mask=_joined_masks(latents),
        unfinished=_joined_unfinished([latent.unfinished for latent in latents]),
        surroundings=_joined_posteriors([latent.surroundings for latent in latents]),
        gradual=any(latent.gradual for latent in latents),
    )


def turn_latent(latent: Latent, turn: Turn, mirror: Mirror) -> Latent:
    """A latent mirrored, and then turned."""
    return reshaped(latent, lambda planes: together(turned(apart(planes), turn, mirror), planes))


def crop_latent(latent: Latent, left: int, top: int, width: int, height: int) -> Latent:
    """A rectangle of every picture, given in pixels and widened to whole places of the latent.

    What lies outside is left away. Raises OutsideLatent.
    """
    factor = latent.factor
    rows, columns = latent.samples.shape[-2:]
    if left >= columns * factor or top >= rows * factor:
        raise OutsideLatent(left=left, top=top, width=columns * factor, height=rows * factor)
    across = slice(left // factor, -(-(left + width) // factor))
    down = slice(top // factor, -(-(top + height) // factor))
    return reshaped(latent, lambda planes: planes[..., down, across].clone())


def reshaped(latent: Latent, change: Callable[[Tensor], Tensor]) -> Latent:
    """A latent with ``change`` done to everything that lies on its grid.

    A sampling that was left unfinished cannot go on from there: the latent is a plain one.
    """
    parts = {name: part for name, part in vars(latent).items() if isinstance(part, _ON_GRID)}
    changed: dict[str, Any] = {name: _changed(part, change) for name, part in parts.items()}
    return replace(latent, **changed, unfinished=None)


def _changed(part: Tensor | Posterior, change: Callable[[Tensor], Tensor]) -> Tensor | Posterior:
    if isinstance(part, Tensor):
        return change(part)
    return replace(part, mean=change(part.mean), deviation=change(part.deviation))


def _joined_masks(latents: Sequence[Latent]) -> Tensor | None:
    if all(latent.mask is None for latent in latents):
        return None
    size = latents[0].samples.shape[2:]
    masks = [torch.ones(1, 1, *size) if lat.mask is None else lat.mask for lat in latents]
    expanded = [m.expand(len(lat), -1, -1, -1) for m, lat in zip(masks, latents, strict=True)]
    return torch.cat(expanded)


def _joined_posteriors(posteriors: Sequence[Posterior | None]) -> Posterior | None:
    """One for all, where all have one in the same units."""
    held = [posterior for posterior in posteriors if posterior is not None]
    units = {(posterior.scale, posterior.shift) for posterior in held}
    if len(held) < len(posteriors) or len(units) > 1:
        return None
    mean = torch.cat([posterior.mean for posterior in held])
    deviation = torch.cat([posterior.deviation for posterior in held])
    return replace(held[0], mean=mean, deviation=deviation)


def _joined_unfinished(parts: Sequence[Unfinished | None]) -> Unfinished | None:
    """One for all, where all can go on as one."""
    held = [part for part in parts if part is not None]
    if len(held) < len(parts) or not _go_on_alike(held):
        return None
    return replace(
        held[0],
        seeds=tuple(seed for part in held for seed in part.seeds),
        states=tuple(state for part in held for state in part.states),
        pasts=tuple(past for part in held for past in part.pasts),
        source=join_latents([part.source for part in held]),
    )


def _go_on_alike(held: Sequence[Unfinished]) -> bool:
    """Whether all stand at the same step, and each picture has a state of its own.

    And whether masks keep what they keep in the same way, as there is one way for all.
    """
    places = {(part.schedule, part.step, part.steps) for part in held}
    have_states = all(len(part.states) == len(part.seeds) for part in held)
    return len(places) == 1 and have_states and _kept_alike([part.source for part in held])


def _kept_alike(sources: Sequence[Latent]) -> bool:
    """Whether no mask keeps anything, or all of them do so in the same way."""
    if all(source.mask is None for source in sources):
        return True
    return len({_keeping(source) for source in sources}) == 1


def _keeping(source: Latent) -> tuple[Any, ...]:
    """How a mask keeps the picture around it, beside mask and picture: when, and which noise."""
    return source.gradual, source.drawn, source.posterior is None
