"""Make the small pictures of the starter graphs by running them: python tools/draw_previews.py"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image, ImageOps

ROOT = Path(__file__).resolve().parent.parent
SIDE = 320
QUALITY = 86
SEVERAL = ("several-prompts",)
"""Graphs whose pictures belong together."""


def main() -> None:
    """Write ``resources/graphs/NAME.webp`` for each ``NAME.loom`` beside it that runs.

    Some need models that do not come along, and have no picture.
    """
    for graph in sorted((ROOT / "resources" / "graphs").glob("*.loom")):
        with tempfile.TemporaryDirectory() as folder:
            command = [sys.executable, "main.py", "run", str(graph), "--out", folder]
            subprocess.run(command, check=False, cwd=ROOT)
            made = sorted([*Path(folder).rglob("*.png"), *Path(folder).rglob("*.webp")])
            if not made:
                continue
            small = sheet(made[:4]) if graph.stem in SEVERAL else fitted(made[-1], SIDE)
        small.save(graph.with_suffix(".webp"), quality=QUALITY, method=6)


def sheet(files: list[Path]) -> Image.Image:
    """The first pictures of a run, two in a row."""
    side = SIDE // 2
    made = Image.new("RGB", (SIDE, side * ((len(files) + 1) // 2)))
    for place, file in enumerate(files):
        made.paste(fitted(file, side), (place % 2 * side, place // 2 * side))
    return ImageOps.pad(made, (SIDE, SIDE))


def fitted(file: Path, side: int) -> Image.Image:
    """The middle of a picture, or of the frame in the middle of a video, as a square."""
    with Image.open(file) as picture:
        picture.seek(getattr(picture, "n_frames", 1) // 2)
        return ImageOps.fit(picture.convert("RGB"), (side, side), Image.Resampling.LANCZOS)


if __name__ == "__main__":
    main()
