"""What a node changes for the whole program, and leaves so, is as it was for whatever runs next."""

from __future__ import annotations

import decimal
import gc
import locale
import os
import random
import signal
import subprocess
import sys
import threading
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from app.engine.order import Order, order_of
from app.sdk import Context
from tests.engine.toys import Bench, Call, Device, Sheet


def chained() -> Sheet:
    sheet = Sheet()
    sheet.add("call", "Call", title="My node")
    sheet.add("next", "Add", {"first": "call"})
    return sheet


def run(bench: Bench, work: Callable[[Context], Any]) -> None:
    Call.work = lambda ctx: (work(ctx), 1)[1]
    bench.run(chained(), "next")
    assert bench.finished.ok, bench.failures()


@pytest.fixture(autouse=True)
def as_it_was() -> Iterator[None]:
    """Tests that fail here must not spoil others."""
    before = Order()
    yield
    assert before.put_back() == []


def go_away(folder: Path) -> None:
    os.chdir(folder)


def count_by_commas() -> None:
    """A locale with a decimal comma, where this system has one."""
    for name in ("de_DE.UTF-8", "de_DE.utf8", "de_DE", "German_Germany"):
        try:
            locale.setlocale(locale.LC_ALL, name)
        except locale.Error:
            continue
        return
    locale.setlocale(locale.LC_NUMERIC, "POSIX")


def shorten_numbers() -> None:
    decimal.getcontext().prec = 3
    decimal.getcontext().traps[decimal.Inexact] = True


def hang_hooks() -> None:
    sys.excepthook = lambda *facts: os._exit(3)
    threading.excepthook = lambda facts: os._exit(3)
    sys.unraisablehook = lambda facts: os._exit(3)


def take_signals() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)


def say_nothing() -> None:
    sys.stdout = os.fdopen(os.open(os.devnull, os.O_WRONLY), "w", encoding="utf-8")


LEFT: dict[str, Callable[[], Any]] = {
    "the working folder": lambda: go_away(Path("/")),
    "the locale": count_by_commas,
    "decimal numbers": shorten_numbers,
    "the depth of recursion": lambda: sys.setrecursionlimit(20_000),
    "warnings": lambda: warnings.simplefilter("error"),
    "garbage collection": gc.disable,
    "hooks": hang_hooks,
    "signals": take_signals,
    "standard output": say_nothing,
}


@pytest.mark.parametrize("name", LEFT)
@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_what_a_node_leaves_behind_is_put_back(bench: Bench, name: str) -> None:
    before = Order()
    run(bench, lambda ctx: LEFT[name]())
    assert before.put_back() == []


@pytest.mark.parametrize("name", LEFT)
@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_also_when_the_node_fails(bench: Bench, name: str) -> None:
    def work(ctx: Context) -> int:
        LEFT[name]()
        raise ValueError

    before = Order()
    Call.work = work
    bench.run(chained(), "next")
    assert set(bench.failures()) == {"call"}
    assert before.put_back() == []


def test_a_folder_that_a_node_deleted_while_in_it_spoils_nothing(
    bench: Bench, tmp_path: Path
) -> None:
    def work(ctx: Context) -> None:
        gone = tmp_path / "gone"
        gone.mkdir()
        os.chdir(gone)
        gone.rmdir()

    if os.name == "nt":
        pytest.skip("Windows deletes no folder that somebody is in")
    before = Path.cwd()
    run(bench, work)
    assert Path.cwd() == before


def test_seeds_and_threads_of_a_node_change_nothing(bench: Bench) -> None:
    """Nothing of ours draws from the generators that all share."""
    run(bench, lambda ctx: random.seed(7))
    assert bench.value("next") == 1


def test_what_a_thread_has_for_itself_is_put_back_on_that_thread() -> None:
    order, found = order_of(Device()), list[list[str]]()

    def beside() -> None:
        shorten_numbers()
        sys.setrecursionlimit(sys.getrecursionlimit() + 1)
        found.append(order.put_back())

    thread = threading.Thread(target=beside)
    thread.start()
    thread.join()
    assert found == [["decimal numbers"]]
    assert order.put_back() == ["recursion limit"]


CLOSES = """
import os, sys
from pathlib import Path
from tests.engine.toys import Bench, Call
from tests.engine.test_faults_left_behind import chained

def work(ctx):
    {close}
    return 1

Call.work = work
bench = Bench(Path({folder!r}))
bench.run(chained(), "next")
assert bench.finished.ok, bench.failures()
found = os.open({folder!r} + "/precious", os.O_RDWR | os.O_CREAT)
assert found > 2, found
print("printed by somebody")
sys.stderr.write("also")
os.write(1, b"by a library")
sys.stdout.flush()
assert os.fstat(found).st_size == 0
raise SystemExit(0)
"""


@pytest.mark.parametrize(
    "close",
    [
        "sys.stdout.close(); sys.stderr.close()",
        "os.close(1); os.close(2)",
        "[os.close(n) for n in range(3)]",
        "sys.stdin = sys.stdout = sys.stderr = None",
    ],
)
def test_a_node_that_closes_standard_output_makes_nobody_print_into_files(
    close: str, tmp_path: Path
) -> None:
    code = CLOSES.format(close=close, folder=str(tmp_path))
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
