"""What is around house and trees: flowers, a fence, the sky, what is far away, sun and moon."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import product

from resources.models.making.judge.settings import SIDE, Setting
from resources.models.making.judge.sightings import Seen, Sighting, nearest
from resources.models.making.judge.templates import SAMPLE, Template, View, cut_out
from resources.models.making.world.picture import BRIGHT_COLOURS, FAR_THINGS, Scene

_SIDES = ("left", "right")
_DRIFTS = (-0.9, -0.45, 0.0, 0.45, 0.9)
"""How far what is far away may have moved, and sun and moon with it.

The outline of hills depends on it most, but all gets as many tries: more alone make a better fit.
"""

_BLOCKED = {"left": ("house", "", ""), "right": ("", "", "house")}
"""A house before the horizon, by the side on which it stands."""

_BALLOON_STEP = 0.46
_LIGHT = 22.0
"""Over renders of every style the colours of sun and moon were 18 or less apart."""

_FAR_BAND = (0.3, 0.62)
"""Between these heights hills and mountains would show."""


def coloured(setting: Setting, colour: str) -> Scene:
    """All that may have this colour, none of which hides another: a house in the middle, a boat on
    the right, a balloon on the left."""
    bright = colour in BRIGHT_COLOURS
    return replace(
        setting.scene(),
        row=("", "house", ""),
        house=colour,
        front="boat" if bright else "",
        front_place="right",
        boat=colour if bright else "",
        sky_thing="balloon" if bright else "",
        balloon=colour if bright else "",
        light_side="right",
    )


def flowers(view: View, setting: Setting, seen: Seen) -> None:
    """Flowers in the grass."""
    template = cut_out(replace(setting.scene(), flowers=True), "flowers")
    best = Sighting(("yes",), view.fit(template, (2, 2), 1), template)
    seen.values["flowers"] = "yes" if seen.found("flowers", best, view) else ""


def fence(view: View, setting: Setting, seen: Seen) -> None:
    """A fence behind the house."""
    template = cut_out(replace(setting.scene(), fence=True), "fence")
    best = Sighting(("yes",), view.fit(template, (2, 4), 1), template)
    seen.values["fence"] = "yes" if seen.found("fence", best, view) else ""


def sky(view: View, setting: Setting, seen: Seen) -> None:
    """A balloon by its colour, and clouds, which rain and snow always bring."""
    bare = setting.scene()
    balloons = []
    for colour, away in product(BRIGHT_COLOURS, (0, _BALLOON_STEP)):
        template = cut_out(coloured(setting, colour), "balloon").moved(round(away * SIDE))
        balloons.append(Sighting((colour,), view.fit(template, (6, 4)), template))
    best = nearest(balloons)
    seen.values["balloon"] = best.name[0] if seen.found("balloon", best, view) else ""
    clouds = []
    for side in _SIDES:
        template = cut_out(replace(bare, sky_thing="clouds", light_side=side), "clouds")
        clouds.append(Sighting(("yes",), view.fit(template, (4, 1), 1), template))
    there = seen.found("clouds", nearest(clouds), view) or setting.weather != "clear"
    seen.values["clouds"] = "yes" if there else ""


def far(view: View, setting: Setting, seen: Seen) -> None:
    """Mountains, hills, or open sky above the horizon.

    Often little of it shows between trees and house, so that more of its pixels are compared, but
    none that a shadow or a glow may reach.
    """
    narrow = view.narrowed()
    best = nearest(
        Sighting((name,), narrow.fit(template, (0, 2), 1, 4 * SAMPLE), template)
        for name, template in _far_templates(setting)
    )
    seen.values["far"], seen.fits["far"] = best.name[0], best.fit


def _far_templates(setting: Setting) -> Iterable[tuple[str, Template]]:
    """A setting sun stands higher where something hides the horizon, and so does its glow."""
    bare = setting.scene()
    for name, side, drift in product(FAR_THINGS, _SIDES, _DRIFTS):
        wobble = replace(bare.wobble, sky=drift)
        rows = (bare.row, _BLOCKED[side]) if setting.time == "sunset" else (bare.row,)
        for row in rows:
            house = "red" if "house" in row else ""
            scene = replace(bare, far=name, light_side=side, row=row, house=house, wobble=wobble)
            yield name, cut_out(scene, "sky", "mountains", "hills", "ground").within(*_FAR_BAND)


def light(view: View, setting: Setting, seen: Seen) -> None:
    """On which side sun or moon is; nowhere where rain or snow hides it, or nothing like it is."""
    if setting.weather != "clear":
        seen.values["light side"] = ""
        return
    best = nearest(
        Sighting((side,), view.fit(template, (4, 2)), template)
        for side, template in _light_templates(setting)
    )
    seen.fits["light"] = best.fit
    seen.values["light side"] = best.name[0] if best.fit.apart < _LIGHT else ""


def _light_templates(setting: Setting) -> Iterable[tuple[str, Template]]:
    """Sun or moon on both sides; a setting sun stands higher where something hides the horizon."""
    bare = setting.scene()
    for side in _SIDES:
        for name, row in (("", bare.row), ("mountains", bare.row), ("", _BLOCKED[side])):
            house = "red" if "house" in row else ""
            scene = replace(bare, light_side=side, far=name, row=row, house=house)
            template = cut_out(scene, "sun", "moon")
            yield side, template.within(0.0, 0.55)
