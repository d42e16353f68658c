"""A seed, to feed several nodes from one place."""

from __future__ import annotations

from typing import Annotated

from app.sdk import Context, Node, kinds, param


class Seed(Node):
    """The number that random draws start from: wire it to several Samplers to keep them alike."""

    category = "Values"
    aliases = ("random", "noise")

    value: kinds.Seed = param(default=0, tip="Same seed, same picture.")

    def run(self, ctx: Context) -> Annotated[int, "The seed."]:
        return self.value
