"""Values of moving pictures: frames with a rate, and what makes a network's pictures move."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.graph.phrases import Phrase
from app.sdk.encoding import register_kind
from app.sdk.values import Pixels

if TYPE_CHECKING:
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
class Video(Pixels):
    """A moving picture: its frames in order, and ``rate``, how many of them make a second."""

    rate: float

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
