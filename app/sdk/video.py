"""Values of moving pictures: frames with a rate, and what makes a network's pictures move."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.graph.phrases import Phrase
from app.sdk.context import Picture, picture_of
from app.sdk.encoding import register_kind

if TYPE_CHECKING:
    from torch import Tensor

    from app.sdk.models import Weights


@dataclass(frozen=True)
class Motion:
    """How a picture is to move.

    ``rate``: frames a second; ``strength``: 1 to 255, how much moves; ``noise``: how much of it was
    laid on the picture; ``least``: how strictly the first frame follows the picture, where the last
    one follows as strictly as the Sampler says.
    """

    rate: int
    strength: int
    noise: float
    least: float = 1.0


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
        return picture_of(self.pixels[index])

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


for _kind in (Motion, Video, MotionAdapter):
    register_kind(_kind)
