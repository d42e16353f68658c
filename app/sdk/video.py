"""Values of moving pictures: frames with a rate, and what makes a network's pictures move."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.graph.phrases import Phrase
from app.sdk.context import Picture
from app.sdk.encoding import register_kind
from app.sdk.values import Image, Weights

if TYPE_CHECKING:
    from torch import Tensor


@dataclass(frozen=True)
class Video:
    """A moving picture.

    ``pixels``: (frames, 3, height, width), 0 to 1; ``rate``: frames a second.
    """

    pixels: Tensor
    rate: float

    def __len__(self) -> int:
        return int(self.pixels.shape[0])

    @property
    def width(self) -> int:
        return int(self.pixels.shape[3])

    @property
    def height(self) -> int:
        return int(self.pixels.shape[2])

    def picture(self, index: int = 0) -> Picture:
        """One frame for the screen."""
        return Image(self.pixels).picture(index)

    def describe(self) -> str:
        """One line for tooltips."""
        return Phrase(
            "video of {count} frames, {seconds:.3g} s, {width} x {height}",
            count=len(self),
            seconds=len(self) / self.rate,
            width=self.width,
            height=self.height,
        )


@dataclass(frozen=True)
class MotionAdapter:
    """A handle to the motion layers of AnimateDiff, which lie between those of a U-Net."""

    weights: Weights


for _kind in (Video, MotionAdapter):
    register_kind(_kind)
