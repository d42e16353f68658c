"""Captions say what a picture shows, all of it, and nothing else."""

from __future__ import annotations

import re
from pathlib import Path
from random import Random

import pytest

from resources.models.making.world.captions import Caption, caption
from resources.models.making.world.picture import LORA_STYLES, STYLES, Picture, Scene, Shapes
from resources.models.making.world.sampling import sample

DOCUMENT = Path(__file__).parents[2] / "docs" / "pocket-world.md"


def captioned(
    count: int, kind: str = "any", layout: bool | None = None
) -> list[tuple[Picture, Caption]]:
    random = Random(11)
    chosen = [sample(random, kind) for _ in range(count)]
    return [(one, caption(one, random, layout)) for one in chosen]


def truth(one: Picture) -> dict[str, str]:
    """What is true of a picture, in the words of `stated`."""
    return _scene_truth(one) if isinstance(one, Scene) else _shape_truth(one)


def _scene_truth(one: Scene) -> dict[str, str]:
    facts = {
        "house": one.house,
        "house place": one.house_place,
        "time": one.time,
        "ground": one.ground,
        "weather": one.weather,
        "tree": one.tree,
        "trees": str(len(one.tree_places)),
        "leaves": one.leaves,
        "animal": one.front,
        "boat": one.boat,
        "front place": one.front_place,
        "far": one.far,
        "balloon": one.balloon,
        "clouds": "yes" if one.sky_thing == "clouds" else "",
        "fence": "yes" if one.fence else "",
        "flowers": "yes" if one.flowers else "",
        "light side": one.light_side,
        "style": one.style,
        "tree place": one.tree_places[0] if one.tree_places else "",
    }
    if one.house and one.tree:
        house = one.row.index("house")
        sides = {
            "left" if number < house else "right"
            for number, name in enumerate(one.row)
            if name not in ("", "house")
        }
        facts["tree side"] = "both" if len(sides) == 2 else sides.pop()
    return facts


def _shape_truth(one: Shapes) -> dict[str, str]:
    facts = {
        "background": one.ground[0],
        "background end": one.ground[-1],
        "relation": one.relation,
    }
    first, last = one.shapes[0], one.shapes[-1]
    facts |= {"shape": first.kind, "colour": first.colour, "size": first.size, "place": first.place}
    for name, shape in (("first", first), ("second", last)):
        facts |= {
            f"{name} shape": shape.kind,
            f"{name} colour": shape.colour,
            f"{name} size": shape.size,
        }
    return facts | {"style": one.style}


def test_all_that_a_caption_states_is_true() -> None:
    for one, said in captioned(800):
        facts = truth(one)
        assert {name: facts[name] for name in said.stated} == dict(said.stated), said.text


def test_colours_and_kinds_stated_are_in_the_text() -> None:
    spelled = {"gray": "gr[ae]y", "rabbit": "rabbit|bunny"}
    for one, said in captioned(500):
        named = (
            "house",
            "boat",
            "balloon",
            "animal",
            "shape",
            "colour",
            "background",
            "first shape",
            "second colour",
        )
        for name in named:
            if name in said.stated:
                value = said.stated[name]
                assert re.search(spelled.get(value, value), said.text), (name, one, said.text)


def test_every_thing_in_a_scene_is_said_so_that_what_is_unsaid_is_not_there() -> None:
    for one, said in captioned(500, "scene"):
        assert isinstance(one, Scene)
        told = said.stated
        assert ("house" in told) == bool(one.house)
        assert ("tree" in told) == bool(one.tree)
        assert ("animal" in told or "boat" in told) == bool(one.front)
        assert ("far" in told) == bool(one.far)
        assert ("balloon" in told) == bool(one.balloon)
        assert ("fence" in told, "flowers" in told) == (one.fence, one.flowers)
        assert one.ground == "grass" or "ground" in told
        assert one.time == "day" or "time" in told


def test_most_captions_leave_the_layout_open() -> None:
    layout = {
        "house place",
        "tree side",
        "tree place",
        "front place",
        "light side",
        "place",
        "size",
    }
    telling = [bool(layout & set(said.stated)) for _, said in captioned(1000)]
    assert 0.2 < sum(telling) / len(telling) < 0.4
    assert not any(layout & set(said.stated) for _, said in captioned(300, layout=False))


def test_wording_varies_for_one_picture() -> None:
    one = sample(Random(2), "scene")
    assert len({caption(one, Random(seed)).text for seed in range(40)}) > 10


def test_the_same_seed_gives_the_same_words() -> None:
    assert captioned(30) == captioned(30)


@pytest.mark.parametrize("style", [*STYLES[1:], *LORA_STYLES])
def test_a_style_other_than_the_flat_one_is_always_said(style: str) -> None:
    random = Random(4)
    for _ in range(30):
        said = caption(sample(random, style=style), random)
        assert said.stated["style"] == style


def test_captions_are_short_enough_for_forty_tokens() -> None:
    lengths = [len(re.findall(r"\w+|,", said.text)) for _, said in captioned(1500)]
    assert sum(length <= 38 for length in lengths) > 0.98 * len(lengths)


def test_the_document_for_users_names_every_word_of_the_captions() -> None:
    known = set(re.findall(r"[a-z-]+", DOCUMENT.read_text(encoding="utf-8").lower()))
    for _, said in captioned(3000):
        for word in re.findall(r"[a-z-]+", said.text):
            assert word in known, f"docs/pocket-world.md does not tell that captions say “{word}”"
