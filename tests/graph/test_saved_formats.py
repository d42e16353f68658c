"""Graphs that were saved by all versions so far: ``saved`` grows, and nothing in it ever changes.

With every new version of the format, and before a kind of node changes its schema, a graph of the
version before is put there.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from app.graph.file import FORMAT, open_file, to_text
from app.places import OWN_NODES
from app.sdk.registry import Registry
from tests.graph.toys import KINDS

SAVED = Path(__file__).parent / "saved"


@pytest.fixture(scope="module")
def kinds() -> Registry:
    registry = Registry()
    registry.load_folder(OWN_NODES)
    return registry


def test_every_version_of_the_format_has_its_file() -> None:
    versions = {path.stem for path in SAVED.glob("format-*.loom")}
    assert versions == {f"format-{version}" for version in range(1, FORMAT + 1)}


@pytest.mark.parametrize("path", sorted(SAVED.glob("before-*.loom")), ids=lambda path: path.stem)
def test_a_graph_of_an_older_program_opens_without_a_warning(path: Path, kinds: Registry) -> None:
    opened = open_file(path, kinds)
    assert opened.snapshot.main.nodes
    assert opened.warnings == ()


def test_what_the_first_format_can_hold_comes_back_byte_for_byte() -> None:
    path = SAVED / "format-1.loom"
    opened = open_file(path, None)
    assert to_text(opened.snapshot, None).encode() == path.read_bytes()


def test_what_the_first_format_can_hold_is_understood() -> None:
    opened = open_file(SAVED / "format-1.loom", KINDS)
    main, detail = opened.snapshot.main, opened.snapshot.graphs["detail-1"]
    assert main.nodes["old"].parameters == {"guidance": 3.5, "steps": 9, "text": ""}
    assert main.nodes["old"].bypassed
    assert main.nodes["number"].controls == {"value": "random"}
    assert main.frames["f"].colour == "#ff0000"
    assert main.notes["n"].text == "A note\nof two lines"
    assert detail.title == "Detail"
    assert detail.exposed[0].title == "How fine"
    assert opened.snapshot.extra == {"mood": {"kept": [1, None, "blue"]}}
