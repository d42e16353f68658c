"""What is known of models, as data that any thread may hold."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from app.graph.kinds import KnownModel

KINDS = (
    "checkpoint",
    "lora",
    "controlnet",
    "vae",
    "text_encoder",
    "embedding",
    "ip_adapter",
    "image_encoder",
    "t2i_adapter",
    "motion_adapter",
    "upscaler",
    "depth_estimator",
    "segmenter",
    "pose_estimator",
    "person_detector",
)
"""Kinds of models, as ``param(model_kind=...)`` names them, in the order in which they are shown.
A weight file of which nothing is known is of the kind "" and cannot be named by a parameter."""

_SIDES = range(64, 4097, 8)
_ALIKE = 0.5
"""Names that share half of their letters, in their order, are like one another."""


@dataclass(frozen=True)
class Traits:
    """What a look at a model told. ``base`` is what its maker calls the model that it was made
    for, ``words`` are those that bring out what a LoRA or an embedding has learnt, ``side`` is that
    of the pictures it was made for, in pixels, or 0."""

    kind: str
    family: str = ""
    variant: str = ""
    layout: str = ""
    base: str = ""
    words: tuple[str, ...] = ()
    thumbnail: bytes = b""
    side: int = 0


def plausible_side(pixels: int) -> int:
    """What a model says of its pictures' side; 0 where no picture of ours can have it."""
    return pixels if pixels in _SIDES else 0


@dataclass(frozen=True)
class ModelRecord:
    """One model on the shelf.

    ``name`` is its path below the model folder, with ``/``. ``stamp`` changes when the model does.
    ``size`` is in bytes, ``modified`` in seconds since 1970, ``hash`` that of the content, empty
    until it is known, and ``source`` says where it was fetched.
    """

    name: str
    path: Path
    stamp: str
    size: int
    modified: float
    traits: Traits
    hash: str = ""
    source: str = ""

    @property
    def kind(self) -> str:
        return self.traits.kind

    @property
    def known(self) -> KnownModel:
        """What a graph asks of it."""
        return KnownModel(
            self.name,
            self.hash,
            self.traits.family,
            self.traits.variant,
            self.size,
            self.source,
            self.traits.side,
        )


@dataclass(frozen=True)
class Shelved:
    """All models at one moment, sorted by kind and name."""

    records: tuple[ModelRecord, ...] = ()

    @cached_property
    def by_name(self) -> Mapping[tuple[str, str], ModelRecord]:
        """Models by kind and name; of several of one name the first counts."""
        found: dict[tuple[str, str], ModelRecord] = {}
        for record in self.records:
            found.setdefault((record.kind, record.name), record)
        return found

    @cached_property
    def by_hash(self) -> Mapping[tuple[str, str], ModelRecord]:
        """Models by kind and the hash of their content, as far as that is known."""
        return {(each.kind, each.hash): each for each in reversed(self.records) if each.hash}

    def names(self, kind: str) -> tuple[str, ...]:
        """The names of all models of a kind."""
        return tuple(name for found, name in self.by_name if found == kind)

    def similar(self, kind: str, name: str, count: int = 3) -> tuple[str, ...]:
        """Names of the kind that resemble ``name``, the best first."""
        plain = {each: _plain(each) for each in self.names(kind)}
        wanted = _plain(name)

        def likeness(each: str) -> float:
            return difflib.SequenceMatcher(None, wanted, plain[each]).ratio()

        known = {each: likeness(each) for each in plain}
        alike = [each for each in known if known[each] >= _ALIKE]
        return tuple(sorted(alike, key=lambda each: (-known[each], each))[:count])


def sorted_records(records: Iterable[ModelRecord]) -> tuple[ModelRecord, ...]:
    """Records in the order in which they are shown; those of one name keep theirs."""
    places = {kind: place for place, kind in enumerate(KINDS)}
    return tuple(sorted(records, key=lambda r: (places.get(r.kind, len(KINDS)), r.name.lower())))


def _plain(name: str) -> str:
    """A name without its folders and its ending, as one compares names."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1].lower()
    return last.removesuffix(".safetensors").removesuffix(".gguf").replace("_", "-")
