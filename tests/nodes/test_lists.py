"""Lists in graphs that the engine runs: one run for every item, and only for those that are new."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import torch

from app.engine.events import NodeProgressed
from app.sdk import Image, Latent, Mask, NodeError
from nodes.lists import AllCombinations, JoinList, List, ListLength, PickFromList
from nodes.ranges import FloatRange, Range
from tests.nodes.desk import Desk, noise, spot
from tests.nodes.test_in_graphs import Bench


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path)


Nodes = dict[str, tuple[str, dict[str, Any]]]


def pads(*amounts: int) -> tuple[Nodes, Mapping[str, str]]:
    """A picture that is padded by each number of a list, turned to its negative and joined."""
    nodes: Nodes = {f"n{i}": ("Integer", {"value": amount}) for i, amount in enumerate(amounts)}
    nodes |= {
        "list": ("List", {}),
        "load": ("LoadImage", {"path": "resources:pictures/cottage.png"}),
        "pad": ("Pad", {"border": "edge"}),
        "turned": ("Invert", {}),
        "save": ("SaveImage", {"name": "{width} {number}"}),
    }
    wires = {
        "list.items": " ".join(f"{name}.integer" for name in nodes if name.startswith("n")),
        "pad.image": "load.image",
        "pad.left": "list.items",
        "turned.image": "pad.image",
        "save.image": "turned.image",
    }
    return nodes, wires


def test_a_part_of_a_graph_runs_once_for_every_item(bench: Bench) -> None:
    bench.run(*pads(8, 16, 24))
    assert bench.failures() == {}
    widths = [image.width for image in bench.value("turned")]
    assert widths == [136, 144, 152]
    assert bench.saved() == ["136 1.png", "144 1.png", "152 1.png"]


def test_only_the_item_that_changed_runs_again(bench: Bench) -> None:
    bench.run(*pads(8, 16, 24))
    before = bench.value("turned")
    bench.run(*pads(8, 17, 24))
    after = bench.value("turned")
    assert [one is other for one, other in zip(before, after, strict=True)] == [True, False, True]
    files = sorted(path.name for path in bench.folder.iterdir())
    assert files == ["136 1.png", "144 1.png", "145 1.png", "152 1.png"]
    bench.run(*pads(24, 8))
    assert sorted(path.name for path in bench.folder.iterdir()) == files


def test_prompts_of_a_list_meet_seeds_of_another(bench: Bench) -> None:
    nodes: Nodes = {
        "words": ("SplitText", {"text": "red\nblue"}),
        "seeds": ("Range", {"count": 3}),
        "all": ("AllCombinations", {}),
        "text": ("FormatText", {"text": "{a} {b:2}"}),
        "one": ("JoinList", {"between": "; "}),
        "shown": ("Text", {}),
    }
    wires = {
        "all.first": "words.text",
        "all.second": "seeds.integer",
        "text.a": "all.first",
        "text.b": "all.second",
        "one.items": "text.text",
        "shown.value": "one.item",
    }
    bench.run(nodes, wires)
    assert bench.value("shown") == "red 00; red 01; red 02; blue 00; blue 01; blue 02"


def test_a_wildcard_text_is_drawn_for_every_seed_of_a_range(bench: Bench) -> None:
    nodes: Nodes = {
        "seeds": ("Range", {"count": 4}),
        "text": ("WildcardText", {"text": "{a|b|c|d|e|f|g|h}"}),
        "one": ("JoinList", {"between": ""}),
    }
    wires = {"text.seed": "seeds.integer", "one.items": "text.text"}
    bench.run(nodes, wires)
    first = bench.value("one")
    assert len(first) == 4
    assert len(set(first)) > 1
    nodes["seeds"] = ("Range", {"count": 5})
    bench.run(nodes, wires)
    assert bench.value("one")[:4] == first


def test_a_changed_wildcard_file_is_drawn_from_anew(bench: Bench, tmp_path: Path) -> None:
    (tmp_path / "colour.txt").write_text("red", "utf-8")
    nodes: Nodes = {
        "text": ("WildcardText", {"text": "__colour__", "folder": str(tmp_path)}),
        "shown": ("Text", {}),
    }
    wires = {"shown.value": "text.text"}
    bench.run(nodes, wires)
    assert bench.value("shown") == "red"
    (tmp_path / "colour.txt").write_text("__shade__", "utf-8")
    bench.run(nodes, wires)
    assert "There is no shade.txt" in bench.failures()["text"]
    (tmp_path / "shade.txt").write_text("grey", "utf-8")
    bench.run(nodes, wires)
    assert bench.value("shown") == "grey"


def test_progress_counts_over_all_items(bench: Bench) -> None:
    nodes, wires = pads(8, 16)
    bench.run(nodes, wires)
    steps = [(e.step, e.total) for e in bench.events if isinstance(e, NodeProgressed)]
    assert (1, 2) in steps


def test_lists_within_a_list_are_put_in_item_by_item() -> None:
    assert List(items=("a", ("b", "c"))).run(Desk()).items == ("a", "b", "c")
    with pytest.raises(NodeError, match="would have 1001 items"):
        List(items=(("a",) * 1001,)).run(Desk())


def test_an_item_is_picked_from_either_end() -> None:
    items = ("a", "b", "c")
    assert PickFromList(items=items, index=1).run(Desk()) == "b"
    assert PickFromList(items=items, index=-1).run(Desk()) == "c"
    assert PickFromList(items=items, index=4, beyond="begin again").run(Desk()) == "b"
    with pytest.raises(NodeError, match="has 3 items, so there is none at 3: choose -3 to 2"):
        PickFromList(items=items, index=3).run(Desk())
    empty: tuple[str, ...] = ()
    with pytest.raises(NodeError, match="The list is empty"):
        PickFromList(items=empty).run(Desk())


def test_items_are_counted_and_a_single_thing_is_a_list_of_one() -> None:
    single: Any = "a"
    assert ListLength(items=("a", "b")).run(Desk()) == 2
    assert ListLength(items=single).run(Desk()) == 1


def test_pictures_masks_latents_and_texts_become_one() -> None:
    one, other = noise(count=2), noise()
    image: Any = JoinList(items=(one, other)).run(Desk())
    assert torch.equal(image.pixels, torch.cat([one.pixels, other.pixels]))
    mask: Any = JoinList(items=(spot(), spot())).run(Desk())
    assert (type(mask), len(mask)) == (Mask, 2)
    latent = Latent(torch.ones(1, 4, 2, 3), "SD 1")
    joined: Any = JoinList(items=(latent, latent)).run(Desk())
    assert (type(joined), len(joined)) == (Latent, 2)
    text: Any = JoinList(items=("a", "b"), between="\\n").run(Desk())
    assert text == "a\nb"


def test_what_cannot_be_joined_is_said() -> None:
    mixed: Any = (noise(), spot())
    with pytest.raises(NodeError, match="A list of Image cannot be joined"):
        JoinList(items=mixed).run(Desk())
    none: tuple[Image, ...] = ()
    with pytest.raises(NodeError, match="The list is empty"):
        JoinList(items=none).run(Desk())
    with pytest.raises(NodeError, match="The sizes differ"):
        JoinList(items=(noise(4, 4), noise(5, 4))).run(Desk())


def test_too_many_combinations_are_refused() -> None:
    with pytest.raises(NodeError, match="would have 10000 items"):
        AllCombinations(first=("a",) * 100, second=("b",) * 100).run(Desk())


def test_ranges_list_numbers() -> None:
    assert Range(first=5, step=-2, count=3).run(Desk()) == [5, 3, 1]
    assert FloatRange(first=0.0, last=1.0, count=5).run(Desk()) == [0.0, 0.25, 0.5, 0.75, 1.0]
    assert FloatRange(first=2.0, last=3.0, count=1).run(Desk()) == [2.0]
    with pytest.raises(NodeError, match="leaves the whole numbers"):
        Range(first=2**63 - 1, step=1, count=2).run(Desk())
