"""Where results are kept from one start to the next, as the settings say it."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

import pytest

from app.as_set import memories_of
from app.engine.events import Event, NodesCached, RunFinished
from app.engine.lowering import lower
from app.engine.memories import DiskPlace, Memories
from app.engine.worker import Worker
from app.places import find_places
from app.settings import Settings
from tests.engine.toys import Device, NoModels, Sheet, registry


def place_for(settings: Settings) -> DiskPlace | None:
    return memories_of(settings, find_places()).disk


def test_results_lie_among_the_caches_unless_the_user_chose_a_folder(tmp_path: Path) -> None:
    usual = place_for(Settings())
    assert usual is not None
    assert usual.folder == find_places().results
    assert usual.budget == Settings().disk_budget
    chosen = place_for(replace(Settings(), disk_folder=str(tmp_path), disk_budget=7))
    assert chosen is not None
    assert chosen.folder.parent == tmp_path
    assert chosen.budget == 7


@pytest.mark.parametrize("change", [{"disk_cache": False}, {"disk_budget": 0}], ids=str)
def test_it_can_be_switched_off(change: dict[str, bool | int]) -> None:
    assert place_for(replace(Settings(), **change)) is None  # type: ignore[arg-type]


def found_by_a_worker(folder: Path, sheet: Sheet) -> tuple[set[str], object]:
    """What a worker that starts now finds, and the value of the node ``sum``."""
    kinds, done, events = registry(), threading.Event(), list[Event]()

    def hear(event: Event) -> None:
        events.append(event)
        if isinstance(event, RunFinished):
            done.set()

    memories = Memories(disk=DiskPlace(folder / "cache", 2**20))
    worker = Worker(kinds, Device, NoModels(), hear, folder, 10**6, memories)
    worker.submit(lower(sheet.snapshot(), kinds))
    assert done.wait(10)
    cached = [event.results for event in events if isinstance(event, NodesCached)]
    value = worker.fetch(cached[0]["sum"]["integer"]) if cached else None
    worker.close()
    return {node for results in cached for node in results}, value


def test_a_worker_finds_what_the_one_before_it_made(tmp_path: Path) -> None:
    sheet = Sheet()
    sheet.add("one", "Number", value=20)
    sheet.add("sum", "Add", {"first": "one"}, plus=1)
    assert found_by_a_worker(tmp_path, sheet) == (set(), None)
    assert found_by_a_worker(tmp_path, sheet) == ({"one", "sum"}, 21)
