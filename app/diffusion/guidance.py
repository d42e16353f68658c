"""Classifier-free guidance: which prompts go to the network, and how its answers are combined.

Ho and Salimans 2022, "Classifier-Free Diffusion Guidance"; in diffusers' order and arithmetic.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import torch
from torch import Tensor

from app.sdk.errors import NodeError
from app.sdk.fingerprint import fingerprint
from app.sdk.values import Conditioning


class WrongTextWidth(NodeError):
    """A prompt was encoded for another network."""

    english = (
        "The prompt is encoded {width} numbers wide, but the model takes {expected}: "
        "connect the text encoder of the same model."
    )


@dataclass(frozen=True)
class Prompts:
    """Two prompts and how strictly to follow the first (``scale``; 1 follows it plainly).

    A ``distilled`` network (LCM) takes the scale as a number and never sees the negative prompt.
    """

    positive: Conditioning
    negative: Conditioning | None
    scale: float
    distilled: bool = False

    @property
    def prompts(self) -> tuple[Conditioning, ...]:
        """What the network is asked about, in the order of its batch."""
        if self.negative is None or self.scale <= 1 or self.distilled:
            return (self.positive,)
        return self.negative, self.positive

    @cached_property
    def identity(self) -> str:
        """A hash of all that acts."""
        return fingerprint((self.prompts, self.scale if self._scale_acts else None))

    @cached_property
    def parts(self) -> Mapping[str, str]:
        """What ``identity`` is made of, by name."""
        parts = {"cfg": f"{self.scale:.10g}"} if self._scale_acts else {}
        parts["positive"] = fingerprint(self.positive)
        if len(self.prompts) > 1:
            parts["negative"] = fingerprint(self.negative)
        return parts

    @property
    def _scale_acts(self) -> bool:
        return len(self.prompts) > 1 or self.distilled

    def combine(self, answers: Tensor) -> Tensor:
        """The network's answers to all prompts as one prediction."""
        if len(self.prompts) == 1:
            return answers
        without, with_prompt = answers.chunk(2)
        return without + self.scale * (with_prompt - without)


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
