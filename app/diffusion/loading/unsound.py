"""Which weight of a network is no number, looked for once its work came to nothing.

Looking through all weights at every load would take as long as reading them twice. NaN spreads to
everything that it touches, so it is enough to look when it was met.
"""

from __future__ import annotations

import torch

from app.diffusion.loading.weights import open_weights, shapes_of
from app.sdk.errors import NodeError
from app.sdk.models import Weights

_CPU = torch.device("cpu")


class UnsoundWeights(NodeError):
    """A weight of a network is NaN or infinite."""

    english = (
        "The weight {tensor} of {file} is not a number, so nothing can be made with this model: "
        "download or copy it again, or use another version of it."
    )


def check_weights(weights: Weights) -> None:
    """Raise UnsoundWeights where a file holds NaN or infinity; reads all of the network's weights.

    Numbers are looked at in the type that they are stored in, or as single floats. Weights that
    can no longer be read tell nothing, and what was met is told without them.
    """
    try:
        name = _unsound(weights)
    except (NodeError, OSError):
        return
    if name is not None:
        raise UnsoundWeights(tensor=name, file=weights.place)


def _unsound(weights: Weights) -> str | None:
    """The first weight that is no number."""
    with open_weights(weights) as read:
        for name in shapes_of(weights):
            tensor = read(name, _CPU, torch.float32)
            if tensor.is_floating_point() and not bool(torch.isfinite(tensor).all()):
                return name
    return None
