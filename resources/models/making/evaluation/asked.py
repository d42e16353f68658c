"""What is asked of the model: held-out pictures with their captions, the same every time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random

from resources.models.making.world.captions import caption
from resources.models.making.world.picture import Picture, Shapes
from resources.models.making.world.sampling import sample_held_out


@dataclass(frozen=True)
class Asked:
    """One prompt, what it states, and the picture that it tells of."""

    prompt: str
    stated: Mapping[str, str]
    picture: Picture

    @property
    def shapes(self) -> bool:
        """Whether it asks for shapes, not for a landscape."""
        return isinstance(self.picture, Shapes)


def asked(kind: str, number: int, style: str = "", layout: bool | None = None) -> Asked:
    """The prompt of this number; `layout` says whether it tells places (None: as it comes)."""
    random = Random(f"evaluation {kind} {number}")
    picture = sample_held_out(random, kind, style)
    return told(picture, random, layout)


def told(picture: Picture, random: Random, layout: bool | None = None) -> Asked:
    """The picture with a caption."""
    said = caption(picture, random, layout)
    return Asked(said.text, said.stated, picture)
