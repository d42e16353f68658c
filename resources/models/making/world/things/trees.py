"""Trees and pines."""

from __future__ import annotations

from resources.models.making.world.palette import RGB, Light, mix, scaled
from resources.models.making.world.picture import PLACES, TREES, Scene
from resources.models.making.world.things.forms import Form, Outline, Thing, ellipse, shadow
from resources.models.making.world.things.land import depth_at, foot

_CROWN: dict[str, RGB] = {"green": (66, 146, 82), "pink": (246, 168, 192), "orange": (232, 128, 52)}
_PINE: RGB = (38, 106, 84)
_SNOW: RGB = (246, 250, 255)

_Puffs = tuple[tuple[float, float, float], ...]
_CROWN_PUFFS: _Puffs = (
    (-0.07, -0.235, 0.082),
    (0.07, -0.235, 0.082),
    (0.0, -0.345, 0.098),
    (0.0, -0.26, 0.09),
)
_LIT_PUFFS: _Puffs = ((-0.055, -0.26, 0.05), (0.035, -0.265, 0.04), (-0.022, -0.365, 0.058))


def trees(scene: Scene, light: Light) -> list[Thing]:
    """The trees of the back row, each at its place; they make room for the house."""
    things = []
    for place, name in zip(PLACES, scene.row, strict=True):
        if name in TREES:
            x = _across(scene, place) + 0.015 * scene.wobble.trees
            make = _pine if name == "pine" else _tree
            things.append(make(scene, place, x, light))
    return things


def _across(scene: Scene, place: str) -> float:
    if place == "middle":
        return {"left": 0.6, "right": 0.4}.get(scene.house_place, 0.5)
    return {"left": 0.155, "right": 0.845}[place]


def _puffs(puffs: _Puffs, x: float, low: float, size: float) -> tuple[Outline, ...]:
    """Circles (x, y, radius) about the foot of a tree."""
    return tuple(ellipse(x + a * size, low + b * size, r * size, r * size) for a, b, r in puffs)


def _trunk(x: float, low: float, high: float, light: Light) -> Form:
    points = ((x - 0.026, low), (x - 0.017, low - high), (x + 0.017, low - high), (x + 0.026, low))
    return Form("trunk", light.on((124, 82, 56)), (points,), shade=0.15)


def _tree(scene: Scene, place: str, x: float, light: Light) -> Thing:
    low = foot(scene) + 0.02
    size = 1.0 + 0.06 * scene.wobble.trees
    colour = light.kept(_CROWN[scene.leaves])
    crown = _puffs(_CROWN_PUFFS, x, low, size)
    forms = [shadow(x, low, 0.12), _trunk(x, low, 0.2 * size, light)]
    if scene.ground == "snow":
        forms.append(Form("crown", light.on(_SNOW), crown))
        crown = _puffs(_CROWN_PUFFS, x, low + 0.028, size * 0.99)
    forms.append(Form("crown", colour, crown, shade=0.22))
    bright = mix(colour, light.on((255, 248, 190)), 0.15)
    forms.append(Form("crown", bright, _puffs(_LIT_PUFFS, x, low + 0.005, size), detail=True))
    return Thing(f"{place} tree", tuple(forms), depth_at(low, scene))


def _pine(scene: Scene, place: str, x: float, light: Light) -> Thing:
    low = foot(scene) + 0.02
    size = 1.0 + 0.06 * scene.wobble.trees
    colour = light.on(_PINE)
    forms = [shadow(x, low, 0.11), _trunk(x, low, 0.1, light)]
    for number in range(3):
        base, top = low - (0.07 + 0.115 * number) * size, low - (0.25 + 0.1 * number) * size
        half = (0.125 - 0.024 * number) * size
        tier = ((x - half, base), (x, top), (x + half, base), (x, base + 0.016))
        forms.append(
            Form(
                "crown",
                mix(scaled(colour, 0.9 + 0.09 * number), light.haze, 0.02),
                (tier,),
                shade=0.25,
            )
        )
        if scene.ground == "snow":
            share = 0.42
            cap = (
                (x, top),
                (x + half * share, top + (base - top) * share),
                (x, top + (base - top) * 0.3),
                (x - half * share, top + (base - top) * share),
            )
            forms.append(Form("crown", light.on(_SNOW), (cap,), detail=True))
    return Thing(f"{place} pine", tuple(forms), depth_at(low, scene))
