"""Values that stay in the worker process, as the window holds them."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol, runtime_checkable

from app.engine.errors import EngineError
from app.engine.process.messages import Parted, Pictures
from app.sdk.context import Picture
from app.sdk.encoding import Array, CannotDecode, CannotEncode, Encoded, decode, encode


class PictureGone(EngineError):
    """A picture is not kept any more."""

    english = "This picture is not kept any more: run its graph again."


@runtime_checkable
class Shown(Protocol):
    """A value that can be shown: ``len`` pictures."""

    def __len__(self) -> int: ...

    def picture(self, index: int = 0) -> Picture:
        """One of the pictures."""


@dataclass(frozen=True)
class FarPictures:
    """Pictures in the worker process; ``ask`` brings one. Holds no pixels and needs no torch.

    ``rate``: frames a second of a video, else 0.
    """

    what: Pictures
    ask: Callable[[str, int, int], Picture | None]

    def __len__(self) -> int:
        return self.what.count

    @property
    def rate(self) -> float:
        """Frames a second of a video, else 0."""
        return self.what.rate

    def picture(self, index: int = 0) -> Picture:
        """One of the pictures; raises IndexError, and PictureGone."""
        if not 0 <= index < len(self):
            raise IndexError(index)
        found = self.ask(self.what.fingerprint, self.what.place, index)
        if found is None:
            raise PictureGone()
        return found


def sent(fingerprint: str, value: Any) -> Any:
    """What crosses in place of a value: a note of its pictures, else the value taken apart.

    None where it is nothing that can cross.
    """
    if isinstance(value, Shown):
        return _note(fingerprint, -1, value)
    if isinstance(value, list | tuple) and value and all(isinstance(v, Shown) for v in value):
        return [_note(fingerprint, place, part) for place, part in enumerate(value)]
    try:
        encoded = encode(value)
    except CannotEncode:
        return None
    arrays = ((each.dtype, each.shape, bytes(each.data)) for each in encoded.arrays)
    return Parted(json.dumps(encoded.tree), tuple(arrays))


def _note(fingerprint: str, place: int, value: Shown) -> Pictures:
    return Pictures(fingerprint, place, len(value), float(getattr(value, "rate", 0.0)))


def picture_in(value: Any, place: int, index: int) -> Picture | None:
    """One picture of a value, or of one in a list; None where the value is another by now."""
    part = value[place] if place >= 0 and isinstance(value, list | tuple) else value
    return part.picture(index) if isinstance(part, Shown) and index < len(part) else None


def received(found: Any, ask: Callable[[str, int, int], Picture | None]) -> Any:
    """The value, or what stands for it on this side; None where it cannot be put together here."""
    if isinstance(found, Pictures):
        return FarPictures(found, ask)
    if isinstance(found, list):
        return [received(each, ask) for each in found]
    if not isinstance(found, Parted):
        return None
    try:
        arrays = [Array(*each) for each in found.arrays]
        return decode(Encoded(json.loads(found.tree), arrays))
    except CannotDecode:  # its kind is only known where torch is
        return None
