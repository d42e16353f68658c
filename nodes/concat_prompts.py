"""Two encoded prompts, one after the other."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from app.sdk import Conditioning, Context, Node, Passes, Plain, ValueType, socket
from app.sdk.traits import family_from


class ConcatPrompts(Node):
    """Let the network see the words of two prompts at once, the second ones behind the first.

    As BREAK between two texts does: the words of one do not colour those of the other.
    """

    category = "Conditioning"
    aliases = ("ConditioningConcat", "BREAK", "join prompts", "append")

    first: Conditioning = socket("The words that come first.")
    second: Conditioning = socket("The words that come after them.")

    def run(self, ctx: Context) -> Annotated[Conditioning, "The words of both.", Passes("first")]:
        """Put the tokens one after the other."""
        from app.diffusion.text.arithmetic import concat

        return concat(self.first, self.second)

    @classmethod
    def describe(
        cls, parameters: Mapping[str, Plain], inputs: Mapping[str, ValueType]
    ) -> Mapping[str, ValueType]:
        """The prompts are for one family."""
        return family_from(cls, inputs, ("first", "second"))
