"""Blocks: subgraphs that are kept as files and used in any document."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.graph import edits
from app.graph.blocks import BlockFolder, BlockKinds, block_of
from app.graph.document import ROOT, Snapshot
from app.graph.interface import instances
from app.graph.spec import NodeSpec
from app.graph.subgraph_errors import HoldsItself
from app.graph.subgraphs import DocumentKinds
from tests.graph.strategies import after
from tests.graph.toys import KINDS, ToyKinds, picture


class ListedToys(ToyKinds):
    """The toy kinds, listed as a search needs it."""

    def __init__(self) -> None:
        super().__init__()
        self.known = self.specs
        self.specs = lambda: tuple(self.known.values())  # type: ignore[assignment]

    def spec(self, type: str) -> NodeSpec | None:
        return self.known.get(type)


@pytest.fixture
def kinds(tmp_path: Path) -> BlockKinds:
    return BlockKinds(ListedToys(), BlockFolder(tmp_path / "blocks"))  # type: ignore[arg-type]


def nested() -> tuple[Snapshot, str]:
    """A subgraph in a subgraph, and the outer instance."""
    snapshot = after(picture(), edits.make_subgraph(picture(), KINDS, ["sampler"], "Inner"))
    (inner,) = instances(snapshot.main)
    snapshot = after(snapshot, edits.make_subgraph(snapshot, KINDS, [inner], "Detail: fine"))
    (outer,) = instances(snapshot.main)
    return snapshot, outer


def test_a_block_is_listed_and_added_with_all_that_lies_in_it(kinds: BlockKinds) -> None:
    snapshot, outer = nested()
    file = kinds.folder.save(block_of(snapshot, outer))
    assert file.name == "Detail fine.loom"
    spec = kinds.specs()[-1]
    assert (spec.type, spec.title, spec.category) == ("block:Detail fine", "Detail: fine", "Blocks")
    assert [socket.name for socket in spec.inputs] == ["model", "latent"]
    elsewhere = Snapshot()
    known = DocumentKinds(kinds, lambda: elsewhere)
    added = after(elsewhere, edits.add_node(elsewhere, known, spec.type, (5, 6)))
    assert len(added.graphs) == 3
    (id,) = instances(added.main)
    assert added.main.nodes[id].position == (5.0, 6.0)
    again = after(added, edits.add_node(added, kinds, spec.type, (9, 9)))
    assert again.graphs.keys() == added.graphs.keys()
    assert len(again.main.nodes) == 2


def test_two_blocks_of_one_title_are_told_apart(kinds: BlockKinds) -> None:
    snapshot, outer = nested()
    names = [kinds.folder.save(block_of(snapshot, outer)).stem for _ in range(2)]
    assert names == ["Detail fine", "Detail fine 2"]


def test_a_block_is_not_put_into_itself(kinds: BlockKinds) -> None:
    snapshot, outer = nested()
    kinds.folder.save(block_of(snapshot, outer))
    held = instances(snapshot.main)[outer]
    (part,) = instances(snapshot.graphs[held]).values()
    with pytest.raises(HoldsItself):
        edits.add_node(snapshot, kinds, "block:Detail fine", (0, 0), graph_id=part)
    assert edits.add_node(snapshot, kinds, "block:Detail fine", (0, 0), graph_id=ROOT)


def test_a_file_that_is_no_block_is_left_out_and_one_that_changes_is_read_again(
    kinds: BlockKinds, caplog: pytest.LogCaptureFixture
) -> None:
    snapshot, outer = nested()
    file = kinds.folder.save(block_of(snapshot, outer))
    text = file.read_text(encoding="utf-8")
    file.write_text("no graph", encoding="utf-8")
    assert kinds.spec("block:Detail fine") is None
    assert "A block is left out: Detail fine.loom is not a Latent Loom graph" in caplog.text
    file.write_text(text, encoding="utf-8")
    assert kinds.spec("block:Detail fine") is not None
