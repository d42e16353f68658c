"""What a caption states, against what the judge sees."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from resources.models.making.judge.colours import Pixels, lab
from resources.models.making.judge.scenes import read_scene
from resources.models.making.judge.shapes import Region, read_shapes

_SINGLE = ("shape", "colour", "size", "place")
_OPPOSITE = {"left of": "right of", "above": "below"}
THINGS = ("house", "tree", "animal", "boat", "far", "balloon", "clouds", "fence", "flowers")
"""What stays away from a landscape unless a caption names it."""

_UNSAID = {"time": "day", "ground": "grass", "weather": "clear", "style": "flat"}


@dataclass(frozen=True)
class Verdict:
    """What was asked and what is seen, attribute to value."""

    asked: Mapping[str, str]
    seen: Mapping[str, str]

    @property
    def right(self) -> dict[str, bool]:
        """For every attribute that was asked for, whether the picture shows it."""
        return {name: self.seen.get(name, "") == value for name, value in self.asked.items()}

    @property
    def all_right(self) -> bool:
        """Whether everything that was asked for is there."""
        return all(self.right.values())

    @property
    def nothing_else(self) -> bool:
        """Whether nothing is there that was not asked for, and what goes without saying is so."""
        if "background" in self.asked:
            return True
        extra = [
            name
            for name in THINGS
            if self.seen.get(name) and name not in self.asked and not self._overcast(name)
        ]
        unsaid = {name: value for name, value in _UNSAID.items() if name not in self.asked}
        return not extra and all(self.seen[name] == value for name, value in unsaid.items())

    def _overcast(self, name: str) -> bool:
        """Clouds belong to rain and snow."""
        return name == "clouds" and self.seen["weather"] != "clear"


def judge(pixels: Pixels, stated: Mapping[str, str]) -> Verdict:
    """Look at a picture (128 x 128 x 3, sRGB) for what a caption states of it."""
    if "background" not in stated:
        return Verdict(dict(stated), read_scene(lab(pixels)).values)
    asked = {"background end": stated["background"], "count": _count(stated)} | dict(stated)
    return Verdict(asked, see_shapes(pixels, asked))


def _count(stated: Mapping[str, str]) -> str:
    return "2" if "second shape" in stated else "1"


def see_shapes(pixels: Pixels, asked: Mapping[str, str]) -> dict[str, str]:
    """The attributes of a picture of shapes; of two, the one that is more like what was asked for
    first is the first."""
    found = read_shapes(pixels)
    top, bottom = found.ground
    seen = {"background": top, "background end": bottom, "count": str(len(found.regions))}
    if "second shape" not in asked:
        for region in found.regions[:1]:
            values = (region.kind, region.colour, region.size, region.place)
            seen |= dict(zip(_SINGLE, values, strict=True))
        return seen
    if len(found.regions) < 2:
        return seen | _named("first", found.regions)
    two = found.regions[:2]
    first, second = max((two, two[::-1]), key=lambda pair: _matches(pair, asked))
    return seen | _named("first", [first]) | _named("second", [second]) | _relation(first, second)


def _named(name: str, regions: list[Region]) -> dict[str, str]:
    seen: dict[str, str] = {}
    for region in regions:
        seen |= {f"{name} shape": region.kind, f"{name} colour": region.colour}
        seen[f"{name} size"] = region.size
    return seen


def _matches(pair: list[Region], asked: Mapping[str, str]) -> int:
    seen = _named("first", pair[:1]) | _named("second", pair[1:]) | _relation(*pair)
    return sum(seen[name] == value for name, value in asked.items() if name in seen)


def _relation(first: Region, second: Region) -> dict[str, str]:
    across, down = second.x - first.x, second.y - first.y
    name, away = ("left of", across) if abs(across) > abs(down) else ("above", down)
    return {"relation": name if away > 0 else _OPPOSITE[name]}
