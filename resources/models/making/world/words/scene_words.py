"""Scenes in words."""

from __future__ import annotations

from random import Random

from resources.models.making.world.picture import Scene
from resources.models.making.world.words.wording import joined, spoken, with_article

TIME_WORDS = {
    "day": ("on a sunny day", "under a blue sky", "in the daytime", "in the sunshine"),
    "sunset": ("at sunset", "in the evening", "under an orange sky", "at dusk"),
    "night": ("at night", "under the moon", "under a starry sky", "by moonlight"),
}
GROUND_WORDS = {
    "grass": ("on green grass", "on the grass", "in a meadow"),
    "snow": ("in the snow", "on snow", "in winter"),
    "sand": ("on sand", "in the desert", "on a beach"),
    "lake": ("by a lake", "at the lake", "on the shore of a lake"),
}
WEATHER_WORDS = {
    ("rain", "day"): ("in the rain", "on a rainy day"),
    ("rain", "night"): ("in the rain at night", "on a rainy night"),
    ("snow", "day"): ("while snow is falling", "with snowflakes in the air"),
    ("snow", "night"): (
        "at night while snow is falling",
        "on a snowy night with snowflakes in the air",
    ),
}
HOUSE_WORDS = (*("{} house",) * 8, "{} cottage", "little {} house")
ANIMAL_WORDS = {
    "cat": ("cat", "ginger cat"),
    "sheep": ("sheep",),
    "rabbit": ("rabbit", "bunny"),
    "duck": ("duck", "yellow duck"),
}
LEAF_WORDS = {
    "green": ("tree", "green tree"),
    "pink": ("blossoming tree", "pink tree", "cherry tree in blossom"),
    "orange": ("autumn tree", "orange tree"),
}
FAR_WORDS = {
    "mountains": ("mountains", "mountains in the distance", "snowy mountains"),
    "hills": ("hills", "rolling hills", "hills in the distance"),
}
LANDSCAPE_WORDS = {
    "grass": ("a meadow", "a green landscape"),
    "snow": ("a snowy landscape", "a winter landscape"),
    "sand": ("a beach", "a desert", "a sandy landscape"),
    "lake": ("a lake", "a lake landscape"),
}


def scene_words(scene: Scene, random: Random, layout: bool) -> tuple[str, dict[str, str]]:
    """The text, and what it states."""
    stated: dict[str, str] = {}
    subject, said_ground = _subject(scene, random, layout, stated)
    where = _ground(scene, random, stated, said_ground)
    when = _time(scene, random, stated)
    places = [words for words in (where, when) if words]
    random.shuffle(places)
    text = " ".join([subject, *places])
    extras = _extras(scene, random, layout, stated)
    random.shuffle(extras)
    if extras:
        text = (
            f"{text}, {', '.join(extras)}"
            if random.random() < 0.5
            else f"{text} with {joined(extras)}"
        )
    return text, stated


def _subject(
    scene: Scene, random: Random, layout: bool, stated: dict[str, str]
) -> tuple[str, bool]:
    """What the picture is of, and whether that says the ground."""
    trees = _trees(scene, random, stated)
    if scene.house_place:
        return _house(scene, trees, random, layout, stated), False
    if trees:
        count = len(scene.tree_places)
        if layout and count == 1:
            stated["tree place"] = scene.tree_places[0]
            trees = f"{trees} {_at(scene.tree_places[0])}"
        return trees, False
    stated["ground"] = scene.ground
    return random.choice(LANDSCAPE_WORDS[scene.ground]), True


def _house(scene: Scene, trees: str, random: Random, layout: bool, stated: dict[str, str]) -> str:
    stated["house"] = scene.house
    house = with_article(random.choice(HOUSE_WORDS).format(spoken(scene.house, random)))
    if layout and random.random() < 0.5:
        stated["house place"] = scene.house_place
        house = f"{house} {_at(scene.house_place)}"
        return f"{house} and {trees}" if trees else house
    if not trees:
        return house
    side = _tree_side(scene)
    if layout and side:
        stated["tree side"] = side
        return _with_side(house, trees, side, random)
    both = (
        f"{house} and {trees}",
        f"{trees} and {house}",
        f"{house} with {trees}",
        f"{house} next to {trees}",
    )
    return random.choice(both)


