"""Which file a path in a parameter means."""

from __future__ import annotations

from pathlib import Path

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
"""What comes with the program: models, starter graphs, sample pictures."""

PREFIX = "resources:"


def full_path(path: str) -> Path:
    """The file that ``path`` names, as an absolute path; it does not have to exist.

    ``resources:pictures/x.png`` lies in what comes with the program, so that starter graphs work
    from wherever they are saved; ``~`` is the user's home; anything else that is relative starts
    from the current folder.
    """
    path = path.strip()
    if path.startswith(PREFIX):
        return RESOURCES / path.removeprefix(PREFIX)
    try:
        return Path(path).expanduser().absolute()
    except RuntimeError:  # "~name" of a user whom this system does not know
        return Path(path).absolute()
