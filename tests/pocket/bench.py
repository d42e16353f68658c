"""The real nodes over the models in the box, without a window."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from app.diffusion.device import Device
from app.diffusion.store import ModelStore
from app.engine.cache import Cache
from app.engine.events import Event, NodeFailed, NodeFinished
from app.engine.plan import Link, Plan, PlanNode
from app.engine.runner import Runner
from app.models.shelf import Shelf
from app.places import OWN_NODES
from app.sdk.paths import RESOURCES
from app.sdk.registry import Registry

MODELS = RESOURCES / "models"
PICTURES = RESOURCES / "pictures"
SIDE, STEPS, CFG, SEED = 128, 3, 4.0, 3

Drawing = dict[str, tuple[str, Mapping[str, Any], Mapping[str, str]]]
"""``{id: (kind, parameters, {input: "id.output"})}``."""


def sampling(model: str, text: str, negative: str = "") -> Drawing:
    """A model, two prompts, a Sampler of few steps, and the picture that comes of it."""
    reads = {"text_model": "load.text_model"}
    usual = {"steps": STEPS, "cfg": CFG, "seed": SEED, "scheduler": "Euler ancestral"}
    wires = {"model": "load.model", "positive": "prompt.conditioning", "latent": "blank.latent"}
    return {
        "load": ("LoadModel", {"model": model}, {}),
        "prompt": ("TextEncoder", {"text": text, "reading": "plain"}, reads),
        "unwanted": ("TextEncoder", {"text": negative, "reading": "plain"}, reads),
        "blank": ("EmptyLatent", {"size": [SIDE, SIDE]}, {}),
        "sampler": ("Sampler", usual, {**wires, "negative": "unwanted.conditioning"}),
        "decode": ("VAEDecode", {}, {"latent": "sampler.latent", "vae": "load.vae"}),
    }


def wired(drawing: Drawing, node: str, **wires: str) -> Drawing:
    """The same with other wires into a node."""
    kind, parameters, before = drawing[node]
    return {**drawing, node: (kind, parameters, {**before, **wires})}


class Bench:
    """Runs drawings, and keeps every value they gave; ``cache`` may be that of another bench."""

    def __init__(self, folder: Path, cache: Cache | None = None) -> None:
        self.kinds = Registry()
        self.kinds.load_folder(OWN_NODES)
        self.events: list[Event] = []
        self.cache = cache or Cache(2**28)
        store = ModelStore(Device(torch.device("cpu"), torch.float32, "CPU"))
        shelf = Shelf([MODELS])
        self.runner = Runner(self.kinds, store, shelf, self.cache, self.events.append, folder)

    def run(self, drawing: Drawing) -> None:
        """Run it all; nothing may fail."""
        self.events.clear()
        nodes = {id: self._node(id, *told) for id, told in drawing.items()}
        wanted = "decode" if "decode" in drawing else list(drawing)[-1]
        self.runner.run(1, Plan(nodes, (wanted,)), threading.Event())
        assert [event for event in self.events if isinstance(event, NodeFailed)] == []

    def value(self, node: str, output: str = "image") -> Any:
        """What a node gave."""
        (done,) = [e for e in self.events if isinstance(e, NodeFinished) and e.node == node]
        kept = self.cache.find(done.results[output])
        assert kept is not None
        return kept.value

    def picture(self, drawing: Drawing) -> Tensor:
        """The decoded picture, (1, 3, height, width), 0 to 1."""
        self.run(drawing)
        pixels: Tensor = self.value("decode").pixels
        return pixels

    def _node(
        self, id: str, kind: str, parameters: Mapping[str, Any], wires: Mapping[str, str]
    ) -> PlanNode:
        spec = self.kinds.spec(f"loom.{kind}")
        assert spec is not None
        values = {**spec.defaults, **parameters}
        assert values.keys() == spec.defaults.keys()
        links = {name: (Link(*source.split(".")),) for name, source in wires.items()}
        return PlanNode(id, spec.type, kind, values, links)
