"""Contact sheets and the fingerprint of the world."""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from resources.models.making.world import fingerprint as prints
from resources.models.making.world import sheet_command


def arguments(*words: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    sheet_command.add_arguments(parser)
    return parser.parse_args(words)


@pytest.mark.parametrize("more", [["--kind", "scene", "--style", "line"], ["--edits"]])
def test_the_command_saves_a_sheet(tmp_path: Path, more: list[str]) -> None:
    path = tmp_path / "new" / "sheet.png"
    sheet_command.run(arguments(str(path), "--count", "5", "--size", "48", *more))
    with Image.open(path) as page:
        assert page.width > 4 * 48
        assert len(page.getcolors(1_000_000) or []) > 50


def test_the_fingerprint_is_the_same_in_another_process() -> None:
    code = "from resources.models.making.world.fingerprint import fingerprint as f; print(f())"
    root = Path(__file__).parents[2]
    run = subprocess.run(
        [sys.executable, "-c", code],
        cwd=root,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert run.stdout.strip() == prints.fingerprint()


def test_the_world_works_without_torch() -> None:
    code = (
        "import sys; sys.modules['torch'] = None\n"
        "from resources.models.making.world import captions, drawing, edits, sampling, sheet"
    )
    root = Path(__file__).parents[2]
    subprocess.run([sys.executable, "-c", code], cwd=root, timeout=60, check=True)
