"""Asks the network for its prediction: prompts, ControlNets and guidance around one call."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import Any, NamedTuple

import torch
from torch import Tensor

from app.diffusion import families
from app.diffusion.config_checks import check_fit
from app.diffusion.control import add_up, check_control, fit_picture, is_active
from app.diffusion.course import Acting, Course
from app.diffusion.families.family import Added, Asked, Family
from app.diffusion.guidance import Prompts
from app.diffusion.schedule import Moment
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
        self._models: dict[Model, Loaded] = {}
        self._control_networks: dict[ControlNetwork, Loaded] = {}

    def model(self, model: Model) -> Loaded:
        """The network behind a model."""
        if model not in self._models:
            module = self._weights(model)
            self._models[model] = Loaded.of(module)
        return self._models[model]

    def control(self, network: ControlNetwork, beside: Loaded) -> Loaded:
        """A ControlNet that fits the network ``beside`` it; raises NodeError where it does not."""
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

    ``inputs``: what the network takes beside latent and time, of all prompts for all pictures.
    """

    acting: Acting
    family: Family
    network: Loaded
    inputs: Mapping[str, Any]

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
        question = self._question(moment, model_input)
        network, prompts = question.network, question.prompts
        repeats = len(prompts.prompts)
        asked = torch.cat([model_input] * repeats) if repeats > 1 else model_input
        asked = asked.to(network.dtype)
        added = self._added(question, asked, timestep, moment)
        answers = question.family.predict(network.module, asked, timestep, question.inputs, added)
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
        return self._networks.model(self._course.at(moment.place).model).device

    @cached_property
    def _control_names(self) -> tuple[str, ...]:
        return tuple(
            fingerprint((applied.control.network, applied.control.strength, applied.pixels))
            for applied in self._controls
        )

    def _question(self, moment: Moment, samples: Tensor) -> Question:
        acting = self._course.at(moment.place)
        if self._last is None or self._last.acting is not acting:
            family = families.of(acting.model.weights.family)
            network = self._networks.model(acting.model)
            prompts = acting.prompts
            asked = Asked(prompts.prompts, self._count, self._pixels(samples), prompts.scale)
            inputs = family.inputs(network.module, asked)
            self._last = Question(
                acting, family, network, moved(inputs, network.device, network.dtype)
            )
        return self._last

    def _pixels(self, samples: Tensor) -> tuple[int, int]:
        """Height and width of the pictures."""
        height, width = samples.shape[-2:]
        return height * self._factor, width * self._factor

    def _added(self, question: Question, asked: Tensor, timestep: Tensor, moment: Moment) -> Added:
        _, places = self.acting(moment)
        return add_up([self._ask_control(place, question, asked, timestep) for place in places])

    def _ask_control(
        self, place: int, question: Question, asked: Tensor, timestep: Tensor
    ) -> Added:
        applied = self._controls[place]
        network = self._networks.control(applied.control.network, question.network)
        key = place, len(question.prompts.prompts)
        if key not in self._pictures:
            self._pictures[key] = self._prepared(applied.pixels, network, asked, key[1])
        added = question.family.control(
            network.module,
            asked.to(network.dtype),
            timestep,
            moved(question.inputs, network.device, network.dtype),
            self._pictures[key],
            applied.control.strength,
        )
        found: Added = moved(added, asked.device, asked.dtype)
        return found

    def _prepared(self, pixels: Tensor, network: Loaded, asked: Tensor, prompts: int) -> Tensor:
        """A control picture at the latent's size, once for every prompt."""
        check_control(network.module, pixels)
        fitted = fit_picture(pixels, *self._pixels(asked)).to(network.device, network.dtype)
        return torch.cat([fitted] * prompts)


def moved(values: Any, device: torch.device, dtype: torch.dtype) -> Any:
    """Tensors within dictionaries and lists on a device; whole numbers keep their type."""
    if isinstance(values, Mapping):
        return {name: moved(value, device, dtype) for name, value in values.items()}
    if isinstance(values, list):
        return [moved(value, device, dtype) for value in values]
    if not isinstance(values, Tensor):
        return values
    return values.to(device, dtype if values.is_floating_point() else values.dtype)
