"""The files of the next run are read while this one goes on."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.engine.ahead import read_models
from app.engine.cache import Cache
from app.engine.context import Surroundings
from app.engine.demand import models
from app.engine.events import NodeFinished, NodeStarted
from app.engine.files import FileContents
from app.engine.lowering import lower
from app.engine.plan import Plan
from app.sdk import Context, ModelName, param
from app.sdk.context import Stopped
from app.sdk.declare import Node as NodeClass
from app.sdk.registry import Registry
from tests.engine.side_toys import SIDE_KINDS, WAIT, Away
from tests.engine.test_worker import Desk
from tests.engine.toys import Call, Device, NoModels, Sheet


class OpenModel(NodeClass):
    """Opens a model."""

    model: ModelName = param(default="", tip="Which one.", model_kind="toy")

    def run(self, ctx: Context) -> int:
        return len(self.model)


def model(folder: Path, name: str, bytes_long: int = 10) -> Path:
    """A folder with the files of a model, written some time ago."""
    place = folder / name
    place.mkdir()
    for file, content in (("config.json", b"{}"), ("model.safetensors", bytes(bytes_long))):
        (place / file).write_bytes(content)
        os.utime(place / file, (1e9, 1e9))
    return place


def around(folder: Path) -> Surroundings:
    """The surroundings of a run that nobody hears of."""
    return Surroundings(
        run=1,
        stop=threading.Event(),
        services=Device(),
        models=NoModels(),
        cache=Cache(10**6),
        files=FileContents(),
        emit=lambda event: None,
        folder=folder,
        graph_text="",
        environment="toy",
    )


def plan_of(names: list[str]) -> tuple[Plan, Registry]:
    """A plan that opens models."""
    kinds, sheet = Registry(), Sheet()
    kinds.add(OpenModel)
    for index, name in enumerate(names):
        sheet.add(f"n{index}", "OpenModel", model=name)
    return lower(sheet.snapshot(), kinds), kinds


def test_the_models_of_a_plan_are_told_once() -> None:
    assert models(*plan_of(["a", "b", "a"])) == {("toy", "a"), ("toy", "b")}


def test_the_hash_of_a_model_is_known_once_it_was_brought_near(tmp_path: Path) -> None:
    place, near = model(tmp_path, "a"), around(tmp_path)
    read_models([("toy", str(place))], near, set(), near.check)

    def not_again() -> None:
        raise AssertionError("the file is read again")

    near.files.content(place / "model.safetensors", not_again)


def test_models_that_are_not_there_are_passed_over(tmp_path: Path) -> None:
    place, near, seen = model(tmp_path, "b"), around(tmp_path), set[str]()
    read_models([("toy", "/nowhere/a"), ("toy", str(place))], near, seen, near.check)
    assert seen == {near.files.content(place, near.check)}


@pytest.mark.parametrize("checks", [1, 3, 6])
def test_reading_gives_up_when_it_is_of_no_use_any_more(tmp_path: Path, checks: int) -> None:
    place, near, seen = model(tmp_path, "a", 2**25), around(tmp_path), set[str]()
    near.files.content(place, near.check)
    left = iter(range(checks))

    def check() -> None:
        if next(left, None) is None:
            raise Stopped

    with pytest.raises(Stopped):
        read_models([("toy", str(place))], near, seen, check)
    assert not seen


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path)
    for kind in SIDE_KINDS:
        desk.kinds.add(kind)
    yield desk
    desk.go_on.set()
    desk.worker.close()
    left = {thread.name for thread in threading.enumerate()}
    assert not left & {"engine", "bring near", "put away"}


def away(desk: Desk, work: Callable[[Context], int]) -> Plan:
    """A plan of a node beside the device that does ``work``."""
    Away.work = work
    sheet = Sheet()
    sheet.add("photo", "Away")
    return lower(sheet.snapshot(), desk.kinds)


def sampler(desk: Desk, work: Callable[[Context], int]) -> Plan:
    """A plan of a node on the device that does ``work``."""
    Call.work = work
    sheet = Sheet()
    sheet.add("sampler", "Call")
    return lower(sheet.snapshot(), desk.kinds)


def test_a_run_that_joins_the_queue_is_brought_near(desk: Desk) -> None:
    here = threading.Event()

    def sample(ctx: Context) -> int:
        desk.inside.release()
        while not here.wait(0.005):
            ctx.progress(1, 2)
        return 1

    running = desk.worker.submit(sampler(desk, sample))
    assert desk.inside.acquire(timeout=WAIT)
    queued = desk.worker.submit(away(desk, lambda ctx: here.set() or 3), queue=True)
    desk.until(lambda: {running, queued} <= desk.ends().keys())
    assert desk.ends()[queued].ok
    made = [e for e in desk.events if isinstance(e, NodeFinished) and e.run == queued]
    assert desk.worker.fetch(made[0].results["integer"]) == 3


def test_a_run_that_waits_is_brought_near_and_dropped_with_the_others(desk: Desk) -> None:
    inside = threading.Event()

    def hold(ctx: Context) -> int:
        inside.set()
        while True:
            ctx.check()
            threading.Event().wait(0.005)

    def sample(ctx: Context) -> int:
        desk.inside.release()
        while True:
            ctx.progress(1, 2)
            threading.Event().wait(0.005)

    running = desk.worker.submit(sampler(desk, sample))
    assert desk.inside.acquire(timeout=WAIT)
    queued = desk.worker.submit(away(desk, hold), queue=True)
    assert inside.wait(WAIT)
    desk.worker.stop()
    desk.until(lambda: {running, queued} <= desk.ends().keys())
    assert desk.ends()[queued].stopped
    assert not [e for e in desk.events if isinstance(e, NodeStarted) and e.run == queued]
