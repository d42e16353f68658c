"""The region of similar colour around a pixel, as a bucket fills it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage

from app.ui.masks.text import GREY

if TYPE_CHECKING:
    import numpy

    Numbers = numpy.ndarray[tuple[int], numpy.dtype[numpy.intp]]
    Flags = numpy.ndarray[tuple[int, int], numpy.dtype[numpy.bool_]]


def similar_region(picture: QImage, seed: QPoint, tolerance: int) -> QImage:
    """White where one comes from the pixel ``seed`` over pixels of a colour like its own.

    ``tolerance`` is how far red, green or blue may be from those of the seed, 0 to 255.
    """
    import numpy  # takes longer to load than a window to show

    alike = _alike(picture, seed, tolerance)
    height, width = alike.shape
    # A column of False at the end of every row: no run of pixels goes on in the next row.
    padded = numpy.zeros((height, width + 1), numpy.int8)
    padded[:, :width] = alike
    steps = numpy.diff(padded.ravel(), prepend=numpy.int8(0))
    starts, ends = numpy.flatnonzero(steps == 1), numpy.flatnonzero(steps == -1)
    first = int(numpy.searchsorted(starts, seed.y() * (width + 1) + seed.x(), "right")) - 1
    reached = _connected(starts, ends, width + 1, first)
    edges = numpy.zeros(height * (width + 1), numpy.int8)
    edges[starts[reached]], edges[ends[reached]] = 1, -1
    filled = numpy.cumsum(edges, dtype=numpy.int8).reshape(height, width + 1)[:, :width]
    grey = (filled.astype(numpy.uint8) * 255).tobytes()
    return QImage(grey, width, height, width, GREY).copy()


def _alike(picture: QImage, seed: QPoint, tolerance: int) -> Flags:
    """Which pixels have nearly the colour of the seed."""
    import numpy

    image = picture.convertToFormat(QImage.Format.Format_RGBX8888)
    width, height = image.width(), image.height()
    pixels = numpy.frombuffer(image.constBits(), numpy.uint8)
    pixels = pixels.reshape(height, image.bytesPerLine())[:, : 4 * width]
    pixels = pixels.reshape(height, width, 4)
    alike = numpy.ones((height, width), numpy.bool_)
    for channel in range(3):
        wanted = int(pixels[seed.y(), seed.x(), channel])
        low, high = max(0, wanted - tolerance), min(255, wanted + tolerance)
        alike &= (pixels[:, :, channel] >= low) & (pixels[:, :, channel] <= high)
    return alike


def _connected(starts: Numbers, ends: Numbers, stride: int, first: int) -> Numbers:
    """The runs of pixels that hang together with the first one, going from row to row.

    What a run touches in the next row lies side by side in the sorted runs, so that all runs
    that are new take one step at once: this goes on as often as there are turns, not pixels.
    """
    import numpy

    seen = numpy.zeros(len(starts), numpy.bool_)
    seen[first] = True
    new = numpy.array([first])
    while len(new):
        found = []
        for by in (stride, -stride):
            low = numpy.searchsorted(ends, starts[new] + by, "right")
            high = numpy.searchsorted(starts, ends[new] + by, "left")
            found.append(_all_between(low, high))
        touched = numpy.concatenate(found)
        new = numpy.unique(touched[~seen[touched]])
        seen[new] = True
    return numpy.flatnonzero(seen)


def _all_between(low: Numbers, high: Numbers) -> Numbers:
    """All whole numbers of several ranges, one range after another."""
    import numpy

    counts = numpy.maximum(high - low, 0)
    begins = numpy.repeat(low - numpy.cumsum(counts) + counts, counts)
    return begins + numpy.arange(counts.sum())
