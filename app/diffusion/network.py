"""Asks the network for its prediction: prompts, ControlNets and guidance around one call."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any, NamedTuple

import torch
from torch import Tensor

from app.diffusion.control import Residuals, add_up, check_control, fit_picture, is_active
from app.diffusion.guidance import Guidance
from app.diffusion.sd1 import check_fit
from app.sdk.fingerprint import fingerprint
from app.sdk.values import AppliedControl, ControlNetwork, Model


class Loaded(NamedTuple):
    """A network of diffusers, with what it takes a millisecond to tell of itself."""

    module: Any
    device: torch.device
    dtype: torch.dtype


class Networks:
    """The loaded networks of a sampling, fetched when the first step needs them."""

    def __init__(self, weights: Callable[[Any], Any], model: Model) -> None:
        self._weights = weights
        self._model = model
        self._control_networks: dict[ControlNetwork, Loaded] = {}

    @cached_property
    def unet(self) -> Loaded:
        """The U-Net behind the model."""
        module = self._weights(self._model)
        return Loaded(module, module.device, module.dtype)

    def control(self, network: ControlNetwork) -> Loaded:
        """A ControlNet that fits the model; raises NodeError where it does not."""
        if network not in self._control_networks:
            module = self._weights(network)
            check_fit(self.unet.module, module)
            self._control_networks[network] = Loaded(module, module.device, module.dtype)
        return self._control_networks[network]


class ControlPicture(NamedTuple):
    """A ControlNet with its pixels for the pictures at hand, (n, 3, height, width)."""

    control: AppliedControl
    pixels: Tensor


class Prediction(NamedTuple):
    """What the network said, for the scheduler and for a preview.

    ``model_input``: (n, channels, height, width) as the network saw it, ``output`` its guided
    answer.
    """

    model_input: Tensor
    timestep: Tensor
    output: Tensor


class Predictor:
    """The guided prediction of the network for ``count`` pictures at once."""

    def __init__(
        self,
        networks: Networks,
        guidance: Guidance,
        controls: Sequence[ControlPicture],
        count: int,
        factor: int,
    ) -> None:
        self._networks = networks
        self._guidance = guidance
        self._controls = controls
        self._count = count
        self._factor = factor
        self._pictures: dict[int, Tensor] = {}

    def predict(self, model_input: Tensor, timestep: Tensor, index: int, total: int) -> Prediction:
        """Ask for step ``index`` of ``total``; ``model_input`` is scaled as the scheduler wants."""
        unet = self._networks.unet
        repeats = len(self._asked_for.prompts)
        asked = torch.cat([model_input] * repeats) if repeats > 1 else model_input
        asked = asked.to(unet.dtype)
        residuals = self._residuals(asked, timestep, index, total)
        answers = unet.module(
            asked,
            timestep,
            encoder_hidden_states=self._embeddings,
            timestep_cond=self._guidance_embedding,
            down_block_additional_residuals=residuals.down if residuals else None,
            mid_block_additional_residual=residuals.middle if residuals else None,
            return_dict=False,
        )[0]
        output = self._asked_for.combine(answers.to(model_input.dtype))
        return Prediction(model_input, timestep, output)

    @cached_property
    def identity(self) -> str:
        """A hash of what acts at every step beside the network."""
        return self._guidance.identity

    def active(self, index: int, total: int) -> tuple[str, ...]:
        """A hash of each ControlNet that acts in step ``index`` of ``total``."""
        return tuple(self._control_names[place] for place in self.acting(index, total))

    def acting(self, index: int, total: int) -> tuple[int, ...]:
        """Which of the ControlNets act in step ``index`` of ``total``, by place."""
        found = enumerate(self._controls)
        return tuple(n for n, applied in found if is_active(applied.control, index, total))

    def parts(self, acting: Sequence[int]) -> Mapping[str, str]:
        """What acts beside the network where these ControlNets do, by name."""
        parts = dict(self._guidance.parts)
        for place in acting:
            control, name = self._controls[place].control, f"control {place + 1}"
            parts[name] = fingerprint(control.network)
            parts[f"strength of {name}"] = f"{control.strength:.10g}"
            parts[f"picture of {name}"] = self._control_names[place]
        return parts

    @property
    def device(self) -> torch.device:
        """Where the network computes."""
        return self._networks.unet.device

    @cached_property
    def _control_names(self) -> tuple[str, ...]:
        return tuple(
            fingerprint((applied.control.network, applied.control.strength, applied.pixels))
            for applied in self._controls
        )

    @cached_property
    def _asked_for(self) -> Guidance:
        """The guidance; networks distilled with a scale (LCM) never see the negative prompt."""
        distilled = self._networks.unet.module.config.time_cond_proj_dim is not None
        return replace(self._guidance, negative=None) if distilled else self._guidance

    @cached_property
    def _embeddings(self) -> Tensor:
        unet = self._networks.unet
        made = self._asked_for.embeddings(self._count, unet.module.config.cross_attention_dim)
        return made.to(unet.device, unet.dtype)

    @cached_property
    def _guidance_embedding(self) -> Tensor | None:
        """What distilled networks (LCM) take instead of a second prompt: the scale, embedded."""
        unet = self._networks.unet
        width = unet.module.config.time_cond_proj_dim
        if width is None:
            return None
        from diffusers import LatentConsistencyModelPipeline

        scales = torch.tensor(self._guidance.scale - 1).repeat(self._count)
        make = LatentConsistencyModelPipeline.get_guidance_scale_embedding
        made: Tensor = make(None, scales, embedding_dim=width)
        return made.to(unet.device, unet.dtype)

    def _residuals(
        self, asked: Tensor, timestep: Tensor, index: int, total: int
    ) -> Residuals | None:
        found = [
            self._ask_control(place, applied, asked, timestep)
            for place, applied in enumerate(self._controls)
            if is_active(applied.control, index, total)
        ]
        return add_up(found)

    def _ask_control(
        self, place: int, applied: ControlPicture, asked: Tensor, timestep: Tensor
    ) -> Residuals:
        network = self._networks.control(applied.control.network)
        if place not in self._pictures:
            self._pictures[place] = self._prepared(applied.pixels, network, asked)
        down, middle = network.module(
            asked.to(network.dtype),
            timestep,
            encoder_hidden_states=self._embeddings.to(network.dtype),
            controlnet_cond=self._pictures[place],
            conditioning_scale=applied.control.strength,
            return_dict=False,
        )
        dtype = asked.dtype
        return Residuals([residual.to(dtype) for residual in down], middle.to(dtype))

    def _prepared(self, pixels: Tensor, network: Loaded, asked: Tensor) -> Tensor:
        check_control(network.module, pixels)
        height, width = (side * self._factor for side in asked.shape[-2:])
        fitted = fit_picture(pixels, height, width).to(network.device, network.dtype)
        return torch.cat([fitted] * len(self._asked_for.prompts))
