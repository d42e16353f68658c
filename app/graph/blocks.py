"""Blocks: subgraphs that the user keeps in a folder of files, to use them in any document."""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from app.graph.adopting import adopt
from app.graph.boxes import graph_of
from app.graph.changes import Change
from app.graph.definitions import derived_spec
from app.graph.document import Graph, Node, Snapshot
from app.graph.ends import check_place
from app.graph.errors import UnknownNode
from app.graph.fields import coordinates
from app.graph.file import open_file, save_file
from app.graph.file_errors import FileError, Unwritable
from app.graph.interface import definition_of, instance_type
from app.graph.kinds import KindsOver, ListedKinds
from app.graph.naming import free_name, new_id
from app.graph.operations import NODES, Put, PutGraph
from app.graph.phrases import Phrase
from app.graph.spec import NodeSpec
from app.graph.subgraphs import DocumentKinds, within_reach

CATEGORY = "Blocks"
_PREFIX = "block:"
_PROXY = "block"

log = logging.getLogger(__name__)


class BlockFolder:
    """The blocks in a folder, by the names of their files; read again when a file changes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._read: dict[Path, tuple[tuple[int, int], Snapshot | None]] = {}

    def blocks(self) -> Mapping[str, Snapshot]:
        """Each block as a document whose root is the definition."""
        found: dict[str, Snapshot] = {}
        for file in sorted(self.folder.glob("*.loom")):
            block = self._block(file)
            if block is not None:
                found[file.stem] = block
        return found

    def names(self) -> list[str]:
        """What the blocks are called; no file is read for that."""
        return sorted(file.stem for file in self.folder.glob("*.loom"))

    def file(self, name: str) -> Path:
        """Where a block lies."""
        return self.folder / f"{name}.loom"

    def rename(self, name: str, title: str) -> Path:
        """Give a block another title, and its file that name; raises a FileError or an OSError."""
        old = self.file(name)
        block = open_file(old, None).snapshot
        main = replace(block.main, title=title)
        new = self.save(replace(block, graphs={**block.graphs, block.root: main}))
        old.unlink()
        return new

    def save(self, block: Snapshot) -> Path:
        """Keep a block under its title, with a number where that is taken; raises Unwritable."""
        words = re.sub(r"[^\w()+-]+", " ", block.main.title).split()
        title = " ".join(words) or "Subgraph"
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            raise Unwritable(file=self.folder.name, reason=reason) from error
        taken = {file.stem for file in self.folder.glob("*.loom")}
        file = self.folder / f"{free_name(title[:80], taken)}.loom"
        save_file(file, block, None)
        return file

    def _block(self, file: Path) -> Snapshot | None:
        try:
            status = file.stat()
        except OSError:
            return None
        stamp = (status.st_mtime_ns, status.st_size)
        held = self._read.get(file)
        if held is None or held[0] != stamp:
            held = self._read[file] = (stamp, self._opened(file))
        return held[1]

    def _opened(self, file: Path) -> Snapshot | None:
        try:
            return open_file(file, None).snapshot
        except FileError as error:
            log.warning("A block is left out: %s", error)
            return None


class BlockKinds(KindsOver):
    """What ``kinds`` knows, and a kind for each of the user's blocks."""

    def __init__(self, kinds: ListedKinds, folder: BlockFolder) -> None:
        super().__init__(kinds)
        self.folder = folder
        self._made: dict[str, tuple[Snapshot, NodeSpec | None]] = {}

    def block(self, type: str) -> Snapshot | None:
        """The block that a kind stands for."""
        name = type[len(_PREFIX) :] if type.startswith(_PREFIX) else None
        return self.folder.blocks().get(name) if name is not None else None

    def spec(self, type: str) -> NodeSpec | None:
        """The declaration of a kind, or None where it is not installed."""
        block = self.block(type)
        return self.under.spec(type) if block is None else self._spec(type, block)

    def specs(self) -> tuple[NodeSpec, ...]:
        """All kinds that can be added, the blocks behind the others."""
        blocks = self.folder.blocks().items()
        found = (self._spec(block_type(name), block) for name, block in blocks)
        return (*self.under.specs(), *(spec for spec in found if spec))

    def _spec(self, type: str, block: Snapshot) -> NodeSpec | None:
        """What the instances of a block will look like; None where it holds itself."""
        made = self._made.get(type)
        if made is None or made[0] is not block:
            known = DocumentKinds(self.under, lambda: block)
            usable = known.spec(instance_type(block.root)) is not None
            spec = derived_spec(block.root, block.main, known) if usable else None
            title = block.main.title or type[len(_PREFIX) :]
            shown = replace(spec, type=type, title=title, category=CATEGORY) if spec else None
            made = self._made[type] = (block, shown)
        return made[1]


def block_type(name: str) -> str:
    """The kind that stands for the block of this name."""
    return _PREFIX + name


def block_of(snapshot: Snapshot, instance: str, *, graph_id: str | None = None) -> Snapshot:
    """The definition of an instance, with all that it needs, as a document of its own."""
    graph, _ = graph_of(snapshot, graph_id)
    node = graph.nodes.get(instance)
    id = definition_of(node.type) if node else None
    if id not in snapshot.graphs:
        raise UnknownNode(node=instance)
    return Snapshot(within_reach(snapshot.graphs, [id or ""]), id or "")


def insert_block(
    snapshot: Snapshot,
    block: Snapshot,
    position: tuple[float, float],
    *,
    graph_id: str | None = None,
) -> Change:
    """Add an instance of a block, and its definitions where the document lacks them.

    Raises HoldsItself where it is put into itself.
    """
    graph, here = graph_of(snapshot, graph_id)
    proxy = Graph({_PROXY: Node(_PROXY, instance_type(block.root))})
    root = free_name("root", block.graphs)
    part, definitions = adopt(snapshot, Snapshot({**block.graphs, root: proxy}, root))
    type = part.nodes[_PROXY].type
    after = replace(snapshot, graphs={**snapshot.graphs, **definitions})
    check_place(after, here, type, block.main.title)
    id = new_id(f"x.{block.main.title or 'Subgraph'}", graph.nodes)
    node = Node(id, type, position=coordinates(position))
    puts = (PutGraph(held, content) for held, content in definitions.items())
    name = Phrase("Add {title}", title=block.main.title or Phrase("block"))
    return Change(name, (*puts, Put(here, NODES, id, node)))
