"""Toy nodes that need no device, and a bench on which they run beside it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, ClassVar, Literal

from app.engine.beside import Beside
from app.engine.pool import Pool
from app.engine.requests import Request
from app.sdk import Context, Files, NodeError, param, socket
from app.sdk.declare import Node as NodeClass
from app.sdk.values import SavedFile
from tests.engine.toys import RAN, Bench

SECONDS = 0.0005
WAIT = 10.0


class Broken(NodeError):
    """A node that was told to fail."""

    english = "Told to fail."


def behave(how: str) -> None:
    """Take a moment, and then fail in the way that is asked for, if any."""
    time.sleep(SECONDS)
    if how == "fail":
        raise Broken
    if how == "break":
        raise ZeroDivisionError("broken")
    if how == "exit":
        raise SystemExit(3)


class Fetch(NodeClass):
    """A number from far away."""

    off_device = True

    value: int = param(default=0, low=-(10**9), high=10**9, tip="The number.")
    how: Literal["give", "fail", "break", "exit"] = param(default="give", tip="How it ends.")

    def run(self, ctx: Context) -> int:
        RAN.append(f"Fetch:{self.value}:{self.how}")
        ctx.progress(1, 2)
        behave(self.how)
        return self.value


class Look(NodeClass):
    """The text of a file, which may be one that is saved."""

    off_device = True

    path: str = param(default="", tip="Which file.")

    @classmethod
    def reads(cls, parameters: Mapping[str, Any]) -> Iterable[Path]:
        return [Path(parameters["path"])]

    def run(self, ctx: Context) -> str:
        return Path(self.path).read_text("utf-8")


class Put(NodeClass):
    """Writes a number into the next of the numbered files."""

    off_device = True
    acts = True
    is_target = True

    number: int = socket("What to write.", each=True)
    how: Literal["give", "fail", "break", "exit"] = param(default="give", tip="How it ends.")

    def run(self, ctx: Context) -> Files:
        RAN.append(f"Put:{self.number}:{self.how}")
        ctx.progress(0, 1)
        behave(self.how)
        path = ctx.output_folder() / f"{len(list(ctx.output_folder().iterdir()))}.txt"
        path.write_text(str(self.number), "utf-8")
        found = path.stat()
        return Files((SavedFile(str(path), found.st_size, found.st_mtime_ns),))


class Encode(NodeClass):
    """A number as text, for nobody in particular."""

    off_device = True

    number: int = socket("A number.")

    def run(self, ctx: Context) -> str:
        RAN.append(f"Encode:{self.number}")
        behave("give")
        return str(self.number)


class Away(NodeClass):
    """Does beside the device whatever a test puts into ``work``."""

    off_device = True
    work: ClassVar[Callable[[Context], int]]

    number: int | None = socket("Anything.")
    salt: int = param(default=0, low=0, high=10**9, tip="Tells calls apart.")

    def run(self, ctx: Context) -> int:
        RAN.append("Away")
        return type(self).work(ctx)


SIDE_KINDS = (Fetch, Look, Put, Encode, Away)


def side_bench(
    folder: Path, *, beside: bool, following: Callable[[], Request | None] = lambda: None
) -> tuple[Bench, Pool]:
    """A bench with the kinds of this module, and the pool that it uses where ``beside`` is set."""
    bench, pool = Bench(folder), Pool()
    for kind in SIDE_KINDS:
        bench.kinds.add(kind)
    if beside:
        bench.runner.beside = Beside(bench.kinds, pool, following)
    return bench, pool


class Gate:
    """A place in a node at which a test can hold it."""

    def __init__(self) -> None:
        self.inside = threading.Event()
        self.go_on = threading.Event()

    def pass_through(self) -> int:
        """Say that the node is here, and wait for leave."""
        self.inside.set()
        assert self.go_on.wait(WAIT)
        return 1
