"""A worker process that dies costs a restart: the run goes on, and nothing else is lost."""

from __future__ import annotations

import json
import os
import signal
import struct
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from app.engine.events import (
    DeviceReady,
    NodeFailed,
    NodeFinished,
    NodeStarted,
    RunFailed,
    RunRetried,
)
from app.engine.lowering import lower
from app.engine.process import book
from app.engine.process.messages import Setup
from app.engine.process.worker import ProcessWorker
from tests.engine.process.desk import BUDGET, Desk
from tests.engine.process.gates import until
from tests.engine.toys import NoModels, Sheet

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals are those of POSIX")


def is_alive(pid: int) -> bool:
    """Whether a process runs; one that has ended and nobody asked about counts as ended."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


def kill(desk: Desk) -> None:
    """End the process of a desk's worker from outside."""
    pid = desk.worker.pid if isinstance(desk.worker, ProcessWorker) else None
    assert pid is not None
    os.kill(pid, signal.SIGKILL)
    until(lambda: not is_alive(pid))


def test_a_run_goes_on_from_its_kept_steps(far: Desk) -> None:
    far.let_die("step-2")
    assert far.end(far.worker.submit(far.plan("Walk", count=4))).ok
    (told,) = far.told(RunRetried)
    assert "killed" in told.message.text()
    assert (far.folder / "steps").read_text("utf-8").split() == ["0", "1", "2", "2", "3"]
    assert far.worker.fetch(far.result()) == 0 + 1 + 2 + 3


def test_what_was_saved_before_a_death_is_not_saved_again(far: Desk) -> None:
    sheet = Sheet()
    sheet.add("number", "Number", value=3)
    sheet.add("save", "Save", {"number": "number"})
    sheet.add("fatal", "Fatal", {"number": "number"}, folder=str(far.folder))
    far.let_die("fatal")
    run = far.worker.submit(lower(sheet.snapshot(), far.kinds, ["save", "fatal"]))
    assert far.end(run).ok
    assert [event.node for event in far.told(NodeStarted)].count("save") == 1
    assert far.end(run).files == (str(far.folder / "saved.txt"),)


def test_two_deaths_in_one_run_are_the_end_of_it_and_of_nothing_else(far: Desk) -> None:
    far.let_die("fatal", times=2)
    run = far.worker.submit(far.plan("Fatal"), foretold=True)
    waiting = far.worker.submit(far.plan("Number", value=9), queue=True)
    assert not far.end(run).ok
    (failed,) = far.told(RunFailed)
    assert failed.run == run
    assert "twice" in failed.message.text()
    assert far.end(waiting).ok
    assert far.end(far.worker.submit(far.plan("Fatal"))).ok


def test_what_waits_keeps_its_order_and_pause(far: Desk) -> None:
    first = far.worker.submit(far.plan("Gate", salt=1), queue=True)
    far.inside(1)
    rest = [far.worker.submit(far.plan("Number", value=n), queue=True) for n in (2, 3, 4)]
    far.worker.order([rest[2], rest[0], rest[1]])
    kill(far)  # before the gate opens: else the first run may end before the process does
    far.open_gates()
    assert far.end(rest[1]).ok
    assert far.began() == [first, first, rest[2], rest[0], rest[1]]


def test_a_process_that_dies_idle_is_told_and_the_next_run_works(far: Desk) -> None:
    far.worker.warm_up()
    far.until(lambda: far.told(DeviceReady))
    kill(far)
    far.until(lambda: far.told(RunFailed))
    assert far.told(RunFailed)[0].run == 0
    assert far.worker.fetch("nobody is there to answer") is None
    assert far.end(far.worker.submit(far.plan("Number"))).ok


def test_a_run_that_was_to_be_stopped_is_not_tried_again(far: Desk) -> None:
    run = far.worker.submit(far.plan("Gate", salt=1))
    far.inside(1)
    assert isinstance(far.worker, ProcessWorker)
    pid = far.worker.pid
    assert pid is not None
    os.kill(pid, signal.SIGSTOP)  # so that it cannot react before it dies
    far.worker.cancel(run)
    os.kill(pid, signal.SIGKILL)
    assert far.end(run).stopped
    assert not far.told(RunRetried)


