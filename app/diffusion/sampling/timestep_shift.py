"""Another shift of the noise levels than the one that came with a model."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from app.diffusion.sampling.flow import is_flow
from app.diffusion.sampling.schedulers import read_schedule
from app.sdk.errors import NodeError
from app.sdk.models import Model


class NoShift(NodeError):
    """A model was not trained on the straight way."""

    english = (
        "{family} models have no timestep shift: use it with models of rectified flow, such as "
        "SD 3 and Flux."
    )


def shifted(model: Model, shift: float) -> Model:
    """The model with one shift for pictures of every size; raises NoShift."""
    return _changed(model, {"shift": shift, "use_dynamic_shifting": False})


def shifted_by_size(model: Model, low: float, high: float) -> Model:
    """The model with a shift that grows with the picture; raises NoShift.

    ``low`` and ``high`` are its logarithms at 256 and at 4096 patches (256 x 256 and 1024 x 1024
    pixels), unless the model was trained with other sizes.
    """
    grows = {"use_dynamic_shifting": True, "base_shift": low, "max_shift": high}
    return _changed(model, grows)


def _changed(model: Model, changes: dict[str, Any]) -> Model:
    trained = read_schedule(model.schedule)
    if not is_flow(trained):
        raise NoShift(family=model.weights.family)
    return replace(model, schedule=json.dumps({**trained, **changes}, sort_keys=True))
