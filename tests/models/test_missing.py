"""Graphs that name models which are not there."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from app.graph.document import ROOT, Graph, Node, Snapshot
from app.graph.file import read_text, to_text
from app.models.missing import missing_models, with_moved
from app.models.shelf import Shelf
from app.sdk import Context, Model, ModelName, param
from app.sdk.declare import Node as NodeClass
from app.sdk.registry import Registry
from tests.models.files import weight_file

HASH = "ab" * 32


class Open(NodeClass):
    """Opens a model."""

    model: ModelName = param(default="usual", model_kind="checkpoint", tip="Which.")

    def run(self, ctx: Context) -> Model:
        raise NotImplementedError


def _kinds(shelf: Shelf) -> Registry:
    kinds = Registry()
    kinds.add(Open)
    kinds.models = shelf.model
    return kinds


def _graph(name: str) -> Snapshot:
    node = Node("open", Open.spec.type, parameters={"model": name})
    return Snapshot({ROOT: Graph({"open": node})})


def test_a_model_that_was_renamed_is_found_by_its_content(tmp_path: Path) -> None:
    file = weight_file(tmp_path / "old.safetensors")
    shelf = Shelf([tmp_path])
    shelf.refresh()
    shelf.learn(file, hash=HASH)
    text = to_text(_graph("old.safetensors"), _kinds(shelf))
    file.rename(tmp_path / "new.safetensors")
    shelf.refresh()
    kinds = _kinds(shelf)
    opened = read_text(text, kinds)
    snapshot, told = with_moved(opened.snapshot, kinds, shelf.shelved)
    assert snapshot.main.nodes["open"].parameters == {"model": "new.safetensors"}
    assert "old.safetensors is called new.safetensors now" in told[0].text()


def test_a_model_that_is_gone_is_told_with_names_like_it(tmp_path: Path) -> None:
    for name in ("landscapes-v3", "portraits", "landscape_v1"):
        weight_file(tmp_path / f"{name}.safetensors")
    shelf = Shelf([tmp_path])
    shelf.refresh()
    (missing,) = missing_models(_graph("x/landscapes-v2.safetensors"), _kinds(shelf), shelf.shelved)
    assert (missing.same, missing.source) == ("", "")
    assert missing.similar == ("landscapes-v3.safetensors", "landscape_v1.safetensors")


def test_where_a_missing_model_was_fetched_is_offered(tmp_path: Path) -> None:
    file = weight_file(tmp_path / "old.safetensors")
    shelf = Shelf([tmp_path])
    shelf.refresh()
    shelf.learn(file, source="hf:somebody/old")
    text = to_text(_graph("old.safetensors"), _kinds(shelf))
    file.unlink()
    shelf.refresh()
    kinds = _kinds(shelf)
    (missing,) = missing_models(read_text(text, kinds).snapshot, kinds, shelf.shelved)
    assert missing.source == "hf:somebody/old"


def test_paths_and_models_that_are_there_are_not_missed(tmp_path: Path) -> None:
    weight_file(tmp_path / "there.safetensors")
    shelf = Shelf([tmp_path])
    shelf.refresh()
    for name in ("there.safetensors", "/somewhere/x", "~/x", "./x", "C:\\x", ""):
        assert list(missing_models(_graph(name), _kinds(shelf), shelf.shelved)) == []


def test_what_an_instance_follows_is_missed_once(tmp_path: Path) -> None:
    shelf = Shelf([tmp_path])
    shelf.refresh()
    inner = replace(_graph("gone").main, title="Inner")
    outer = Graph({"use": Node("use", "subgraph:inner")})
    snapshot = Snapshot({ROOT: outer, "inner": inner})
    found = list(missing_models(snapshot, _kinds(shelf), shelf.shelved))
    assert [(each.graph, each.node) for each in found] == [("inner", "open")]


def test_a_name_that_was_left_empty_misses_nothing(tmp_path: Path) -> None:
    shelf = Shelf([tmp_path])
    shelf.refresh()
    assert not list(missing_models(_graph(" "), _kinds(shelf), shelf.shelved))
