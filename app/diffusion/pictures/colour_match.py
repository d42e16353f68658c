"""Pictures in the colours of another picture.

Pictures are (n, 3, height, width), float32 in 0 to 1.
"""

from __future__ import annotations

from typing import Literal

import numpy
import torch
from numpy.typing import NDArray
from torch import Tensor

from app.diffusion.pictures.lab import from_lab, to_lab
from app.diffusion.pictures.pictures import DifferentCounts

Way = Literal["mean and spread", "histogram"]


def match_colours(pixels: Tensor, reference: Tensor, way: Way, amount: float) -> Tensor:
    """``pixels`` with the colours of ``reference``, of any size: one picture, or as many.

    ``amount`` 0 leaves them as they are, 1 goes all the way. Raises DifferentCounts.
    """
    if len(reference) not in (1, len(pixels)):
        raise DifferentCounts(first=len(pixels), second=len(reference))
    references = reference.expand(len(pixels), -1, -1, -1)
    match = match_spread if way == "mean and spread" else match_histogram
    made = [match(one, other) for one, other in zip(pixels, references, strict=True)]
    return torch.lerp(pixels, torch.stack(made).clamp(0.0, 1.0), amount).contiguous()


def match_spread(picture: Tensor, reference: Tensor) -> Tensor:
    """(3, height, width) with the mean and standard deviation of each Lab channel of another one.

    Reinhard, Ashikhmin, Gooch and Shirley, "Color transfer between images", 2001, in CIE L*a*b*
    instead of their l-alpha-beta. A channel without any spread is only moved.
    """
    own, other = to_lab(picture), to_lab(reference)
    mean, wanted = (lab.mean((1, 2), keepdim=True) for lab in (own, other))
    spread, target = (lab.std((1, 2), correction=0, keepdim=True) for lab in (own, other))
    scale = torch.where(spread > 1e-6, target / spread.clamp_min(1e-6), 1.0)
    return from_lab((own - mean) * scale + wanted)


def match_histogram(picture: Tensor, reference: Tensor) -> Tensor:
    """(3, height, width) in which each channel's values are as frequent as in another picture.

    Gonzalez and Woods, "Digital Image Processing", section 3.3: each value becomes the one of the
    reference that as many pixels lie below.
    """
    planes = [_matched(one, other) for one, other in zip(picture, reference, strict=True)]
    return torch.stack(planes)


def _matched(plane: Tensor, reference: Tensor) -> Tensor:
    _, places, counts = numpy.unique(plane.numpy(), return_inverse=True, return_counts=True)
    wanted, wanted_counts = numpy.unique(reference.numpy(), return_counts=True)
    found = numpy.interp(_ranks(counts), _ranks(wanted_counts), wanted)
    return torch.from_numpy(found.astype(numpy.float32)[places].reshape(plane.shape))


def _ranks(counts: NDArray[numpy.intp]) -> NDArray[numpy.float64]:
    """The part of all pixels that are at most as bright as each value."""
    below: NDArray[numpy.float64] = numpy.cumsum(counts) / counts.sum()
    return below
