"""Text of users and files as it is: never taken for rich text, never wider than the screen."""

from __future__ import annotations

from html import escape

LONGEST_TIP = 600
LONGEST_TITLE = 60


def tip_text(text: str) -> str:
    """Text for a tooltip, letter by letter: Qt would show ``<b>`` in it as bold."""
    shown = shortened(text, LONGEST_TIP)
    if "<" not in shown:
        return shown
    return "<span>" + escape(shown).replace("\n", "<br>") + "</span>"


def shortened(text: str, longest: int = LONGEST_TITLE) -> str:
    """Text with its end cut off where it is very long."""
    return text if len(text) <= longest else f"{text[: longest - 1]}…"
