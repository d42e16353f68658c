"""Random edits of a text-to-image graph, with undo and redo."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

from app.graph import edits
from app.graph.document import Snapshot, Socket, Source
from app.graph.editor import Document
from app.graph.errors import GraphError
from app.sdk.registry import Registry

_WORDS = ("red", "blue", "house", "tree", "snow", "night", "sun", "sand", "(hill:1.2)", "[sky]")
_SCHEDULERS = ("DPM++ 2M", "Euler", "Euler ancestral", "DDIM", "UniPC", "DPM++ 2M SDE", "LMS")
_CHOICES: dict[str, Sequence[object]] = {
    "sampler.seed": range(50),
    "sampler.cfg": (1.0, 2.0, 4.0, 7.5),
    "sampler.steps": (1, 2, 3, 4, 6),
    "sampler.scheduler": _SCHEDULERS,
    "sampler.spacing": ("normal", "karras", "exponential"),
    "sampler.denoise": (1.0, 1.0, 0.7),
    "sampler.batch": ("exact", "shared"),
    "size.size": ((64, 64), (64, 64), (96, 64), (64, 128)),
    "size.batch": (1, 1, 1, 2),
    "prompt.clip_skip": (0, 0, 1),
    "decode.tile": (0, 0, 64),
    "save.format": ("PNG", "JPEG", "WebP"),
    "save.quality": (50, 92),
    "load-model.model": ("pocket", "pocket", "pocket", "pocket", "not there"),
}
_MOST_NODES = 14


class Editor:
    """Edits a document at random, as a user who tries things out; ``last`` is what it did."""

    def __init__(self, document: Document, kinds: Registry, chance: random.Random) -> None:
        self.document, self.kinds, self.chance = document, kinds, chance
        self.last = ""
        self._moves: list[tuple[int, Callable[[], None]]] = [
            (40, self.choose),
            (25, self.write),
            (12, self.undo),
            (6, self.redo),
            (4, self.flag),
            (3, self.branch),
            (3, self.remove),
            (4, self.nothing),
        ]

    @property
    def snapshot(self) -> Snapshot:
        """The graph as it is now."""
        return self.document.snapshot

    def play(self) -> None:
        """One edit; one that the graph refuses is none."""
        weights = [weight for weight, _ in self._moves]
        move = self.chance.choices([move for _, move in self._moves], weights)[0]
        self.last = move.__name__
        try:
            move()
        except GraphError as error:
            self.last = f"{self.last}, refused: {error}"

    def choose(self) -> None:
        """Give a parameter another value."""
        place = self.chance.choice(sorted(_CHOICES))
        node, _, name = place.partition(".")
        self._set(node, name, self.chance.choice(_CHOICES[place]))

    def write(self) -> None:
        """Write another prompt."""
        words = self.chance.sample(_WORDS, self.chance.randrange(1, 6))
        self._set(self.chance.choice(("prompt", "negative-prompt")), "text", " ".join(words))

    def undo(self) -> None:
        """Take back a few edits."""
        for _ in range(self.chance.randrange(1, 5)):
            if self.document.can_undo:
                self.document.undo()

    def redo(self) -> None:
        """Do again what was taken back."""
        for _ in range(self.chance.randrange(1, 3)):
            if self.document.can_redo:
                self.document.redo()

    def flag(self) -> None:
        """Mute or bypass a node, or end that."""
        node = self.chance.choice(sorted(self.snapshot.main.nodes))
        now = self.snapshot.main.nodes[node]
        flag = self.chance.choice(("muted", "bypassed"))
        change = edits.set_flag(self.snapshot, [node], flag, not getattr(now, flag))
        self.document.apply(change)

    def branch(self) -> None:
        """Add another decoder behind the sampler, with a preview."""
        if len(self.snapshot.main.nodes) >= _MOST_NODES:
            return
        with self.document.group("Branch"):
            decode, show = self._add("VAEDecode"), self._add("Preview")
            self._wire("sampler.latent", f"{decode}.latent")
            self._wire("load-model.vae", f"{decode}.vae")
            self._wire(f"{decode}.image", f"{show}.image")

    def remove(self) -> None:
        """Delete a node."""
        added = sorted(self.snapshot.main.nodes.keys() - {"sampler", "load-model", "save"})
        if added:
            self.document.apply(edits.remove_nodes(self.snapshot, [self.chance.choice(added)]))

    def nothing(self) -> None:
        """Run again what is there."""

    def _set(self, node: str, name: str, value: object) -> None:
        self.document.apply(edits.set_parameter(self.snapshot, self.kinds, node, name, value))

    def _add(self, kind: str) -> str:
        change = edits.add_node(self.snapshot, self.kinds, f"loom.{kind}", (0.0, 0.0))
        self.document.apply(change)
        return str(change.added_nodes[0])

    def _wire(self, source: str, socket: str) -> None:
        (start, output), (end, name) = source.split("."), socket.split(".")
        wire = edits.connect(self.snapshot, self.kinds, Source(start, output), Socket(end, name))
        self.document.apply(wire)
