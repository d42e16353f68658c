"""Prompts that hold only for a part of the picture, and windows that large pictures are made in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.graph.phrases import Phrase
from app.sdk.encoding import register_kind

if TYPE_CHECKING:
    from torch import Tensor

    from app.sdk.values import Conditioning


@dataclass(frozen=True)
class Region:
    """A prompt that holds where ``mask`` (1, 1, height, width) is, or everywhere without one.

    ``strength``, 0 to 1: how much of what lies below it replaces.
    """

    prompt: Conditioning
    strength: float
    mask: Tensor | None = None


@dataclass(frozen=True)
class Windows:
    """Overlapping parts that a network sees one by one, in pixels of the picture.

    ``fade``: ``even`` counts all places of a window alike, ``gaussian`` the middle most.
    """

    width: int
    height: int
    overlap: int
    fade: str = "even"

    def describe(self) -> str:
        """One line for tooltips."""
        size = {"width": self.width, "height": self.height}
        return Phrase("windows of {width} x {height}", **size)


for _kind in (Region, Windows):
    register_kind(_kind)
