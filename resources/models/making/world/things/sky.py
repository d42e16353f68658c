"""What is in the sky: sun, moon, stars, clouds, a balloon."""

from __future__ import annotations

from resources.models.making.world.palette import COLOUR, Light, mix
from resources.models.making.world.picture import PLACES, Scene
from resources.models.making.world.things.forms import Form, Thing, arc, box, ellipse, placed

_STARS = (
    (0.06, 0.1),
    (0.17, 0.27),
    (0.26, 0.07),
    (0.37, 0.17),
    (0.47, 0.06),
    (0.56, 0.22),
    (0.66, 0.1),
    (0.74, 0.28),
    (0.86, 0.06),
    (0.94, 0.22),
    (0.09, 0.42),
    (0.9, 0.4),
)


def light_place(scene: Scene) -> tuple[float, float]:
    """The middle of the sun or the moon; a setting sun stands low if nothing hides it."""
    across = 0.17 if scene.light_side == "left" else 0.83
    height = 0.155
    if scene.time == "sunset":
        blocked = scene.row[PLACES.index(scene.light_side)]
        height = 0.27 if blocked else 0.36 if scene.far == "mountains" else 0.45
    return across + 0.02 * scene.wobble.sky, height + 0.01 * scene.wobble.horizon


def lights(scene: Scene) -> list[Thing]:
    """Sun, or moon and stars; nothing where rain or snow hides the sky."""
    if scene.weather != "clear":
        return []
    x, y = light_place(scene)
    if scene.time == "night":
        return [_stars(x, y), _moon(x, y)]
    return [_sun(scene, x, y)]


def _sun(scene: Scene, x: float, y: float) -> Thing:
    low = scene.time == "sunset"
    colour = (255, 226, 130) if low else (255, 222, 84)
    glow = (255, 190, 110) if low else (255, 244, 190)
    size = 0.115 if low else 0.095
    forms = (
        Form("", glow, (ellipse(x, y, size * 3.2, size * 3.2),), soft=0.6),
        Form("sun", colour, (ellipse(x, y, size, size, 40),)),
    )
    return Thing("sun", forms, 0.02)


def _moon(x: float, y: float) -> Thing:
    size = 0.095
    outer = arc(x, y, size, 58, 302, 30)
    inner = arc(x + size * 0.53, y, size * 0.848, 270, 90, 24)
    forms = (
        Form("", (190, 200, 255), (ellipse(x, y, size * 2.8, size * 2.8),), soft=0.35),
        Form("moon", (250, 244, 214), (outer + inner,)),
    )
    return Thing("moon", forms, 0.02)


def _stars(x: float, y: float) -> Thing:
    places = [place for place in _STARS if abs(place[0] - x) + abs(place[1] - y) > 0.2]
    twinkle = (
        (0.0, -1.0),
        (0.28, -0.28),
        (1.0, 0.0),
        (0.28, 0.28),
        (0.0, 1.0),
        (-0.28, 0.28),
        (-1.0, 0.0),
        (-0.28, -0.28),
    )
    big = tuple(placed(twinkle, *place, 0.02) for place in places[::2])
    small = tuple(ellipse(*place, 0.0075, 0.0075, 10) for place in places[1::2])
    return Thing(
        "stars", (Form("stars", (255, 250, 220), big + small, detail=True),), 0.0, cut=False
    )


def sky_things(scene: Scene, light: Light) -> list[Thing]:
    """Clouds or a balloon, on the side away from sun and moon."""
    shift = 0.03 * scene.wobble.sky
    away = 0.73 if scene.light_side == "left" else 0.27
    if scene.sky_thing == "balloon":
        return [_balloon(scene.balloon, away + shift, 0.165 + 0.02 * scene.wobble.size, light)]
    if scene.sky_thing == "clouds" or scene.weather != "clear":
        return [
            _cloud(away + shift, 0.17, 1.0, light),
            _cloud(0.54 - away * 0.08 - shift, 0.315, 0.6, light),
        ]
    return []


def _cloud(x: float, y: float, size: float, light: Light) -> Thing:
    puffs = (
        (-0.13, 0.025, 0.055),
        (-0.055, -0.02, 0.075),
        (0.045, -0.005, 0.065),
        (0.125, 0.03, 0.05),
    )
    outlines = tuple(
        ellipse(x + a * size, y + b * size, r * size * 1.1, r * size) for a, b, r in puffs
    )
    base = box(x - 0.14 * size, y + 0.02 * size, x + 0.14 * size, y + 0.08 * size)
    return Thing("clouds", (Form("clouds", light.cloud, (*outlines, base), shade=0.1),), 0.05)


def _balloon(colour: str, x: float, y: float, light: Light) -> Thing:
    main = light.kept(COLOUR[colour])
    stripe, wood = mix(main, light.on((255, 250, 236)), 0.5), light.on((120, 80, 52))
    drop = (*arc(0.0, -0.02, 0.115, 155, 385, 26), (0.032, 0.122), (-0.032, 0.122))
    rib = (
        *arc(0.0, -0.02, 0.115, 255, 285, 6),
        (0.034, -0.01),
        (0.011, 0.12),
        (-0.011, 0.12),
        (-0.034, -0.01),
    )
    ropes = tuple(
        ((way * 0.032, 0.122), (way * 0.025, 0.122), (way * 0.017, 0.155), (way * 0.024, 0.155))
        for way in (-1, 1)
    )
    forms = (
        Form("balloon", main, (placed(drop, x, y, 1.0),), shade=0.18),
        Form("balloon", stripe, (placed(rib, x, y, 1.0),), detail=True),
        Form("balloon", wood, tuple(placed(rope, x, y, 1.0) for rope in ropes), detail=True),
        Form("balloon", wood, (box(x - 0.026, y + 0.15, x + 0.026, y + 0.19),)),
    )
    return Thing("balloon", forms, 0.25)
