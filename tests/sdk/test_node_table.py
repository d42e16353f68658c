"""The reference of all nodes in docs."""

from __future__ import annotations

from typing import Annotated, Literal

from app.sdk import Context, Image, Node, Passes, Size, param, socket
from app.sdk.node_table import COMMAND, PAGE, page
from tests.nodes.desk import registry


class Tint(Node):
    """Colour a picture.

    With a | in the text.
    """

    category = "Toys"

    image: Image | None = socket("A picture.", each=True)
    how: Literal["warm", "cold"] = param(default="warm", tip="Which way.")
    size: Size = param(default=(2, 3), low=1, high=9, unit="px", tip="How large.")

    def run(self, ctx: Context) -> Annotated[Image, "The tinted picture.", Passes("image")]:
        raise NotImplementedError


def test_the_page_says_everything_that_a_node_declares() -> None:
    lines = page([Tint.spec]).splitlines()
    assert "| [Tint](#tint) | Toys | Colour a picture. |" in lines
    assert "| input | `image` | Image | optional | A picture. |" in lines
    assert "| parameter | `how` | Choice | `warm`, `cold`; default `warm` | Which way. |" in lines
    assert "| parameter | `size` | Size | 1 to 9 px; default `2 x 3` | How large. |" in lines
    assert "| output | `image` | Image | bypassed: `image` | The tinted picture. |" in lines


def test_the_page_in_docs_is_up_to_date() -> None:
    found = PAGE.read_text(encoding="utf-8") if PAGE.exists() else ""
    assert found == page(registry().specs()), f"docs/nodes.md is old: run {COMMAND}"
