"""From the engine's values to Qt's pictures, away from the thread of the screen."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, Protocol, runtime_checkable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QImage

from app.sdk.context import Picture
from app.ui.canvas.look import CAPTION

THUMBNAIL = 384
"""Longest side of a picture on a node, in pixels."""

LARGEST_BATCH = 64
"""Of how many pictures of a batch all are shown at once."""

PLAYS = "\u25b6"
"""Marks what moves."""

log = logging.getLogger(__name__)


@runtime_checkable
class Pictured(Protocol):
    """A value that can be shown: an Image or a Mask, holding ``len`` pictures."""

    def __len__(self) -> int: ...

    def picture(self, index: int = 0) -> Picture:
        """One picture of the batch."""


@runtime_checkable
class Moving(Protocol):
    """Pictures that may be the frames of a video: ``rate`` of them make a second, 0 where not."""

    @property
    def rate(self) -> float: ...


@dataclass(frozen=True)
class Several:
    """The pictures of a list, one after the other, as if they were one batch."""

    parts: Sequence[Pictured]

    def __len__(self) -> int:
        return sum(map(len, self.parts))

    def picture(self, index: int = 0) -> Picture:
        """One of all pictures; raises IndexError."""
        for part in self.parts:
            if index < len(part):
                return part.picture(index)
            index -= len(part)
        raise IndexError(index)


def pictured(value: Any) -> Pictured | None:
    """A value, or a list of such values, that can be shown; None for any other."""
    if isinstance(value, list | tuple):
        parts = [part for part in value if isinstance(part, Pictured)]
        return Several(parts) if parts and len(parts) == len(value) else None
    return value if isinstance(value, Pictured) else None


def rate_of(value: Pictured) -> float:
    """Frames a second of a video, or of the first of several; 0 for pictures."""
    parts = value.parts if isinstance(value, Several) else [value]
    rates = [part.rate if isinstance(part, Moving) else 0.0 for part in parts]
    return rates[0] if rates and all(rates) else 0.0


@dataclass(frozen=True)
class Shown:
    """One picture of a value, ready for the screen; ``thumbnail`` fits onto a node.

    ``rate``: frames a second where the value is a video, else 0.
    """

    node: str
    fingerprint: str
    index: int
    count: int
    image: QImage
    thumbnail: QImage
    rate: float = 0.0


def to_image(picture: Picture) -> QImage:
    """A QImage that owns its pixels."""
    stride = picture.width * 3
    if len(picture.rgb) < stride * picture.height:  # Qt would read on behind its end
        raise ValueError("a picture has too few bytes")
    shared = QImage(picture.rgb, picture.width, picture.height, stride, QImage.Format.Format_RGB888)
    return shared.copy()


def to_thumbnail(image: QImage) -> QImage:
    """The image, at most THUMBNAIL pixels on its longer side."""
    if max(image.width(), image.height()) <= THUMBNAIL:
        return image
    return image.scaled(
        THUMBNAIL,
        THUMBNAIL,
        Qt.AspectRatioMode.KeepAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )


def captioned(image: QImage, count: int = 1, rate: float = 0.0) -> QImage:
    """The thumbnail of a picture, which tells the picture's size below it on a card.

    That of a video, which has a ``rate``, tells as well how long it lasts.
    """
    thumbnail = QImage(to_thumbnail(image))
    length = f"{PLAYS} {count / rate:.3g} s   " if rate else ""
    thumbnail.setText(CAPTION, f"{length}{image.width()} \u00d7 {image.height()}")
    return thumbnail


class PictureLoader(QObject):
    """Fetches values by fingerprint and turns them into pictures on a thread of its own."""

    loaded = Signal(Shown)
    _brought = Signal(object, object)
    batch_loaded = Signal(str, list)
    """All pictures of a value: its fingerprint, and their QImages."""

    def __init__(self, fetch: Callable[[str], Any], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fetch = fetch
        self._brought.connect(lambda then, image: then(image))
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="pictures")

    def load(self, node: str, fingerprint: str, index: int = 0) -> None:
        """Ask for one picture; ``loaded`` brings it, or never comes where the value is gone."""
        self._pool.submit(self._load, node, fingerprint, index)

    def bring(self, name: str, then: Callable[[QImage | None], None]) -> None:
        """Call ``then`` with the picture called ``fingerprint:number``; None where it is gone."""
        self._pool.submit(self._bring, name, then)

    def load_batch(self, node: str, fingerprint: str) -> None:
        """Ask for all pictures of a value; ``batch_loaded`` brings them."""
        self._pool.submit(self._load_batch, node, fingerprint)

    def close(self) -> None:
        """Forget what was asked for and end the thread."""
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _load(self, node: str, fingerprint: str, index: int) -> None:
        try:
            value = pictured(self._fetch(fingerprint))
            if not value:
                return
            count = len(value)
            index = min(index, count - 1)
            image = to_image(value.picture(index))
            rate = rate_of(value)
            thumbnail = captioned(image, count, rate)
            shown = Shown(node, fingerprint, index, count, image, thumbnail, rate)
            self.loaded.emit(shown)
        except Exception:  # the end of this thread's road: nobody waits for the future
            log.exception("A picture of %s cannot be shown", node)

    def _bring(self, name: str, then: Callable[[QImage | None], None]) -> None:
        image: QImage | None = None
        try:
            fingerprint, _, number = name.rpartition(":")
            value = pictured(self._fetch(fingerprint)) if fingerprint else None
            if value and number.isdigit() and int(number) < len(value):
                image = to_image(value.picture(int(number)))
        except Exception:  # the end of this thread's road: nobody waits for the future
            log.exception("A picture cannot be brought")
        self._brought.emit(then, image)

    def _load_batch(self, node: str, fingerprint: str) -> None:
        try:
            value = pictured(self._fetch(fingerprint))
            if value:
                count = min(len(value), LARGEST_BATCH)
                images = [to_image(value.picture(index)) for index in range(count)]
                self.batch_loaded.emit(fingerprint, images)
        except Exception:  # the end of this thread's road: nobody waits for the future
            log.exception("The pictures of %s cannot be shown", node)
