"""Graphs that are in order: what is written comes back, byte for byte."""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given

from app.graph.document import ROOT, Frame, Graph, Note, Snapshot, Socket, Source, Wire
from app.graph.file import open_file, read_text, save_file, to_text
from app.graph.file_errors import Unwritable
from tests.graph.strategies import snapshots
from tests.graph.toys import KINDS, graph, node, picture

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "loom.schema.json").read_text("utf-8"))


@given(snapshots)
def test_what_was_saved_opens_as_it_was(snapshot: Snapshot) -> None:
    text = to_text(snapshot, None)
    assert read_text(text, None).snapshot == snapshot
    opened = read_text(text, KINDS)
    once = to_text(opened.snapshot, KINDS)
    assert to_text(read_text(once, KINDS).snapshot, KINDS) == once


@given(snapshots)
def test_every_saved_file_fits_the_schema(snapshot: Snapshot) -> None:
    jsonschema.Draft202012Validator(SCHEMA).validate(json.loads(to_text(snapshot, KINDS)))


def test_the_schema_is_one_and_refuses_what_the_program_refuses() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    record = json.loads(to_text(picture(), KINDS))
    record["graphs"]["main"]["nodes"]["load"]["position"] = "here"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(SCHEMA).validate(record)


def test_the_schema_refuses_an_id_that_reads_like_a_path() -> None:
    record = json.loads(to_text(picture(), KINDS))
    nodes = record["graphs"]["main"]["nodes"]
    nodes["a/b"] = nodes.pop("load")
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(SCHEMA).validate(record)


def test_the_text_is_sorted_and_has_a_line_for_every_parameter_and_wire() -> None:
    text = to_text(
        Snapshot({ROOT: graph(node("b", "Number"), node("a", "Sampler"), a__steps="b.number")}),
        KINDS,
    )
    assert text == (
        """{
  "format": 1,
  "root": "main",
  "graphs": {
    "main": {
      "nodes": {
        "a": {
          "type": "toy.Sampler",
          "schema": 2,
          "position": [0, 0],
          "parameters": {
            "guidance": 7.0,
            "steps": 20,
            "text": ""
          }
        },
        "b": {
          "type": "toy.Number",
          "schema": 1,
          "position": [0, 0],
          "parameters": {
            "value": 1
          }
        }
      },
      "wires": [
        {"from": ["b", "number"], "to": ["a", "steps"]}
      ],
      "frames": {},
      "notes": {}
    }
  }
}
"""
    )


def test_the_order_in_which_things_were_made_does_not_show_in_the_text() -> None:
    main = picture().main
    other = Graph(dict(reversed(main.nodes.items())), dict(reversed(main.wires.items())))
    assert to_text(Snapshot({ROOT: other}), KINDS) == to_text(picture(), KINDS)


def test_parameters_left_at_their_default_are_written_and_read() -> None:
    bare = Snapshot({ROOT: graph(replace(node("a", "Sampler"), parameters={"steps": 3}))})
    assert '"guidance": 7.0' in to_text(bare, KINDS)
    opened = read_text(to_text(bare, None), KINDS).snapshot
    assert opened.main.nodes["a"].parameters == {"steps": 3, "guidance": 7.0, "text": ""}


def test_unknown_fields_are_kept_at_every_level() -> None:
    record = json.loads(to_text(picture(), KINDS))
    main = record["graphs"]["main"]
    main["frames"]["f"] = {"title": "", "rectangle": [0, 0, 1, 1]}
    main["notes"]["n"] = {"text": "", "rectangle": [0, 0, 1, 1]}
    levels = [record, main, *main["nodes"].values(), *main["wires"], main["frames"]["f"]]
    for level in [*levels, main["notes"]["n"]]:
        level["mood"] = {"deep": [1, None, "blue"]}
    main["nodes"]["load"]["parameters"]["unheard of"] = [1.5]
    snapshot = read_text(json.dumps(record), KINDS).snapshot
    assert json.loads(to_text(snapshot, KINDS)) == record


def test_unknown_fields_of_equal_wires_stay_apart() -> None:
    wire = {"from": ["a", "number"], "to": ["b", "items"]}
    record = json.loads(to_text(Snapshot({ROOT: Graph()}), None))
    record["graphs"]["main"]["wires"] = [{**wire, "mood": 1}, wire, {**wire, "mood": 3}]
    snapshot = read_text(json.dumps(record), None).snapshot
    assert json.loads(to_text(snapshot, None)) == record
    source, socket = Source("a", "number"), Socket("b", "items")
    assert set(snapshot.main.wire_extra) == {Wire(source, socket, 0), Wire(source, socket, 2)}


def test_nodes_of_an_older_schema_are_brought_into_todays_form() -> None:
    old = replace(node("a", "Sampler"), schema=1, parameters={"cfg": 3.5, "steps": 4})
    opened = read_text(to_text(Snapshot({ROOT: graph(old)}), None), KINDS)
    upgraded = opened.snapshot.main.nodes["a"]
    assert upgraded.parameters == {"guidance": 3.5, "steps": 4, "text": ""}
    assert (upgraded.schema, opened.warnings) == (2, ())


def test_half_a_character_is_kept() -> None:
    notes = {"n": Note("n", "half \ud83d, whole \U0001f600")}
    snapshot = Snapshot({ROOT: Graph(notes=notes)})
    text = to_text(snapshot, None)
    assert "\\ud83d" in text
    assert "\U0001f600" in text
    assert read_text(text.encode().decode(), None).snapshot == snapshot


def test_a_file_is_saved_and_opened(tmp_path: Path) -> None:
    path = tmp_path / "bild mit ä.loom"
    frames = {"f": Frame("f", "Rahmen", (0.5, 1, 2, 3), "#ff0000")}
    snapshot = Snapshot({ROOT: replace(picture().main, frames=frames)})
    save_file(path, snapshot, KINDS)
    assert open_file(path, KINDS).snapshot == snapshot
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "graph.loom"
    path.write_bytes(b"\xef\xbb\xbf" + to_text(picture(), None).encode())
    assert open_file(path, KINDS).snapshot == picture()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions or links")
def test_permissions_and_links_stay(tmp_path: Path) -> None:
    path, link = tmp_path / "graph.loom", tmp_path / "link.loom"
    path.write_text("old")
    path.chmod(0o640)
    link.symlink_to(path)
    save_file(link, picture(), KINDS)
    assert link.is_symlink()
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert open_file(path, KINDS).snapshot == picture()


@contextmanager
def full_disk(bytes_left: int) -> Iterator[None]:
    """The system refuses to make any file larger than this."""
    resource = pytest.importorskip("resource")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (bytes_left, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)


def test_a_disk_that_fills_up_leaves_the_old_file_whole(tmp_path: Path) -> None:
    path = tmp_path / "graph.loom"
    path.write_text("old")
    with full_disk(100), pytest.raises(Unwritable, match=r"graph.loom cannot be saved \(file too"):
        save_file(path, picture(), KINDS)
    assert path.read_text() == "old"
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(Unwritable, match=r"graph.loom cannot be saved \(no such file"):
        save_file(tmp_path / "nowhere" / "graph.loom", picture(), KINDS)
    with pytest.raises(Unwritable, match=r"cannot be saved \(is a directory"):
        save_file(tmp_path, picture(), KINDS)
    assert not list(tmp_path.iterdir())
