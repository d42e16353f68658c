"""Asks the network for its prediction: prompts, ControlNets and guidance around one call."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import torch
from torch import Tensor

from app.diffusion import families
from app.diffusion.families.family import Asked
from app.diffusion.loaded import Networks
from app.diffusion.sampling.course import Acting, Course
from app.diffusion.sampling.guidance import exactly
from app.diffusion.sampling.question import Question, prompts_of, spoken_by
from app.diffusion.sampling.schedule import Moment
from app.diffusion.sampling.windows import Window, blended, windows_over
from app.diffusion.steering.steer import Call
from app.diffusion.steering.steering import Steering
from app.diffusion.video.frames import apart, together


class Prediction(NamedTuple):
    """What the network said, for the scheduler and for a preview.

    ``model_input``: (n, channels, height, width) as the network saw it, ``output`` its guided
    answer.
    """

    model_input: Tensor
    timestep: Tensor
    output: Tensor


class Predictor:
    """The guided prediction of the network for ``count`` pictures at once.

    ``frames``: how many of them make one video, 0 where they are single ones.
    """

    def __init__(
        self,
        networks: Networks,
        course: Course,
        steering: Steering,
        count: int,
        factor: int,
        frames: int = 0,
    ) -> None:
        self._networks = networks
        self._course = course
        self._steering = steering
        self._count = count
        self._factor = factor
        self._frames = frames
        self._last: Question | None = None

    @property
    def takes(self) -> str:
        """What the networks see beside the latent; as in Model."""
        return self._course.takes

    def predict(
        self,
        model_input: Tensor,
        timestep: Tensor,
        moment: Moment,
        beside: Tensor | None = None,
    ) -> Prediction:
        """Ask at a moment; ``model_input`` is scaled as the scheduler wants.

        ``beside``: what the network sees beside it. Both (n, channels, height, width), of videos
        (n, channels, frames, height, width).
        """
        frames = apart(model_input)
        around = None if beside is None else apart(beside)
        question = self._question(moment, frames)

        def answer(window: Window) -> Tensor:
            part = window.cut(frames)
            seen = None if around is None else window.cut(around)
            return self._answer(question, part, timestep, moment, seen, window)

        answers = blended(frames, question.windows, question.fade, answer)
        output = question.prompts.combine(question.said(answers), moment)
        return Prediction(model_input, timestep, together(output, model_input))

    def _answer(
        self,
        question: Question,
        samples: Tensor,
        timestep: Tensor,
        moment: Moment,
        beside: Tensor | None,
        window: Window,
    ) -> Tensor:
        """The answers about one window, to all prompts, (prompts * n, channels, height, width)."""
        network, family = question.network, question.family
        asked = question.batch(samples).to(network.dtype)
        call = self._call(question, asked, timestep, window)
        added = self._steering.added(call, self._steering.active(moment))
        # What steers was asked without these channels: ControlNets do not take them.
        if beside is not None:
            asked = torch.cat([asked, question.beside(beside).to(network.dtype)], dim=1)
        perturbation, weakened = question.weakened
        with family.weakened(network.module, perturbation, weakened * self._count):
            answers = family.predict(network.module, asked, timestep, question.inputs, added)
        return answers.to(samples.dtype)

    def _call(self, question: Question, asked: Tensor, timestep: Tensor, window: Window) -> Call:
        """What steers the call about a window is told."""
        family, network, inputs = question.family, question.network, question.inputs
        height, width = self._factor * question.size[0], self._factor * question.size[1]
        part = None
        if len(question.windows) > 1:
            part = Window(*(self._factor * side for side in window))
        positive, size = question.positive, (height, width)
        return Call(family, network, inputs, asked, timestep, positive, size, part)

    def recipe(self, moment: Moment) -> str:
        """A hash of each thing that acts at a moment."""
        acting, steers = self.acting(moment)
        told = _told(acting, steers).values()
        return "+".join([acting.identity, *self._steering.identities(steers), *told])

    def acting(self, moment: Moment) -> tuple[Acting, tuple[int, ...]]:
        """What acts at a moment, and what steers it, by place."""
        return self._course.at(moment.place), self._steering.active(moment)

    def parts(self, acting: Acting, steers: Sequence[int]) -> Mapping[str, str]:
        """What acts where these steer, by name."""
        return {**acting.parts, **self._steering.parts(steers), **_told(acting, steers)}

    def device(self, moment: Moment) -> torch.device:
        """Where the network that acts at a moment computes."""
        return self._networks.of(self._course.at(moment.place).model).device

    def _question(self, moment: Moment, samples: Tensor) -> Question:
        acting = self._course.at(moment.place)
        if self._last is None or self._last.acting is not acting:
            height, width = samples.shape[-2:]
            family = families.of(acting.model.weights.family)
            network = self._networks.of(acting.model)
            prompts, spoken = acting.prompts, spoken_by(acting.prompts.voices, (height, width))
            windows = windows_over(acting.model.windows, (height, width), self._factor)
            size = self._pixels(windows[0].cut(samples))
            scale = prompts.manner.scale
            asked = Asked(prompts_of(spoken), self._count, size, scale, self._frames)
            inputs = network.moved(family.inputs(network.module, asked))
            self._last = Question(acting, family, network, inputs, spoken, windows, (height, width))
        return self._last

    def _pixels(self, samples: Tensor) -> tuple[int, int]:
        """Height and width of the pictures."""
        height, width = samples.shape[-2:]
        return height * self._factor, width * self._factor


def _told(acting: Acting, steers: Sequence[int]) -> Mapping[str, str]:
    """cfg, where what steers may take it as a number though the network takes none.

    So do ControlNets that were trained beside Flux dev, where they steer schnell.
    """
    distilled = acting.model.distilled
    heard = steers and not distilled and families.of(acting.model.weights.family).needs_no_guidance
    return {"cfg": exactly(acting.prompts.manner.scale)} if heard else {}
