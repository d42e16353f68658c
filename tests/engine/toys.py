"""Toy nodes that count how often they run, and a bench to run graphs of them on."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any, ClassVar, Literal, NamedTuple

from app.engine.cache import Cache
from app.engine.events import (
    Event,
    NodeFailed,
    NodeFinished,
    NodesCached,
    NodesSkipped,
    RunFinished,
)
from app.engine.files import FileContents
from app.engine.lowering import lower
from app.engine.plan import Plan
from app.engine.runner import Runner
from app.graph.document import ROOT, Graph, Node, Snapshot, Socket, Source
from app.graph.errors import Message
from app.graph.kinds import KnownModel
from app.sdk import Context, Files, Passes, Picture, Seed, Size, param, socket
from app.sdk.declare import Node as NodeClass
from app.sdk.prompt_parts import Reading
from app.sdk.registry import Registry
from app.sdk.token_count import TokenCount
from app.sdk.values import SavedFile

RAN: list[str] = []
"""What ran since the bench was set up: ``Kind`` or ``Kind:label``, in order."""


class Number(NodeClass):
    """A number."""

    value: int = param(default=0, low=-(10**9), high=10**9, tip="The number.")
    note: str = param(default="", tip="Of no consequence.", counts=False)

    def run(self, ctx: Context) -> int:
        RAN.append(f"Number:{self.value}")
        return self.value


class Add(NodeClass):
    """The sum of two numbers, of which the second may be missing."""

    first: int = socket("A number.")
    second: int | None = socket("Another.")
    plus: int = param(default=0, low=-(10**9), high=10**9, tip="A third.")

    def run(self, ctx: Context) -> int:
        RAN.append("Add")
        return self.first + (self.second or 0) + self.plus


class Parity(NodeClass):
    """Whether a number is odd: many inputs give equal outputs."""

    number: int = socket("A number.")

    def run(self, ctx: Context) -> int:
        RAN.append("Parity")
        return self.number % 2


class Join(NodeClass):
    """Numbers as text, in order."""

    numbers: tuple[int, ...] = socket("Any number of numbers.", variadic=True)
    between: str = param(default=",", tip="What stands between them.")

    def run(self, ctx: Context) -> str:
        RAN.append("Join")
        return self.between.join(map(str, self.numbers))


class Switch(NodeClass):
    """One of two numbers."""

    choice: Literal["left", "right"] = param(default="left", tip="Which one.")
    left: int = socket("A number.")
    right: int = socket("Another.")

    @classmethod
    def needs(cls, parameters: Mapping[str, Any]) -> frozenset[str]:
        return frozenset({parameters["choice"]})

    def run(self, ctx: Context) -> int:
        RAN.append("Switch")
        return self.left if self.choice == "left" else self.right


class Word(NodeClass):
    """A text."""

    text: str = param(default="left", tip="The text.")

    def run(self, ctx: Context) -> str:
        RAN.append("Word")
        return self.text


class Count(NodeClass):
    """The numbers below a limit, as a list."""

    limit: int = param(default=3, low=0, high=100, tip="How many.")

    def run(self, ctx: Context) -> list[int]:
        RAN.append("Count")
        return list(range(self.limit))


class Square(NodeClass):
    """The square of a number, or of each of a list."""

    number: int = socket("A number.", each=True)
    power: int = param(default=2, low=1, high=9, tip="The exponent.")

    def run(self, ctx: Context) -> int:
        RAN.append(f"Square:{self.number}")
        ctx.progress(1, 1)
        return int(self.number**self.power)


class Pair(NodeClass):
    """The sum of two numbers, or of two lists item by item."""

    one: int = socket("A number.", each=True)
    other: int = socket("Another.", each=True)

    def run(self, ctx: Context) -> int:
        RAN.append("Pair")
        return self.one + self.other


class Both(NamedTuple):
    """What Divide gives."""

    quotient: Annotated[int, "How often it fits.", Passes("number")]
    rest: Annotated[int, "What is left."]


class Divide(NodeClass):
    """Two outputs; the divisor zero is its failure."""

    number: int = socket("What to divide.")
    by: int = param(default=2, low=0, high=100, tip="By what.")

    def run(self, ctx: Context) -> Both:
        RAN.append("Divide")
        return Both(*divmod(self.number, self.by))


class Bytes(NodeClass):
    """Many bytes made of a seed, to fill caches with."""

    seed: Seed = param(default=0, tip="What they are made of.")
    size: Size = param(default=(10, 100), low=1, high=10_000, tip="Rows and columns.")

    def run(self, ctx: Context) -> bytes:
        RAN.append(f"Bytes:{self.seed}")
        return self.seed.to_bytes(8, "big") * (self.size[0] * self.size[1] // 8)


class Length(NodeClass):
    """How many bytes there are."""

    data: bytes = socket("Bytes.")

    def run(self, ctx: Context) -> int:
        RAN.append("Length")
        return len(self.data)


class Read(NodeClass):
    """The text of a file."""

    path: str = param(default="", tip="Which file.")

    @classmethod
    def reads(cls, parameters: Mapping[str, Any]) -> Iterable[Path]:
        return [Path(parameters["path"])]

    def run(self, ctx: Context) -> str:
        RAN.append("Read")
        return Path(self.path).read_text("utf-8")


class Save(NodeClass):
    """Writes a number to a file of its own."""

    acts = True
    is_target = True

    number: int = socket("What to write.")
    name: str = param(default="saved", tip="The file's name.")

    def run(self, ctx: Context) -> Files:
        RAN.append("Save")
        path = ctx.output_folder() / f"{self.name}.txt"
        path.write_text(str(self.number), "utf-8")
        found = path.stat()
        return Files((SavedFile(str(path), found.st_size, found.st_mtime_ns),))


class Call(NodeClass):
    """Does whatever a test puts into ``work``."""

    work: ClassVar[Callable[[Context], Any]]

    number: int | None = socket("Anything.")
    salt: int = param(default=0, low=0, high=10**9, tip="Tells calls apart.")

    def run(self, ctx: Context) -> int:
        RAN.append("Call")
        result: int = type(self).work(ctx)
        return result


class Sum:
    """A fold: every step adds one number. Recipes are the numbers themselves."""

    def __init__(self, start: int, numbers: Sequence[int], ctx: Context | None = None) -> None:
        self.origin = str(start)
        self.recipes = [str(number) for number in numbers]
        self._start = start
        self._numbers = numbers

    def first(self) -> int:
        RAN.append("first")
        return self._start

    def step(self, index: int, state: int) -> int:
        RAN.append(f"step:{index}")
        return state + self._numbers[index]

    def preview(self, index: int, state: int) -> Picture | None:
        return Picture(1, 1, bytes([index % 256] * 3))


class Fold(NodeClass):
    """Adds up numbers step by step."""

    start: int = param(default=0, low=0, high=1000, tip="Where to begin.")
    numbers: str = param(default="1 2 3", tip="What to add, one a step.")

    def run(self, ctx: Context) -> int:
        RAN.append("Fold")
        return ctx.fold(Sum(self.start, [int(n) for n in self.numbers.split()]))


class Steps(NodeClass):
    """Adds numbers to another one, step by step."""

    in_steps = True

    start: int = socket("Where to begin.")
    numbers: str = param(default="1 2 3", tip="What to add, one a step.")
    steps: int = param(default=3, low=0, high=100, tip="How many there are.", counts=False)

    def run(self, ctx: Context) -> int:
        return ctx.fold(Sum(self.start, [int(n) for n in self.numbers.split()]))


KINDS = (
    *(Number, Add, Parity, Join, Switch, Word, Count, Square, Pair, Divide),
    *(Bytes, Length, Read, Save, Call, Fold, Steps),
)


def registry() -> Registry:
    """All toy kinds."""
    made = Registry()
    for kind in KINDS:
        made.add(kind)
    return made


class Device:
    """Services without a device; ``environment`` may be changed by tests."""

    def __init__(self) -> None:
        self.shape = "toy"

    def weights(self, handle: Any, check: Callable[[], None]) -> Any:
        check()
        return handle

    def environment(self) -> str:
        return self.shape

    def device(self) -> str:
        return "toy device"

    def free(self) -> None:
        """There is nothing to give back."""

    def explain(self, error: BaseException) -> Message | None:
        return None

    def count_tokens(self, handle: Any, text: str, reading: Reading) -> TokenCount | None:
        return None


class NoModels:
    """An empty shelf."""

    def names(self, kind: str) -> tuple[str, ...]:
        return ()

    def model(self, kind: str, name: str) -> KnownModel | None:
        return None

    def look_again(self) -> None:
        """Nothing more will come."""

    def find(self, kind: str, name: str) -> Path:
        return Path(name)


class Sheet:
    """A graph that is changed in place, for tests that are not about editing."""

    def __init__(self) -> None:
        self.nodes: dict[str, Node] = {}
        self.wires: dict[str, dict[str, tuple[Source, ...]]] = {}

    def add(
        self, id: str, kind: str, wires: Mapping[str, Any] | None = None, **values: Any
    ) -> None:
        """Put a node on the sheet, or in the place of one; ``wires`` as in ``wire``."""
        flags = {
            name: values.pop(name) for name in ("muted", "bypassed", "title") if name in values
        }
        self.nodes[id] = Node(id, f"loom.{kind}", parameters=values, **flags)
        self.wires[id] = {}
        for name, sources in (wires or {}).items():
            self.wire(id, name, *([sources] if isinstance(sources, str) else sources))

    def wire(self, id: str, name: str, *sources: str) -> None:
        """Connect an input to outputs, written ``node`` (its first output) or ``node.output``."""
        self.wires[id][name] = tuple(map(self._source, sources))

    def _source(self, text: str) -> Source:
        node, _, output = text.partition(".")
        if not output:
            kind = next(k for k in KINDS if k.spec.type == self.nodes[node].type)
            output = kind.spec.outputs[0].name
        return Source(node, output)

    def snapshot(self) -> Snapshot:
        """The sheet as it is now."""
        wires = {Socket(id, name): s for id, fed in self.wires.items() for name, s in fed.items()}
        return Snapshot({ROOT: Graph(dict(self.nodes), wires)})


class Bench:
    """A runner for toy graphs; ``run`` tells what ran."""

    def __init__(self, folder: Path, budget: int = 10**8) -> None:
        self.kinds = registry()
        self.device = Device()
        self.cache = Cache(budget)
        self.events: list[Event] = []
        self.stop = threading.Event()
        self.finished = RunFinished(0, ok=False, stopped=False, seconds=0.0)
        self.plan = Plan({}, ())
        self.runner = Runner(
            self.kinds, self.device, NoModels(), self.cache, self._emit, folder, FileContents()
        )
        RAN.clear()

    def _emit(self, event: Event) -> None:
        self.events.append(event)

    def run(self, sheet: Sheet | Snapshot, *targets: str, **options: Any) -> list[str]:
        """Run a graph; returns what ran, sorted. ``options`` go to ``lower``."""
        snapshot = sheet.snapshot() if isinstance(sheet, Sheet) else sheet
        RAN.clear()
        self.events.clear()
        self.plan = lower(snapshot, self.kinds, targets or None, **options)
        self.finished = self.runner.run(1, self.plan, self.stop)
        return sorted(RAN)

    def prints(self, node: str) -> Mapping[str, str]:
        """Fingerprints of what a node gave in the last run, by output name."""
        for event in self.events:
            if isinstance(event, NodesCached) and node in event.results:
                return event.results[node]
            if isinstance(event, NodeFinished) and event.node == node:
                return event.results
        raise AssertionError(f"{node} gave nothing: {self.events}")

    def value(self, node: str) -> Any:
        """The first output of a node in the last run."""
        kept = self.cache.find(next(iter(self.prints(node).values())))
        assert kept is not None
        return kept.value

    def failures(self) -> dict[str, str]:
        """The sentence of every node that failed."""
        return {e.node: e.message.text() for e in self.events if isinstance(e, NodeFailed)}

    def skipped(self) -> dict[str, str]:
        """The cause of every node that was skipped."""
        return {n: e.cause for e in self.events if isinstance(e, NodesSkipped) for n in e.nodes}

    def cached(self) -> set[str]:
        """The nodes whose results were found."""
        return {n for e in self.events if isinstance(e, NodesCached) for n in e.results}


def counted(names: Iterable[str]) -> Counter[str]:
    """How often each kind ran, labels aside."""
    return Counter(name.partition(":")[0] for name in names)
