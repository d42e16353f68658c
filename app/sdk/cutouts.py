"""Parts of pictures that were taken out to be worked on, and where they go back."""

from __future__ import annotations

from dataclasses import dataclass

from app.graph.phrases import Phrase
from app.sdk.encoding import register_kind
from app.sdk.values import Image, Mask


@dataclass(frozen=True)
class Cutout:
    """The whole pictures, and what of them was taken out.

    ``weights`` has the size and number of the pictures and says how much of what comes back counts:
    0 keeps the picture. ``boxes``: left, top, width and height of the part of each picture; a part
    may reach beyond the picture's border.
    """

    image: Image
    weights: Mask
    boxes: tuple[tuple[int, int, int, int], ...]

    def __len__(self) -> int:
        return len(self.image)

    def describe(self) -> str:
        """One line for tooltips."""
        left, top, width, height = self.boxes[0]
        place = {"left": left, "top": top, "width": width, "height": height}
        return Phrase("{count} part, {width} x {height} at {left}, {top}", count=len(self), **place)


register_kind(Cutout)
