"""A seed for each picture of a batch."""

from __future__ import annotations

from typing import Annotated

from app.sdk import Context, Node, Seeds, param


class SeedList(Node):
    """Choose the seed of every picture: the Sampler makes one picture for each.

    Pictures whose seed was in the list before are not made again.
    """

    category = "Values"
    aliases = ("batch", "variations", "seeds")

    seeds: str = param(default="0-3", tip="Seeds and ranges with commas between, as in 1, 5, 9-12.")

    def run(self, ctx: Context) -> Annotated[Seeds, "The seeds, in this order."]:
        """Read the list."""
        from app.diffusion.sampling.seeds import read_seeds

        return read_seeds(self.seeds)
