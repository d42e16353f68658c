"""Toy nodes whose ways a test follows and leads through files, also from another process."""

from __future__ import annotations

import os
import signal
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.engine.process.messages import Setup
from app.engine.process.serving import Parts, serve
from app.engine.process.streams import end, take_streams
from app.engine.services import Models
from app.sdk import Context, Picture, param, socket
from app.sdk.declare import Node
from app.sdk.encoding import register_kind
from app.sdk.registry import Registry
from tests.engine.toys import Device, Sum, registry


class Gate(Node):
    """Says that it is inside, and waits until it may go on."""

    folder: str = param(default="", tip="Where that is said.")
    salt: int = param(default=0, low=0, high=10**9, tip="Tells gates apart.")

    def run(self, ctx: Context) -> int:
        Path(self.folder, f"inside-{self.salt}").touch()
        while not Path(self.folder, "go").exists():
            ctx.check()
            time.sleep(0.002)
        ctx.check()
        return self.salt


class Walk(Node):
    """Adds up numbers step by step, and dies after a step where a file says so."""

    in_steps = True

    folder: str = param(default="", tip="Where steps are noted.")
    count: int = param(default=4, low=0, high=1000, tip="How many steps.")

    def run(self, ctx: Context) -> int:
        total: int = ctx.fold(NotedSum(Path(self.folder), list(range(self.count))))
        return total


class NotedSum(Sum):
    """Notes each step, waits until it is kept on disk, and may die then."""

    def __init__(self, folder: Path, numbers: list[int]) -> None:
        super().__init__(0, numbers)
        self._folder = folder

    def step(self, index: int, state: int) -> int:
        with (self._folder / "steps").open("a") as file:
            file.write(f"{index}\n")
        if index and is_to_die(self._folder, f"step-{index}"):
            time.sleep(0.3)  # until the writer has put away what it has in hand
            die()
        return super().step(index, state)


class Fatal(Node):
    """Ends its process as a file says, and passes a number on."""

    number: int = socket("A number.")
    folder: str = param(default="", tip="Where the file lies.")

    def run(self, ctx: Context) -> int:
        if is_to_die(Path(self.folder), "fatal"):
            die()
        if is_to_die(Path(self.folder), "lost"):
            raise RuntimeError("the toy device is lost")
        return self.number


@dataclass(frozen=True)
class Greys:
    """Pictures of one grey each, with a rate, as Video: something that can be shown."""

    grey: int
    count: int = 2
    rate: float = 0.0

    def __len__(self) -> int:
        return self.count

    def picture(self, index: int = 0) -> Picture:
        """One of the pictures."""
        return Picture(2, 2, bytes([self.grey + index]) * 12)


register_kind(Greys)


class Paint(Node):
    """Pictures of one grey."""

    grey: int = param(default=1, low=0, high=200, tip="Which grey.")

    def run(self, ctx: Context) -> Greys:
        ctx.progress(1, 2, Picture(1, 1, bytes([self.grey] * 3)))
        print("a node may print what it likes")  # noqa: T201
        return Greys(self.grey, rate=8.0)


class LosableDevice(Device):
    """A device that one error takes away."""

    is_lost = False

    def explain(self, error: BaseException) -> Any:
        """Note that the device is lost."""
        self.is_lost = "is lost" in str(error)
        return None


def die() -> None:
    """End this process as the system does where memory runs out."""
    os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))


def is_to_die(folder: Path, where: str) -> bool:
    """Whether a process is to end there; counts the times that are left."""
    times = folder / f"die-{where}"
    left = int(times.read_text("utf-8")) if times.exists() else 0
    if left:
        times.write_text(str(left - 1), "utf-8")
    return left > 0


def until(met: Any, patience: float = 20.0) -> None:
    """Wait until something is so."""
    end = time.monotonic() + patience
    while not met():
        assert time.monotonic() < end
        time.sleep(0.005)


def kinds() -> Registry:
    """All toy kinds."""
    made = registry()
    for kind in (Gate, Walk, Fatal, Paint):
        made.add(kind)
    return made


def assemble(setup: Setup, models: Models) -> Parts:
    """What the toy process works with."""
    return Parts(kinds(), LosableDevice, lambda wish: None)


if __name__ == "__main__":
    serve(take_streams(), assemble)
    end()
