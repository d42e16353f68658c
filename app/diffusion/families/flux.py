"""Flux dev and schnell: T5 for the words, CLIP-L for one vector, and latents packed in patches."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

import torch
from torch import Tensor

from app.diffusion.families import colours
from app.diffusion.families.adding import add_up
from app.diffusion.families.colours import Colours
from app.diffusion.families.family import (
    Added,
    Asked,
    Config,
    EncodedPart,
    Inputs,
    Led,
    TextPart,
)
from app.diffusion.families.packing import pack, places, unpack
from app.diffusion.families.transformer import Said, TransformerFamily, at_rows
from app.sdk import families
from app.sdk.values import Conditioning


class Flux(TransformerFamily):
    """Every prompt is asked about in a call of its own, as diffusers' pipelines do."""

    name: ClassVar[str] = families.FLUX
    pipelines: ClassVar[tuple[str, ...]] = (
        "FluxPipeline",
        "FluxImg2ImgPipeline",
        "FluxInpaintPipeline",
        "FluxControlNetPipeline",
        "FluxControlNetImg2ImgPipeline",
        "FluxControlNetInpaintPipeline",
    )
    encoders: ClassVar[tuple[TextPart, ...]] = (
        TextPart("text_encoder", "vector"),
        TextPart("text_encoder_2"),
    )
    text_length: ClassVar[int] = 512
    even_levels: ClassVar[bool] = True
    needs_no_guidance: ClassVar[bool] = True
    draws_control_first: ClassVar[bool] = True
    taken: ClassVar[int] = 64
    # The order in which the union of ControlNets (InstantX) was trained.
    control_kinds: ClassVar[Mapping[str, int]] = {
        "lines": 0,
        "tile": 1,
        "depth": 2,
        "blur": 3,
        "pose": 4,
        "grey": 5,
        "low quality": 6,
    }
    colours: ClassVar[Colours] = colours.FLUX

    def distilled(self, config: Config) -> bool:
        """Dev takes the guidance as a number, schnell takes none."""
        return config.get("guidance_embeds") is True

    def join(self, parts: Sequence[EncodedPart]) -> EncodedPart:
        """CLIP's vector and T5's words."""
        first, second = parts
        return EncodedPart(second.hidden, first.pooled)

    def said(self, module: Any, prompt: Conditioning, asked: Asked) -> dict[str, Any]:
        """The prompt, and the guidance that dev was distilled with."""
        said = super().said(module, prompt, asked)
        return {**said, "guidance": torch.full([asked.pictures], asked.scale)}

    def ask(
        self, module: Any, samples: Tensor, timestep: Tensor, said: Said, added: Added
    ) -> Tensor:
        """One call with the latent in patches."""
        answers = module(**_packed(module, samples, timestep, said), **added, return_dict=False)
        return unpack(answers[0], *samples.shape[-2:])

    def control(
        self, module: Any, samples: Tensor, timestep: Tensor, inputs: Inputs, led: Led
    ) -> Added:
        """A ControlNet is asked about the prompt to follow, and acts on all of them alike."""
        said = inputs["prompts"][-1]
        each = len(said["pooled_projections"])
        packed = _packed(module, samples[-each:], timestep, said)
        kinds = led.kinds or (None,) * len(led.pictures)
        return add_up(
            [
                _led(module, packed, picture[-each:], strength, kind)
                for picture, strength, kind in zip(led.pictures, led.strengths, kinds, strict=True)
            ]
        )

    def looks_at_latents(self, config: Config) -> bool:
        """Those with a block of their own for pictures (XLabs) look at pixels."""
        return config.get("conditioning_embedding_channels") is None


def _led(
    module: Any, packed: Mapping[str, Any], picture: Tensor, strength: float, kind: int | None
) -> Added:
    """What a ControlNet says of one picture, a latent or pixels (n, channels, height, width)."""
    from_pixels = module.input_hint_block is not None
    mode = None if kind is None else torch.full((len(picture), 1), kind, device=picture.device)
    blocks, single = module(
        **packed,
        controlnet_cond=2.0 * picture - 1.0 if from_pixels else pack(picture),
        controlnet_mode=mode,
        conditioning_scale=strength,
        return_dict=False,
    )
    added = {"controlnet_block_samples": blocks, "controlnet_single_block_samples": single}
    found = {name: value for name, value in added.items() if value is not None}
    return {**found, "controlnet_blocks_repeat": True} if from_pixels else found


def _packed(module: Any, samples: Tensor, timestep: Tensor, said: Said) -> dict[str, Any]:
    """What transformer and ControlNet take alike."""
    height, width = samples.shape[-2:]
    tokens = said["encoder_hidden_states"].shape[1]
    return {
        **said,
        "hidden_states": pack(samples),
        "timestep": at_rows(timestep, samples).to(samples.dtype) / 1000,
        "guidance": said["guidance"] if module.config.guidance_embeds else None,
        "img_ids": places(height // 2, width // 2).to(samples.device),
        "txt_ids": torch.zeros(tokens, 3, device=samples.device),
    }
