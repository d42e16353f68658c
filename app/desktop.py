"""Whether a window can be had on this machine, and what to do where it cannot. Loads no Qt."""

from __future__ import annotations

import ctypes
import importlib.metadata
import sys
from collections.abc import Mapping, Sequence

from app.graph.errors import LoomError

# Qt's X11 plug-in ends the process where one of these is missing, so they are tried beforehand.
X11_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
QT_PACKAGES = "libegl1 libgl1 libxkbcommon0 libfontconfig1 libdbus-1-3 libglib2.0-0"


class NoWindow(LoomError):
    """A window cannot be opened here."""


class NoDisplay(NoWindow):
    """Nobody could see a window."""

    english = (
        "There is no display to open a window on: start from a desktop session, or run without a "
        "window: python main.py run resources/graphs/text-to-image.loom"
    )


class MissingLibrary(NoWindow):
    """Qt lacks libraries of the system."""

    english = (
        "Qt cannot start because this system lacks {missing}: on Debian and Ubuntu, "
        "sudo apt install {packages}"
    )


class BadPair(NoWindow):
    """This PySide6 crashes on this Python."""

    english = (
        "PySide6 {qt} crashes on Python {python}: install an older one with "
        "pip install 'PySide6-Essentials<6.12', or start with Python 3.12 or newer."
    )


def check_pair(qt: str, python: Sequence[int]) -> None:
    """Raise BadPair for PySide6 6.12 and newer on a Python before 3.12 (PYSIDE-3474)."""
    version = tuple(int(part) for part in qt.split(".")[:2])
    if version >= (6, 12) and tuple(python[:2]) < (3, 12):
        raise BadPair(qt=qt, python=".".join(str(part) for part in python[:2]))


def check_desktop(platform: str, environment: Mapping[str, str]) -> None:
    """Raise NoWindow where Qt could not show anything; ``platform`` as in ``sys.platform``."""
    check_pair(importlib.metadata.version("PySide6-Essentials"), sys.version_info[:3])
    if not platform.startswith("linux") or environment.get("QT_QPA_PLATFORM"):
        return
    if environment.get("WAYLAND_DISPLAY"):
        return
    if not environment.get("DISPLAY"):
        raise NoDisplay()
    missing = [name for name in X11_LIBRARIES if not _loads(name)]
    if missing:
        packages = " ".join(X11_LIBRARIES[name] for name in missing)
        raise MissingLibrary(missing=", ".join(missing), packages=packages)


def explain_import(error: ImportError) -> MissingLibrary | None:
    """The sentence for a Qt module that misses a library of the system; None for another error."""
    text = str(error)
    if "cannot open shared object file" not in text:
        return None
    return MissingLibrary(missing=text.partition(":")[0], packages=QT_PACKAGES)


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
