"""Which files are copied instead of mapped."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import psutil
import pytest

from app.diffusion.loading.drives import can_vanish


def test_a_file_that_nobody_knows_counts_as_fixed(tmp_path: Path) -> None:
    assert not can_vanish(tmp_path / "no" / "such" / "file")


@pytest.mark.parametrize(
    ("mountpoint", "fstype", "opts", "expected"),
    [
        ("/", "ext4", "rw", False),
        ("/srv", "nfs4", "rw", True),
        ("/srv", "cifs", "rw", True),
        ("/srv", "vfat", "rw,removable", True),
        ("/run/media/someone/stick", "vfat", "rw", True),
    ],
)
def test_network_shares_and_removable_drives_can_vanish(
    monkeypatch: pytest.MonkeyPatch, mountpoint: str, fstype: str, opts: str, expected: bool
) -> None:
    drives = [
        SimpleNamespace(mountpoint="/", fstype="ext4", opts="rw"),
        SimpleNamespace(mountpoint=mountpoint, fstype=fstype, opts=opts),
    ]
    monkeypatch.setattr(psutil, "disk_partitions", lambda all: drives)
    assert can_vanish(Path(mountpoint) / "model.safetensors") is expected
