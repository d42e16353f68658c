"""Rain and falling snow, in front of everything."""

from __future__ import annotations

from resources.models.making.world.palette import Light
from resources.models.making.world.picture import Scene
from resources.models.making.world.things.forms import Form, Outline, Thing, ellipse

_COUNT = 64


def _spread(scene: Scene) -> list[tuple[float, float]]:
    """Places spread evenly but in no rows: an additive recurrence (M. Roberts, 2018)."""
    shift = 0.5 + 0.02 * scene.wobble.front
    return [
        ((shift + 0.7549 * number) % 1.0, (0.5 + 0.5698 * number) % 1.0) for number in range(_COUNT)
    ]


def falling(scene: Scene, light: Light) -> list[Thing]:
    """Streaks of rain, or flakes."""
    if scene.weather == "rain":
        form = Form(
            "", (214, 226, 242), tuple(_streak(x, y) for x, y in _spread(scene)), detail=True
        )
        return [Thing("rain", (form,), 1.0, cut=False)]
    if scene.weather == "snow":
        flakes = tuple(ellipse(x, y, 0.0135, 0.0135, 12) for x, y in _spread(scene))
        return [Thing("snow", (Form("", (255, 255, 255), flakes, detail=True),), 1.0, cut=False)]
    return []


def _streak(x: float, y: float) -> Outline:
    return ((x, y - 0.035), (x + 0.008, y - 0.035), (x - 0.01, y + 0.035), (x - 0.018, y + 0.035))
