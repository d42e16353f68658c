"""What a graph shows outside: the panel view of the root, the parameters of instances."""

from __future__ import annotations

import pytest

from app.graph import edits
from app.graph.document import ROOT, Exposed, Snapshot
from app.graph.editor import Document
from app.graph.errors import UnknownNode, UnknownSocket
from app.graph.file_errors import WrongShape
from app.graph.reading import read_text
from app.graph.writing import to_text
from tests.graph.strategies import after
from tests.graph.toys import KINDS, graph, node, picture


def names(snapshot: Snapshot) -> list[str]:
    """What the root shows outside."""
    return [item.name for item in snapshot.main.exposed]


def test_an_exposed_parameter_is_shown_until_it_is_taken_back() -> None:
    snapshot = after(picture(), edits.expose(picture(), KINDS, "sampler", "steps"))
    assert names(snapshot) == ["steps"]
    assert not edits.expose(snapshot, KINDS, "sampler", "steps")
    snapshot = after(snapshot, edits.unexpose(snapshot, "sampler", "steps"))
    assert not snapshot.main.exposed


def test_exposed_parameters_never_share_a_name() -> None:
    snapshot = Snapshot({ROOT: graph(node("a", "Sampler"), node("b", "Sampler"))})
    for id in ("a", "b"):
        snapshot = after(snapshot, edits.expose(snapshot, KINDS, id, "steps"))
    assert names(snapshot) == ["steps", "steps 2"]
    snapshot = after(snapshot, edits.expose(snapshot, KINDS, "b", "steps", "Detail"))
    assert names(snapshot) == ["steps", "Detail"]
    snapshot = after(snapshot, edits.order_exposed(snapshot, [("b", "steps")]))
    assert names(snapshot) == ["Detail", "steps"]


def test_only_what_is_there_can_be_exposed() -> None:
    with pytest.raises(UnknownSocket, match="Sampler has no parameter called size"):
        edits.expose(picture(), KINDS, "sampler", "size")
    with pytest.raises(UnknownNode):
        edits.expose(picture(), KINDS, "ghost", "steps")


def test_deleting_a_node_hides_its_parameters_and_undo_shows_them_again() -> None:
    document = Document(picture())
    document.apply(edits.expose(document.snapshot, KINDS, "sampler", "steps", "Steps"))
    document.apply(edits.remove_nodes(document.snapshot, ["sampler"]))
    assert not document.snapshot.main.exposed
    document.undo()
    assert document.snapshot.main.exposed == (Exposed("sampler", "steps", "Steps"),)


def test_the_file_keeps_titles_and_what_is_exposed_in_its_order() -> None:
    snapshot = after(picture(), edits.expose(picture(), KINDS, "sampler", "steps", "Steps"))
    snapshot = after(snapshot, edits.expose(snapshot, KINDS, "load", "family"))
    snapshot = after(snapshot, edits.set_graph_title(snapshot, "Portrait"))
    assert read_text(to_text(snapshot, KINDS), KINDS).snapshot == snapshot


def test_a_list_of_exposed_parameters_in_the_wrong_form_is_refused_where_it_stands() -> None:
    text = '{"format": 1, "root": "main", "graphs": {"main": {"exposed": [{"node": "a"}]}}}'
    with pytest.raises(WrongShape, match=r"graphs.main.exposed.0.parameter must be text"):
        read_text(text, KINDS)
