"""What may change in the course of a sampling, and how one stands that ended early.

A *place* in a sampling is a part of its steps: before step i of n it is i/n, from 0 to 1.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from app.graph.phrases import Phrase
from app.sdk.context import Past
from app.sdk.encoding import register_kind
from app.sdk.fingerprint import LABEL

if TYPE_CHECKING:
    from app.sdk.values import Latent

T = TypeVar("T")


@dataclass(frozen=True)
class Later(Generic[T]):
    """What acts from the place ``start`` on, up to the next one."""

    start: float
    value: T


def acting_at(course: Sequence[Later[T]], place: float) -> int:
    """Which part of a course acts at a place; its first one starts at 0."""
    return bisect_right([part.start for part in course], place) - 1


def continued(
    before: Sequence[Later[T]], start: float, after: Sequence[Later[T]]
) -> tuple[Later[T], ...]:
    """The course ``before`` up to the place ``start``, and from there on the course ``after``."""
    kept = [part for part in before if part.start < start]
    taken = after[acting_at(after, start) :]
    return (*kept, *(Later(max(part.start, start), part.value) for part in taken))


@dataclass(frozen=True)
class GuidancePoint:
    """From the place ``start`` on ``cfg`` holds; ``gradual`` leads to it in a straight line."""

    start: float
    cfg: float
    gradual: bool = False


@dataclass(frozen=True)
class GuidanceMethod:
    """Another way to combine the answers, from one place up to another.

    ``name`` as in app/diffusion/sampling/guiders.py; ``settings`` by name, in order.
    """

    name: str
    settings: tuple[tuple[str, float], ...] = ()
    start: float = 0.0
    end: float = 1.0


@dataclass(frozen=True)
class Perturbation:
    """Guidance away from what a weakened network says, from one place up to another.

    ``kind``: ``attention`` (self-attention that sees nothing but the place itself) or ``layers``
    (left out); ``layers``: where, as names of the network's blocks, such as ``mid``.
    """

    kind: str
    layers: str
    strength: float
    start: float = 0.0
    end: float = 1.0


@dataclass(frozen=True)
class Guidance:
    """How to follow the prompt: the cfg of each place, by points in order, and more.

    ``rescale``, 0 to 1: how much of the spread of the plain answer to give back; ``picture``: how
    strictly a network that changes a picture keeps to it; ``true_cfg``: how strictly one that takes
    cfg as a number follows the prompt against the negative one.
    """

    points: tuple[GuidancePoint, ...] = ()
    rescale: float = 0.0
    picture: float = 1.5
    method: GuidanceMethod | None = None
    perturbation: Perturbation | None = None
    true_cfg: float = 1.0

    def at(self, place: float, cfg: float) -> float:
        """The guidance at a place; ``cfg`` is what holds from the start up to the first point."""
        points = (GuidancePoint(0.0, cfg), *self.points)
        index = bisect_right([point.start for point in points], place) - 1
        now = points[index]
        if index + 1 == len(points) or not points[index + 1].gradual:
            return now.cfg
        coming = points[index + 1]
        return now.cfg + (coming.cfg - now.cfg) * (place - now.start) / (coming.start - now.start)

    def followed_by(self, start: float, cfg: float, *, gradual: bool = False) -> Guidance:
        """These points up to the place ``start``, and one more there."""
        kept = tuple(point for point in self.points if point.start < start)
        return replace(self, points=(*kept, GuidancePoint(start, cfg, gradual)))

    def describe(self) -> str:
        """One line for tooltips."""
        words = [
            f"{'towards ' if point.gradual else ''}{point.cfg:g} at {point.start:.0%}"
            for point in self.points
        ]
        found = [f"cfg {', '.join(words)}"] if words else []
        found += [self.method.name] if self.method is not None else []
        found += [f"{self.perturbation.kind} weakened"] if self.perturbation is not None else []
        found += [f"rescale {self.rescale:g}"] if self.rescale else []
        found += [f"true cfg {self.true_cfg:g}"] if self.true_cfg > 1 else []
        found += [f"picture {self.picture:g}"] if self.picture != Guidance.picture else []
        return "; ".join(found)


@dataclass(frozen=True)
class Seeds:
    """The seed of each picture of a batch."""

    numbers: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.numbers)

    def describe(self) -> str:
        """One line for tooltips."""
        count = len(self)
        return Phrase("{count} seeds", count=count) if count != 1 else Phrase("1 seed")


@dataclass(frozen=True)
class Unfinished:
    """How a sampling stands that ended before its last step, so that another can go on exactly.

    ``schedule``: hash of the scheduler and its noise levels; ``step``: how many of its ``steps``
    are done; ``seeds``: of all pictures; ``states``: one for each picture, or one for all where
    they were made together; ``source``: the latent that it began with. ``pasts``: for each state
    the steps behind it, by which the engine knows them; they count no more than names do.
    """

    schedule: str
    step: int
    steps: int
    seeds: tuple[int, ...]
    states: tuple[Any, ...]
    source: Latent
    pasts: tuple[Past, ...] = field(default=(), metadata=LABEL)


for _kind in (
    *(Later, GuidancePoint, GuidanceMethod, Perturbation, Guidance),
    *(Seeds, Past, Unfinished),
):
    register_kind(_kind)
