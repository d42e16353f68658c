"""What the window's side and the worker process say to each other."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from app.engine.events import Event
from app.engine.forecast import Forecast, NodeForecast
from app.engine.memories import DiskPlace
from app.engine.plan import Link, Plan, PlanNode
from app.graph.errors import Message
from app.graph.kinds import KnownModel
from app.sdk.context import Picture
from app.sdk.saving import Saving
from app.sdk.token_count import TokenCount

# --- from the window's side


@dataclass(frozen=True)
class Setup:
    """The first message: where things lie, and how much room there is. ``memory`` as in the
    settings, ``disk`` and ``history`` as in Memories."""

    output_folder: Path
    memory_budget: int
    memory: str = "automatic"
    disk: DiskPlace | None = None
    history: Path | None = None


@dataclass(frozen=True)
class SentPlan:
    """A plan without the nodes that crossed before.

    ``numbers`` name all its nodes in order, and the ``fresh`` ones come along. Those that are
    ``forgotten`` will not be named again.
    """

    numbers: tuple[int, ...]
    fresh: tuple[tuple[int, PlanNode], ...]
    forgotten: tuple[int, ...]
    targets: tuple[str, ...]
    refused: dict[str, Message]
    muted: frozenset[str]
    graph_text: str
    graph: str
    saving: Saving


@dataclass(frozen=True, eq=False)
class Submit:
    """A run to do, as for ``Worker.submit``."""

    run: int
    plan: Plan
    queue: bool = False
    first: bool = False
    foretold: bool = False


@dataclass(frozen=True, eq=False)
class Foretell:
    """What would this plan cost?"""

    ticket: int
    plan: Plan


@dataclass(frozen=True)
class Carried:
    """A request whose plan was taken out, and that plan."""

    request: Submit | Foretell
    plan: SentPlan


@dataclass(frozen=True)
class Do:
    """One of the worker's other requests, by its name: ``cancel``, ``order``, ``pause``, ``stop``,
    ``warm_up``, ``save_into``, ``wish``."""

    what: str
    argument: Any = None


@dataclass(frozen=True)
class Close:
    """Write what waits and end."""


# --- from the worker process


@dataclass(frozen=True)
class Told:
    """An event of the engine."""

    event: Any


@dataclass(frozen=True)
class Lost:
    """The device is lost to this process for good: it ends, and wants to be replaced."""

    why: str
    traceback: str = ""


# --- questions of either side, with their answers


@dataclass(frozen=True)
class Ask:
    """A question: the name of ``what`` is asked, and what for."""

    ticket: int
    what: str
    arguments: tuple[Any, ...] = ()


@dataclass(frozen=True)
class Answer:
    """The answer to the question of this ticket."""

    ticket: int
    value: Any = None


@dataclass(frozen=True)
class Refusal:
    """Why the question of this ticket has no answer."""

    ticket: int
    message: Message


@dataclass(frozen=True)
class Pictures:
    """A value that can be shown stays where it is: ``count`` pictures, asked for one by one.

    ``place``: which one of a list, -1 where the value is none. ``rate`` as in Video, 0 for others.
    """

    fingerprint: str
    place: int
    count: int
    rate: float = 0.0


@dataclass(frozen=True)
class Parted:
    """Any other value, taken apart as for the disk: ``tree`` is JSON, then the arrays as dtype,
    shape and bytes."""

    tree: str
    arrays: tuple[tuple[str, tuple[int, ...], bytes], ...]


KINDS: tuple[type, ...] = (
    *get_args(Event),
    *(Message, Picture, Forecast, NodeForecast, PlanNode, Link, TokenCount, KnownModel, DiskPlace),
    *(Plan, Setup, SentPlan, Submit, Foretell, Carried, Do, Close, Told, Lost),
    *(Ask, Answer, Refusal, Pictures, Parted, Saving),
)
"""All that may cross."""
