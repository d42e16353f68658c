"""The whole way with the shipped model: what a second run computes, and what it does not."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from app.engine.cache import Cache
from app.engine.events import Event, NodeFinished, NodeProgressed, NodesCached, RunFinished
from app.engine.lowering import lower
from app.engine.runner import Runner
from app.graph import edits
from app.graph.document import Snapshot
from app.graph.editor import Document
from app.graph.file import open_file
from app.models.shelf import Shelf
from app.sdk.registry import Registry

ROOT = Path(__file__).resolve().parent.parent
GRAPHS = ROOT / "resources" / "graphs"


class Desk:
    """A document with everything that is needed to run it, as the window has."""

    def __init__(self, graph: Path, output: Path) -> None:
        from app.diffusion.store import ModelStore

        self.kinds = Registry()
        self.kinds.load_folder(ROOT / "nodes")
        self.document = Document(open_file(graph, self.kinds).snapshot)
        self.events: list[Event] = []
        models = Shelf([ROOT / "resources" / "models"])
        self.runner = Runner(
            self.kinds, ModelStore(), models, Cache(2**28), self.events.append, output
        )

    @property
    def snapshot(self) -> Snapshot:
        return self.document.snapshot

    def run(self) -> RunFinished:
        self.events.clear()
        plan = lower(self.snapshot, self.kinds)
        return self.runner.run(1, plan, threading.Event())

    def ran(self) -> set[str]:
        """Titles of the nodes that worked in the last run."""
        return {self.title(e.node) for e in self.events if isinstance(e, NodeFinished)}

    def cached(self) -> set[str]:
        """Titles of the nodes whose results were found."""
        found = [e.results for e in self.events if isinstance(e, NodesCached)]
        return {self.title(node) for results in found for node in results}

    def title(self, node: str) -> str:
        """What stands on the card of a node."""
        placed = self.snapshot.main.nodes[node]
        spec = self.kinds.spec(placed.type)
        return placed.title or (spec.title if spec else placed.type)

    def set(self, title: str, name: str, value: object) -> None:
        """Give a parameter of the node with this title another value, as the inspector does."""
        node = self._titled(title)
        self.document.apply(edits.set_parameter(self.snapshot, self.kinds, node, name, value))

    def text(self, title: str) -> str:
        """The text of the node with this title."""
        return str(self.snapshot.main.nodes[self._titled(title)].parameters["text"])

    def _titled(self, title: str) -> str:
        return next(n for n in self.snapshot.main.nodes if self.title(n) == title)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """The text-to-image graph with four steps, after its first run."""
    desk = Desk(GRAPHS / "text-to-image.loom", tmp_path)
    desk.set("Sampler", "steps", 4)
    assert desk.run().ok
    return desk


def test_an_unchanged_graph_runs_no_node(desk: Desk) -> None:
    everything = desk.ran()
    assert desk.run().ok
    assert desk.ran() == set()
    assert desk.cached() == everything


def test_one_prompt_word_keeps_the_loader_and_the_other_encoder(desk: Desk) -> None:
    desk.set("Prompt", "text", "a blue house under a yellow sun on the grass")
    assert desk.run().ok
    assert desk.ran() == {"Prompt", "Sampler", "VAE Decode", "Save Image"}
    assert {"Load Model", "Negative prompt", "Size"} <= desk.cached()


def test_changed_and_changed_back_runs_nothing(desk: Desk) -> None:
    desk.set("Sampler", "cfg", 5.0)
    desk.run()
    desk.set("Sampler", "cfg", 2.5)
    assert desk.run().ok
    assert desk.ran() == set()


def test_undo_runs_nothing(desk: Desk) -> None:
    desk.set("Prompt", "text", "a teal house at sunset in the desert, mountains")
    desk.run()
    desk.document.undo()
    assert desk.run().ok
    assert desk.ran() == set()


def test_a_trailing_space_runs_the_encoder_and_not_the_sampler(desk: Desk) -> None:
    desk.set("Prompt", "text", desk.text("Prompt") + " ")
    assert desk.run().ok
    assert desk.ran() == {"Prompt"}


def test_titles_and_positions_run_nothing(desk: Desk) -> None:
    node = next(iter(desk.snapshot.main.nodes))
    desk.document.apply(edits.move_nodes(desk.snapshot, {node: (500.0, 500.0)}))
    desk.document.apply(edits.rename(desk.snapshot, node, "Another name"))
    assert desk.run().ok
    assert desk.ran() == set()


def test_a_deleted_picture_is_saved_again_and_nothing_else_runs(desk: Desk) -> None:
    Path(desk.run().files[0]).unlink()
    finished = desk.run()
    assert desk.ran() == {"Save Image"}
    assert Path(finished.files[0]).stat().st_size > 0


def test_a_part_of_the_same_schedule_does_no_step_again(desk: Desk) -> None:
    desk.set("Sampler", "end_step", 2)
    desk.run()
    told = [e for e in desk.events if isinstance(e, NodeProgressed)]
    assert {e.step for e in told if desk.title(e.node) == "Sampler"} == {2}


def test_the_prompt_shows_in_the_picture(tmp_path: Path) -> None:
    from PIL import Image

    desk = Desk(GRAPHS / "text-to-image.loom", tmp_path)
    desk.set("Sampler", "steps", 8)
    means = {}
    for colour in ("red", "blue"):
        desk.set("Prompt", "text", f"a {colour} house in the middle on the grass")
        with Image.open(desk.run().files[0]) as picture:
            house = picture.convert("RGB").crop((40, 66, 88, 94))
            means[colour] = house.resize((1, 1), Image.Resampling.BOX).getpixel((0, 0))
    assert means["red"][0] > means["red"][2] + 50
    assert means["blue"][2] > means["blue"][0] + 50
