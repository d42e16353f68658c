"""A program without a window, on the tiny components saved as files."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from app.diffusion.device import Device
from app.diffusion.store import ModelStore
from app.engine.cache import Cache
from app.engine.events import Event, NodeFailed, NodeFinished, NodeProgressed
from app.engine.plan import Link, Plan, PlanNode
from app.engine.runner import Runner
from app.models.shelf import Shelf
from app.sdk.registry import Registry

PROMPT, UNWANTED = "the red house", "a dog"
NODES = Path(__file__).resolve().parents[2] / "nodes"


@dataclass
class Workshop:
    """A program without a window, over a folder of models."""

    models: Path
    folder: Path
    events: list[Event] = field(default_factory=list)
    cache: Cache = field(default_factory=lambda: Cache(2**28))
    store: ModelStore = field(
        default_factory=lambda: ModelStore(Device(torch.device("cpu"), torch.float32, "CPU"))
    )

    def __post_init__(self) -> None:
        self.kinds = Registry()
        self.kinds.load_folder(NODES)
        self.runner = Runner(
            self.kinds,
            self.store,
            Shelf([self.models]),
            self.cache,
            self.events.append,
            self.folder,
        )

    def make(self, **changes: Any) -> Tensor:
        """The pixels that a text-to-image graph gives with these parameters."""
        self.events.clear()
        self.runner.run(1, self._plan(changes), threading.Event())
        assert not [event for event in self.events if isinstance(event, NodeFailed)]
        results = {e.node: e.results for e in self.events if isinstance(e, NodeFinished)}
        kept = self.cache.find(results["decode"]["image"]) if "decode" in results else None
        return kept.value.pixels if kept else torch.empty(0)

    def encoded(self, address: str) -> Any:
        """The conditioning that the encoder at an address gave the last time."""
        finished = [e for e in self.events if isinstance(e, NodeFinished) and e.node == address]
        kept = self.cache.find(finished[-1].results["conditioning"])
        assert kept is not None
        return kept.value

    def ran(self) -> set[str]:
        """The nodes that ran the last time."""
        return {event.node for event in self.events if isinstance(event, NodeFinished)}

    def steps(self) -> int:
        """How many steps the Sampler did the last time; those found in the cache do not count."""
        seen = self.progress()
        return len(seen) - (1 if seen and seen[0][0] > 1 else 0)

    def progress(self) -> list[tuple[int, int]]:
        """What the Sampler reported the last time: steps done, of how many."""
        seen = [e for e in self.events if isinstance(e, NodeProgressed) and e.node == "sampler"]
        return [(event.step, event.total) for event in seen]

    def _plan(self, changes: Mapping[str, Any]) -> Plan:
        usual = {"steps": 10, "cfg": 5.0, "seed": 3, "scheduler": "DPM++ 2M"}
        usual |= {name: changes[name] for name in usual if name in changes}
        inputs = {
            "model": ("load", "model"),
            "positive": ("positive", "conditioning"),
            "negative": ("negative", "conditioning"),
            "latent": ("empty", "latent"),
        }
        nodes = [
            self._node("load", "LoadModel", {"model": "tiny", **changes.get("load", {})}),
            self._prompt("positive", changes.get("text", PROMPT), changes),
            self._prompt("negative", UNWANTED, changes),
            self._node(
                "empty",
                "EmptyLatent",
                {"size": [64, 64], "batch": changes.get("batch", 1), **changes.get("empty", {})},
            ),
        ]
        if "end" in changes:
            nodes += self._control(changes["end"])
            inputs["control"] = ("control", "control")
        made = {"latent": ("sampler", "latent"), "vae": ("load", "vae")}
        nodes += [
            self._node("sampler", "Sampler", usual, inputs),
            self._node("decode", "VAEDecode", {}, made),
        ]
        return Plan({node.address: node for node in nodes}, ("decode",))

    def _prompt(self, address: str, text: str, changes: Mapping[str, Any]) -> PlanNode:
        values = {"text": text, "clip_skip": changes.get("clip_skip", 0), "reading": "plain"}
        values["length"] = changes.get("length", 0)
        if address == "positive":
            values["second"] = changes.get("second", "")
            values["third"] = changes.get("third", "")
        else:
            values["clip_skip"] = changes.get("negative_skip", values["clip_skip"])
        return self._node(address, "TextEncoder", values, {"text_model": ("load", "text_model")})

    def _control(self, end: float) -> list[PlanNode]:
        inputs = {"network": ("network", "controlnetwork"), "image": ("picture", "image")}
        return [
            self._node("network", "LoadControlNet", {"network": "tiny-control"}),
            self._node("picture", "LoadImage", {"path": str(self.folder / "control.png")}),
            self._node("control", "ControlNet", {"end": end}, inputs),
        ]

    def _node(
        self,
        address: str,
        kind: str,
        parameters: Mapping[str, Any],
        inputs: Mapping[str, tuple[str, str]] | None = None,
    ) -> PlanNode:
        spec = self.kinds.spec(f"loom.{kind}")
        assert spec is not None
        links = {name: (Link(*source),) for name, source in (inputs or {}).items()}
        values = {**spec.defaults, **parameters}
        assert values.keys() == spec.defaults.keys()
        return PlanNode(address, spec.type, kind, values, links)
