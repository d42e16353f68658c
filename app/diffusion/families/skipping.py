"""Layers of a transformer that are left out for the last prompts of a call.

Guidance away from what the network says without them, as diffusers' ``StableDiffusion3Pipeline``
has it (skip-layer guidance; Hyung et al. 2024, "Spatiotemporal Skip Guidance").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, NamedTuple

from app.sdk.courses import Perturbation
from app.sdk.errors import NodeError


class NoSuchBlocks(NodeError):
    """A text does not name blocks of this network."""

    english = (
        "{text} names no layers of this model: write the numbers of some of its {count} blocks, "
        "counted from 0, such as 7, 8, 9."
    )


class OnlyLayers(NodeError):
    """Attention cannot be weakened in a transformer."""

    english = "Only whole layers of {family} can be left out: choose layers instead of attention."


class Skipped(NamedTuple):
    """Which layers are left out, and for how many of the last rows."""

    layers: list[int]
    rows: int


_skipped: ContextVar[Skipped | None] = ContextVar("skipped", default=None)


@contextmanager
def skipping(module: Any, perturbation: Perturbation, rows: int, family: str) -> Iterator[None]:
    """While it is open, the last ``rows`` of every call leave layers out.

    Raises OnlyLayers or NoSuchBlocks.
    """
    if perturbation.kind != "layers":
        raise OnlyLayers(family=family)
    count = int(module.config.num_layers)
    numbers = [part.strip() for part in perturbation.layers.split(",") if part.strip()]
    known = all(re.fullmatch(r"\d{1,3}", text) and int(text) < count for text in numbers)
    if not numbers or not known:
        raise NoSuchBlocks(text=perturbation.layers[:40], count=count)
    token = _skipped.set(Skipped([int(text) for text in numbers], rows))
    try:
        yield
    finally:
        _skipped.reset(token)


def skipped_now() -> Skipped | None:
    """What is left out at the moment."""
    return _skipped.get()
