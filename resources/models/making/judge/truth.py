"""What a picture of the world shows, as the judge would have to say it."""

from __future__ import annotations

from collections.abc import Sequence

from resources.models.making.world.picture import PLACES, Picture, Scene, Shapes


def attributes_of(picture: Picture) -> dict[str, str]:
    """Every attribute and its value, named as captions name them; empty where there is none."""
    return _of_scene(picture) if isinstance(picture, Scene) else _of_shapes(picture)


def tree_side(trees: Sequence[str], house: str) -> str:
    """On which side of a house trees stand: left, right, both, or an empty text."""
    left = any(PLACES.index(tree) < PLACES.index(house) for tree in trees)
    right = any(PLACES.index(tree) > PLACES.index(house) for tree in trees)
    return "both" if left and right else "left" if left else "right" if right else ""


def _of_scene(scene: Scene) -> dict[str, str]:
    clear, house, trees = scene.weather == "clear", scene.house_place, scene.tree_places
    return {
        "style": scene.style,
        "time": scene.time,
        "weather": scene.weather,
        "ground": scene.ground,
        "house": scene.house if house else "",
        "house place": house,
        "tree": scene.tree,
        "leaves": scene.leaves if scene.tree == "tree" else "",
        "trees": str(len(trees)) if trees else "",
        "tree place": " ".join(trees),
        "tree side": tree_side(trees, house) if house else "",
        "animal": scene.front if scene.front != "boat" else "",
        "boat": scene.boat if scene.front == "boat" else "",
        "front place": scene.front_place if scene.front else "",
        "far": scene.far,
        "balloon": scene.balloon,
        "clouds": "yes" if scene.sky_thing == "clouds" or not clear else "",
        "fence": "yes" if scene.fence else "",
        "flowers": "yes" if scene.flowers else "",
        "light side": scene.light_side if clear else "",
    }


def _of_shapes(picture: Shapes) -> dict[str, str]:
    ground = {
        "background": picture.ground[0],
        "background end": picture.ground[-1],
        "count": str(len(picture.shapes)),
    }
    if not picture.relation:
        shape = picture.shapes[0]
        single = {"shape": shape.kind, "colour": shape.colour}
        return ground | single | {"size": shape.size, "place": shape.place}
    for name, shape in zip(("first", "second"), picture.shapes, strict=True):
        ground |= {f"{name} shape": shape.kind, f"{name} colour": shape.colour}
        ground[f"{name} size"] = shape.size
    return ground | {"relation": picture.relation}
