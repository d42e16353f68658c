"""A formula over numbers and texts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal, NamedTuple

from app.sdk import Context, Node, Plain, ValueType, param, socket

_INPUTS = ("a", "b", "c", "d")
_TYPES = {
    "number": "Float",
    "whole number": "Integer",
    "yes or no": "Boolean",
    "text": "Text",
}


class Worked(NamedTuple):
    """What comes of a formula."""

    result: Annotated[Any, "What the formula gives."]


class Expression(Node):
    """Work out a formula, such as `a * 2 + max(b, 1)` or `"portrait" if a > b else "landscape"`.

    Inputs are called a, b, c and d; only those that the formula uses are needed. Besides + - * /
    // % ** and comparisons there are min, max, clamp, mix, snap, round, floor, ceil, abs, sqrt,
    exp, log, sin, cos, tan, pi, number, text, length, lower and upper. snap(a, 8) is the nearest
    multiple of 8.
    """

    category = "Values"
    aliases = ("math", "formula", "calculate", "arithmetic", "number")

    a: Any = socket("A number, a text, or yes or no.", each=True)
    b: Any = socket("Another.", each=True)
    c: Any = socket("Another.", each=True)
    d: Any = socket("Another.", each=True)
    formula: str = param(default="a + b", tip="What to work out.")
    gives: Literal["number", "whole number", "yes or no", "text"] = param(
        default="number",
        tip="What kind of value comes out; a whole number is the nearest one.",
    )

    def run(self, ctx: Context) -> Worked:
        from app.diffusion.plain.formulas import work_out
        from app.diffusion.plain.values import as_kind, plain

        given = {name: getattr(self, name) for name in _INPUTS}
        values = {name: plain(value, name) for name, value in given.items() if value is not None}
        return Worked(as_kind(work_out(self.formula, values), self.gives, self.formula))

    @classmethod
    def needs(cls, parameters: Mapping[str, Plain]) -> frozenset[str] | None:
        """Only the inputs that the formula uses."""
        from app.diffusion.plain.formulas import names_in

        return names_in(parameters["formula"], frozenset(_INPUTS))

    @classmethod
    def check(cls, parameters: Mapping[str, Plain]) -> None:
        """The formula must be one."""
        from app.diffusion.plain.formulas import read_formula

        read_formula(parameters["formula"], frozenset(_INPUTS))

    @classmethod
    def describe(
        cls, parameters: Mapping[str, Plain], inputs: Mapping[str, ValueType]
    ) -> Mapping[str, ValueType]:
        """The kind of value that was asked for."""
        kind = _TYPES.get(str(parameters.get("gives")))
        return {"result": ValueType(kind)} if kind else {}
