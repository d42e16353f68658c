"""Which of two numbers is larger, and whether texts are alike."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from app.sdk import Context, Node, param, socket


class Compare(Node):
    """Compare two numbers or texts; wire what comes out to an If.

    Texts that hold numbers are compared as numbers with numbers.
    """

    category = "Values"
    aliases = ("equal", "larger", "smaller", "condition", "logic", "is")

    first: Any = socket("A number or a text.", each=True)
    second: Any | None = socket("What to compare it with, instead of *value*.", each=True)
    value: str = param(
        default="0", tip="What to compare it with, where nothing is connected to second."
    )
    test: Literal["=", "≠", "<", "≤", ">", "≥", "contains", "starts with", "ends with"] = param(
        default="=", tip="What must hold."
    )
    case: Literal["ignored", "counts"] = param(
        default="ignored", tip="Whether capital and small letters differ in texts.", advanced=True
    )

    def run(self, ctx: Context) -> Annotated[bool, "Whether it holds."]:
        from app.diffusion.plain.comparing import holds
        from app.diffusion.plain.values import plain

        other = self.value if self.second is None else plain(self.second, "second")
        return holds(plain(self.first, "first"), self.test, other, fold=self.case == "ignored")
