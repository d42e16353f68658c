"""Reads a landscape: what is there, where it stands, which colours it has.

From front to back: what was found in front is left out when what lies behind is looked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from resources.models.making.judge.colours import Lab, lab
from resources.models.making.judge.settings import SIDE, Setting, setting_of
from resources.models.making.judge.sightings import LIMITS, Seen, Sighting, alike, nearest
from resources.models.making.judge.surroundings import coloured, far, fence, flowers, light, sky
from resources.models.making.judge.templates import Template, View, cut_out
from resources.models.making.judge.truth import tree_side
from resources.models.making.world.drawing import pixels_of
from resources.models.making.world.picture import (
    ANIMALS,
    BRIGHT_COLOURS,
    HOUSE_COLOURS,
    LEAVES,
    PLACES,
)

_FRONT_STEP, _HOUSE_STEP = 0.3, 0.23
_TREES_AT = ((0, -0.345), (1, -0.1), (1, 0.0), (1, 0.1), (2, 0.345))
"""Standing places of trees, each with how far from the middle; a house pushes the middle tree."""

_SIZES = (-1.0, 0.0, 1.0)


def read_scene(picture: Lab) -> Seen:
    """Every attribute of a landscape (128 x 128 x 3, L*a*b*); empty for what is not there."""
    setting = setting_of(picture)
    seen = Seen(dict(setting._asdict()))
    view = View(picture, lab(pixels_of(setting.scene(), SIDE)))
    for step in _STEPS:
        step(view, setting, seen)
    return seen


def _front(view: View, setting: Setting, seen: Seen) -> None:
    best = nearest(
        Sighting((kind, place), view.fit(template), template)
        for kind, place, template in _front_templates(setting)
    )
    kind, place = best.name
    there = seen.found("front", best, view)
    boat = kind in BRIGHT_COLOURS
    if there and _twice(view, setting, kind, place):
        kind = f"two: {kind}"
    seen.values |= {
        "animal": kind if there and not boat else "",
        "boat": kind if there and boat else "",
        "front place": place if there else "",
    }


def _twice(view: View, setting: Setting, kind: str, place: str) -> bool:
    """Whether the same stands in front at another place too, which nobody ever asks for."""
    others = (
        view.fit(template)
        for name, where, template in _front_templates(setting)
        if name == kind and where != place
    )
    return any(fit.convinces(LIMITS["front"]) for fit in others)


def _front_templates(setting: Setting) -> Iterable[tuple[str, str, Template]]:
    """Every animal and boat at its three places. Animals on the right look to the left."""
    for kind in ANIMALS:
        for number, place in enumerate(PLACES):
            looks = "right" if place == "right" else "middle"
            scene = replace(setting.scene(), front=kind, front_place=looks)
            shift = 0 if looks == "right" else round((number - 1) * _FRONT_STEP * SIDE)
            yield kind, place, cut_out(scene, kind).moved(shift)
    for colour in BRIGHT_COLOURS:
        right = cut_out(coloured(setting, colour), "hull", "sail")
        for number, place in enumerate(PLACES):
            yield colour, place, right.moved(round((number - 2) * _FRONT_STEP * SIDE))


def _trees(view: View, setting: Setting, seen: Seen) -> None:
    """Trees at the three places; a soft one that is more like a house is none."""
    kinds, places = [], []
    for number, place in enumerate(PLACES):
        best = nearest(
            Sighting((kind,), view.fit(template, (4, 2)), template)
            for kind, template in _tree_templates(setting, number)
        )
        house = min(view.fit(one).apart for _, at, one in _house_templates(setting) if at == place)
        soft = best.fit.apart > LIMITS["tree"].apart
        if not (soft and house < best.fit.apart) and seen.found("tree", best, view, place):
            kinds.append(best.name[0])
            places.append(place)
    seen.values |= {
        "tree": alike("pine" if kind == "pine" else "tree" for kind in kinds),
        "leaves": alike(kind for kind in kinds if kind != "pine"),
        "trees": str(len(kinds)) if kinds else "",
        "tree place": " ".join(places),
    }


def _tree_templates(setting: Setting, number: int) -> Iterable[tuple[str, Template]]:
    bare = setting.scene()
    for kind in ("pine", *LEAVES):
        row = ("", "pine" if kind == "pine" else "tree", "")
        leaves = "green" if kind == "pine" else kind
        for size in _SIZES:
            wobble = replace(bare.wobble, trees=size)
            scene = replace(bare, row=row, leaves=leaves, wobble=wobble)
            upright = cut_out(scene, "crown", "trunk").moved(-round(0.015 * size * SIDE))
            for place, away in _TREES_AT:
                if place == number:
                    yield kind, upright.moved(round(away * SIDE))


def _house(view: View, setting: Setting, seen: Seen) -> None:
    best = nearest(
        Sighting((colour, place), view.fit(template), template)
        for colour, place, template in _house_templates(setting)
    )
    there = seen.found("house", best, view)
    colour, place = best.name if there else ("", "")
    trees = seen.values["tree place"].split()
    seen.values |= {
        "house": colour,
        "house place": place,
        "tree side": tree_side(trees, place) if there else "",
    }


def _house_templates(setting: Setting) -> Iterable[tuple[str, str, Template]]:
    for colour in HOUSE_COLOURS:
        whole = cut_out(coloured(setting, colour), "wall", "roof", "door", "window")
        for number, place in enumerate(PLACES):
            yield colour, place, whole.moved(round((number - 1) * _HOUSE_STEP * SIDE))


_STEPS: tuple[Callable[[View, Setting, Seen], None], ...] = (
    _front,
    flowers,
    _trees,
    _house,
    fence,
    sky,
    far,
    light,
)
