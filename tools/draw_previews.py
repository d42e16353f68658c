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


def main() -> None:
    """Write ``resources/graphs/NAME.webp`` for each ``NAME.loom`` beside it."""
    for graph in sorted((ROOT / "resources" / "graphs").glob("*.loom")):
        with tempfile.TemporaryDirectory() as folder:
            command = [sys.executable, "main.py", "run", str(graph), "--out", folder]
            subprocess.run(command, check=True, cwd=ROOT)
            made = max(Path(folder).rglob("*.png"))
            with Image.open(made) as picture:
                size = (SIDE, SIDE)
                small = ImageOps.fit(picture.convert("RGB"), size, Image.Resampling.LANCZOS)
        small.save(graph.with_suffix(".webp"), quality=QUALITY, method=6)


if __name__ == "__main__":
    main()
