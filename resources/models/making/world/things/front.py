"""The things in front: a cat, a sheep, a rabbit, a duck, a boat."""

from __future__ import annotations

from resources.models.making.world.palette import COLOUR, RGB, Light, mix, scaled
from resources.models.making.world.picture import Scene
from resources.models.making.world.things.forms import Form, Thing, arc, ellipse, placed, shadow
from resources.models.making.world.things.land import FRONT_FOOT, depth_at

_PLACES = {"left": 0.2, "middle": 0.5, "right": 0.8}
_DARK: RGB = (52, 40, 44)


def front_things(scene: Scene, light: Light) -> list[Thing]:
    """What stands or swims in front, if anything does."""
    if not scene.front:
        return []
    x = _PLACES[scene.front_place] + 0.025 * scene.wobble.front
    y = FRONT_FOOT + 0.008 * scene.wobble.size
    flip = scene.front_place == "right"
    if scene.front == "boat":
        forms = _boat(scene, x, y, light)
    else:
        makers = {"cat": _cat, "sheep": _sheep, "rabbit": _rabbit, "duck": _duck}
        forms = makers[scene.front](x, y, flip, light)
    return [Thing(scene.front, tuple(forms), depth_at(y, scene))]


class _Pen:
    """Makes the forms of one animal about the point where it stands."""

    def __init__(self, part: str, spot: tuple[float, float], flip: bool, light: Light) -> None:
        self.part, self.spot, self.way, self.light = part, spot, -1.0 if flip else 1.0, light

    def round(
        self,
        colour: RGB,
        *ellipses: tuple[float, float, float, float],
        detail: bool = False,
        shade: float = 0.0,
    ) -> Form:
        """Ellipses, each (x, y, half width, half height)."""
        x, y = self.spot
        outlines = tuple(ellipse(x + self.way * a, y + b, w, h) for a, b, w, h in ellipses)
        return Form(self.part, self.light.kept(colour), outlines, detail=detail, shade=shade)

    def cut(
        self, colour: RGB, *outlines: tuple[tuple[float, float], ...], detail: bool = False
    ) -> Form:
        """Outlines of points."""
        x, y = self.spot
        moved = tuple(placed(points, x, y, 1.0, self.way < 0) for points in outlines)
        return Form(self.part, self.light.kept(colour), moved, detail=detail)


def _cat(x: float, y: float, flip: bool, light: Light) -> list[Form]:
    pen = _Pen("cat", (x, y), flip, light)
    fur, belly, stripe = (236, 142, 62), (255, 236, 208), (196, 100, 42)
    tail = tuple(arc(0.075, -0.05, 0.055, 80, -90, 10)) + tuple(
        arc(0.075, -0.05, 0.03, -90, 80, 10)
    )
    return [
        shadow(x, y, 0.1),
        pen.cut(fur, tail),
        pen.round(stripe, (0.074, -0.093, 0.016, 0.014), detail=True),
        pen.round(fur, (0.0, -0.055, 0.062, 0.066), shade=0.15),
        pen.round(belly, (0.0, -0.045, 0.034, 0.044), detail=True),
        pen.round(belly, (-0.024, -0.006, 0.02, 0.012), (0.024, -0.006, 0.02, 0.012)),
        pen.cut(
            fur,
            ((-0.058, -0.13), (-0.056, -0.202), (-0.008, -0.17)),
            ((0.058, -0.13), (0.056, -0.202), (0.008, -0.17)),
        ),
        pen.round(fur, (0.0, -0.135, 0.063, 0.05)),
        pen.cut(stripe, ((-0.01, -0.184), (0.01, -0.184), (0.0, -0.156)), detail=True),
        pen.round(belly, (0.0, -0.117, 0.03, 0.02), detail=True),
        pen.round(
            _DARK, (-0.027, -0.141, 0.009, 0.012), (0.027, -0.141, 0.009, 0.012), detail=True
        ),
        pen.round((226, 104, 110), (0.0, -0.123, 0.008, 0.006), detail=True),
    ]


