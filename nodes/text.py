"""Text, to feed several nodes from one place."""

from __future__ import annotations

from typing import Annotated

from app.sdk import Context, Node, param


class Text(Node):
    """A text of any length."""

    category = "Values"
    aliases = ("string", "prompt", "words")

    value: str = param(default="", many_lines=True, tip="The text.")

    def run(self, ctx: Context) -> Annotated[str, "The text."]:
        return self.value
