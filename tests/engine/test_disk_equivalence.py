"""Random graphs under random edits, with a restart before every run: as if there were none."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from app.engine.disk import opened
from app.engine.memories import DiskPlace
from tests.engine.test_equivalence import Model, check, edit, random_sheet
from tests.engine.toys import Bench, counted


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_restarts_change_neither_values_nor_what_runs(data: st.DataObject) -> None:
    sheet, model = random_sheet(data), Model()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for _ in range(data.draw(st.integers(1, 5))):
            with opened(DiskPlace(folder / "cache", 2**20)) as disk:
                bench = Bench(folder)
                bench.cache.disk = disk
                wanted, runs = model.run(sheet)
                assert sorted(counted(bench.run(sheet)).elements()) == runs
                check(bench, sheet, wanted, folder)
            edit(data, sheet)


@settings(max_examples=25, deadline=None)
@given(st.data(), st.sampled_from([1, 1000, 3000]))
def test_a_small_budget_on_disk_changes_no_value(data: st.DataObject, budget: int) -> None:
    sheet, model = random_sheet(data), Model()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for _ in range(data.draw(st.integers(1, 5))):
            with opened(DiskPlace(folder / "cache", budget)) as disk:
                bench = Bench(folder, budget=20)
                bench.cache.disk = disk
                wanted, _ = model.run(sheet)
                bench.run(sheet)
                check(bench, sheet, wanted, folder)
            edit(data, sheet)
