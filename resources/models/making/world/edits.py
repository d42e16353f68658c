"""Changes a picture, and says the change as an instruction.

An edit changes one attribute and keeps all else, the small differences too, so that pixels of the
parts that stay are alike before and after wherever light and shadow do not change.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from random import Random

from resources.models.making.world.edit import Edit
from resources.models.making.world.picture import (
    BRIGHT_COLOURS,
    HOUSE_COLOURS,
    PLACES,
    TREES,
    Picture,
    Scene,
    Shapes,
)
from resources.models.making.world.sampling import held_out, with_row
from resources.models.making.world.shape_edits import shape_edit
from resources.models.making.world.things.sky import light_place
from resources.models.making.world.words.wording import spoken, with_article

SceneEdit = Callable[[Scene, Random], Edit | None]

_SKY = ("sky", "sun", "moon", "stars", "clouds")
_LAND = ("mountains", "hills", "ground", "water")
_HOUSE = ("wall", "roof", "door", "window")
_TREES = ("trunk", "crown")
_ANIMALS = ("cat", "sheep", "rabbit", "duck", "hull", "sail")
_EVERYTHING = (*_SKY, "balloon", *_LAND, "fence", "flowers", *_HOUSE, *_TREES, *_ANIMALS)


def edit(picture: Picture, random: Random, training: bool = True) -> Edit:
    """A random change of a picture; in training never to a picture that is held out.

    Raises ValueError for a picture that nothing can be done to, which `sampling` never makes.
    """
    if isinstance(picture, Shapes):
        return shape_edit(picture, random, training)
    kinds = list(SCENE_EDITS)
    for kind in random.sample(kinds, len(kinds)):
        for _ in range(6):
            found = SCENE_EDITS[kind](picture, random)
            if found is None or _moves_light(picture, found):
                continue
            if not (training and held_out(found.after)):
                return found
    raise ValueError("Nothing in this picture can be changed")


def _moves_light(before: Scene, found: Edit) -> bool:
    """Whether sun or moon would wander though nobody asked for it."""
    after = found.after
    if found.kind in ("time", "weather") or not isinstance(after, Scene):
        return False
    return light_place(before) != light_place(after)


def _all_but(*parts: str) -> tuple[str, ...]:
    return tuple(part for part in _EVERYTHING if part not in parts)


def _time(scene: Scene, random: Random) -> Edit | None:
    times = [time for time in ("day", "sunset", "night") if time != scene.time]
    if scene.weather != "clear":
        times = [time for time in times if time != "sunset"]
    time = random.choice(times)
    words = {
        "day": ("make it day", "turn it into daytime"),
        "sunset": ("make it sunset", "turn it into evening"),
        "night": (
            "make it night",
            "turn day into night" if scene.time == "day" else "make it night",
        ),
    }[time]
    return Edit("time", random.choice(words), replace(scene, time=time), ())


def _ground(scene: Scene, random: Random) -> Edit | None:
    plain = scene.weather == "clear" and not scene.flowers and not scene.fence
    if scene.ground == "lake" or not plain or scene.leaves != "green":
        return None
    ground = random.choice([name for name in ("grass", "snow", "sand") if name != scene.ground])
    words = {
        "grass": ("put grass on the ground", "make the ground green grass"),
        "snow": ("put snow on the ground", "make it winter"),
        "sand": ("put sand on the ground", "make it a desert"),
    }[ground]
    changed = (
        ("ground", "hills", *_HOUSE, *_TREES)
        if "snow" in (ground, scene.ground)
        else ("ground", "hills")
    )
    return Edit("ground", random.choice(words), replace(scene, ground=ground), _all_but(*changed))


def _house_colour(scene: Scene, random: Random) -> Edit | None:
    if not scene.house_place:
        return None
    choice = (*BRIGHT_COLOURS, "white") if scene.style == "neon" else HOUSE_COLOURS
    colour = random.choice([name for name in choice if name != scene.house])
    said = spoken(colour, random)
    words = (f"make the house {said}", f"turn the house {said}", f"paint the house {said}")
    return Edit("house", random.choice(words), replace(scene, house=colour), _all_but(*_HOUSE))


def _remove_trees(scene: Scene, random: Random) -> Edit | None:
    if not scene.tree:
        return None
    row = [name if name == "house" else "" for name in scene.row]
    noun = "tree" if len(scene.tree_places) == 1 else "trees"
    words = (f"remove the {noun}", f"take the {noun} away")
    after = with_row(replace(scene, leaves="green"), row)
    return Edit("trees", random.choice(words), after, _all_but(*_TREES))


def _add_tree(scene: Scene, random: Random) -> Edit | None:
    free = [number for number, name in enumerate(scene.row) if not name]
    if scene.tree or not free:
        return None
    place, kind = random.choice(free), random.choice(TREES)
    row = list(scene.row)
    row[place] = kind
    noun = "pine tree" if kind == "pine" else "tree"
    where = "in the middle" if place == 1 else f"on the {PLACES[place]}"
    words = (f"add a {noun} {where}", f"put a {noun} {where}")
    after = with_row(scene, row)
    return Edit("trees", random.choice(words), after, _all_but(*_TREES))


def _leaves(scene: Scene, random: Random) -> Edit | None:
    if scene.tree != "tree" or scene.ground not in ("grass", "lake"):
        return None
    leaves = random.choice([name for name in ("green", "pink", "orange") if name != scene.leaves])
    noun = "tree" if len(scene.tree_places) == 1 else "trees"
    words = {
        "green": (f"make the {noun} green",),
        "pink": (f"let the {noun} blossom", f"make the {noun} pink"),
        "orange": ("make it autumn", f"make the {noun} orange"),
    }[leaves]
    return Edit("leaves", random.choice(words), replace(scene, leaves=leaves), _all_but("crown"))


def _front(scene: Scene, random: Random) -> Edit | None:
    """Add what is in front, or take it away."""
    if scene.front:
        words = (f"remove the {scene.front}", f"take the {scene.front} away")
        after = replace(scene, front="", boat="", front_place="middle")
        return Edit("front", random.choice(words), after, _all_but(*_ANIMALS))
    kinds = ("boat", "duck") if scene.ground == "lake" else ("cat", "sheep", "rabbit")
    kind, place = random.choice(kinds), random.choice(PLACES)
    boat = random.choice(BRIGHT_COLOURS) if kind == "boat" else ""
    where = "in the middle" if place == "middle" else f"on the {place}"
    noun = with_article(f"{boat} boat" if boat else kind)
    words = (f"add {noun} {where}", f"put {noun} {where}")
    after = replace(scene, front=kind, front_place=place, boat=boat)
    return Edit("front", random.choice(words), after, _all_but(*_ANIMALS))


def _boat_colour(scene: Scene, random: Random) -> Edit | None:
    if scene.front != "boat":
        return None
    colour = random.choice([name for name in BRIGHT_COLOURS if name != scene.boat])
    words = (f"make the boat {colour}", f"paint the boat {colour}")
    return Edit("boat", random.choice(words), replace(scene, boat=colour), _all_but("hull", "sail"))


def _sky_thing(scene: Scene, random: Random) -> Edit | None:
    if scene.weather != "clear":
        return None
    if scene.sky_thing:
        words = (f"remove the {scene.sky_thing}", f"take the {scene.sky_thing} away")
        after = replace(scene, sky_thing="", balloon="")
        return Edit(
            "sky", random.choice(words), after, _all_but("sky", "stars", "clouds", "balloon")
        )
    if random.random() < 0.5:
        after, words = replace(scene, sky_thing="clouds"), ("add clouds", "put clouds in the sky")
    else:
        colour = random.choice(BRIGHT_COLOURS)
        after = replace(scene, sky_thing="balloon", balloon=colour)
        words = (
            f"add {with_article(colour)} balloon",
            f"put {with_article(colour)} balloon in the sky",
        )
    return Edit("sky", random.choice(words), after, _all_but("sky", "stars", "clouds", "balloon"))


def _weather(scene: Scene, random: Random) -> Edit | None:
    if scene.weather != "clear":
        words = (
            "make the sky clear",
            "stop the rain" if scene.weather == "rain" else "stop the snow",
        )
        after = replace(scene, weather="clear", sky_thing="")
        return Edit("weather", random.choice(words), after, ())
    if scene.time == "sunset" or scene.ground == "sand":
        return None
    weather = "snow" if scene.ground == "snow" else "rain"
    words = (
        ("let it rain", "make it rain") if weather == "rain" else ("let it snow", "make it snow")
    )
    after = replace(scene, weather=weather, sky_thing="clouds", balloon="")
    return Edit("weather", random.choice(words), after, ())


def _far(scene: Scene, random: Random) -> Edit | None:
    changed = ("mountains", "hills", "sky", "stars")
    if scene.far:
        words = (f"remove the {scene.far}", f"take the {scene.far} away")
        return Edit("far", random.choice(words), replace(scene, far=""), _all_but(*changed))
    far = random.choice(("mountains", "hills"))
    words = (f"add {far}", f"put {far} in the distance")
    return Edit("far", random.choice(words), replace(scene, far=far), _all_but(*changed))


SCENE_EDITS: dict[str, SceneEdit] = {
    "time": _time,
    "ground": _ground,
    "house": _house_colour,
    "remove trees": _remove_trees,
    "add tree": _add_tree,
    "leaves": _leaves,
    "front": _front,
    "boat": _boat_colour,
    "sky": _sky_thing,
    "weather": _weather,
    "far": _far,
}
