"""Pictures whose saving is killed or refused at every call: there whole under a name, or not."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="children are forked")


@pytest.mark.parametrize(
    ("kind", "ends"),
    [
        ("kill", {("killed", "0"), ("killed", "1"), ("untouched", "1")}),
        ("fail", {("refused", "0"), ("saved", "1"), ("untouched", "1")}),
    ],
)
def test_a_picture_is_whole_or_not_there(
    tmp_path: Path, kind: str, ends: set[tuple[str, str]]
) -> None:
    command = [sys.executable, "-m", "tests.diffusion.killed_picture", str(tmp_path), kind]
    run = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)
    attempts = [line.split(",") for line in run.stdout.splitlines()]
    assert {(how, count) for how, count, _ in attempts} == ends
    assert {whole for *_, whole in attempts} == {"whole"}
