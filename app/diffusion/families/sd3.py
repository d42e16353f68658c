"""Stable Diffusion 3 and 3.5: three text encoders, and a transformer for text and picture."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from itertools import groupby
from typing import Any, ClassVar

import torch
from torch import Tensor
from torch.nn.functional import pad

from app.diffusion.families import colours
from app.diffusion.families.colours import Colours
from app.diffusion.families.family import Added, EncodedPart, Inputs, Led, TextPart
from app.diffusion.families.skipping import skipped_now, skipping
from app.diffusion.families.transformer import Said, TransformerFamily, at_rows
from app.diffusion.latents.sides import FACTOR
from app.diffusion.memory.moving import lend
from app.sdk import families
from app.sdk.courses import Perturbation
from app.sdk.errors import NodeError


class TooLarge(NodeError):
    """A picture is larger than the grid of places that a network knows."""

    english = (
        "This {family} model knows pictures with sides of at most {most} pixels: make the picture "
        "smaller, or let Tiled Diffusion look at parts of it."
    )


class StableDiffusion3(TransformerFamily):
    """CLIP-L and OpenCLIP-G side by side, and behind them T5, which may be left out."""

    name: ClassVar[str] = families.SD3
    pipelines: ClassVar[tuple[str, ...]] = (
        "StableDiffusion3Pipeline",
        "StableDiffusion3Img2ImgPipeline",
        "StableDiffusion3InpaintPipeline",
        "StableDiffusion3ControlNetPipeline",
        "StableDiffusion3PAGPipeline",
    )
    encoders: ClassVar[tuple[TextPart, ...]] = (
        TextPart("text_encoder", "penultimate"),
        TextPart("text_encoder_2", "penultimate"),
        TextPart("text_encoder_3"),
    )
    optional: ClassVar[frozenset[str]] = frozenset({"text_encoder_3"})
    text_length: ClassVar[int] = 256
    colours: ClassVar[Colours] = colours.SD3

    def join(self, parts: Sequence[EncodedPart]) -> EncodedPart:
        """CLIP's words, filled up to the width of T5, and T5's behind them; both vectors."""
        first, second, third = parts
        words = torch.cat([first.hidden, second.hidden], dim=-1)
        words = pad(words, (0, third.hidden.shape[-1] - words.shape[-1]))
        vectors = [part.pooled for part in (first, second) if part.pooled is not None]
        return EncodedPart(torch.cat([words, third.hidden], dim=-2), torch.cat(vectors, dim=-1))

    def groups(self, prompts: Sequence[Said]) -> Sequence[Sequence[Said]]:
        """Prompts of equal length share a call, but for those that leave layers out."""
        skipped, whole = skipped_now(), len(prompts)
        if skipped is not None:
            whole -= skipped.rows // len(prompts[0]["pooled_projections"])
        equal = groupby(prompts[:whole], lambda said: said["encoder_hidden_states"].shape[1])
        weak = [{**said, "skip_layers": skipped.layers} for said in prompts[whole:] if skipped]
        return [*(list(group) for _, group in equal), *([said] for said in weak)]

    def share(self, added: Added, rows: slice) -> Added:
        """The rows of every block's addition."""
        return {name: [block[rows] for block in blocks] for name, blocks in added.items()}

    def ask(
        self, module: Any, samples: Tensor, timestep: Tensor, said: Said, added: Added
    ) -> Tensor:
        """One call as diffusers' pipelines make it; raises TooLarge."""
        most = module.config.pos_embed_max_size * self.patch
        if max(samples.shape[-2:]) > most:
            raise TooLarge(family=self.name, most=most * FACTOR)
        answers: Tensor = module(
            hidden_states=samples,
            timestep=at_rows(timestep, samples),
            **said,
            **added,
            return_dict=False,
        )[0]
        return answers

    def weakened(
        self, module: Any, perturbation: Perturbation | None, rows: int
    ) -> AbstractContextManager[None]:
        """Layers can be left out."""
        if perturbation is None:
            return nullcontext()
        return skipping(module, perturbation, rows, self.name)

    def check_fit(self, module: Any, network: Any) -> None:
        """One without a grid of places of its own uses the model's."""
        super().check_fit(module, network)
        if network.config.get("use_pos_embed") is False:
            lend(module, "pos_embed", network)

    def control(
        self, module: Any, samples: Tensor, timestep: Tensor, inputs: Inputs, led: Led
    ) -> Added:
        """A ControlNet's additions to the blocks, for all prompts."""
        picture, strength = led.pictures[0], led.strengths[0]
        found = [
            self._led(module, samples[rows], timestep, said, picture[rows], strength)
            for rows, said in self.shares(inputs["prompts"], len(samples))
        ]
        blocks = [torch.cat(parts) for parts in zip(*found, strict=True)]
        return {"block_controlnet_hidden_states": blocks}

    def _led(
        self,
        module: Any,
        samples: Tensor,
        timestep: Tensor,
        said: Said,
        picture: Tensor,
        strength: float,
    ) -> Sequence[Tensor]:
        words, vector = said["encoder_hidden_states"], said["pooled_projections"]
        zeros = module.config.force_zeros_for_pooled_projection
        added: Sequence[Tensor] = module(
            hidden_states=samples,
            timestep=at_rows(timestep, samples),
            encoder_hidden_states=words if module.config.joint_attention_dim else None,
            pooled_projections=torch.zeros_like(vector) if zeros else vector,
            controlnet_cond=picture,
            conditioning_scale=strength,
            return_dict=False,
        )[0]
        return added
