"""Pictures as prompts: what an IP-Adapter takes of them, and how they steer a sampling.

Ye et al. 2023, "IP-Adapter"; as in diffusers' pipelines, whose attention processors are used.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any

import torch
from PIL import Image as PillowImage
from torch import Tensor

from app.diffusion.families.family import Added
from app.diffusion.loaded import Networks
from app.diffusion.sampling.schedule import Moment
from app.diffusion.steering.control import EmptyWindow, fit_picture
from app.diffusion.steering.image_attention import attend_to_pictures
from app.diffusion.steering.steer import Call, within
from app.sdk.context import Context
from app.sdk.errors import NodeError
from app.sdk.families import VIDEO
from app.sdk.fingerprint import fingerprint
from app.sdk.steering import AppliedImagePrompt, ImageEncoder, ImagePrompt, PromptAdapter
from app.sdk.values import Control, Image


class OtherReading(NodeError):
    """Pictures were encoded for another kind of IP-Adapter."""

    english = (
        "The pictures were encoded as {given}, but this IP-Adapter takes {wanted}: "
        "encode them for the same IP-Adapter."
    )


class WrongMasks(NodeError):
    """There are neither one mask nor as many as pictures."""

    english = "There are {masks} masks for {pictures} pictures: give one, or one for each picture."


class NoImagePrompts(NodeError):
    """An IP-Adapter is to steer a family that has none here."""

    english = "No IP-Adapter can be used with {family} here: take it out of what steers."


class MisfitPromptAdapter(NodeError):
    """An IP-Adapter was trained beside another kind of model."""

    english = (
        "This IP-Adapter was made for prompts of width {width}, but the model takes {expected}: "
        "choose an IP-Adapter of the model's family."
    )


def encode_pictures(
    ctx: Context, encoder: ImageEncoder, adapter: PromptAdapter, images: Sequence[Image]
) -> ImagePrompt:
    """The pictures as the adapter takes them, each cut to the square in its middle."""
    from transformers import CLIPImageProcessorPil

    module = ctx.weights(encoder)
    side = module.config.image_size
    processor = CLIPImageProcessorPil(size=side, crop_size=side)
    pixels = processor(_eight_bit(images), return_tensors="pt").pixel_values
    weight = next(module.parameters())
    with torch.no_grad():
        found = _read(module, pixels.to(weight.device, weight.dtype), adapter.reads)
    positive, negative = (part[None].to("cpu", torch.float32).contiguous() for part in found)
    return ImagePrompt(positive, negative, adapter.reads)


def apply_image_prompt(applied: AppliedImagePrompt, before: Control | None) -> Control:
    """What steers so far, with one more image prompt; raises NodeError where it cannot act."""
    if applied.end < applied.start:
        raise EmptyWindow(start=applied.start, end=applied.end)
    if applied.prompt.reads != applied.adapter.reads:
        raise OtherReading(given=applied.prompt.reads, wanted=applied.adapter.reads)
    pictures = applied.prompt.positive.shape[1]
    if applied.mask is not None and len(applied.mask) not in (1, pictures):
        raise WrongMasks(masks=len(applied.mask), pictures=pictures)
    control = before or Control()
    return replace(control, image_prompts=(*control.image_prompts, applied))


class SteeringImagePrompt:
    """An IP-Adapter with its pictures; all that act at once are put in by ``prompted``."""

    title = "image prompt"

    def __init__(self, applied: AppliedImagePrompt, networks: Networks) -> None:
        self.applied = applied
        self._networks = networks

    def is_active(self, moment: Moment) -> bool:
        """Whether the moment lies in its window."""
        return within(self.applied, moment)

    @cached_property
    def identity(self) -> str:
        """A hash of adapter, pictures, strengths and mask; the window does not count."""
        return fingerprint(replace(self.applied, start=0.0, end=1.0))

    @property
    def parts(self) -> Mapping[str, str]:
        """Adapter, strength and pictures."""
        return {
            "": fingerprint(self.applied.adapter),
            "strength of ": f"{self.applied.strength:.10g}",
            "pictures of ": fingerprint(self.applied.prompt),
            "blocks and mask of ": fingerprint((self.applied.layers, self.applied.mask)),
        }

    def added(self, call: Call) -> Added:
        """Nothing by itself: see ``prompted``."""
        return {}

    @property
    def weights(self) -> Any:
        """The adapter's tensors, by ``image_proj`` and ``ip_adapter``."""
        return self._networks.tensors(self.applied.adapter)

    def embeddings(self, call: Call) -> Tensor:
        """For every prompt and picture the adapter's pictures, or what the encoder says of none."""
        prompt = self.applied.prompt
        signed = [prompt.positive if positive else prompt.negative for positive in call.positive]
        repeated = torch.cat([torch.cat([sign] * call.videos) for sign in signed])
        found: Tensor = call.network.moved(repeated)
        return found

    def mask(self, call: Call) -> Tensor | None:
        """(1, pictures, height, width), 1 where the pictures act in what the call is about."""
        if self.applied.mask is None:
            return None
        pictures = self.applied.prompt.positive.shape[1]
        alpha = self.applied.mask.alpha
        if call.window is not None:
            alpha = call.cut(fit_picture(alpha, *call.size))
        alpha = alpha.expand(pictures, -1, -1, -1)
        return alpha.permute(1, 0, 2, 3)


def prompted(call: Call, steers: Sequence[SteeringImagePrompt]) -> Added:
    """What these image prompts add to a call, whose U-Net attends to exactly them from now on."""
    if steers and (call.family.name == VIDEO or call.family.network != "unet"):
        raise NoImagePrompts(family=call.family.name)
    width = getattr(call.network.module.config, "cross_attention_dim", None)
    for steer in steers:
        if steer.applied.adapter.width != width:
            raise MisfitPromptAdapter(width=steer.applied.adapter.width, expected=width)
    attend_to_pictures(call.network.module, steers)
    if not steers:
        return {}
    added: Added = {
        "added_cond_kwargs": {"image_embeds": [steer.embeddings(call) for steer in steers]}
    }
    masks = [steer.mask(call) for steer in steers]
    if any(mask is not None for mask in masks):
        added["cross_attention_kwargs"] = {"ip_adapter_masks": masks}
    return added


def _read(module: Any, pixels: Tensor, reads: str) -> tuple[Tensor, Tensor]:
    """What the encoder says of pictures, and of nothing."""
    if reads == "embedding":
        embedding = module(pixels).image_embeds
        return embedding, torch.zeros_like(embedding)
    nothing = torch.zeros_like(pixels)
    patches, empty = (
        module(each, output_hidden_states=True).hidden_states[-2] for each in (pixels, nothing)
    )
    return patches, empty


def _eight_bit(images: Sequence[Image]) -> list[Any]:
    """All pictures as Pillow's, the way they come out of a file."""
    seen = [image.picture(index) for image in images for index in range(len(image))]
    return [PillowImage.frombytes("RGB", (each.width, each.height), each.rgb) for each in seen]
