"""All keys, grouped as in the menus.

``python -m app.ui.keys.sheet`` writes them as a page of the documentation.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from app.ui.actions.table import GROUPS, SEPARATOR, SUBMENUS, Scope
from app.ui.words import mark, plain

PAGE = Path(__file__).parents[3] / "docs" / "shortcuts.md"
COMMAND = "python -m app.ui.keys.sheet"

SCOPES: dict[Scope, str] = {
    "window": "",
    "canvas": mark("on the canvas"),
    "viewer": mark("in the viewer"),
}
"""Where keys act, in words."""

HANDS = (
    (mark("Search for a node"), mark("Tab, a tap of Space, or double-click where nothing is")),
    (mark("Move over the canvas"), mark("Middle button, or hold Space and drag")),
    (mark("Zoom"), mark("Wheel, or pinch")),
    (mark("Select several"), mark("Drag where nothing is; Ctrl or Shift adds")),
    (mark("Connect"), mark("Drag from socket to socket, or onto nothing to search")),
    (mark("Move all wires of a socket"), mark("Ctrl+drag on the socket")),
    (mark("Cut wires"), mark("Hold Y, or Alt+Shift, and drag across them")),
    (mark("Lead a wire through a dot"), mark("Double-click or Alt+click on it")),
    (mark("Insert into a wire"), mark("Drop a node on it; Alt prevents it")),
    (mark("Copy by dragging"), mark("Alt+drag a node")),
    (mark("Change a value"), mark("Click on it; drag a number; double-click resets it")),
    (mark("Give up a drag"), mark("Esc")),
    (mark("Use a painted mask, or give it up"), mark("Enter, or Esc")),
    (mark("Take painted strokes back"), mark("Ctrl+Z, while the mask is painted")),
)
"""What the mouse does, with the keys that are held with it."""


@dataclass(frozen=True)
class Line:
    """One action with its keys, and where they act."""

    id: str
    text: str
    keys: tuple[str, ...]
    scope: Scope
    tip: str


Section = tuple[str, tuple[Line, ...]]


def sections(keys_of: Callable[[str], tuple[str, ...]] | None = None) -> tuple[Section, ...]:
    """The menus with those of their actions that have keys; ``keys_of`` gives other ones."""
    made = []
    for title, specs in GROUPS:
        lines = []
        for spec in specs:
            if spec is SEPARATOR or spec.id in SUBMENUS:
                continue
            keys = keys_of(spec.id) if keys_of else spec.shortcuts
            if keys:
                lines.append(Line(spec.id, spec.text, tuple(keys), spec.scope, spec.tip))
        if lines:
            made.append((title, tuple(lines)))
    return tuple(made)


def page() -> str:
    """The sheet as Markdown."""
    parts = [
        f"# Keys\n\nMade from the table of actions by `{COMMAND}`; change the table, not this page."
        "\nAll keys can be changed in the settings. On a Mac, Cmd stands for Ctrl.\n"
    ]
    for title, lines in sections():
        rows = [
            (plain(line.text), _marked(line.keys), SCOPES[line.scope], line.tip) for line in lines
        ]
        parts.append(f"## {plain(title)}\n")
        parts.append(_table(("Action", "Keys", "Where", "What it does"), rows))
    parts.append("## By hand\n")
    parts.append(_table(("What", "How"), HANDS))
    return "\n".join(parts)


def _marked(keys: Iterable[str]) -> str:
    names = dict.fromkeys(key.replace("Return", "Enter") for key in keys)
    return ", ".join(f"`{name}`" for name in names)


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [head, ("---",) * len(head), *rows]
    return "\n".join(f"| {' | '.join(row)} |" for row in lines) + "\n"


def main() -> None:
    """Write ``docs/shortcuts.md``."""
    PAGE.write_text(page(), encoding="utf-8")
    sys.stdout.write(f"{PAGE}\n")


if __name__ == "__main__":
    main()