def _sheep(x: float, y: float, flip: bool, light: Light) -> list[Form]:
    pen = _Pen("sheep", (x, y), flip, light)
    wool, face = (252, 248, 240), (66, 58, 66)
    legs = tuple(
        ((a - 0.011, -0.05), (a + 0.011, -0.05), (a + 0.011, 0.0), (a - 0.011, 0.0))
        for a in (-0.05, -0.018, 0.03, 0.06)
    )
    curls = (
        (-0.06, -0.075, 0.045, 0.042),
        (-0.035, -0.11, 0.045, 0.042),
        (0.015, -0.118, 0.048, 0.044),
    )
    more = ((0.06, -0.1, 0.044, 0.042), (0.075, -0.068, 0.038, 0.036), (0.0, -0.07, 0.08, 0.042))
    return [
        shadow(x, y, 0.12),
        pen.cut(face, *legs),
        pen.round(scaled(wool, 0.9), *((a, b + 0.009, w, h) for a, b, w, h in (*curls, *more))),
        pen.round(wool, *curls, *more),
        pen.round(face, (-0.125, -0.118, 0.014, 0.02), (-0.062, -0.122, 0.014, 0.02)),
        pen.round(face, (-0.093, -0.1, 0.033, 0.043)),
        pen.round(wool, (-0.093, -0.143, 0.03, 0.019)),
        pen.round(
            (255, 255, 250),
            (-0.105, -0.108, 0.0085, 0.0095),
            (-0.082, -0.108, 0.0085, 0.0095),
            detail=True,
        ),
        pen.round(
            (20, 18, 24),
            (-0.106, -0.106, 0.0045, 0.005),
            (-0.083, -0.106, 0.0045, 0.005),
            detail=True,
        ),
    ]


def _rabbit(x: float, y: float, flip: bool, light: Light) -> list[Form]:
    pen = _Pen("rabbit", (x, y), flip, light)
    fur, inner, pale = (146, 108, 92), (240, 178, 178), (242, 228, 214)
    return [
        shadow(x, y, 0.1),
        pen.round(pale, (0.082, -0.05, 0.024, 0.023)),
        pen.round(fur, (0.015, -0.057, 0.07, 0.055), (0.04, -0.02, 0.045, 0.02), shade=0.15),
        pen.round(fur, (-0.068, -0.19, 0.0175, 0.058), (-0.02, -0.19, 0.0175, 0.058)),
        pen.round(
            inner, (-0.068, -0.185, 0.0085, 0.04), (-0.02, -0.185, 0.0085, 0.04), detail=True
        ),
        pen.round(fur, (-0.044, -0.113, 0.052, 0.046)),
        pen.round(pale, (-0.05, -0.096, 0.026, 0.02), (-0.035, -0.01, 0.026, 0.012), detail=True),
        pen.round(_DARK, (-0.066, -0.12, 0.008, 0.011), (-0.03, -0.12, 0.008, 0.011), detail=True),
        pen.round((216, 104, 116), (-0.05, -0.104, 0.008, 0.006), detail=True),
    ]


def _duck(x: float, y: float, flip: bool, light: Light) -> list[Form]:
    pen = _Pen("duck", (x, y), flip, light)
    down, wing, bill = (255, 214, 72), (238, 178, 46), (242, 120, 48)
    tail = ((0.06, -0.07), (0.125, -0.085), (0.095, -0.03))
    return [
        Form("", light.on((24, 70, 110)), (ellipse(x, y + 0.004, 0.13, 0.026),), soft=0.45),
        pen.cut(down, tail),
        pen.round(down, (0.015, -0.04, 0.09, 0.046), shade=0.12),
        pen.round(wing, (0.035, -0.048, 0.048, 0.026), detail=True),
        pen.cut(bill, ((-0.092, -0.118), (-0.142, -0.1), (-0.092, -0.092))),
        pen.round(down, (-0.055, -0.115, 0.048, 0.045)),
        pen.round(_DARK, (-0.068, -0.124, 0.0085, 0.0105), detail=True),
    ]


def _boat(scene: Scene, x: float, y: float, light: Light) -> list[Form]:
    hull = light.kept(COLOUR[scene.boat])
    low, cream = y + 0.0, light.on((255, 250, 236))
    hull_line = ((-0.155, -0.075), (0.155, -0.075), (0.105, 0.0), (-0.1, 0.0))
    main_sail = ((0.008, -0.33), (0.128, -0.1), (0.008, -0.1))
    fore_sail = ((-0.012, -0.29), (-0.012, -0.1), (-0.1, -0.1))
    mast = ((-0.006, -0.345), (0.006, -0.345), (0.006, -0.07), (-0.006, -0.07))
    return [
        Form("", light.on((24, 70, 110)), (ellipse(x, low + 0.006, 0.17, 0.026),), soft=0.5),
        Form("sail", light.on((112, 78, 56)), (placed(mast, x, low, 1.0),), detail=True),
        Form("sail", cream, (placed(main_sail, x, low, 1.0),), shade=0.1),
        Form("sail", mix(cream, hull, 0.75), (placed(fore_sail, x, low, 1.0),)),
        Form("hull", hull, (placed(hull_line, x, low, 1.0),), shade=0.2),
        Form(
            "hull",
            cream,
            (
                placed(
                    ((-0.157, -0.079), (0.157, -0.079), (0.15, -0.062), (-0.15, -0.062)),
                    x,
                    low,
                    1.0,
                ),
            ),
            detail=True,
        ),
    ]
