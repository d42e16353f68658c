"""Make the small pictures of the starter graphs by running them: python tools/draw_previews.py

python tools/draw_previews.py                             all of them
python tools/draw_previews.py text-to-image two-styles    these
python tools/draw_previews.py --seeds 12 text-to-image    a sheet to choose a seed from
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image, ImageDraw, ImageOps

ROOT = Path(__file__).resolve().parent.parent
GRAPHS = ROOT / "resources" / "graphs"
SIDE = 320
QUALITY = 86
SEVERAL = ("several-prompts",)
"""Graphs whose pictures belong together."""

WHOLE = (
    "two-styles",
    "controlnet-depth",
    "panorama",
    "regions",
    "inpaint-detail",
    "latent-composite",
)
"""Graphs whose pictures are broad, and lose what they show when they are cut square."""

FIRST = ("folder-of-pictures",)
"""Graphs whose later pictures are broad, beside a square one that shows what they do."""

_LABEL = 14


def main() -> None:
    """Write ``resources/graphs/NAME.webp`` for each ``NAME.loom`` beside it that runs.

    Some need models that do not come along, and have no picture.
    """
    parser = argparse.ArgumentParser(description=__doc__.partition(":")[0])
    parser.add_argument("names", nargs="*", help="starter graphs; all if none is given")
    parser.add_argument("--seeds", type=int, help="try so many seeds, and save a sheet of them")
    parser.add_argument("--to", type=Path, default=ROOT / "output", help="folder for such sheets")
    arguments = parser.parse_args()
    for name in arguments.names or sorted(path.stem for path in GRAPHS.glob("*.loom")):
        if arguments.seeds:
            arguments.to.mkdir(parents=True, exist_ok=True)
            seeds_sheet(name, arguments.seeds).save(arguments.to / f"seeds-{name}.png")
        elif small := preview(name):
            small.save(GRAPHS / f"{name}.webp", quality=QUALITY, method=6)


def preview(name: str) -> Image.Image | None:
    """What a graph makes, small and square; None where it does not run."""
    with tempfile.TemporaryDirectory() as folder:
        made = run(name, Path(folder))
        if not made:
            return None
        if name in SEVERAL:
            return sheet(made[:4])
        if name in WHOLE:
            return padded(made[-1], SIDE)
        return fitted(made[0 if name in FIRST else -1], SIDE)


def seeds_sheet(name: str, count: int) -> Image.Image:
    """What a graph makes with the seeds from 1 on, each with its number below."""
    made = Image.new("RGB", (4 * SIDE, -(-count // 4) * (SIDE + _LABEL)))
    pen = ImageDraw.Draw(made)
    for place in range(count):
        with tempfile.TemporaryDirectory() as folder:
            seeds = [f"{id}.seed={place + 1}" for id in samplers(name)]
            files = run(name, Path(folder), *(part for seed in seeds for part in ("--set", seed)))
            left, top = place % 4 * SIDE, place // 4 * (SIDE + _LABEL)
            if files:
                made.paste(padded(files[-1], SIDE), (left, top))
            pen.text((left + 4, top + SIDE), str(place + 1), fill="white")
    return made


def samplers(name: str) -> list[str]:
    """The nodes of a graph that draw noise from a seed of their own."""
    graph = json.loads((GRAPHS / f"{name}.loom").read_text(encoding="utf-8"))["graphs"]["main"]
    return [id for id, node in graph["nodes"].items() if node["type"] == "loom.Sampler"]


def run(name: str, folder: Path, *more: str) -> list[Path]:
    """Run a graph into a folder; the pictures and videos that it saved there."""
    graph = GRAPHS / f"{name}.loom"
    command = [sys.executable, "main.py", "run", str(graph), "--out", str(folder), *more]
    subprocess.run(command, check=False, cwd=ROOT)
    return sorted([*folder.rglob("*.png"), *folder.rglob("*.webp")])


def sheet(files: list[Path]) -> Image.Image:
    """The first pictures of a run, two in a row."""
    side = SIDE // 2
    made = Image.new("RGB", (SIDE, side * ((len(files) + 1) // 2)))
    for place, file in enumerate(files):
        made.paste(fitted(file, side), (place % 2 * side, place // 2 * side))
    return ImageOps.pad(made, (SIDE, SIDE))


def fitted(file: Path, side: int) -> Image.Image:
    """The middle of a picture, or of the frame in the middle of a video, as a square."""
    return ImageOps.fit(frame(file), (side, side), Image.Resampling.LANCZOS)


def padded(file: Path, side: int) -> Image.Image:
    """The whole of a picture in the middle of a square that is clear around it."""
    whole = frame(file).convert("RGBA")
    return ImageOps.pad(whole, (side, side), Image.Resampling.LANCZOS, (0, 0, 0, 0))


def frame(file: Path) -> Image.Image:
    """A picture, or the frame in the middle of a video."""
    with Image.open(file) as picture:
        picture.seek(getattr(picture, "n_frames", 1) // 2)
        return picture.convert("RGB")


if __name__ == "__main__":
    main()
