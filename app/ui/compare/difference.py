"""How far two pictures differ, pixel by pixel: found away from the thread of the screen."""

from __future__ import annotations

import logging
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QImage, QPainter

from app.ui.words import tr

GAINS = (1, 2, 4, 8, 16, 32)
"""How much a difference is brightened: each twice the one before."""

_PLAIN = QImage.Format.Format_RGB32

log = logging.getLogger(__name__)


@dataclass(frozen=True, eq=False)
class Difference:
    """A picture of the differences, and what they are in numbers.

    ``largest`` and ``mean`` are of 255; ``share`` is the part of all pixels that differ at all.
    """

    image: QImage
    largest: int
    mean: float
    share: float


def difference(first: QImage, second: QImage, gain: int = 1) -> Difference:
    """Absolute difference of every channel, ``gain`` times as bright (one of GAINS).

    The second picture is scaled to the size of the first.
    """
    plain = _absolute(first, second)
    largest, mean, share = _measured(plain)
    return Difference(_brightened(plain, gain), largest, mean, share)


def _absolute(first: QImage, second: QImage) -> QImage:
    result, other = _flat(first), _flat(second)
    if other.size() != result.size():
        other = other.scaled(
            result.size(),
            Qt.AspectRatioMode.IgnoreAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
    painter = QPainter(result)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Difference)
    painter.drawImage(0, 0, other)
    painter.end()
    return result


def _flat(image: QImage) -> QImage:
    """The picture over black, so that what is transparent counts as well."""
    if not image.hasAlphaChannel():
        return image.convertToFormat(_PLAIN)
    flat = QImage(image.size(), _PLAIN)
    flat.fill(0)
    painter = QPainter(flat)
    painter.drawImage(0, 0, image)
    painter.end()
    return flat


def _brightened(image: QImage, gain: int) -> QImage:
    """The picture doubled until it is ``gain`` times as bright."""
    for _ in range(gain.bit_length() - 1):
        once = image.copy()
        painter = QPainter(image)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Plus)
        painter.drawImage(0, 0, once)
        painter.end()
    return image


def _measured(image: QImage) -> tuple[int, float, float]:
    import numpy  # takes longer to load than a window to show

    packed = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = numpy.frombuffer(packed.constBits(), numpy.uint8)
    rows = rows.reshape(packed.height(), packed.bytesPerLine())[:, : packed.width() * 3]
    pixels = rows.reshape(packed.height(), packed.width(), 3)
    share = float((pixels.max(axis=2) > 0).mean())
    return int(pixels.max()), float(pixels.mean()), share


class DifferenceFinder(QObject):
    """Finds differences on a thread of its own; only the newest that was asked for is told."""

    found = Signal(Difference)
    _done = Signal(int, Difference)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._newest = 0
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="difference")
        self._done.connect(self._tell)

    def find(self, first: QImage, second: QImage, gain: int) -> None:
        """Ask for a difference; ``found`` brings it unless another is asked for before."""
        self._newest += 1
        self._pool.submit(self._find, self._newest, first, second, gain)

    def cancel(self) -> None:
        """Want none of those that were asked for."""
        self._newest += 1

    def close(self) -> None:
        """End the thread."""
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _find(self, number: int, first: QImage, second: QImage, gain: int) -> None:
        if number != self._newest:
            return
        try:
            self._done.emit(number, difference(first, second, gain))
        except Exception:  # the end of this thread's road: nobody waits for the future
            log.exception("Two pictures cannot be compared")

    def _tell(self, number: int, result: Difference) -> None:
        if number == self._newest:
            self.found.emit(result)


def difference_words(found: Difference) -> str:
    """How far two pictures differ, in few words."""
    if found.largest == 0:
        return tr("A and B are the same")
    return tr(
        "{share:.1%} differ · mean {mean:.1f} · most {largest}",
        share=found.share,
        mean=found.mean,
        largest=found.largest,
    )
