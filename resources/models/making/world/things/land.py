"""The land: mountains, hills, the ground itself or a lake, a fence, flowers."""

from __future__ import annotations

import math

from resources.models.making.world.palette import RGB, Light, mix, scaled
from resources.models.making.world.picture import Scene
from resources.models.making.world.things.forms import Form, Outline, Thing, box, ellipse
from resources.models.making.world.things.sky import light_place

GROUND: dict[str, RGB] = {
    "grass": (122, 184, 92),
    "snow": (240, 245, 252),
    "sand": (242, 206, 134),
    "lake": (122, 184, 92),
}
_WATER: RGB = (70, 142, 194)
FRONT_FOOT = 0.93
"""Where the thing in front stands."""

_SHORE = 0.775


def horizon(scene: Scene) -> float:
    """Where sky and ground meet."""
    return 0.61 + 0.018 * scene.wobble.horizon


def foot(scene: Scene) -> float:
    """Where house and trees stand."""
    return 0.745 + 0.008 * scene.wobble.horizon


def depth_at(y: float, scene: Scene) -> float:
    """The depth (1 near) of the ground at this height."""
    level = horizon(scene)
    return 0.3 + 0.7 * max(0.0, min(1.0, (y - level) / (1.0 - level)))


def _waves(level: float, height: float, length: float, start: float) -> Outline:
    steps = [step / 40 for step in range(-1, 42)]
    top = tuple((x, level + height * math.sin(start + x * length)) for x in steps)
    return (*top, (1.03, 1.02), (-0.03, 1.02))


def far_things(scene: Scene, light: Light) -> list[Thing]:
    """Mountains or hills on the horizon."""
    level, shift = horizon(scene), 0.03 * scene.wobble.sky
    if scene.far == "mountains":
        return [_mountains(level, shift, light)]
    if scene.far == "hills":
        return _hills(scene, level, light)
    return []


def _mountains(level: float, shift: float, light: Light) -> Thing:
    peaks = ((0.16 + shift, 0.34, 0.28), (0.52 + shift, 0.3, 0.33), (0.87 + shift, 0.34, 0.25))
    forms = []
    for x, wide, high in peaks:
        top = level - high
        mountain = ((x - wide, level + 0.02), (x, top), (x + wide, level + 0.02))
        lit = (
            (x, top),
            (x + wide, level + 0.02),
            (x + wide * 0.12, level + 0.02),
            (x - wide * 0.08, top + high * 0.5),
        )
        cap = (
            (x, top),
            (x + wide * 0.3, top + high * 0.3),
            (x + wide * 0.12, top + high * 0.24),
            (x, top + high * 0.36),
            (x - wide * 0.12, top + high * 0.24),
            (x - wide * 0.3, top + high * 0.3),
        )
        forms.append(Form("mountains", light.far((104, 112, 150), 0.25), (mountain,)))
        forms.append(Form("mountains", light.far((84, 92, 134), 0.25), (lit,), detail=True))
        forms.append(Form("mountains", light.far((250, 252, 255), 0.08), (cap,)))
    return Thing("mountains", tuple(forms), 0.1)


def _hills(scene: Scene, level: float, light: Light) -> list[Thing]:
    ground = {"grass": (96, 158, 96), "lake": (96, 158, 96)}.get(scene.ground)
    colour = ground or scaled(GROUND[scene.ground], 0.86)
    start = 1.2 * scene.wobble.sky
    back = Form(
        "hills",
        light.far(mix(colour, (92, 128, 140), 0.35), 0.35),
        (_waves(level - 0.1, 0.05, 7.0, start),),
    )
    fore = Form(
        "hills",
        light.far(mix(colour, (92, 128, 140), 0.12), 0.2),
        (_waves(level - 0.035, 0.04, 6.0, start + 2.4),),
    )
    return [Thing("hills", (back,), 0.15), Thing("hills", (fore,), 0.22)]


