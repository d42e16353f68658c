"""Files that are not in order: one sentence each, nothing lost, and no way to hang or crash."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.graph.document import ROOT, Snapshot
from app.graph.file import LARGEST_FILE, open_file, read_text, to_text
from app.graph.file_errors import Damaged, FileError, NewerFormat, NotAGraph, Unreadable, WrongShape
from tests.graph.strategies import plain
from tests.graph.toys import KINDS, chain, graph, node, picture


def record() -> Any:
    """The usual graph as JSON data, to be spoilt."""
    return json.loads(to_text(picture(), KINDS))


def refusal(text: str) -> str:
    """The one sentence that a text is refused with."""
    with pytest.raises(FileError) as caught:
        read_text(text, KINDS, file="dream.loom")
    sentence = str(caught.value)
    assert "\n" not in sentence
    assert "dream.loom" in sentence
    return sentence


def warnings(value: Any) -> list[str]:
    """What is said of a graph that opens; it must come back unchanged."""
    text = json.dumps(value)
    opened = read_text(text, KINDS)
    assert json.dumps(json.loads(to_text(opened.snapshot, KINDS)), sort_keys=True) == json.dumps(
        value, sort_keys=True
    )
    return [str(warning) for warning in opened.warnings]


@pytest.mark.parametrize("percent", range(100))
def test_a_file_cut_short_anywhere_is_refused(percent: int) -> None:
    text = to_text(picture(), KINDS)
    cut = text[: len(text) * percent // 100]
    with pytest.raises(Damaged if percent else NotAGraph):
        read_text(cut, KINDS)


def test_a_cut_file_says_where_it_breaks_off() -> None:
    text = to_text(picture(), KINDS)
    sentence = refusal(text[: len(text) // 2])
    assert sentence.startswith("dream.loom is damaged at line ")
    assert sentence.endswith("so restore an earlier copy of it.")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "it is empty"),
        (" \n", "it is empty"),
        ("a red fox", "it holds something else"),
        ("[]", "it holds something else"),
        ("{}", "it names no format version"),
        ('{"nodes": [], "links": [], "version": 0.4}', "it names no format version"),
        ('{"format": true, "graphs": {}}', "it names no format version"),
        ('{"format": "1", "graphs": {}}', "it names no format version"),
        ('{"format": 0, "graphs": {}}', "it names no format version"),
        ('{"format": 1}', "it holds no graphs"),
        ('{"format": 1, "format": 1}', "it holds 'format' twice"),
        ('{"a": ' * 100_000, "it is nested too deeply"),
        ('{"a": ' * 500 + "1" + "}" * 500, "it is nested too deeply"),
        ('{"a": ' + "9" * 5000 + "}", "it holds a number of absurd length"),
    ],
    ids=lambda value: str(value)[:40],
)
def test_what_is_no_graph_is_refused(text: str, words: str) -> None:
    assert f"dream.loom is not a Latent Loom graph ({words}" in refusal(text)


def test_a_newer_format_names_both_versions() -> None:
    sentence = refusal(json.dumps({**record(), "format": 7}))
    assert "has format 7, and this version of Latent Loom reads formats up to 1" in sentence
    with pytest.raises(NewerFormat):
        read_text('{"format": 2}', None)


@pytest.mark.parametrize(
    ("path", "value", "words"),
    [
        (["root"], "elsewhere", "root must be the name of one of the graphs in the file"),
        (["root"], None, "root must be"),
        (["graphs"], {}, "root must be"),
        (["graphs", "main"], [], "graphs.main must be an object, not a list"),
        (["graphs", "main", "nodes"], 3, "graphs.main.nodes must be an object, not 3"),
        (["graphs", "main", "nodes", ""], {}, "must be a table without empty ids"),
        (["graphs", "main", "nodes", "a/b"], {"type": "x.X"}, "nodes.a/b must be an id without /"),
        (["graphs", "main", "nodes", "load"], None, "nodes.load must be an object, not null"),
        (["graphs", "main", "nodes", "load", "type"], 1, "load.type must be the name of a kind"),
        (["graphs", "main", "nodes", "load", "type"], "", "load.type must be the name of a kind"),
        (["graphs", "main", "nodes", "load", "schema"], 0, "schema must be a whole number from 1"),
        (["graphs", "main", "nodes", "load", "title"], 5, "load.title must be text, not 5"),
        (["graphs", "main", "nodes", "load", "position"], [1], "must be a list of 2 numbers"),
        (["graphs", "main", "nodes", "load", "position"], [1, True], "must be a list of 2"),
        (["graphs", "main", "nodes", "load", "position"], [1, float("nan")], "must be a list of 2"),
        (["graphs", "main", "nodes", "load", "position"], [1, 10**400], "must be a list of 2"),
        (["graphs", "main", "nodes", "load", "muted"], "yes", "muted must be true or false"),
        (["graphs", "main", "nodes", "load", "colour"], [], "colour must be a colour"),
        (["graphs", "main", "nodes", "load", "parameters"], [], "parameters must be an object"),
        (["graphs", "main", "wires"], {}, "wires must be a list, not an object"),
        (["graphs", "main", "wires"], [1], "wires.0 must be an object, not 1"),
        (["graphs", "main", "wires"], [{}], "wires.0.from must be a list of a node's id"),
        (["graphs", "main", "wires"], [{"from": ["a", "b"], "to": ["c", 1]}], "wires.0.to must"),
        (["graphs", "main", "frames"], {"f": {"rectangle": 1}}, "frames.f.rectangle must be"),
        (["graphs", "main", "notes"], {"n": {"text": None}}, "notes.n.text must be text"),
    ],
    ids=lambda value: str(value)[-40:],
)
def test_a_field_of_the_wrong_form_is_named(path: list[str], value: Any, words: str) -> None:
    whole = record()
    at = whole
    for name in path[:-1]:
        at = at[name]
    at[path[-1]] = value
    assert words in refusal(json.dumps(whole))


@given(st.lists(st.integers(0, 30), min_size=1, max_size=6), plain | st.just(float("nan")))
@example([2, 0, 0, 0, 3], float("inf"))
def test_any_value_anywhere_opens_or_is_refused_in_words(steps: list[int], value: Any) -> None:
    whole = record()
    at, key = {"": whole}, ""
    for step in steps:
        inner = at[key]  # type: ignore[index]
        keys = list(inner) if isinstance(inner, dict) else range(len(inner))
        if not keys:
            break
        at, key = inner, keys[step % len(keys)]
        if not isinstance(at[key], dict | list):  # type: ignore[index]
            break
    at[key] = value  # type: ignore[index]
    try:
        opened = read_text(json.dumps(whole), KINDS)
    except FileError:
        return
    once = to_text(opened.snapshot, KINDS)
    assert to_text(read_text(once, KINDS).snapshot, KINDS) == once


@pytest.mark.parametrize("value", [0, 151, "many", None, True, [20], 1.5, float("nan"), 10**30])
def test_a_value_that_is_not_allowed_is_kept_with_a_warning(value: Any) -> None:
    whole = record()
    whole["graphs"]["main"]["nodes"]["sampler"]["parameters"]["steps"] = value
    (sentence,) = warnings(whole)
    assert sentence.startswith("steps of Sampler must be ")
    assert sentence.endswith("the node cannot run until this is changed.")


def test_what_is_unknown_is_kept_with_a_warning() -> None:
    whole = record()
    nodes = whole["graphs"]["main"]["nodes"]
    nodes["sampler"]["parameters"]["sharpness"] = 3
    nodes["decode"]["type"] = "pack.Decoder"
    nodes["load"]["schema"] = 8
    assert warnings(whole) == [
        "Load was made with a newer version of Load (schema 8, here 1): update its node pack, or "
        "check its settings.",
        "Decoder is of the kind pack.Decoder, which is not installed: add the node pack that "
        "brings it, or delete the node.",
        "Sampler has no parameter called sharpness: its value is kept in the file but has no "
        "effect.",
    ]


def test_wires_that_cannot_work_are_kept_with_a_warning() -> None:
    whole = record()
    whole["graphs"]["main"]["wires"] = [
        {"from": ["sampler", "image"], "to": ["decode", "latent"]},
        {"from": ["load", "model"], "to": ["decode", "latent"]},
        {"from": ["ghost", "latent"], "to": ["sampler", "latent"]},
        {"from": ["load", "model"], "to": ["sampler", "picture"]},
    ]
    assert warnings(whole) == [
        "The wire from image of Sampler to latent of Decode leads nowhere, for there is no output "
        "called image: draw it anew or remove it.",
        "model of Load gives Model (SD 1), but latent of Decode takes Latent: connect what gives "
        "Latent.",
        "latent of Decode takes one wire but has 2: remove all but one.",
        "The wire from latent of ghost to latent of Sampler leads nowhere, for there is no node "
        "ghost: draw it anew or remove it.",
        "The wire from model of Load to picture of Sampler leads nowhere, for there is no input "
        "called picture: draw it anew or remove it.",
    ]


def test_a_circle_opens_with_a_warning_that_names_its_nodes() -> None:
    main = graph(
        node("a", "Switch"), node("b", "Decode"), node("c", "Switch"),
        a__a="c.chosen", c__a="a.chosen", b__latent="c.chosen",
    )  # fmt: skip
    assert warnings(json.loads(to_text(Snapshot({ROOT: main}), KINDS))) == [
        "The wires of Switch and Switch form a circle, so that it can never run: remove one of "
        "them."
    ]


def test_older_parameters_that_cannot_be_converted_are_kept_with_a_warning() -> None:
    whole = record()
    sampler = whole["graphs"]["main"]["nodes"]["sampler"]
    sampler["schema"] = 1
    opened = read_text(json.dumps(whole), KINDS)
    assert opened.snapshot.main.nodes["sampler"].schema == 1
    (sentence,) = map(str, opened.warnings)
    assert "its settings could not be converted (KeyError)" in sentence


def test_a_graph_in_order_opens_without_warnings() -> None:
    assert warnings(record()) == []


def test_a_picture_a_folder_and_nothing_are_refused(tmp_path: Path) -> None:
    picture_file = tmp_path / "dream.loom"
    picture_file.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    with pytest.raises(NotAGraph, match=r"dream\.loom is not a Latent Loom graph \(it is not text"):
        open_file(picture_file, KINDS)
    with pytest.raises(Unreadable, match=r"There is no file gone\.loom: check"):
        open_file(tmp_path / "gone.loom", KINDS)
    with pytest.raises(Unreadable, match="is not a file"):
        open_file(tmp_path, KINDS)
    with pytest.raises(Unreadable, match="null byte"):
        open_file(tmp_path / "a\0b.loom", KINDS)
    with pytest.raises(Unreadable) as caught:
        open_file(tmp_path / "odd\udcff.loom", KINDS)
    assert str(caught.value).encode().startswith(b"There is no file odd?.loom")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such pipes")
def test_a_pipe_that_nobody_fills_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.loom")
    with pytest.raises(Unreadable, match=r"pipe\.loom is not a file"):
        open_file(tmp_path / "pipe.loom", KINDS)


def test_a_file_of_absurd_size_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "huge.loom"
    with path.open("wb") as file:
        file.truncate(LARGEST_FILE + 1)
    with pytest.raises(Unreadable, match="too large for a graph"):
        open_file(path, KINDS)


def test_opening_takes_time_in_proportion_to_the_size() -> None:
    def seconds(length: int) -> float:
        text = to_text(chain(length), KINDS)
        start = time.process_time()
        read_text(text, KINDS)
        return time.process_time() - start

    seconds(100)
    assert seconds(8000) < 8 * 4 * seconds(1000) + 0.1
    deep = record()
    deep["graphs"]["main"]["nodes"]["load"]["parameters"]["family"] = ["wide"] * 100_000
    start = time.process_time()
    read_text(json.dumps(deep), KINDS)
    assert time.process_time() - start < 2


def test_a_wrong_form_is_an_error_of_its_own_kind() -> None:
    with pytest.raises(WrongShape):
        read_text('{"format": 1, "graphs": {}}', None)
