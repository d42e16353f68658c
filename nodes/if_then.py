"""One of two inputs goes on, as a truth value says."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Generic, TypeVar

from app.sdk import Context, Node, NodeError, Plain, ValueType, param, socket

Value = TypeVar("Value")


class NothingThere(NodeError):
    """The input that should go on is not connected."""

    english = "Nothing is connected to {input}, which should go on: connect it."


class If(Node, Generic[Value]):
    """Let one of two inputs go on, as *condition* says; what feeds the other is not computed.

    Wire a Compare, a Boolean or an Expression to *condition*.
    """

    category = "Values"
    aliases = ("switch", "choose", "condition", "then", "else", "boolean")

    then: Value | None = socket("Goes on when the condition holds.")
    otherwise: Value | None = socket("Goes on when it does not.")
    condition: bool = param(default=True, tip="Which of the two goes on.")

    def run(self, ctx: Context) -> Annotated[Value, "The input that was chosen."]:
        chosen = self.then if self.condition else self.otherwise
        if chosen is None:
            raise NothingThere(input=_name(self.condition))
        return chosen

    @classmethod
    def needs(cls, parameters: Mapping[str, Plain]) -> frozenset[str] | None:
        """Only the one that goes on."""
        return frozenset({_name(parameters["condition"])}) if "condition" in parameters else None

    @classmethod
    def describe(
        cls, parameters: Mapping[str, Plain], inputs: Mapping[str, ValueType]
    ) -> Mapping[str, ValueType]:
        """What is known of the one that goes on, where no wire decides."""
        if "condition" in inputs:
            return {}
        chosen = inputs.get(_name(parameters.get("condition")))
        return {"value": chosen} if chosen else {}


def _name(condition: object) -> str:
    return "then" if condition else "otherwise"
