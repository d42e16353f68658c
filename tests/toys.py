"""Toy nodes and a program made of them, for tests of the command line."""

from __future__ import annotations

import os
import signal
from pathlib import Path
from typing import Annotated, Any, Literal

from app.cli.program import Program
from app.graph.kinds import KnownModel
from app.sdk import Context, Node, NodeError, Size, param, socket
from app.sdk.registry import Registry


class Start(Node):
    """A number to begin with."""

    category = "Toys"

    value: float = param(default=1.0, low=0.0, high=100.0, tip="The number.")
    whole: int = param(default=1, low=0, high=9, tip="A whole number.")
    on: bool = param(default=True, tip="Whether it counts.")
    size: Size = param(default=(64, 64), low=8, high=4096, tip="A size.")
    word: Literal["one", "two"] = param(default="one", tip="A choice.")
    text: str = param(default="", tip="Any text.")

    def run(self, ctx: Context) -> Annotated[float, "The number."]:
        return self.value if self.on else 0.0


class Show(Node):
    """Write a number into a file, or fail if it is above 50."""

    category = "Toys"
    acts = True
    is_target = True

    number: float = socket("What to write.")

    def run(self, ctx: Context) -> None:
        if self.number > 50:
            raise NodeError("The number is too large: take one up to 50.")
        folder = ctx.output_folder()
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "number.txt").write_text(str(self.number), encoding="utf-8")


class Interrupted(Node):
    """Work that is interrupted by Ctrl+C after three of a thousand steps."""

    category = "Toys"
    is_target = True

    def run(self, ctx: Context) -> Annotated[int, "Steps done."]:
        for step in range(1000):
            if step == 3:
                os.kill(os.getpid(), signal.SIGINT)
            ctx.progress(step, 1000)
        return 1000


class NoModels:
    """A shelf without models."""

    def names(self, kind: str) -> tuple[str, ...]:
        return ()

    def model(self, kind: str, name: str) -> KnownModel | None:
        return None

    def look_again(self) -> None:
        """Nothing more will come."""

    def find(self, kind: str, name: str) -> Path:
        raise NodeError("There are no models here.")


class NoDevice:
    """Services for nodes that need no device."""

    def weights(self, handle: Any, check: Any) -> Any:
        raise NodeError("There are no weights here.")

    def environment(self) -> str:
        return "toys"

    def device(self) -> str:
        return "no device"

    def free(self) -> None:
        pass

    def explain(self, error: BaseException) -> None:
        return None


def make_program() -> Program:
    """A program that knows the toys only."""
    kinds = Registry()
    for cls in (Start, Show, Interrupted):
        kinds.add(cls)
    return Program(kinds, NoModels(), NoDevice, lambda file: None, 2**20)
