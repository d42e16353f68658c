"""ControlNets: which act at a step, and what they add to the network.

Zhang et al. 2023, "Adding Conditional Control to Text-to-Image Diffusion Models"; windows and sums
as in diffusers' ``StableDiffusionControlNetPipeline``.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import torch
from torch import Tensor

from app.diffusion import families
from app.sdk.errors import NodeError
from app.sdk.values import AppliedControl, Control, Image


class EmptyWindow(NodeError):
    """A ControlNet ends before it starts."""

    english = "The ControlNet ends at {end}, before it starts at {start}: raise end or lower start."


class WrongControlPicture(NodeError):
    """A ControlNet wants pictures with other channels."""

    english = (
        "The ControlNet wants pictures with {expected} channels, not {channels}: "
        "use the preprocessing that belongs to it."
    )


class WrongControlBatch(NodeError):
    """There are neither one nor as many control pictures as pictures to make."""

    english = (
        "The ControlNet got {pictures} pictures for {batch}: give it one, or one for each picture."
    )


class NoKind(NodeError):
    """A union of ControlNets was not told what its picture shows."""

    english = (
        "This ControlNet serves several kinds of pictures: say what this picture shows, {kinds}."
    )


class NoControlVAE(NodeError):
    """A ControlNet looks at latents, and nothing makes one of its picture."""

    english = (
        "A ControlNet for {family} looks at latents: connect the VAE of a {family} model to the "
        "ControlNet node."
    )


class NeverGuesses(NodeError):
    """A ControlNet of this family always follows the prompt as well."""

    english = "A ControlNet for {family} cannot guess what its picture shows: switch guess off."


def apply(applied: AppliedControl, before: Control | None) -> Control:
    """The chain ``before`` with one more ControlNet; raises NodeError where it cannot act so."""
    network, start, end = applied.network, applied.start, applied.end
    family = families.of(network.weights.family)
    if end < start:
        raise EmptyWindow(start=start, end=end)
    kinds = [kind for kind, number in family.control_kinds.items() if number < network.kinds]
    if kinds and applied.kind not in kinds:
        raise NoKind(kinds=" or ".join(kinds))
    if applied.guess and not family.guesses:
        raise NeverGuesses(family=family.name)
    if network.latents and (applied.vae is None or applied.vae.weights.family != family.latents):
        raise NoControlVAE(family=family.name)
    known = applied if kinds else replace(applied, kind="")
    known = known if network.latents else replace(known, vae=None)
    control = before or Control()
    return replace(control, chain=(*control.chain, known))


def control_picture(image: Image, index: int, count: int, batch: int) -> Tensor:
    """The pixels for ``count`` pictures from ``index`` on, of a ``batch``; one serves for all."""
    if len(image) not in (1, batch):
        raise WrongControlBatch(pictures=len(image), batch=batch)
    if len(image) == 1:
        return image.pixels.expand(count, -1, -1, -1).contiguous()
    return image.pixels[index : index + count].contiguous()


def fit_picture(pixels: Tensor, height: int, width: int) -> Tensor:
    """The picture at the size that belongs to the latent; unchanged where it has it already."""
    if pixels.shape[-2:] == (height, width):
        return pixels
    size = (height, width)
    return torch.nn.functional.interpolate(pixels, size=size, mode="bilinear", antialias=True)


def check_control(network: Any, picture: Tensor) -> None:
    """Raise WrongControlPicture where a loaded ControlNet does not take such a picture."""
    expected = network.config.get("conditioning_channels", 3)
    if expected != picture.shape[1]:
        raise WrongControlPicture(expected=expected, channels=picture.shape[1])
