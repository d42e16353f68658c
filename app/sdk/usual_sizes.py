"""How large a picture is where nobody has chosen a size: as large as its model was made for.

Told without opening the model, so that a node that is added can begin with it.
"""

from __future__ import annotations

from typing import Final

from app.graph.kinds import KnownModel
from app.sdk.families import FLUX, SD3, SDXL, SDXL_REFINER

IN_THE_BOX: Final = "pocket"
"""The model that comes with the program, and with which everything begins."""

_SMALL, _USUAL, _LARGE = 128, 512, 1024
_LARGE_FAMILIES = (SDXL, SDXL_REFINER, SD3, FLUX)


def usual_side(model: KnownModel | None) -> int:
    """Pixels of each side of the pictures of a model; None stands for the model in the box.

    What the model says of itself counts; of one that says nothing, what its family is made for.
    """
    if model is not None and model.side:
        return model.side
    if model is None or model.name == IN_THE_BOX:
        return _SMALL
    return _LARGE if model.family in _LARGE_FAMILIES else _USUAL
