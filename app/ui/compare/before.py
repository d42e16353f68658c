"""The finished picture that was seen before the one that is new."""

from __future__ import annotations

from app.ui.viewer.known_picture import KnownPicture


class Before:
    """Remembers two finished pictures, so that a change can be seen without having kept anything.

    Previews do not count, nor does the same picture from another node.
    """

    def __init__(self) -> None:
        self.picture: KnownPicture | None = None
        self._last: KnownPicture | None = None

    def take(self, picture: KnownPicture | None) -> None:
        """Another picture is new, or none."""
        if picture is None or not picture.fingerprint:
            return
        if self._last is not None and self._last.image != picture.image:
            self.picture = self._last
        self._last = picture
