"""Which places outside a graph names, told from its text alone."""

from __future__ import annotations

import pytest

from app.graph import edits
from app.graph.changes import Change
from app.graph.document import Snapshot, Socket, Source
from app.graph.operations import apply_all
from app.graph.outside import chosen_in, leads_outside, outside_places
from app.sdk import Context, File, Folder, Node, param
from app.sdk.registry import Registry


class Peek(Node):
    """Read a file and a folder."""

    path: File = param(default="", tip="The file.")
    folder: Folder = param(default="", tip="The folder.")
    words: str = param(default="", tip="No place at all.")

    def run(self, ctx: Context) -> str:
        return self.path


@pytest.fixture
def kinds() -> Registry:
    """One kind of node that reads."""
    registry = Registry()
    registry.add(Peek)
    return registry


def _with(kinds: Registry, snapshot: Snapshot, **parameters: str) -> tuple[Snapshot, Change]:
    change = edits.add_node(snapshot, kinds, "loom.Peek", (0, 0), parameters=parameters)
    return apply_all(snapshot, change.operations)[0], change


@pytest.mark.parametrize(
    "text",
    [
        "/etc/passwd",
        " /etc/passwd",
        "//server/share/x.png",
        "\\\\server\\share\\x.png",
        "\\windows\\x",
        "C:\\secret.txt",
        "c:secret.txt",
        "~/.ssh/id_rsa",
        "~root/x",
        "../x.png",
        "a/../../x.png",
        "a\\..\\..\\x.png",
        "resources:../../x.png",
        "resources:/etc/passwd",
        "resources:C:\\secret.txt",
        "resources:\\\\server\\share\\x.png",
        "\\\\?\\C:\\x",
    ],
)
def test_these_lead_outside(text: str) -> None:
    assert leads_outside(text)


@pytest.mark.parametrize(
    "text", ["", " ", "x.png", "a/b.png", "a..b/x", "resources:pictures/x.png", 3, None]
)
def test_these_stay_inside(text: object) -> None:
    assert not leads_outside(text)


def test_every_place_of_a_graph_is_told_with_its_node(kinds: Registry) -> None:
    snapshot, _ = _with(kinds, Snapshot(), path="/a", folder="~/b", words="/c")
    snapshot, _ = _with(kinds, snapshot, path="inside.png")
    assert [(place.title, place.text) for place in outside_places(snapshot, kinds)] == [
        ("Peek", "/a"),
        ("Peek", "~/b"),
    ]


def test_a_place_that_a_wire_brings_counts_with_all_it_may_be_made_of(kinds: Registry) -> None:
    snapshot, first = _with(kinds, Snapshot())
    snapshot, second = _with(kinds, snapshot)
    (one,), (two,) = first.added_nodes, second.added_nodes
    made = kinds.specs()[0].outputs[0].name
    wire = edits.connect(snapshot, kinds, Source(one, made), Socket(two, "path"))
    wired, _ = apply_all(snapshot, wire.operations)
    (place,) = outside_places(wired, kinds)
    assert place.is_wired
    other, _ = apply_all(
        wired, edits.set_parameter(wired, kinds, one, "words", "/etc/passwd").operations
    )
    assert outside_places(other, kinds)[0].text != place.text


def test_what_the_user_types_is_his_choice_and_what_he_pastes_is_not(kinds: Registry) -> None:
    snapshot, added = _with(kinds, Snapshot(), path="/mine.png")
    (node,) = added.added_nodes
    typed = edits.set_parameter(snapshot, kinds, node, "folder", "/mine")
    assert list(chosen_in(added)) == ["/mine.png"]
    assert list(chosen_in(typed)) == ["/mine"]
    assert not list(chosen_in(Change("Paste", added.operations)))
    assert not list(chosen_in(Change("Peek", typed.operations, travels=True)))
