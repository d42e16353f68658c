"""Arithmetic with encoded prompts: one after the other, between two, and nothing at all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import torch
from torch import Tensor

from app.diffusion.sampling.regions import check_families
from app.sdk.courses import Later, acting_at
from app.sdk.errors import NodeError
from app.sdk.values import Conditioning


class PromptsDiffer(NodeError):
    """Two prompts whose numbers do not lie side by side."""

    english = (
        "The prompts are encoded {one} and {other} numbers wide: encode both with the same model."
    )


class LayeredPrompt(NodeError):
    """A prompt with regions was given where one without is needed."""

    english = (
        "A prompt with regions can be neither joined, averaged nor zeroed: "
        "do so with its parts before they become regions."
    )


def concat(first: Conditioning, second: Conditioning) -> Conditioning:
    """The tokens of the first, then those of the second; the first one's vector for the whole.

    As if both had been windows of one long prompt.
    """

    def join(one: Conditioning, other: Conditioning) -> Conditioning:
        embeddings = torch.cat([one.embeddings, other.embeddings], dim=1)
        return replace(one, embeddings=embeddings, text=f"{one.text}\n{other.text}")

    return _both(first, second, join)


def average(first: Conditioning, second: Conditioning, amount: float) -> Conditioning:
    """Embeddings and vector between two prompts; ``amount`` 0 gives the first, 1 the second.

    The shorter one is filled with zeros to the length of the longer one.
    """

    def mix(one: Conditioning, other: Conditioning) -> Conditioning:
        longest = max(one.embeddings.shape[1], other.embeddings.shape[1])
        left, right = (_filled(prompt.embeddings, longest) for prompt in (one, other))
        pooled = one.pooled
        if pooled is not None and other.pooled is not None:
            pooled = torch.lerp(pooled, other.pooled, amount)
        return replace(one, embeddings=torch.lerp(left, right, amount), pooled=pooled)

    return _both(first, second, mix)


def zeroed(prompt: Conditioning) -> Conditioning:
    """Zeros for embeddings and vector: what SDXL and its kin were trained with for no prompt."""

    def zero(part: Conditioning, _: Conditioning) -> Conditioning:
        pooled = None if part.pooled is None else torch.zeros_like(part.pooled)
        return replace(part, embeddings=torch.zeros_like(part.embeddings), pooled=pooled, text="")

    return _both(prompt, prompt, zero)


def _both(
    first: Conditioning,
    second: Conditioning,
    work: Callable[[Conditioning, Conditioning], Conditioning],
) -> Conditioning:
    """``work`` done wherever either prompt changes on the way."""
    check_families(first, second)
    starts = sorted({part.start for part in (*first.course, *second.course)})
    parts = []
    for start in starts:
        one, other = (
            prompt.course[acting_at(prompt.course, start)].value for prompt in (first, second)
        )
        if one.layers or other.layers:
            raise LayeredPrompt
        widths = one.embeddings.shape[-1], other.embeddings.shape[-1]
        if widths[0] != widths[1]:
            raise PromptsDiffer(one=widths[0], other=widths[1])
        parts.append(Later(start, work(one, other)))
    return replace(parts[0].value, later=tuple(parts[1:]))


def _filled(embeddings: Tensor, tokens: int) -> Tensor:
    missing = tokens - embeddings.shape[1]
    return torch.nn.functional.pad(embeddings, (0, 0, 0, missing)) if missing else embeddings
