"""Asks the network for its prediction: prompts, ControlNets and guidance around one call."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import Any, NamedTuple

import torch
from torch import Tensor

from app.diffusion.control import Residuals, add_up, check_control, fit_picture, is_active
from app.diffusion.course import Acting, Course
from app.diffusion.guidance import Prompts
from app.diffusion.schedule import Moment
from app.diffusion.sd1 import check_fit
from app.sdk.fingerprint import fingerprint
from app.sdk.values import AppliedControl, ControlNetwork, Model


class Loaded(NamedTuple):
    """A network of diffusers, and where and in which numbers it computes."""

    module: Any
    device: torch.device
    dtype: torch.dtype

    @classmethod
    def of(cls, module: Any) -> Loaded:
        """What a loaded module tells of itself.

        All its weights were loaded alike, so one tells it; diffusers' own properties look at each.
        """
        weight = next(module.parameters())
        return cls(module, weight.device, weight.dtype)


class Networks:
    """The loaded networks of a sampling, fetched when the first step needs them."""

    def __init__(self, weights: Callable[[Any], Any]) -> None:
        self._weights = weights
        self._unets: dict[Model, Loaded] = {}
        self._control_networks: dict[ControlNetwork, Loaded] = {}

    def unet(self, model: Model) -> Loaded:
        """The U-Net behind a model."""
        if model not in self._unets:
            module = self._weights(model)
            self._unets[model] = Loaded.of(module)
        return self._unets[model]

    def control(self, network: ControlNetwork, beside: Loaded) -> Loaded:
        """A ControlNet that fits the U-Net ``beside`` it; raises NodeError where it does not."""
        if network not in self._control_networks:
            module = self._weights(network)
            check_fit(beside.module, module)
            self._control_networks[network] = Loaded.of(module)
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


class Question(NamedTuple):
    """What stays the same in all calls where the same acts.

    ``embeddings``: of all prompts for all pictures, ``scale``: what distilled networks (LCM) take
    instead of a second prompt.
    """

    acting: Acting
    unet: Loaded
    embeddings: Tensor
    scale: Tensor | None

    @property
    def prompts(self) -> Prompts:
        """The prompts and how they are followed."""
        return self.acting.prompts


class Predictor:
    """The guided prediction of the network for ``count`` pictures at once."""

    def __init__(
        self,
        networks: Networks,
        course: Course,
        controls: Sequence[ControlPicture],
        count: int,
        factor: int,
    ) -> None:
        self._networks = networks
        self._course = course
        self._controls = controls
        self._count = count
        self._factor = factor
        self._pictures: dict[tuple[int, int], Tensor] = {}
        self._last: Question | None = None

    def predict(self, model_input: Tensor, timestep: Tensor, moment: Moment) -> Prediction:
        """Ask at a moment; ``model_input`` is scaled as the scheduler wants."""
        question = self._question(moment)
        unet, prompts = question.unet, question.prompts
        repeats = len(prompts.prompts)
        asked = torch.cat([model_input] * repeats) if repeats > 1 else model_input
        asked = asked.to(unet.dtype)
        residuals = self._residuals(question, asked, timestep, moment)
        answers = unet.module(
            asked,
            timestep,
            encoder_hidden_states=question.embeddings,
            timestep_cond=question.scale,
            down_block_additional_residuals=residuals.down if residuals else None,
            mid_block_additional_residual=residuals.middle if residuals else None,
            return_dict=False,
        )[0]
        output = prompts.combine(answers.to(model_input.dtype))
        return Prediction(model_input, timestep, output)

    def recipe(self, moment: Moment) -> str:
        """A hash of each thing that acts at a moment."""
        acting, controls = self.acting(moment)
        return "+".join([acting.identity, *(self._control_names[place] for place in controls)])

    def acting(self, moment: Moment) -> tuple[Acting, tuple[int, ...]]:
        """What acts at a moment, and which of the ControlNets do, by place."""
        controls = tuple(
            place
            for place, applied in enumerate(self._controls)
            if is_active(applied.control, moment.number, moment.total)
        )
        return self._course.at(moment.place), controls

    def parts(self, acting: Acting, controls: Sequence[int]) -> Mapping[str, str]:
        """What acts where these ControlNets do, by name."""
        parts = dict(acting.parts)
        for place in controls:
            control, name = self._controls[place].control, f"control {place + 1}"
            parts[name] = fingerprint(control.network)
            parts[f"strength of {name}"] = f"{control.strength:.10g}"
            parts[f"picture of {name}"] = self._control_names[place]
        return parts

    def device(self, moment: Moment) -> torch.device:
        """Where the network that acts at a moment computes."""
        return self._networks.unet(self._course.at(moment.place).model).device

    @cached_property
    def _control_names(self) -> tuple[str, ...]:
        return tuple(
            fingerprint((applied.control.network, applied.control.strength, applied.pixels))
            for applied in self._controls
        )

    def _question(self, moment: Moment) -> Question:
        acting = self._course.at(moment.place)
        if self._last is None or self._last.acting is not acting:
            unet = self._networks.unet(acting.model)
            width = unet.module.config.cross_attention_dim
            embeddings = acting.prompts.embeddings(self._count, width)
            made = embeddings.to(unet.device, unet.dtype)
            self._last = Question(acting, unet, made, self._scale(acting.prompts, unet))
        return self._last

    def _scale(self, prompts: Prompts, unet: Loaded) -> Tensor | None:
        """The guidance scale as distilled networks take it: embedded."""
        width = unet.module.config.time_cond_proj_dim
        if width is None:
            return None
        from diffusers import LatentConsistencyModelPipeline

        scales = torch.tensor(prompts.scale - 1).repeat(self._count)
        make = LatentConsistencyModelPipeline.get_guidance_scale_embedding
        made: Tensor = make(None, scales, embedding_dim=width)
        return made.to(unet.device, unet.dtype)

    def _residuals(
        self, question: Question, asked: Tensor, timestep: Tensor, moment: Moment
    ) -> Residuals | None:
        _, places = self.acting(moment)
        return add_up([self._ask_control(place, question, asked, timestep) for place in places])

    def _ask_control(
        self, place: int, question: Question, asked: Tensor, timestep: Tensor
    ) -> Residuals:
        applied = self._controls[place]
        network = self._networks.control(applied.control.network, question.unet)
        key = place, len(question.prompts.prompts)
        if key not in self._pictures:
            self._pictures[key] = self._prepared(applied.pixels, network, asked, key[1])
        down, middle = network.module(
            asked.to(network.dtype),
            timestep,
            encoder_hidden_states=question.embeddings.to(network.dtype),
            controlnet_cond=self._pictures[key],
            conditioning_scale=applied.control.strength,
            return_dict=False,
        )
        dtype = asked.dtype
        return Residuals([residual.to(dtype) for residual in down], middle.to(dtype))

    def _prepared(self, pixels: Tensor, network: Loaded, asked: Tensor, prompts: int) -> Tensor:
        """A control picture at the latent's size, once for every prompt."""
        check_control(network.module, pixels)
        height, width = (side * self._factor for side in asked.shape[-2:])
        fitted = fit_picture(pixels, height, width).to(network.device, network.dtype)
        return torch.cat([fitted] * prompts)
