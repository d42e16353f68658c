"""The colours of the world, and how the time of day tints them.

Colours are (red, green, blue) in 0..255, sRGB. They were picked to sit well beside each other and
still to be told apart by hue, saturation and brightness alone.
"""

from __future__ import annotations

from typing import NamedTuple

from resources.models.making.world.picture import Scene

RGB = tuple[int, int, int]

COLOUR: dict[str, RGB] = {
    "red": (214, 58, 56),
    "orange": (241, 136, 46),
    "yellow": (250, 212, 80),
    "green": (76, 164, 88),
    "teal": (40, 172, 176),
    "blue": (58, 104, 208),
    "purple": (132, 78, 186),
    "pink": (244, 148, 184),
    "brown": (136, 88, 56),
    "gray": (148, 152, 162),
    "white": (248, 246, 240),
    "black": (38, 38, 48),
}

ROOF: dict[str, RGB] = {
    "red": (104, 44, 58),
    "orange": (136, 66, 52),
    "yellow": (160, 92, 56),
    "green": (48, 92, 74),
    "teal": (34, 88, 108),
    "blue": (44, 58, 122),
    "purple": (80, 50, 116),
    "pink": (166, 78, 112),
    "brown": (84, 56, 48),
    "gray": (86, 88, 104),
    "white": (188, 92, 74),
}


def mix(first: RGB, second: RGB, share: float) -> RGB:
    """The colour that lies `share` (0..1) of the way from the first to the second."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(first, second, strict=True))
    return red, green, blue


def scaled(colour: RGB, factor: float) -> RGB:
    """The colour made brighter (factor above 1) or darker."""
    red, green, blue = (min(255, max(0, round(value * factor))) for value in colour)
    return red, green, blue


def apart(first: str, second: str) -> bool:
    """Whether two named colours differ enough to stand on one another."""
    squares = sum((a - b) ** 2 for a, b in zip(COLOUR[first], COLOUR[second], strict=True))
    return squares > 95**2


class Light(NamedTuple):
    """The sky's colours from the top down, and what the light does to colours below."""

    sky: tuple[RGB, RGB, RGB]
    tint: tuple[float, float, float]
    haze: RGB
    cloud: RGB

    def on(self, colour: RGB) -> RGB:
        """The colour as this light shows it."""
        red, green, blue = (
            min(255, round(value * factor)) for value, factor in zip(colour, self.tint, strict=True)
        )
        return red, green, blue

    def kept(self, colour: RGB) -> RGB:
        """The colour as this light shows it, but never so dim that its name is in doubt."""
        return mix(self.on(colour), colour, 0.5)

    def far(self, colour: RGB, share: float) -> RGB:
        """The colour seen through `share` of haze, as far things are."""
        return mix(self.on(colour), self.haze, share)


DAY = Light(
    ((84, 164, 226), (146, 202, 238), (222, 240, 244)),
    (1.0, 1.0, 1.0),
    (200, 222, 236),
    (255, 254, 250),
)
SUNSET = Light(
    ((94, 72, 142), (228, 116, 116), (255, 196, 120)),
    (1.0, 0.86, 0.8),
    (236, 146, 122),
    (255, 190, 170),
)
NIGHT = Light(
    ((16, 20, 54), (30, 40, 88), (62, 76, 134)), (0.66, 0.72, 0.9), (52, 64, 116), (104, 114, 164)
)
RAINY_DAY = Light(
    ((110, 128, 150), (142, 158, 176), (182, 194, 204)),
    (0.88, 0.91, 0.95),
    (164, 178, 192),
    (206, 212, 220),
)
RAINY_NIGHT = Light(
    ((26, 30, 48), (40, 46, 72), (64, 72, 102)), (0.6, 0.66, 0.8), (54, 62, 92), (92, 100, 130)
)
SNOWY_DAY = Light(
    ((148, 172, 200), (178, 198, 220), (212, 224, 236)),
    (0.95, 0.97, 1.0),
    (204, 216, 230),
    (232, 238, 246),
)


def light_of(scene: Scene) -> Light:
    """The light of a scene by its time and weather."""
    if scene.weather == "rain":
        return RAINY_NIGHT if scene.time == "night" else RAINY_DAY
    if scene.weather == "snow" and scene.time == "day":
        return SNOWY_DAY
    return {"day": DAY, "sunset": SUNSET, "night": NIGHT}[scene.time]
