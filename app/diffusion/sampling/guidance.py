"""Guidance: which prompts go to the network in which roles, and how its answers are combined.

Ho and Salimans 2022, "Classifier-Free Diffusion Guidance"; Brooks et al. 2023, "InstructPix2Pix",
for networks that see the picture to change; Ahn et al. 2024, "Self-Rectifying Diffusion Sampling
with Perturbed-Attention Guidance"; Lin et al. 2023, "Common Diffusion Noise Schedules and Sample
Steps are Flawed" (3.4), for rescaling. All in diffusers' order and arithmetic.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from functools import cached_property
from typing import NamedTuple

import torch
from torch import Tensor

from app.diffusion.sampling.guiders import guided
from app.diffusion.sampling.schedule import Moment
from app.sdk.courses import GuidanceMethod, Perturbation
from app.sdk.errors import NodeError
from app.sdk.fingerprint import fingerprint
from app.sdk.values import Conditioning


class WrongTextWidth(NodeError):
    """A prompt was encoded for another network."""

    english = (
        "The prompt is encoded {width} numbers wide, but the model takes {expected}: "
        "connect the text encoder of the same model."
    )


class Role(Enum):
    """What an answer of the network is for."""

    FOLLOWED = "followed"
    AVOIDED = "avoided"
    UNSEEN = "unseen"
    """Avoided, without the picture that the network is to change."""
    WEAKENED = "weakened"
    """Followed, by the network with parts of it weakened."""


class Voice(NamedTuple):
    """A prompt in a role."""

    role: Role
    prompt: Conditioning


@dataclass(frozen=True)
class Manner:
    """How to follow a prompt at one place; fields as in Guidance, ``scale`` 1 follows it plainly.

    ``method`` and ``perturbation`` are there only where they act.
    """

    scale: float
    rescale: float = 0.0
    picture: float = 1.5
    method: GuidanceMethod | None = None
    perturbation: Perturbation | None = None
    true_cfg: float = 1.0


@dataclass(frozen=True)
class Prompts:
    """Two prompts, and how to follow the first.

    A ``distilled`` network (LCM, Flux dev) takes the scale as a number, and follows the prompt
    against the negative one only by ``true_cfg``; one that ``edits`` is asked once more without the
    picture that it sees.
    """

    positive: Conditioning
    negative: Conditioning | None
    manner: Manner
    distilled: bool = False
    edits: bool = False

    @cached_property
    def voices(self) -> tuple[Voice, ...]:
        """What the network is asked, in the order of its batch."""
        followed = Voice(Role.FOLLOWED, self.positive)
        weakened = [Voice(Role.WEAKENED, self.positive)] if self.manner.perturbation else []
        if not self.guides or self.negative is None:
            return (followed, *weakened)
        avoided = Voice(Role.AVOIDED, self.negative)
        if self.edits:
            return (followed, avoided, Voice(Role.UNSEEN, self.negative), *weakened)
        return (avoided, followed, *weakened)

    @property
    def guides(self) -> bool:
        """Whether the negative prompt acts."""
        if self.negative is None or self.strictness <= 1:
            return False
        return not self.edits or self.manner.picture >= 1

    @property
    def strictness(self) -> float:
        """How strictly the prompt is followed against the negative one."""
        return self.manner.true_cfg if self.distilled else self.manner.scale

    @cached_property
    def identity(self) -> str:
        """A hash of all that acts."""
        voices = tuple((voice.role.value, voice.prompt) for voice in self.voices)
        return fingerprint((voices, tuple(self._numbers.items())))

    @cached_property
    def parts(self) -> Mapping[str, str]:
        """What ``identity`` is made of, by name."""
        parts = {**self._numbers, "positive": fingerprint(self.positive)}
        if self.guides:
            parts["negative"] = fingerprint(self.negative)
        return parts

    @property
    def _numbers(self) -> dict[str, str]:
        """The settings that act, by name."""
        manner, found = self.manner, {}
        if self.guides or self.distilled:
            found["cfg"] = exactly(manner.scale)
        if self.guides and self.distilled:
            found["true cfg"] = exactly(manner.true_cfg)
        if self.guides:
            found["guidance method"] = fingerprint((self._method, manner.rescale))
        if self.guides and self.edits:
            found["picture guidance"] = exactly(manner.picture)
        if manner.perturbation is not None:
            acting = manner.perturbation.kind, manner.perturbation.layers
            found["perturbation"] = fingerprint((*acting, manner.perturbation.strength))
        return found

    @property
    def _method(self) -> GuidanceMethod | None:
        """The method as it acts, wherever it starts and ends; None where another way goes first."""
        method = self.manner.method
        if method is None or self.edits or self.positive.motion is not None:
            return None
        return replace(method, start=0.0, end=1.0)

    def combine(self, answers: Mapping[Role, Tensor], moment: Moment) -> Tensor:
        """The network's answers in all roles as one prediction."""
        followed = answers[Role.FOLLOWED]
        guided = self._guided(answers, moment) if self.guides else followed
        if self.manner.perturbation is not None:
            strength = self.manner.perturbation.strength
            guided = guided + strength * (followed - answers[Role.WEAKENED])
        if self.guides and self.manner.rescale:
            return rescaled(guided, followed, self.manner.rescale)
        return guided

    def _guided(self, answers: Mapping[Role, Tensor], moment: Moment) -> Tensor:
        followed, avoided, manner = answers[Role.FOLLOWED], answers[Role.AVOIDED], self.manner
        scale = self.strictness
        if self.positive.motion is not None:
            frames = _scales(self.positive.motion.least, scale, followed)
            return avoided + frames * (followed - avoided)
        if self.edits:
            unseen = answers[Role.UNSEEN]
            towards_prompt = scale * (followed - avoided)
            return unseen + towards_prompt + manner.picture * (avoided - unseen)
        if manner.method is not None:
            return guided(manner.method, followed, avoided, scale, moment)
        return avoided + scale * (followed - avoided)


def exactly(number: float) -> str:
    """A number as people write it, with as many digits as tell it from all others."""
    short = f"{number:.10g}"
    return short if float(short) == number else repr(number)


def _scales(first: float, last: float, answers: Tensor) -> Tensor:
    """A scale for each frame of a video (frames, ...), from the first one's to the last one's."""
    scales = torch.linspace(first, last, len(answers), device=answers.device, dtype=answers.dtype)
    return scales.reshape(-1, *[1] * (answers.ndim - 1))


def rescaled(guided: Tensor, followed: Tensor, amount: float) -> Tensor:
    """``guided`` (n, ...) with the deviation of ``followed``, mixed with itself by ``amount``."""
    each = list(range(1, guided.ndim))
    plain = followed.std(dim=each, keepdim=True) / guided.std(dim=each, keepdim=True)
    return amount * (guided * plain) + (1 - amount) * guided


def embeddings_of(prompts: Sequence[Conditioning], count: int, width: int) -> Tensor:
    """(prompts * count, tokens, width): for each prompt, ``count`` pictures.

    Prompts of different length are repeated to their least common multiple: attention over equal
    tokens gives what attention over one of them gives. Raises WrongTextWidth.
    """
    found = [prompt.embeddings for prompt in prompts]
    for embeddings in found:
        if embeddings.shape[-1] != width:
            raise WrongTextWidth(width=embeddings.shape[-1], expected=width)
    tokens = math.lcm(*(embeddings.shape[1] for embeddings in found))
    long = [embeddings.repeat(1, tokens // embeddings.shape[1], 1) for embeddings in found]
    return torch.cat([embeddings.repeat(count, 1, 1) for embeddings in long])
