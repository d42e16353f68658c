"""What the desktop around the window can show: a message, and progress in the task bar."""

from __future__ import annotations

import sys
from typing import Protocol

from PySide6.QtCore import QProcess, QStandardPaths
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QSystemTrayIcon

_ENTRY = "application://latent-loom.desktop"
_TIME = 8000
"""How long a message stays, in milliseconds."""


class DesktopSigns(Protocol):
    """What a desktop shows of a program that is not in front."""

    def notify(self, title: str, text: str) -> None:
        """Show a message beside the clock."""

    def progress(self, share: float | None) -> None:
        """Show how much is done in the task bar, from 0 to 1; None shows nothing."""


class BusSigns:
    """Desktops on Linux: messages by ``notify-send``, progress on the bus, where launchers listen.

    What is missing shows nothing and fails nothing.
    """

    def notify(self, title: str, text: str) -> None:
        """Have the desktop's own program show a message."""
        # Qt's messages to the bus cannot be given the unsigned number that the service insists on.
        program = QStandardPaths.findExecutable("notify-send")
        if program:
            known = ["--app-name=Latent Loom", "--icon=latent-loom", f"--expire-time={_TIME}"]
            QProcess.startDetached(program, [*known, "--", title, text])

    def progress(self, share: float | None) -> None:
        """Tell all launchers that listen."""
        from PySide6.QtDBus import QDBusConnection, QDBusMessage

        update = QDBusMessage.createSignal(
            "/com/latentloom/LatentLoom", "com.canonical.Unity.LauncherEntry", "Update"
        )
        shown = {"progress": share or 0.0, "progress-visible": share is not None}
        update.setArguments([_ENTRY, shown])
        QDBusConnection.sessionBus().send(update)


class BadgeSigns:
    """Windows and macOS: messages by the tray, progress as the number of per cent on the icon."""

    def __init__(self, icon: QIcon) -> None:
        self._tray = QSystemTrayIcon(icon)

    def notify(self, title: str, text: str) -> None:
        """Show a message, and the icon in the tray as long as it stays."""
        if QSystemTrayIcon.isSystemTrayAvailable():
            self._tray.show()
            self._tray.showMessage(title, text, self._tray.icon(), _TIME)

    def progress(self, share: float | None) -> None:
        """Write the number on the program's icon."""
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.setBadgeNumber(round(100 * (share or 0.0)))


def desktop_signs(icon: QIcon) -> DesktopSigns:
    """What this system has."""
    return BusSigns() if sys.platform.startswith("linux") else BadgeSigns(icon)
