"""Saves a picture again and again, each time in a child that is killed at a later call.

``python -m tests.diffusion.killed_picture FOLDER kill|fail`` prints, for every point, how the child
ended, how many pictures are there under their names, and whether each of them is whole.
"""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

from app.diffusion.pictures.saving import read_pattern, save_new
from app.sdk.errors import NodeError
from tests.faulty_child import attempt

CONTENT = bytes(range(256)) * 300
NAME = read_pattern("wall {number}", {}, ".png")


def main(folder: Path, kind: str) -> None:
    """Go through all points, until a save comes to its end without meeting its fault."""
    for point in range(1, 1000):
        here = folder / str(point)
        how = attempt(partial(save_new, here, NAME, CONTENT), NodeError, kind, point)
        pictures = list(here.glob("*.png"))
        whole = all(picture.read_bytes() == CONTENT for picture in pictures)
        print(f"{how},{len(pictures)},{'whole' if whole else 'torn'}")  # noqa: T201
        if how == "untouched":
            return


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
