"""Links in notes: they open only when they are asked to, and only pages of the web."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QMouseEvent

from app.ui.words import tr


class LinkPress:
    """The press on a link with Ctrl held; letting go opens it in the system's browser."""

    def __init__(self, address: str, refuse: Callable[[str], None]) -> None:
        self._url = QUrl(address)
        self._refuse = refuse

    def move(self, event: QMouseEvent) -> None:
        """Nothing: a link cannot be dragged."""

    def release(self, event: QMouseEvent) -> None:
        """Open the page."""
        if self._url.scheme() in ("http", "https"):
            QDesktopServices.openUrl(self._url)
        else:
            self._refuse(
                tr(
                    "{link} is not a page of the web: notes open only links with http or https.",
                    link=self._url.toDisplayString(),
                )
            )

    def cancel(self) -> None:
        """Nothing was done yet."""
