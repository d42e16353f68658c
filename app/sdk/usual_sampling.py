"""How a new Sampler begins beside a model: as pictures by such models are made best.

Only what differs from the Sampler's own defaults is told. Solvers and guidance of families are
those of their pipelines in diffusers; those of the models in the box were measured on prompts that
they were not taught with.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from app.graph.kinds import KnownModel
from app.graph.spec import Plain
from app.sdk.families import FLUX, SD3, SDXL
from app.sdk.usual_sizes import IN_THE_BOX

_OF_THE_BOX: Final = (IN_THE_BOX, f"{IN_THE_BOX}-inpaint", f"{IN_THE_BOX}-instruct")
_OF_FAMILIES: Final[Mapping[str, Mapping[str, Plain]]] = {
    SDXL: {"cfg": 5.0},
    SD3: {"scheduler": "Euler"},
    FLUX: {"scheduler": "Euler", "cfg": 3.5},
}


def usual_sampling(model: KnownModel | None) -> Mapping[str, Plain]:
    """The scheduler and the cfg that suit a model, where they are not the usual ones."""
    if model is None:
        return {}
    if model.name in _OF_THE_BOX:
        return {"scheduler": "Euler ancestral", "cfg": 2.5}
    return _OF_FAMILIES.get(model.family, {})
