"""Numbers and yes-or-no, to feed several nodes from one place."""

from __future__ import annotations

from typing import Annotated

from app.sdk import LARGEST_INTEGER, Context, Node, param


class Integer(Node):
    """A whole number."""

    category = "Values"
    aliases = ("number", "int", "constant")

    value: int = param(
        default=0, low=-LARGEST_INTEGER, high=LARGEST_INTEGER, tip="The whole number."
    )

    def run(self, ctx: Context) -> Annotated[int, "The number."]:
        return self.value


class Float(Node):
    """A number with a fraction."""

    category = "Values"
    aliases = ("number", "decimal", "constant")

    value: float = param(default=0.0, low=-1e12, high=1e12, step=0.1, tip="The number.")

    def run(self, ctx: Context) -> Annotated[float, "The number."]:
        return self.value


class Boolean(Node):
    """Yes or no."""

    category = "Values"
    aliases = ("bool", "true", "false", "toggle")

    value: bool = param(default=False, tip="On for yes, off for no.")

    def run(self, ctx: Context) -> Annotated[bool, "Yes or no."]:
        return self.value