def test_what_does_not_stop_is_ended_when_it_is_told_again(
    far: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = far.worker.submit(far.plan("Gate", salt=1))
    far.inside(1)
    assert isinstance(far.worker, ProcessWorker)
    pid = far.worker.pid
    assert pid is not None
    os.kill(pid, signal.SIGSTOP)
    far.worker.cancel(run)
    far.worker.cancel(run)
    assert is_alive(pid)  # it still has time to listen
    monkeypatch.setattr(book, "DEAF_SECONDS", 0.0)
    far.worker.cancel(run)
    assert far.end(run).stopped
    assert not far.told(RunRetried)
    assert far.end(far.worker.submit(far.plan("Number"))).ok


def test_a_lost_device_is_replaced_with_its_process(far: Desk) -> None:
    far.let_die("lost")
    assert far.end(far.worker.submit(far.plan("Fatal"))).ok
    (told,) = far.told(RunRetried)
    assert "the toy device is lost" in told.message.text()
    assert "RuntimeError" in told.details
    assert not far.told(NodeFailed)
    far.let_die("lost", times=2)
    assert not far.end(far.worker.submit(far.plan("Fatal", value=8))).ok


def test_a_process_that_cannot_start_is_told_with_its_last_words(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    command = [sys.executable, "-c", "import a_module_that_is_not_there"]
    for way in (command, [str(tmp_path / "no such program")]):
        desk.worker = ProcessWorker(way, Setup(tmp_path, BUDGET), NoModels(), desk._hear)
        desk.events.clear()
        run = desk.worker.submit(desk.plan("Number"))
        assert not desk.end(run).ok
        (failed,) = desk.told(RunFailed)
        assert "does not start" in failed.message.text()
        desk.close()
    assert "no such program" in failed.message.text() + failed.traceback


def test_closing_ends_a_process_that_does_not_react(far: Desk) -> None:
    far.worker.submit(far.plan("Gate", salt=1))
    far.inside(1)
    assert isinstance(far.worker, ProcessWorker)
    pid = far.worker.pid
    assert pid is not None
    os.kill(pid, signal.SIGSTOP)
    far.worker.close(patience=0.1)
    assert not is_alive(pid)


def test_no_process_outlives_the_program_that_is_killed(tmp_path: Path) -> None:
    program = [sys.executable, "-m", "tests.engine.process.test_deaths", str(tmp_path)]
    with subprocess.Popen(program, stdout=subprocess.PIPE, text=True) as parent:
        try:
            assert parent.stdout is not None
            pid = int(parent.stdout.readline())
            assert is_alive(pid)
        finally:
            parent.kill()
    until(lambda: not is_alive(pid))


@pytest.mark.heavy
@pytest.mark.timeout(300)
def test_twenty_restarts_leave_nothing_behind(far: Desk) -> None:
    def mine() -> tuple[int, int]:
        """Open handles, and threads, of this process."""
        places = Path("/proc/self/fd"), Path("/proc/self/task")
        return len(list(places[0].iterdir())), len(list(places[1].iterdir()))

    seen = []
    for turn in range(21):
        run = far.worker.submit(far.plan("Gate", salt=turn))
        far.inside(turn)
        kill(far)
        far.until(lambda turn=turn: len(far.told(RunRetried)) > turn)
        far.open_gates()
        assert far.end(run).ok
        (far.folder / "go").unlink()
        seen.append(mine())
    assert seen[-1] <= seen[0]
    children = Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children")
    assert len(children.read_text("utf-8").split()) <= 1
    assert len(far.told(NodeFinished)) == 21


def main(folder: Path) -> None:
    """A program that works with a process, and says which."""
    desk = Desk(folder)
    desk.worker.submit(desk.plan("Gate", salt=1))
    desk.inside(1)
    assert isinstance(desk.worker, ProcessWorker)
    print(desk.worker.pid, flush=True)  # noqa: T201
    time.sleep(60)


if __name__ == "__main__":
    main(Path(sys.argv[1]))


def test_a_process_that_says_what_cannot_be_taken_is_ended(tmp_path: Path) -> None:
    head = json.dumps(["phrase", "{a:>1000000000000000000}", ["map", "a", 1]]).encode()
    frame = struct.pack("<II", len(head), 0) + head
    lines = f"import sys, time; sys.stdout.buffer.write({frame!r}); sys.stdout.flush()"
    command = [sys.executable, "-c", f"{lines}; time.sleep(60)"]
    desk = Desk(tmp_path)
    desk.worker = ProcessWorker(command, Setup(tmp_path, BUDGET), NoModels(), desk._hear)
    run = desk.worker.submit(desk.plan("Number"))
    assert not desk.end(run).ok
    desk.close()


def test_a_process_that_cannot_be_told_a_run_is_ended(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    plan = desk.plan("Number")
    (node,) = plan.nodes.values()
    odd = replace(node, parameters={**node.parameters, "value": 10**5000})
    run = desk.worker.submit(replace(plan, nodes={odd.address: odd}))
    assert not desk.end(run).ok
    assert desk.end(desk.worker.submit(plan)).ok
    desk.close()
