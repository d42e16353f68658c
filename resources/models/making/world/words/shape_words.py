"""Shapes in words."""

from __future__ import annotations

from random import Random

from resources.models.making.world.picture import Shape, Shapes
from resources.models.making.world.words.wording import spoken, with_article

SIZE_WORDS = {
    "small": ("small", "little", "tiny"),
    "medium": ("medium", "medium-sized"),
    "large": ("large", "big", "huge"),
}
PLACE_WORDS = {
    "top left": ("in the top left corner", "at the top left"),
    "top": ("at the top",),
    "top right": ("in the top right corner", "at the top right"),
    "left": ("on the left",),
    "middle": ("in the middle", "in the center", "in the centre"),
    "right": ("on the right",),
    "bottom left": ("in the bottom left corner", "at the bottom left"),
    "bottom": ("at the bottom",),
    "bottom right": ("in the bottom right corner", "at the bottom right"),
}
RELATION_WORDS = {
    "left of": (("to the left of", "left of"), ("to the right of", "right of")),
    "above": (("above", "over"), ("below", "under", "beneath")),
}


def shape_words(picture: Shapes, random: Random, layout: bool) -> tuple[str, dict[str, str]]:
    """The text, and what it states."""
    ground = _ground(picture, random)
    stated = {"background": picture.ground[0]}
    if len(picture.ground) == 2:
        stated["background end"] = picture.ground[1]
    if picture.relation:
        text = _relation(picture, random, layout, stated)
    else:
        text = _single(picture.shapes[0], random, layout, stated)
    text = f"{text} on {with_article(ground)}" if random.random() < 0.75 else f"{text}, {ground}"
    return text, stated


def _ground(picture: Shapes, random: Random) -> str:
    if len(picture.ground) == 1:
        return f"{spoken(picture.ground[0], random)} background"
    first, second = (spoken(colour, random) for colour in picture.ground)
    return random.choice(
        (
            f"{first} to {second} gradient",
            f"gradient background from {first} to {second}",
            f"background fading from {first} to {second}",
        )
    )


def _named(shape: Shape, random: Random, sized: bool) -> str:
    size = f"{random.choice(SIZE_WORDS[shape.size])} " if sized else ""
    return with_article(f"{size}{spoken(shape.colour, random)} {shape.kind}")


def _single(shape: Shape, random: Random, layout: bool, stated: dict[str, str]) -> str:
    stated |= {"shape": shape.kind, "colour": shape.colour}
    if not layout:
        return _named(shape, random, False)
    stated |= {"size": shape.size, "place": shape.place}
    return f"{_named(shape, random, True)} {random.choice(PLACE_WORDS[shape.place])}"


def _relation(picture: Shapes, random: Random, layout: bool, stated: dict[str, str]) -> str:
    first, second = picture.shapes
    stated |= {"first shape": first.kind, "first colour": first.colour}
    stated |= {"second shape": second.kind, "second colour": second.colour}
    sized = layout and random.random() < 0.5
    if sized:
        stated |= {"first size": first.size, "second size": second.size}
    if not layout and random.random() < 0.5:
        pair = [_named(first, random, sized), _named(second, random, sized)]
        random.shuffle(pair)
        return " and ".join(pair)
    stated["relation"] = picture.relation
    forward, backward = RELATION_WORDS[picture.relation]
    words = random.choice(forward)
    if random.random() < 0.5:
        first, second, words = second, first, random.choice(backward)
    return f"{_named(first, random, sized)} {words} {_named(second, random, sized)}"
