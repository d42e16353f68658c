"""Latents before sampling: blank ones, masks on them, and pictures of a batch taken out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import torch
from torch import Tensor

from app.diffusion.latents.sides import FACTOR, check_size
from app.diffusion.video.frames import VIDEO_DIMENSIONS, NoVideoMask
from app.sdk.courses import Unfinished
from app.sdk.errors import NodeError
from app.sdk.values import Latent, Mask, Posterior

CHANNELS = 4
ANY = ""
"""The family of a blank latent."""
INPAINTING, INSTRUCTIONS, FIRST_FRAME = "inpainting", "instructions", "first frame"
"""What networks take that see more than a latent; see Model."""


class NothingToKeep(NodeError):
    """A mask was put on a latent that shows nothing."""

    english = (
        "An empty latent has no picture for the mask to keep: connect a picture through VAE Encode."
    )


class WrongMaskBatch(NodeError):
    """There are neither one nor as many masks as pictures."""

    english = "There are {masks} masks for {pictures} pictures: give one, or one for each picture."


def empty_latent(width: int, height: int, count: int, frames: int = 0) -> Latent:
    """A blank latent for ``count`` pictures of this size in pixels; raises UnevenSize.

    With ``frames``, for as many videos of so many frames.

    It is of no family: a Sampler makes it what its model works on.
    """
    check_size(width, height, FACTOR)
    moving = (frames,) if frames else ()
    shape = (count, CHANNELS, *moving, height // FACTOR, width // FACTOR)
    return Latent(torch.zeros(shape), ANY, empty=True, factor=FACTOR)


def blank_for(latent: Latent, family: str, channels: int, factor: int) -> Latent:
    """A blank latent of the same size in pixels as a model of this family takes it.

    ``factor``: how many times smaller the model's latents are than pictures. Any other latent comes
    back as it is. Raises UnevenSize.
    """
    if not latent.empty or latent.family != ANY:
        return latent
    count, _, *frames, rows, columns = latent.samples.shape
    height, width = rows * latent.factor, columns * latent.factor
    check_size(width, height, factor)
    samples = torch.zeros(count, channels, *frames, height // factor, width // factor)
    return replace(latent, samples=samples, family=family, factor=factor)


def masked(latent: Latent, mask: Mask, edge: str = "hard") -> Latent:
    """The latent with a mask at its own size, 1 where the picture may change.

    ``edge``: ``hard`` makes every place 0 or 1 and takes the nearest pixel, as diffusers'
    inpainting does; ``soft`` keeps the mean over each place; so does ``gradual``, where a place may
    change in the last part of the steps alone, as large as its grey says (Levin and Fried 2023,
    "Differential Diffusion"). Raises NodeError where the two do not go together.
    """
    if latent.empty:
        raise NothingToKeep
    if latent.samples.ndim == VIDEO_DIMENSIONS:
        raise NoVideoMask
    if len(mask) not in (1, len(latent)):
        raise WrongMaskBatch(masks=len(mask), pictures=len(latent))
    size = latent.samples.shape[-2:]
    if edge == "hard":
        edges = (mask.alpha >= 0.5).float()
        fitted = torch.nn.functional.interpolate(edges, size=size)
    else:
        fitted = torch.nn.functional.interpolate(mask.alpha, size=size, mode="area")
    fitted = fitted.contiguous()
    return replace(latent, mask=fitted, gradual=edge == "gradual", surroundings=None)


def pictures(latent: Latent, first: int, count: int) -> Latent:
    """``count`` pictures of a batch from ``first`` on, each tensor its own."""
    if first == 0 and count == len(latent):
        return latent
    return _chosen(latent, range(first, first + count))


def repeated(latent: Latent, copies: int) -> Latent:
    """Every picture ``copies`` times, one after the other."""
    if copies == 1:
        return latent
    return _chosen(latent, [place for place in range(len(latent)) for _ in range(copies)])


def _chosen(latent: Latent, places: Sequence[int]) -> Latent:
    """The pictures at these places, with all that belongs to them."""
    index = list(places)
    mask, unfinished = latent.mask, latent.unfinished
    if mask is not None and len(mask) > 1:
        mask = mask[index]
    return replace(
        latent,
        samples=latent.samples[index],
        posterior=_chosen_posterior(latent.posterior, index),
        mask=mask,
        unfinished=None if unfinished is None else _chosen_of(unfinished, index),
        surroundings=_chosen_posterior(latent.surroundings, index),
    )


def _chosen_posterior(posterior: Posterior | None, index: list[int]) -> Posterior | None:
    if posterior is None:
        return None
    return replace(posterior, mean=posterior.mean[index], deviation=posterior.deviation[index])


def _chosen_of(unfinished: Unfinished, index: Sequence[int]) -> Unfinished:
    """How these pictures stand; pictures that were made together have no states of their own."""
    apart = len(unfinished.states) == len(unfinished.seeds)
    return replace(
        unfinished,
        seeds=tuple(unfinished.seeds[place] for place in index),
        states=tuple(unfinished.states[place] for place in index) if apart else (),
        pasts=tuple(unfinished.pasts[place] for place in index) if apart else (),
        source=_chosen(unfinished.source, index),
    )


def from_posterior(posterior: Posterior, noise: Tensor | None) -> Tensor:
    """What the VAE says, in the network's units: a draw with ``noise``, or the mean without."""
    drawn = posterior.mean
    if noise is not None:
        drawn = posterior.mean + posterior.deviation * noise
    if posterior.shift:
        drawn = drawn - posterior.shift
    return posterior.scale * drawn
