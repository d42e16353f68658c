"""Graphs of the shipped model, before and after a change that leaves most steps as they were."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from app.sdk.paths import RESOURCES

POCKET = RESOURCES / "models" / "pocket"
PICTURE = "resources:pictures/cottage.png"
Drawing = Mapping[str, tuple[str, Mapping[str, Any], Mapping[str, str]]]
"""``{id: (kind, parameters, {input: source})}``; a source is an id, or ``id.output``."""


def decoded(source: str) -> Any:
    """A node that turns a latent into a picture."""
    return "VAEDecode", {}, {"latent": source, "vae": "model.vae"}


def sampling(
    extra: Drawing | None = None, inputs: Mapping[str, str] | None = None, **settings: Any
) -> dict[str, Any]:
    """A picture in 30 steps; ``inputs`` of the Sampler that ``extra`` nodes feed."""
    batch = settings.pop("pictures", 1)
    text = {"text_model": "model.text_model"}
    wires = {"model": "model", "positive": "words", "negative": "unwanted", "latent": "size"}
    return {
        "model": ("LoadModel", {"model": str(POCKET)}, {}),
        "words": ("TextEncoder", {"text": "a red house on the grass"}, text),
        "unwanted": ("TextEncoder", {"text": ""}, text),
        "other": ("TextEncoder", {"text": "a teal house at sunset on sand"}, text),
        "size": ("EmptyLatent", {"size": [128, 128], "batch": batch}, {}),
        "sampler": ("Sampler", {"steps": 30, "cfg": 4.0, **settings}, {**wires, **(inputs or {})}),
        "picture": decoded("sampler"),
        **(extra or {}),
    }


def led(*chain: Mapping[str, float]) -> dict[str, Any]:
    """A sampling led by ControlNets."""
    nodes: dict[str, Any] = {
        "network": ("LoadControlNet", {"network": "pocket-edges"}, {}),
        "photo": ("LoadImage", {"path": PICTURE}, {}),
        "edges": ("Canny", {}, {"image": "photo"}),
    }
    before: dict[str, str] = {}
    for number, parameters in enumerate(chain):
        inputs = {"network": "network", "image": "edges", **before}
        nodes[f"control {number}"] = ("ControlNet", parameters, inputs)
        before = {"control": f"control {number}"}
    return sampling(nodes, before)


def guided(cfg: float) -> dict[str, Any]:
    """Another cfg for the last 12 steps."""
    nodes: Drawing = {"change": ("GuidanceSchedule", {"start": 0.6, "cfg": cfg}, {})}
    return sampling(nodes, {"guidance": "change"})


def prompted() -> dict[str, Any]:
    """Another prompt for the last 15 steps."""
    inputs = {"before": "words", "after": "other"}
    return sampling({"both": ("PromptSchedule", {"start": 0.5}, inputs)}, {"positive": "both"})


def refined(refiner: Path) -> dict[str, Any]:
    """Another network for the last 6 steps."""
    nodes: Drawing = {
        "second": ("LoadModel", {"model": str(refiner)}, {}),
        "two": ("ModelSchedule", {"start": 0.8}, {"before": "model", "after": "second"}),
    }
    return sampling(nodes, {"model": "two"})


def branched() -> dict[str, Any]:
    """A second Sampler that goes on from step 12 of the first with another prompt."""
    made = sampling()
    _, parameters, inputs = made["sampler"]
    going_on = {**inputs, "latent": "trunk", "positive": "other"}
    made["trunk"] = "Sampler", {**parameters, "end_step": 12}, inputs
    made["branch"] = "Sampler", {**parameters, "start_step": 12, "noise": "none"}, going_on
    made["picture of the branch"] = decoded("branch")
    return made


def seeded(seeds: str) -> dict[str, Any]:
    """A picture for each seed."""
    return sampling({"list": ("SeedList", {"seeds": seeds}, {})}, {"seeds": "list"})


def copied() -> dict[str, Any]:
    """The same Sampler and its decoder twice."""
    made = sampling()
    return {**made, "copy": made["sampler"], "picture of the copy": decoded("copy")}


class Change(NamedTuple):
    """What was made before, and what is asked for then; ``stop_at`` cuts the first run short."""

    words: str
    before: tuple[Drawing, ...]
    after: Drawing
    stop_at: int = 0


def changes(refiner: Path) -> list[Change]:
    """All that should cost only the steps that differ, of 30."""
    plain = sampling()
    first = {"end": 1.0}
    return [
        Change("nothing changes", (plain,), plain),
        Change("stopped after step 12, gone on", (plain,), plain, stop_at=12),
        Change("end of a ControlNet 0.8 to 0.6", (led({"end": 0.8}),), led({"end": 0.6})),
        Change("second ControlNet from 0.5", (led(first),), led(first, {"start": 0.5})),
        Change(
            "its strength 1 to 0.8",
            (led(first, {"start": 0.5}),),
            led(first, {"start": 0.5, "strength": 0.8}),
        ),
        Change("another cfg from step 18", (guided(3.0),), guided(2.0)),
        Change("another prompt from step 15", (plain,), prompted()),
        Change("a second model from step 24", (plain,), refined(refiner)),
        Change("end step 20 to 30", (sampling(end_step=20),), sampling(end_step=30)),
        Change("a branch at step 12", (plain,), branched()),
        Change("batch of 4 to 5", (sampling(pictures=4),), sampling(pictures=5)),
        Change("six seeds, three of them old", (seeded("1-3"),), seeded("1-6")),
        Change("the Sampler copied", (plain,), copied()),
        Change("cfg changed and undone", (plain, sampling(cfg=5.0)), plain),
    ]
