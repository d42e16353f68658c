"""What a picture is made of, as plain values that never change.

A `Scene` is a landscape with two rows: behind, three standing places for the house and trees; in
front, one thing. A `Shapes` is one geometric shape, or two that stand in a relation, on a plain or
graded ground.
"""

from __future__ import annotations

from dataclasses import dataclass

STYLES = ("flat", "paper cut", "neon")
LORA_STYLES = ("line", "stained glass")

COLOURS = (
    "red",
    "orange",
    "yellow",
    "green",
    "teal",
    "blue",
    "purple",
    "pink",
    "brown",
    "gray",
    "white",
    "black",
)
HOUSE_COLOURS = COLOURS[:11]
BRIGHT_COLOURS = COLOURS[:8]
PLACES = ("left", "middle", "right")
TIMES = ("day", "sunset", "night")
GROUNDS = ("grass", "snow", "sand", "lake")
WEATHERS = ("clear", "rain", "snow")
TREES = ("tree", "pine")
LEAVES = ("green", "pink", "orange")
ANIMALS = ("cat", "sheep", "rabbit", "duck")
SKY_THINGS = ("", "clouds", "balloon")
FAR_THINGS = ("", "mountains", "hills")

SHAPES = ("circle", "square", "triangle", "star", "heart", "ring", "cross", "moon")
SIZES = ("small", "medium", "large")
SHAPE_PLACES = (
    "top left",
    "top",
    "top right",
    "left",
    "middle",
    "right",
    "bottom left",
    "bottom",
    "bottom right",
)
RELATIONS = ("left of", "above")

# The index of a name here is the value in a drawing's map of parts.
PARTS = (
    "sky",
    "sun",
    "moon",
    "stars",
    "clouds",
    "balloon",
    "mountains",
    "hills",
    "ground",
    "water",
    "fence",
    "flowers",
    "wall",
    "roof",
    "door",
    "window",
    "trunk",
    "crown",
    "cat",
    "sheep",
    "rabbit",
    "duck",
    "hull",
    "sail",
    "background",
    "first shape",
    "second shape",
)


@dataclass(frozen=True)
class Wobble:
    """Small random differences between two pictures of the same thing, each in -1..1."""

    horizon: float = 0.0
    house: float = 0.0
    trees: float = 0.0
    front: float = 0.0
    sky: float = 0.0
    size: float = 0.0


@dataclass(frozen=True)
class Scene:
    """A landscape. An empty text means that the thing is not there.

    `row` names what stands at the left, in the middle and at the right: "house", "tree", "pine" or
    "". `front` is an animal or "boat", and stands at `front_place`. `light_side` is where sun or
    moon is.
    """

    time: str = "day"
    ground: str = "grass"
    weather: str = "clear"
    row: tuple[str, str, str] = ("", "house", "")
    house: str = "red"
    leaves: str = "green"
    front: str = ""
    front_place: str = "middle"
    boat: str = ""
    sky_thing: str = ""
    balloon: str = ""
    far: str = ""
    fence: bool = False
    flowers: bool = False
    light_side: str = "right"
    style: str = "flat"
    wobble: Wobble = Wobble()

    @property
    def house_place(self) -> str:
        """Where the house stands; empty without one."""
        return PLACES[self.row.index("house")] if "house" in self.row else ""

    @property
    def tree(self) -> str:
        """The kind of the trees; empty without any. All trees of a scene are of one kind."""
        return next((name for name in self.row if name in TREES), "")

    @property
    def tree_places(self) -> tuple[str, ...]:
        """Where the trees stand."""
        pairs = zip(PLACES, self.row, strict=True)
        return tuple(place for place, name in pairs if name in TREES)


@dataclass(frozen=True)
class Shape:
    """One geometric shape."""

    kind: str
    colour: str
    size: str
    place: str
    shift: tuple[float, float] = (0.0, 0.0)


@dataclass(frozen=True)
class Shapes:
    """One shape, or two of which the first is left of or above the second.

    `ground` has one colour, or two for a gradient from the top down. `relation` is empty for one
    shape.
    """

    shapes: tuple[Shape, ...]
    ground: tuple[str, ...]
    relation: str = ""
    style: str = "flat"


Picture = Scene | Shapes