def _with_side(house: str, trees: str, side: str, random: Random) -> str:
    if side == "both":
        return random.choice((f"{house} between {trees}", f"{trees} on both sides of {house}"))
    other = "right" if side == "left" else "left"
    return random.choice(
        (
            f"{trees} to the {side} of {house}",
            f"{trees} {side} of {house}",
            f"{house} to the {other} of {trees}",
        )
    )


def _tree_side(scene: Scene) -> str:
    """On which side of the house the trees stand."""
    house = scene.row.index("house")
    left = any(name not in ("", "house") for name in scene.row[:house])
    right = any(name not in ("", "house") for name in scene.row[house:])
    if left and right:
        return "both"
    return "left" if left else "right"


def _trees(scene: Scene, random: Random, stated: dict[str, str]) -> str:
    count = len(scene.tree_places)
    if not count:
        return ""
    stated |= {"tree": scene.tree, "trees": str(count)}
    if scene.tree == "pine":
        name = random.choice(("pine", "pine tree", "fir tree"))
    else:
        stated["leaves"] = scene.leaves
        name = random.choice(LEAF_WORDS[scene.leaves])
    if count == 1:
        return with_article(name)
    many = name.replace("tree", "trees") if "tree" in name else f"{name}s"
    return f"{('two', 'three')[count - 2]} {many}"


def _at(place: str) -> str:
    return "in the middle" if place == "middle" else f"on the {place}"


def _ground(scene: Scene, random: Random, stated: dict[str, str], said: bool) -> str:
    if said or (scene.ground == "grass" and random.random() < 0.2):
        return ""
    stated["ground"] = scene.ground
    return random.choice(GROUND_WORDS[scene.ground])


def _time(scene: Scene, random: Random, stated: dict[str, str]) -> str:
    if scene.weather != "clear":
        stated |= {"weather": scene.weather, "time": scene.time}
        return random.choice(WEATHER_WORDS[scene.weather, scene.time])
    if scene.time == "day" and random.random() < 0.25:
        return ""
    stated["time"] = scene.time
    return random.choice(TIME_WORDS[scene.time])


def _extras(scene: Scene, random: Random, layout: bool, stated: dict[str, str]) -> list[str]:
    extras = []
    if scene.front:
        extras.append(_front(scene, random, layout, stated))
    if scene.far:
        stated["far"] = scene.far
        extras.append(random.choice(FAR_WORDS[scene.far]))
    if scene.sky_thing == "balloon":
        stated["balloon"] = scene.balloon
        extras.append(
            with_article(f"{scene.balloon} {random.choice(('balloon', 'hot air balloon'))}")
        )
    elif scene.sky_thing == "clouds" and scene.weather == "clear":
        stated["clouds"] = "yes"
        extras.append(
            random.choice(("clouds", "white clouds" if scene.time == "day" else "clouds"))
        )
    for name, there in (("fence", scene.fence), ("flowers", scene.flowers)):
        if there:
            stated[name] = "yes"
            extras.append(
                "a fence"
                if name == "fence"
                else random.choice(("flowers", "colorful flowers", "colourful flowers"))
            )
    if layout and scene.weather == "clear" and random.random() < 0.35:
        stated["light side"] = scene.light_side
        extras.append(f"the {'moon' if scene.time == 'night' else 'sun'} on the {scene.light_side}")
    return extras


def _front(scene: Scene, random: Random, layout: bool, stated: dict[str, str]) -> str:
    if scene.front == "boat":
        stated["boat"] = scene.boat
        name = f"{scene.boat} {random.choice(('boat', 'sailing boat', 'sailboat'))}"
    else:
        stated["animal"] = scene.front
        name = random.choice(ANIMAL_WORDS[scene.front])
    if not layout:
        return with_article(name)
    stated["front place"] = scene.front_place
    return f"{with_article(name)} {_at(scene.front_place)}"
