"""One of several inputs goes on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Generic, Literal, TypeVar

from app.sdk import Context, Node, NodeError, Plain, ValueType, param, socket

Value = TypeVar("Value")


class NothingChosen(NodeError):
    """The chosen input of a switch is not connected."""

    english = "Nothing is connected to {input}, which is in use: connect it, or use another input."


class Switch(Node, Generic[Value]):
    """Let one of up to four inputs go on; what feeds the others is not computed."""

    category = "Values"
    aliases = ("choose", "select", "if", "route")

    first: Value | None = socket("Goes on when the first is in use.")
    second: Value | None = socket("Goes on when the second is in use.")
    third: Value | None = socket("Goes on when the third is in use.")
    fourth: Value | None = socket("Goes on when the fourth is in use.")
    use: Literal["first", "second", "third", "fourth"] = param(
        default="first", tip="Which input goes on."
    )

    def run(self, ctx: Context) -> Annotated[Value, "The input in use."]:
        chosen: Value | None = getattr(self, self.use)
        if chosen is None:
            raise NothingChosen(input=self.use)
        return chosen

    @classmethod
    def needs(cls, parameters: Mapping[str, Plain]) -> frozenset[str] | None:
        return frozenset({parameters["use"]}) if "use" in parameters else None

    @classmethod
    def describe(
        cls, parameters: Mapping[str, Plain], inputs: Mapping[str, ValueType]
    ) -> Mapping[str, ValueType]:
        chosen = inputs.get(str(parameters.get("use")))
        return {"value": chosen} if chosen else {}
