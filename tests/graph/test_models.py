"""What a graph knows and notes of the models that its nodes name."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace

import pytest

from app.graph.document import ROOT, Graph, Node, Snapshot, Socket, Source
from app.graph.errors import WrongTrait
from app.graph.file import read_text, to_text
from app.graph.flow import output_types
from app.graph.kinds import KnownModel, NoKinds
from app.graph.learning import look_again
from app.graph.models import FIELD, named_models
from app.graph.rules import check_wire
from app.graph.spec import NodeSpec, OutputSpec, ParameterKind, ParameterSpec, Plain, SocketSpec
from app.graph.subgraphs import within
from app.graph.types import ValueType

LOADER = NodeSpec(
    "toy.Loader",
    "Loader",
    "Toys",
    "",
    parameters=(ParameterSpec("file", ParameterKind.MODEL, "usual", model_kind="checkpoint"),),
    outputs=(OutputSpec("model", ValueType("Model")),),
)
TAKER = NodeSpec(
    "toy.Taker",
    "Taker",
    "Toys",
    "",
    inputs=(SocketSpec("model", ValueType("Model").with_traits(family="SDXL")),),
)
KNOWN = KnownModel("big", hash="ab" * 32, family="SDXL", size=7, source="hf:somebody/big")


class Kinds(NoKinds):
    """A loader that says of its output what is known of the model it names."""

    def __init__(self) -> None:
        self.known: dict[tuple[str, str], KnownModel] = {}

    def spec(self, type: str) -> NodeSpec | None:
        return {"toy.Loader": LOADER, "toy.Taker": TAKER}.get(type)

    def specs(self) -> tuple[NodeSpec, ...]:
        return (LOADER, TAKER)

    def describe(
        self, type: str, parameters: Mapping[str, Plain], inputs: Mapping[str, ValueType]
    ) -> Mapping[str, ValueType]:
        if type != "toy.Loader":
            return {}
        family = inputs["file"].trait("family")
        return {"model": LOADER.outputs[0].type.with_traits(family=family)}

    def model(self, kind: str, name: str) -> KnownModel | None:
        return self.known.get((kind, name))


def _snapshot(name: str = "big") -> Snapshot:
    loader = Node("load", "toy.Loader", parameters={"file": name})
    return Snapshot({ROOT: Graph({"load": loader, "take": Node("take", "toy.Taker")})})


def test_what_is_known_of_a_model_travels_along_the_wire() -> None:
    kinds = Kinds()
    snapshot = _snapshot()
    assert output_types(snapshot.main, kinds)["load", "model"].traits == ()
    kinds.known["checkpoint", "big"] = KNOWN
    look_again(snapshot, kinds)
    assert output_types(snapshot.main, kinds)["load", "model"].trait("family") == "SDXL"


def test_a_wire_is_refused_once_the_family_is_known() -> None:
    kinds, snapshot = Kinds(), _snapshot()
    wire = Source("load", "model"), Socket("take", "model")
    check_wire(snapshot.main, kinds, *wire)
    kinds.known["checkpoint", "big"] = replace(KNOWN, family="SD 1")
    look_again(snapshot, kinds)
    with pytest.raises(WrongTrait, match=r"SD 1.*SDXL"):
        check_wire(snapshot.main, kinds, *wire)


def test_what_is_inside_a_subgraph_is_looked_at_again() -> None:
    kinds = Kinds()
    inner = Graph(
        {
            "load": Node("load", "toy.Loader", parameters={"file": "big"}),
            "out": Node("out", "loom.SubgraphOutput", parameters={"name": "model"}),
        },
        {Socket("out", "value"): (Source("load", "model"),)},
    )
    outer = Graph({"use": Node("use", "subgraph:inner")})
    snapshot = Snapshot({ROOT: outer, "inner": inner})
    known = within(kinds, snapshot)
    assert output_types(outer, known)["use", "model"].trait("family") is None
    kinds.known["checkpoint", "big"] = KNOWN
    look_again(snapshot, known)
    assert output_types(outer, known)["use", "model"].trait("family") == "SDXL"


def test_the_file_notes_hash_and_source_of_a_model() -> None:
    kinds = Kinds()
    kinds.known["checkpoint", "big"] = KNOWN
    record = json.loads(to_text(_snapshot(), kinds))["graphs"][ROOT]["nodes"]["load"]
    assert record["parameters"] == {"file": "big"}
    assert record[FIELD]["file"]["hash"] == KNOWN.hash
    assert record[FIELD]["file"]["source"] == KNOWN.source


def test_notes_are_kept_while_the_model_is_away() -> None:
    kinds = Kinds()
    kinds.known["checkpoint", "big"] = KNOWN
    text = to_text(_snapshot(), kinds)
    kinds.known.clear()
    opened = read_text(text, kinds).snapshot
    assert [named.noted for named in named_models(opened.main, kinds)] == [KNOWN]
    assert to_text(opened, kinds) == text


def test_a_file_put_in_the_place_of_a_model_does_not_inherit_its_hash() -> None:
    kinds = Kinds()
    kinds.known["checkpoint", "big"] = KNOWN
    opened = read_text(to_text(_snapshot(), kinds), kinds).snapshot
    kinds.known["checkpoint", "big"] = replace(KNOWN, hash="", size=8)
    noted = json.loads(to_text(opened, kinds))["graphs"][ROOT]["nodes"]["load"][FIELD]["file"]
    assert "hash" not in noted
    kinds.known["checkpoint", "big"] = replace(KNOWN, hash="")  # not hashed yet in this session
    noted = json.loads(to_text(opened, kinds))["graphs"][ROOT]["nodes"]["load"][FIELD]["file"]
    assert noted["hash"] == KNOWN.hash


def test_notes_of_another_model_do_not_count() -> None:
    kinds = Kinds()
    kinds.known["checkpoint", "big"] = KNOWN
    opened = read_text(to_text(_snapshot(), kinds), kinds).snapshot
    node = replace(opened.main.nodes["load"], parameters={"file": "other"})
    changed = Graph({"load": node})
    assert [named.noted for named in named_models(changed, kinds)] == [None]
    assert FIELD not in to_text(Snapshot({ROOT: changed}), kinds)


def test_a_wired_parameter_names_no_model() -> None:
    graph = replace(
        _snapshot().main, wires={Socket("load", "file"): (Source("somewhere", "text"),)}
    )
    assert list(named_models(graph, Kinds())) == []


def test_hostile_notes_are_passed_over() -> None:
    text = to_text(_snapshot(), None)
    for notes in ({"file": {"name": "big", "hash": "../x", "size": -5, "family": 3}}, {"file": 7}):
        record = json.loads(text)
        record["graphs"][ROOT]["nodes"]["load"][FIELD] = notes
        opened = read_text(json.dumps(record), Kinds()).snapshot
        found = next(iter(named_models(opened.main, Kinds()))).noted
        assert found is None or found == KnownModel("big")
