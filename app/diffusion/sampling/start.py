"""The state before the first step: all random draws of a sampling that come before it, in order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import torch
from torch import Generator, Tensor

from app.diffusion.latents.latents import FIRST_FRAME, INPAINTING, INSTRUCTIONS, from_posterior
from app.diffusion.sampling.noise import draw, states
from app.diffusion.sampling.noising import noisy, pure_noise
from app.diffusion.sampling.schedule import Schedule
from app.diffusion.video.frames import VIDEO_DIMENSIONS
from app.sdk.errors import NodeError
from app.sdk.fingerprint import fingerprint
from app.sdk.values import Latent


class NoMaskedPicture(NodeError):
    """A network that repaints was given no mask, or not the picture around it."""

    english = (
        "This model repaints a part of a picture, so it has to see which: "
        "connect picture and mask through Inpaint Latent."
    )


class NoPictureToChange(NodeError):
    """A network that changes pictures was given none."""

    english = (
        "This model changes a picture as the prompt says, so it has to see one: "
        "connect it through VAE Encode."
    )


class NoPictureToMove(NodeError):
    """A network that sets pictures in motion was given none."""

    english = (
        "This model sets a picture in motion, so it has to see one: "
        "connect the latent of Picture In Motion."
    )


@dataclass(frozen=True)
class Start:
    """Where a sampling begins.

    ``samples``: the noisy start; ``original``: the picture without noise; ``noise``: the noise that
    was added, for masks; ``random``: where the generators stand afterwards; ``beside``: what the
    network sees beside the latent, (n, channels, height, width) of their own number, where it takes
    more than that. All others (n, channels, height, width), on the CPU.
    """

    samples: Tensor
    original: Tensor
    noise: Tensor
    random: tuple[Tensor, ...]
    beside: Tensor | None = None


@dataclass(frozen=True)
class Beginning:
    """What a sampling begins with: the scheduler's way, and what the network ``takes`` (as Model).

    ``fresh`` False adds no noise: the latent is noisy already. ``noise``: what is added instead of
    the generators' own, which is drawn all the same.
    """

    schedule: Schedule
    scheduler: Any
    fresh: bool
    takes: str = ""
    noise: Tensor | None = None


def begin(latent: Latent, sources: Sequence[Generator], beginning: Beginning) -> Start:
    """Draw the start from new generators, one a picture, in the order of diffusers' pipelines.

    First the picture from the VAE's posterior, then the noise, then (with a mask) the draw of the
    picture around the mask, which the pipelines also spend for networks that do not see it. For a
    video that was encoded, each of these is drawn frame by frame. Nothing is drawn for the picture
    where a network that sees it begins at full noise.
    """
    shape = tuple(latent.samples.shape)
    # Drawn for the picture before this node; the pipeline goes on from there as well.
    for spent in latent.drawn:
        draw(spent, sources)
    original = latent.samples
    pure = _is_pure(latent, beginning)
    by_frames = latent.posterior is not None and len(shape) == VIDEO_DIMENSIONS
    if latent.posterior is not None and beginning.fresh and not (pure and beginning.takes):
        original = from_posterior(latent.posterior, draw(shape, sources, frames_first=by_frames))
    drawn = draw(shape, sources, frames_first=by_frames)
    noise = drawn if beginning.noise is None else beginning.noise
    around = draw(shape, sources) if latent.mask is not None else None
    beside = _beside(latent, around, beginning.takes)
    samples = _noisy(original, noise, pure, beginning) if beginning.fresh else original
    return Start(samples, original, noise, states(sources), beside)


def begun_as(latent: Latent, *, fresh: bool) -> Latent | None:
    """The picture that a half-done latent began as, for masks and for networks that see it.

    None where that is the latent itself: what is noised anew, or a blank that got its mask later.
    """
    if fresh or latent.unfinished is None:
        return None
    source = latent.unfinished.source
    late = source.empty and fingerprint(source.mask) != fingerprint(latent.mask)
    return None if late else source


def source_of(latent: Latent, schedule: Schedule, *, fresh: bool, takes: str) -> Latent:
    """What to note of the start of a sampling, so that whoever goes on with it draws alike.

    Without the posterior where ``begin`` draws nothing from it, unless the network sees its mean.
    """
    before = begun_as(latent, fresh=fresh)
    if before is not None:
        return before
    source = replace(latent, unfinished=None)
    pure = _is_pure(latent, Beginning(schedule, None, fresh, takes))
    if (fresh and not (pure and takes)) or takes in (INSTRUCTIONS, FIRST_FRAME):
        return source
    return replace(source, posterior=None)


def _is_pure(latent: Latent, beginning: Beginning) -> bool:
    """Whether pure noise comes first, and nothing of a picture is to stay."""
    if latent.empty:
        return beginning.schedule.starts_at_first_step
    replaced = latent.mask is not None or bool(beginning.takes)
    return replaced and beginning.schedule.starts_at_full_noise


def _beside(latent: Latent, around: Tensor | None, takes: str) -> Tensor | None:
    """Mask and surroundings, (n, 5, height, width), or the picture to change in VAE units."""
    if takes == INPAINTING:
        if latent.mask is None or latent.surroundings is None:
            raise NoMaskedPicture
        mask = latent.mask.expand(len(latent), -1, -1, -1)
        return torch.cat([mask, from_posterior(latent.surroundings, around)], dim=1)
    if takes == INSTRUCTIONS:
        if latent.posterior is None:
            raise NoPictureToChange
        return latent.posterior.mean
    if takes == FIRST_FRAME:
        if latent.posterior is None:
            raise NoPictureToMove
        return latent.posterior.mean
    return None


def _noisy(original: Tensor, noise: Tensor, pure: bool, beginning: Beginning) -> Tensor:
    """Pure noise, or the picture with noise."""
    schedule, scheduler = beginning.schedule, beginning.scheduler
    if pure:
        return pure_noise(scheduler, noise)
    timestep = schedule.timesteps[schedule.calls.start]
    return noisy(scheduler, original, noise, timestep.repeat(len(original)))