def ground(scene: Scene, light: Light) -> list[Thing]:
    """The ground in two soft waves, or a shore with a lake."""
    level, colour = horizon(scene), light.on(GROUND[scene.ground])
    back = Form(
        "ground", mix(colour, light.haze, 0.16), (_waves(level, 0.006, 5.0, 1.0),), shade=0.1
    )
    things = [Thing("ground", (back,), 0.3, slope=True)]
    if scene.ground == "lake":
        return [*things, _lake(light, scene)]
    near = Form(
        "ground",
        scaled(colour, 0.95),
        (_waves(0.83, 0.022, 5.2, 0.6 + scene.wobble.sky),),
        shade=0.1,
    )
    return [*things, Thing("ground", (near,), depth_at(0.83, scene), slope=True)]


_RIPPLES = (
    (0.12, 0.84, 0.09),
    (0.55, 0.82, 0.07),
    (0.88, 0.87, 0.1),
    (0.3, 0.9, 0.06),
    (0.7, 0.96, 0.12),
    (0.1, 0.965, 0.08),
)
_GLITTER = ((0.803, 0.075), (0.83, 0.05), (0.86, 0.085), (0.9, 0.055), (0.94, 0.07))


def _lake(light: Light, scene: Scene) -> Thing:
    water = mix(light.on(_WATER), light.sky[1], 0.25)
    shift = 0.03 * scene.wobble.sky
    ripples = tuple(ellipse(x + shift, y, long, 0.0065, 12) for x, y, long in _RIPPLES)
    shore, edge = _waves(_SHORE - 0.008, 0.006, 9.0, 2.0), _waves(_SHORE, 0.006, 9.0, 2.0)
    forms = [
        Form("water", mix(water, (246, 238, 200), 0.5), (shore,), detail=True),
        Form("water", water, (edge,), shade=0.24),
        Form("water", mix(water, light.sky[2], 0.45), ripples, detail=True),
    ]
    if scene.weather == "clear":
        forms.append(_glitter(scene, water))
    return Thing("lake", tuple(forms), depth_at(_SHORE, scene), slope=True)


def _glitter(scene: Scene, water: RGB) -> Form:
    """The light of sun or moon on the water."""
    x, _ = light_place(scene)
    strokes = tuple(ellipse(x, y, long, 0.007, 12) for y, long in _GLITTER)
    return Form("water", mix(water, (255, 238, 176), 0.6), strokes, detail=True)


def fence(scene: Scene, light: Light) -> list[Thing]:
    """A white fence from side to side behind the house."""
    if not scene.fence:
        return []
    low = foot(scene) - 0.02
    colour = light.on((252, 248, 238) if scene.ground != "snow" else (150, 106, 76))
    posts = tuple(
        (
            (x - 0.016, low),
            (x - 0.016, low - 0.1),
            (x, low - 0.125),
            (x + 0.016, low - 0.1),
            (x + 0.016, low),
        )
        for x in (0.035 + 0.0775 * number for number in range(13))
    )
    rails = (box(-0.02, low - 0.09, 1.02, low - 0.07), box(-0.02, low - 0.045, 1.02, low - 0.025))
    return [
        Thing("fence", (Form("fence", colour, (*rails, *posts), shade=0.08),), depth_at(low, scene))
    ]


def flowers(scene: Scene, light: Light) -> list[Thing]:
    """Flowers in three colours in the grass in front."""
    if not scene.flowers:
        return []
    spots = (
        (0.06, 0.86),
        (0.16, 0.945),
        (0.28, 0.865),
        (0.39, 0.955),
        (0.5, 0.87),
        (0.62, 0.95),
        (0.73, 0.865),
        (0.84, 0.95),
        (0.94, 0.87),
    )
    colours = ((238, 84, 108), (255, 250, 240), (250, 206, 66))
    forms = []
    for number, colour in enumerate(colours):
        petals, hearts = [], []
        for x, y in spots[number::3]:
            turns = (math.tau * petal / 5 + 0.3 for petal in range(5))
            petals += [
                ellipse(x + 0.014 * math.cos(t), y + 0.014 * math.sin(t), 0.0115, 0.0115, 12)
                for t in turns
            ]
            hearts.append(ellipse(x, y, 0.009, 0.009, 12))
        middle = (255, 214, 80) if number < 2 else (222, 124, 60)
        forms.append(Form("flowers", light.on(colour), tuple(petals)))
        forms.append(Form("flowers", light.on(middle), tuple(hearts), detail=True))
    return [Thing("flowers", tuple(forms), 0.85)]
