"""Damaged and hostile graph texts: refused or opened with sentences, always quickly."""

from __future__ import annotations

import json
import os
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from app.engine.lowering import lower
from app.graph.blocks import BlockFolder, BlockKinds
from app.graph.clipboard import paste
from app.graph.document import Snapshot
from app.graph.errors import LoomError
from app.graph.file_errors import Unwritable
from app.graph.reading import read_text
from app.sdk.registry import Registry
from tests.graph.toys import KINDS

Record = dict[str, Any]

QUICK = 5.0
"""Seconds that nothing here may take, also on a busy machine."""

DOT = {"type": "loom.Dot"}


def text_of(root: Record, **graphs: Record) -> str:
    """A document as text."""
    return json.dumps({"format": 1, "root": "main", "graphs": {"main": root, **graphs}})


def instance(id: str) -> Record:
    """A node that stands for a definition."""
    return {"type": f"subgraph:{id}"}


def end(kind: str, **parameters: Any) -> Record:
    """An input or output of a subgraph."""
    return {"type": f"loom.Subgraph{kind}", "parameters": parameters}


def laughs(width: int, depth: int) -> str:
    """Each subgraph holds ``width`` of the next one."""
    graphs = {
        f"g{n}": {"nodes": {f"x{k}": instance(f"g{n + 1}") for k in range(width)}}
        for n in range(depth)
    }
    return text_of(graphs["g0"], **graphs, **{f"g{depth}": {}})


def chain(length: int) -> str:
    """Each subgraph holds the next one."""
    return laughs(1, length)


def circle(length: int) -> Record:
    """Dots that feed each other."""
    return {
        "nodes": {f"d{n}": DOT for n in range(length)},
        "wires": [
            {"from": [f"d{n}", "value"], "to": [f"d{(n + 1) % length}", "value"]}
            for n in range(length)
        ],
    }


ODD_ENDS = {
    "a": end("Input", name=5),
    "b": end("Input", name=None),
    "c": end("Input", name=[1]),
    "d": end("Input", name="x" * 100_000),
    "e": end("Output", name="a/b.c\n<b>", place="junk"),
    "f": end("Output", name={}, place=float("nan")),
    "g": end("Output", place=[1]),
}

TEXTS: dict[str, str] = {
    "itself": text_of({"nodes": {"x": instance("main")}}),
    "recursive": text_of({"nodes": {"x": instance("a")}}, a={"nodes": {"x": instance("a")}}),
    "mutual": text_of(
        {"nodes": {"x": instance("a")}},
        a={"nodes": {"x": instance("b")}},
        b={"nodes": {"x": instance("a")}},
    ),
    "missing": text_of({"nodes": {"x": instance("nowhere")}}),
    "without an id": text_of({"nodes": {"x": instance("")}}),
    "unused": text_of({}, a={}, b={"nodes": {"x": instance("b")}}),
    "twice": '{"format": 1, "root": "main", "graphs": {"main": {}, "a": {}, "a": {}}}',
    "64 deep": chain(64),
    "1000 deep": chain(1000),
    "laughs": laughs(10, 9),
    "many laughs": laughs(10, 60),
    "wide laughs": laughs(300, 3),
    "same ends": text_of(
        {"nodes": {"x": instance("a")}},
        a={"nodes": {"i": end("Input", name="n"), "o": end("Output", name="n"), "p": DOT}},
    ),
    "odd ends": text_of({"nodes": {"x": instance("a")}}, a={"nodes": ODD_ENDS}),
    "ends in the root": text_of({"nodes": ODD_ENDS}),
    "dot feeds itself": text_of(circle(1)),
    "dots in a circle": text_of(circle(2000)),
    "exposed nothing": text_of({"exposed": [{"node": "gone", "parameter": "gone"}]}),
    "exposed junk": text_of({"exposed": [{"node": 1}]}),
    "exposed no list": text_of({"exposed": 5}),
    "controls junk": text_of({"nodes": {"d": {**DOT, "controls": {"x": "junk"}}}}),
    "controls no table": text_of({"nodes": {"d": {**DOT, "controls": [1]}}}),
    "long title": text_of({"nodes": {"d": {**DOT, "title": "\n\u202e\u200b<b>&amp;" * 5000}}}),
    "long note": text_of({"notes": {"n": {"text": "# x [a](file:///etc/passwd)\n" * 300_000}}}),
}


@pytest.mark.parametrize("case", TEXTS)
def test_any_structure_is_opened_or_refused_in_sentences(case: str) -> None:
    began = time.monotonic()
    try:
        opened = read_text(TEXTS[case], KINDS)
        said = [str(warning) for warning in opened.warnings]
        lower(opened.snapshot, KINDS)
    except LoomError as error:
        said = [str(error)]
    assert time.monotonic() - began < QUICK
    assert all(sentence.endswith(".") and ": " in sentence for sentence in said)
    assert all(len(sentence) < 1000 for sentence in said)


@pytest.mark.parametrize("case", TEXTS)
def test_any_structure_may_be_pasted(case: str) -> None:
    began = time.monotonic()
    with suppress(LoomError):
        paste(Snapshot(), KINDS, TEXTS[case], (0.0, 0.0))
    assert time.monotonic() - began < QUICK


def test_thousands_of_definitions_are_pasted_quickly() -> None:
    began = time.monotonic()
    change = paste(Snapshot(), KINDS, chain(3000), (0.0, 0.0))
    assert len(change.operations) > 2000
    assert time.monotonic() - began < QUICK


def test_a_folder_of_odd_blocks_lists_those_that_can_be_used(tmp_path: Path) -> None:
    good = text_of({"title": "Good"})
    texts = {"good": good, "junk": "\xff", "empty": "", "self": TEXTS["itself"], "deep": chain(99)}
    for name, text in texts.items():
        (tmp_path / f"{name}.loom").write_text(text, "utf-8")
    (tmp_path / "folder.loom").mkdir()
    (tmp_path / "ring.loom").symlink_to(tmp_path / "ring.loom")
    if os.name == "posix":
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.loom")).write_text(good)
    kinds = BlockKinds(Registry(), BlockFolder(tmp_path))
    titles = [spec.title for spec in kinds.specs() if spec.type.startswith("block:")]
    assert titles == ["Good"] * (2 if os.name == "posix" else 1)


def test_a_thousand_blocks_are_listed_quickly(tmp_path: Path) -> None:
    for number in range(1000):
        (tmp_path / f"b{number}.loom").write_text(text_of({"title": f"T{number}"}))
    kinds = BlockKinds(Registry(), BlockFolder(tmp_path))
    kinds.specs()
    began = time.monotonic()
    assert sum(1 for spec in kinds.specs() if spec.type.startswith("block:")) == 1000
    assert time.monotonic() - began < 1


def test_a_block_that_cannot_be_kept_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(Unwritable, match="cannot be saved"):
        BlockFolder(tmp_path / "file" / "blocks").save(Snapshot())
