"""The house."""

from __future__ import annotations

from resources.models.making.world.palette import COLOUR, ROOF, Light, mix, scaled
from resources.models.making.world.picture import Scene
from resources.models.making.world.things.forms import Form, Thing, box, ellipse, shadow
from resources.models.making.world.things.land import depth_at, foot

_PLACES = {"left": 0.27, "middle": 0.5, "right": 0.73}


def house(scene: Scene, light: Light) -> list[Thing]:
    """A house with a gable roof, a chimney, a door and two windows, which shine when it is dark."""
    if not scene.house_place:
        return []
    x = _PLACES[scene.house_place] + 0.015 * scene.wobble.house
    size = 1.0 + 0.05 * scene.wobble.size
    low = foot(scene)
    wide, high, peak = 0.17 * size, 0.235 * size, 0.165 * size
    top = low - high
    forms = [
        shadow(x, low, wide * 1.35, 0.34),
        *_roof_and_wall(scene, light, (x, low, top), (wide, peak)),
        *_door(x, low, high, light),
        *_windows(scene, x, top, wide, light),
    ]
    return [Thing("house", tuple(forms), depth_at(low, scene))]


def _roof_and_wall(
    scene: Scene, light: Light, spot: tuple[float, float, float], size: tuple[float, float]
) -> list[Form]:
    x, low, top = spot
    wide, peak = size
    wall, roof = light.kept(COLOUR[scene.house]), light.kept(ROOF[scene.house])
    chimney = box(x + wide * 0.45, top - peak * 1.02, x + wide * 0.72, top - peak * 0.2)
    cap = box(x + wide * 0.4, top - peak * 1.1, x + wide * 0.77, top - peak * 0.98)
    gable = ((x - wide * 1.24, top + 0.012), (x, top - peak), (x + wide * 1.24, top + 0.012))
    eaves = box(x - wide, top, x + wide, top + 0.03)
    roof_forms = [Form("roof", roof, (gable,), shade=0.12)]
    if scene.ground == "snow":
        ridge = (
            (x - wide * 1.0, top - peak * 0.16),
            (x, top - peak * 1.06),
            (x + wide * 1.0, top - peak * 0.16),
            (x + wide * 0.78, top - peak * 0.2),
            (x + wide * 0.5, top - peak * 0.3),
            (x, top - peak * 0.66),
            (x - wide * 0.5, top - peak * 0.3),
            (x - wide * 0.78, top - peak * 0.2),
        )
        roof_forms.append(Form("roof", light.on((246, 250, 255)), (ridge,), detail=True))
    return [
        Form("roof", scaled(roof, 0.84), (chimney,)),
        Form("roof", scaled(roof, 0.7), (cap,), detail=True),
        Form("wall", wall, (box(x - wide, top, x + wide, low),), shade=0.12),
        Form("wall", scaled(wall, 0.78), (eaves,), detail=True),
        *roof_forms,
    ]


def _door(x: float, low: float, high: float, light: Light) -> list[Form]:
    wood = light.on((92, 58, 44))
    door = box(x - 0.034, low - high * 0.5, x + 0.034, low)
    return [
        Form("door", wood, (door, ellipse(x, low - high * 0.5, 0.034, 0.03)), shade=0.1),
        Form(
            "door",
            light.on((250, 214, 110)),
            (ellipse(x + 0.019, low - high * 0.25, 0.007, 0.007, 10),),
            detail=True,
        ),
    ]


def _windows(scene: Scene, x: float, top: float, wide: float, light: Light) -> list[Form]:
    lit = scene.time != "day" or scene.weather != "clear"
    glass = (255, 222, 120) if lit else (198, 230, 244)
    frame = mix(light.on((255, 252, 244)), glass, 0.15 if lit else 0.0)
    frames, panes, glows = [], [], []
    for side in (-0.6, 0.6):
        middle, height = x + wide * side, top + 0.085
        frames.append(box(middle - 0.038, height - 0.04, middle + 0.038, height + 0.04))
        glows.append(ellipse(middle, height, 0.1, 0.1))
        for across in (-0.0155, 0.0155):
            for down in (-0.0165, 0.0165):
                panes.append(
                    box(
                        middle + across - 0.0125,
                        height + down - 0.0135,
                        middle + across + 0.0125,
                        height + down + 0.0135,
                    )
                )
    forms = [Form("window", frame, tuple(frames)), Form("window", glass, tuple(panes))]
    if lit:
        forms = [Form("", (255, 214, 120), (glow,), soft=0.3) for glow in glows] + forms
    return forms
