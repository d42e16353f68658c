"""Asks the network for its prediction: prompts, ControlNets and guidance around one call."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import torch
from torch import Tensor

from app.diffusion import families
from app.diffusion.course import Acting, Course
from app.diffusion.families.family import Asked, Family
from app.diffusion.guidance import Prompts
from app.diffusion.loaded import Loaded, Networks
from app.diffusion.schedule import Moment
from app.diffusion.steer import Call
from app.diffusion.steering import Steering


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
        steering: Steering,
        count: int,
        factor: int,
    ) -> None:
        self._networks = networks
        self._course = course
        self._steering = steering
        self._count = count
        self._factor = factor
        self._last: Question | None = None

    def predict(self, model_input: Tensor, timestep: Tensor, moment: Moment) -> Prediction:
        """Ask at a moment; ``model_input`` is scaled as the scheduler wants."""
        question = self._question(moment, model_input)
        network, prompts = question.network, question.prompts
        repeats = len(prompts.prompts)
        asked = torch.cat([model_input] * repeats) if repeats > 1 else model_input
        asked = asked.to(network.dtype)
        size = self._pixels(asked)
        positive = tuple(prompt is not prompts.negative for prompt in prompts.prompts)
        call = Call(question.family, network, question.inputs, asked, timestep, positive, size)
        added = self._steering.added(call, self._steering.active(moment))
        answers = question.family.predict(network.module, asked, timestep, question.inputs, added)
        output = prompts.combine(answers.to(model_input.dtype))
        return Prediction(model_input, timestep, output)

    def recipe(self, moment: Moment) -> str:
        """A hash of each thing that acts at a moment."""
        acting, steers = self.acting(moment)
        return "+".join([acting.identity, *self._steering.identities(steers)])

    def acting(self, moment: Moment) -> tuple[Acting, tuple[int, ...]]:
        """What acts at a moment, and what steers it, by place."""
        return self._course.at(moment.place), self._steering.active(moment)

    def parts(self, acting: Acting, steers: Sequence[int]) -> Mapping[str, str]:
        """What acts where these steer, by name."""
        return {**acting.parts, **self._steering.parts(steers)}

    def device(self, moment: Moment) -> torch.device:
        """Where the network that acts at a moment computes."""
        return self._networks.of(self._course.at(moment.place).model).device

    def _question(self, moment: Moment, samples: Tensor) -> Question:
        acting = self._course.at(moment.place)
        if self._last is None or self._last.acting is not acting:
            family = families.of(acting.model.weights.family)
            network = self._networks.of(acting.model)
            prompts = acting.prompts
            asked = Asked(prompts.prompts, self._count, self._pixels(samples), prompts.scale)
            inputs = family.inputs(network.module, asked)
            self._last = Question(acting, family, network, network.moved(inputs))
        return self._last

    def _pixels(self, samples: Tensor) -> tuple[int, int]:
        """Height and width of the pictures."""
        height, width = samples.shape[-2:]
        return height * self._factor, width * self._factor
