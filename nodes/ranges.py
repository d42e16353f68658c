"""Lists of numbers."""

from __future__ import annotations

from typing import Annotated

from app.sdk import LARGEST_INTEGER, Context, Node, param


class Range(Node):
    """List whole numbers, such as 0, 1, 2: what follows runs once for each.

    Wire it to a seed for several pictures, or to any other number.
    """

    category = "Lists"
    aliases = ("for each", "loop", "count", "sequence", "seeds", "list")

    first: int = param(default=0, low=-LARGEST_INTEGER, high=LARGEST_INTEGER, tip="Where to begin.")
    step: int = param(
        default=1, low=-1_000_000, high=1_000_000, tip="How far each is from the one before."
    )
    count: int = param(default=4, low=1, high=1000, tip="How many numbers.")

    def run(self, ctx: Context) -> Annotated[list[int], "The numbers."]:
        from app.diffusion.plain.lists import whole_numbers

        return whole_numbers(self.first, self.step, self.count)


class FloatRange(Node):
    """List numbers at equal distances between two, both of them included."""

    category = "Lists"
    aliases = ("for each", "loop", "linspace", "steps", "sequence", "list")

    first: float = param(default=0.0, low=-1e12, high=1e12, step=0.1, tip="The first number.")
    last: float = param(default=1.0, low=-1e12, high=1e12, step=0.1, tip="The last number.")
    count: int = param(default=5, low=1, high=1000, tip="How many numbers.")

    def run(self, ctx: Context) -> Annotated[list[float], "The numbers."]:
        from app.diffusion.plain.lists import numbers_between

        return numbers_between(self.first, self.last, self.count)
