"""Torch loads without holding up other threads."""

from __future__ import annotations

import gc
import subprocess
import sys

import pytest

from app.loading import unhindered


def test_no_garbage_is_collected_while_modules_load() -> None:
    with unhindered():
        assert not gc.isenabled()
    assert gc.isenabled()
    assert gc.get_freeze_count() > 0


def test_collection_comes_back_after_a_failure() -> None:
    with pytest.raises(ImportError), unhindered():
        raise ImportError("broken")
    assert gc.isenabled()


def test_torch_works_after_its_libraries_were_opened() -> None:
    probe = (
        "from app.loading import open_torch_libraries; open_torch_libraries(); "
        "import torch; print(int(torch.ones(3).sum()))"
    )
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)
    assert done.stdout == "3\n"
