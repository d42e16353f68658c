"""Masks that were painted by hand, out of the text that a graph keeps them in."""

from __future__ import annotations

import base64
from io import BytesIO

import numpy
import torch
from PIL import Image as Pillow
from torch import Tensor

from app.diffusion.pictures.files import LARGEST
from app.sdk.errors import NodeError


class NothingPainted(NodeError):
    """The text is empty."""

    english = (
        "Nothing is painted yet: click on Edit, or paint on a picture in the viewer and use that "
        "as the mask."
    )


class DamagedMask(NodeError):
    """The text is no picture."""

    english = "The painted mask cannot be read, so its text was changed elsewhere: paint it anew."


def painted(text: str) -> Tensor:
    """The mask (1, 1, height, width) in a base64 text of a grey PNG picture. Raises NodeError."""
    if not text.strip():
        raise NothingPainted
    try:
        with Pillow.open(BytesIO(base64.b64decode(text, validate=True)), formats=("PNG",)) as png:
            if png.width * png.height > LARGEST:
                raise DamagedMask
            grey = numpy.array(png.convert("L"), numpy.float32) / 255.0
    except NodeError:
        raise
    except Exception as error:  # a decoder fails in many ways on damaged bytes
        raise DamagedMask from error
    return torch.from_numpy(grey[None, None].copy())
