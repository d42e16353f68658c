"""Pictures for training are drawn once, and are the same wherever they are drawn."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np

from resources.models.making.training.data import PictureSet, drawn, shards
from resources.models.making.world.sampling import held_out

FEW = PictureSet("few", 6, size=32)


def test_files_are_found_again(tmp_path: Path) -> None:
    (path,) = shards(FEW, tmp_path, 1)
    before = path.stat().st_mtime_ns
    assert shards(FEW, tmp_path, 1) == [path]
    assert path.stat().st_mtime_ns == before
    assert np.array_equal(np.load(path)[3], drawn(FEW, 3))


def test_more_pictures_begin_with_the_same_ones() -> None:
    more = replace(FEW, count=600)
    assert more.picture(5) == FEW.picture(5)
    assert more.folder == FEW.folder


def test_another_style_or_mixture_is_another_folder() -> None:
    assert replace(FEW, style="line").folder != FEW.folder
    assert replace(FEW, shares=(("scene", 1.0),)).folder != FEW.folder


def test_no_picture_for_training_is_held_out() -> None:
    assert not any(held_out(FEW.picture(number)) for number in range(300))


def test_more_pictures_do_not_take_a_file_that_is_not_full(tmp_path: Path) -> None:
    shards(FEW, tmp_path, 1)
    (path,) = shards(replace(FEW, count=7), tmp_path, 1)
    assert len(np.load(path)) == 7
