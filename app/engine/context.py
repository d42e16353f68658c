"""What a running node may ask of the program."""

from __future__ import annotations

import operator
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeVar

from app.engine.cache import Cache
from app.engine.errors import NeedsDevice, WrongProgress
from app.engine.events import Event, NodeNoticed, NodeProgressed
from app.engine.failures import portable
from app.engine.files import FileContents
from app.engine.folding import do_steps
from app.engine.inscribing import Inscriber
from app.engine.order import Order
from app.engine.paces import Paces
from app.engine.services import Models, Services
from app.engine.tally import Tally
from app.graph.errors import Message
from app.sdk.context import Fold, Picture, Stopped
from app.sdk.saving import USUAL, GraphChoice, Inscription, Saving

State = TypeVar("State")

_MOST = 2**31 - 1
"""The largest number that a bar of the window can show."""


def _counted(number: int) -> int:
    """A whole number as the window can show it; raises WrongProgress for anything else."""
    try:
        return max(0, min(operator.index(number), _MOST))
    except TypeError:
        raise WrongProgress(found=type(number).__name__) from None


def _nothing() -> None:
    """There is nothing to look after."""


@dataclass(frozen=True)
class Surroundings:
    """What all nodes of one run share; ``environment`` shapes numbers and is part of every key.

    ``attend`` looks after what goes on beside the device; nodes that report progress call it.
    ``paces`` know how long nodes take, ``order`` how what the whole program shares has to be.
    ``saving`` is what saved pictures are to carry, and the ``inscriber`` tells it to nodes.
    """

    run: int
    stop: threading.Event
    services: Services
    models: Models
    cache: Cache
    files: FileContents
    emit: Callable[[Event], None]
    folder: Path
    graph_text: str
    environment: str
    attend: Callable[[], None] = field(default=_nothing)
    paces: Paces = field(default_factory=Paces)
    order: Order = field(default_factory=Order)
    saving: Saving = USUAL
    inscriber: Inscriber | None = None

    @property
    def place(self) -> str:
        """Where files go, and what they carry: together they tell whether one was saved before."""
        return str(self.folder) if self.saving == USUAL else f"{self.folder} {self.saving}"

    def check(self) -> None:
        """Raise Stopped when the user pressed Stop."""
        if self.stop.is_set():
            raise Stopped


@dataclass(frozen=True)
class NodeContext:
    """The context of one node in one run: implements ``app.sdk.context.Context``.

    ``stamp`` is what the keys of its steps begin with, ``tally`` counts them. A node that runs for
    every item of a list has ``done`` of ``items`` items behind it, and its progress counts over all
    of them.
    """

    around: Surroundings
    node: str
    stamp: str
    tally: Tally
    done: int = 0
    items: int = 1

    def progress(self, step: int, total: int, preview: Picture | None = None) -> None:
        """Report that ``step`` of ``total`` is done; raises Stopped when the user pressed Stop."""
        self.around.check()
        step, total = _counted(step), _counted(total)
        # No subclass either: events go through pickle, and a stranger's class cannot be read there.
        if preview is not None and type(preview) is not Picture:
            raise WrongProgress(found=type(preview).__name__)
        of = min(self.items * total, _MOST)
        at = min(self.done * total + step, of)
        self.around.emit(NodeProgressed(self.around.run, self.node, at, of, preview))
        self.around.attend()

    def check(self) -> None:
        """Raise Stopped when the user pressed Stop."""
        self.around.check()

    def fold(self, fold: Fold[State], item: int = 0, items: int = 1) -> State:
        """Do the steps of ``fold`` that are not kept from before."""
        one = replace(self, done=self.done * items + item, items=self.items * items)
        return do_steps(fold, self.stamp, self.around.cache, one, self.tally.desk(one.done))

    def note(self, message: Message, numerics: str = "") -> None:
        """Tell the user something, and how the result is computed if not in the usual way."""
        self.around.emit(NodeNoticed(self.around.run, self.node, portable(message)))
        if numerics:
            self.tally.numerics.append(numerics)

    def weights(self, handle: Any) -> Any:
        """The loaded module behind a handle, on the device."""
        began = time.perf_counter()
        try:
            return self.around.services.weights(handle, self.around.check)
        finally:
            self.tally.loading += time.perf_counter() - began

    def content(self, path: Path) -> str:
        """Hash of the content of a file or folder; raises OSError where it cannot be read."""
        return self.around.files.content(Path(path), self.around.check)

    def find_model(self, kind: str, name: str) -> Path:
        """Where the model ``name`` of ``kind`` lies; raises NodeError when there is none."""
        return self.around.models.find(kind, name)

    def output_folder(self) -> Path:
        """Where files are saved."""
        return self.around.folder

    def embedded_graph(self) -> str:
        """The running graph as text, to be written into saved pictures."""
        return self.inscription().graph

    def inscription(self, graph: GraphChoice | None = None) -> Inscription:
        """What this node is to write into what it saves."""
        if self.around.inscriber is None:
            return Inscription(self.around.graph_text)
        return self.around.inscriber.inscription(self.node, graph)


@dataclass(frozen=True)
class AsideContext(NodeContext):
    """The context of a node that may run beside the device: it has none, wherever it runs."""

    title: str = ""

    def fold(self, fold: Fold[State], item: int = 0, items: int = 1) -> State:
        """Refused, as steps are for the device; raises NeedsDevice."""
        raise NeedsDevice(node=self.title)

    def weights(self, handle: Any) -> Any:
        """Refused, as modules are on the device; raises NeedsDevice."""
        raise NeedsDevice(node=self.title)
