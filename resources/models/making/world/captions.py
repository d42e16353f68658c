"""Says a picture in words, and lists exactly what the words claim.

What is in a picture is always said, so that what is not said is not there; only what goes without
saying (day, grass, no style in particular) may be left out. Where things stand is said in four
captions of ten.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random

from resources.models.making.world.picture import Picture, Scene
from resources.models.making.world.words.scene_words import scene_words
from resources.models.making.world.words.shape_words import shape_words

STYLE_WORDS = {
    "paper cut": ("paper cut of {}", "{}, paper cut style", "{}, made of cut paper"),
    "neon": ("neon sign of {}", "{} in neon lines", "{}, glowing neon style"),
    "line": ("ink line drawing of {}", "{}, ink line drawing"),
    "stained glass": ("stained glass window of {}", "{}, stained glass"),
}


@dataclass(frozen=True)
class Caption:
    """A text, and what it states: attribute to value, only what the words say."""

    text: str
    stated: Mapping[str, str]


def caption(
    picture: Picture, random: Random, layout: bool | None = None, with_style: bool = True
) -> Caption:
    """A picture in words.

    `layout` says whether to tell where things stand and how large they are (None: at random).
    `with_style` names the style where it is not the flat one.
    """
    told = random.random() < 0.4 if layout is None else layout
    if isinstance(picture, Scene):
        text, stated = scene_words(picture, random, told)
    else:
        text, stated = shape_words(picture, random, told)
    if with_style and picture.style in STYLE_WORDS:
        text = random.choice(STYLE_WORDS[picture.style]).format(text)
        stated["style"] = picture.style
    return Caption(text, stated)
