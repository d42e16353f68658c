"""Texts put together, changed and taken apart."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from app.sdk import Context, Node, Plain, param, socket

_PLACES = ("a", "b", "c", "d")


class JoinText(Node):
    """Put texts together, in the order of their wires."""

    category = "Text"
    aliases = ("concatenate", "combine", "append", "string", "prompt")

    texts: tuple[str, ...] = socket("The texts, any number of wires.", variadic=True)
    between: str = param(default=", ", tip="What stands between them; \\n begins a new line.")
    empty: Literal["leave out", "keep"] = param(
        default="leave out", tip="What happens to texts without any letters.", advanced=True
    )

    def run(self, ctx: Context) -> Annotated[str, "One text."]:
        from app.diffusion.plain.texts import join

        return join(self.texts, self.between, keep_empty=self.empty == "keep")


class ReplaceText(Node):
    """Write something else wherever a word or phrase stands in a text."""

    category = "Text"
    aliases = ("substitute", "find", "change", "string", "prompt")

    text: str = param(default="", many_lines=True, tip="The text to change.")
    find: str = param(default="", tip="What to look for; nothing leaves the text as it is.")
    replace: str = param(default="", tip="What to write instead; nothing leaves it out.")
    case: Literal["ignored", "counts"] = param(
        default="counts", tip="Whether capital and small letters differ.", advanced=True
    )

    def run(self, ctx: Context) -> Annotated[str, "The changed text."]:
        from app.diffusion.plain.texts import replaced

        return replaced(self.text, self.find, self.replace, fold=self.case == "ignored")


class FormatText(Node):
    """Put values into the places of a text, such as `a {a} house, picture {b:3}`.

    {a} is what arrives at a. {b:3} writes a number with at least 3 places, {c:.2} with 2 behind
    the point. Only inputs that have a place are needed. {{ and }} are braces.
    """

    category = "Text"
    aliases = ("template", "fill in", "insert", "string", "prompt")

    a: Any = socket("What stands at {a}.", each=True)
    b: Any = socket("What stands at {b}.", each=True)
    c: Any = socket("What stands at {c}.", each=True)
    d: Any = socket("What stands at {d}.", each=True)
    text: str = param(default="{a}", many_lines=True, tip="The text with its places.")

    def run(self, ctx: Context) -> Annotated[str, "The text, filled in."]:
        from app.diffusion.plain.texts import filled
        from app.diffusion.plain.values import plain

        given = {name: getattr(self, name) for name in _PLACES}
        values = {name: plain(value, name) for name, value in given.items() if value is not None}
        return filled(self.text, values)

    @classmethod
    def needs(cls, parameters: Mapping[str, Plain]) -> frozenset[str] | None:
        """Only inputs that have a place in the text."""
        from app.diffusion.plain.texts import places_in

        return places_in(parameters["text"]) & frozenset(_PLACES)

    @classmethod
    def check(cls, parameters: Mapping[str, Plain]) -> None:
        """There must be an input for every place."""
        from app.diffusion.plain.texts import check_places

        check_places(parameters["text"], _PLACES)


class SplitText(Node):
    """Take a text apart, so that what follows runs once for each part.

    Write one prompt a line to make several pictures at once.
    """

    category = "Text"
    aliases = ("lines", "list", "several prompts", "separate", "for each")

    text: str = param(default="", many_lines=True, tip="The text to take apart.")
    at: str = param(default="\\n", tip="What stands between the parts; \\n is a new line.")

    def run(self, ctx: Context) -> Annotated[list[str], "The parts; empty ones are left out."]:
        from app.diffusion.plain.texts import split

        return split(self.text, self.at)
