"""Where models lie that were looked at lately, by their content.

A handle that was kept yesterday tells where its model lay yesterday. Since then the folder may have
been moved, or another model have taken its place; the handle still stands for its content.
"""

from __future__ import annotations

from pathlib import Path

_lately: dict[str, Path] = {}
"""One entry for each content; threads only ever replace entries."""


def note_place(content: str, path: Path) -> None:
    """A model with this content, as FileContents tells it, lies at ``path``."""
    _lately[content] = path


def place_of(content: str, path: str) -> Path:
    """Where a model of this content was seen last; ``path`` if it is not there any more either."""
    found = _lately.get(content)
    return found if found is not None and found.exists() else Path(path)
