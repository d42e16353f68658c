"""One log for all copies of the program, which stays small."""

from __future__ import annotations

import logging
import subprocess
import sys
from pathlib import Path

import pytest

from app.reports.log_file import (
    KEPT,
    NAME,
    VERBOSE,
    VERBOSE_NAME,
    LogFile,
    last_lines,
    opened_log,
    put_aside,
)

ROOT = Path(__file__).parents[2]
PROMPT = "a secret castle at night"


def lines(folder: Path) -> list[str]:
    return (folder / NAME).read_text(encoding="utf-8").splitlines()


def test_own_records_are_written_and_private_words_are_not(tmp_path: Path) -> None:
    with opened_log(tmp_path):
        logging.getLogger("app.thing").info("Run %d of %s", 3, PROMPT)
        logging.getLogger("app.thing").debug("too fine")
        logging.getLogger("another.library").warning(PROMPT)
    logging.getLogger("app.thing").warning("after the end")
    first, second = lines(tmp_path)
    assert first.endswith(" INFO app.thing: Run 3 of …")
    assert "another.library: … (tests/reports/test_log_file.py:" in second


def test_the_wish_for_everything_is_granted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VERBOSE, "debug")
    with opened_log(tmp_path):
        logging.getLogger("app.thing").debug("all of %s", PROMPT)
        logging.getLogger("app.thing").info("all of %s", PROMPT)
    verbose = (tmp_path / VERBOSE_NAME).read_text(encoding="utf-8")
    assert verbose.count(PROMPT) == 2
    assert [line.endswith("all of …") for line in lines(tmp_path)] == [True]


def test_the_log_is_bounded_and_the_newest_lines_are_kept(tmp_path: Path) -> None:
    log = LogFile(tmp_path, largest=2000)
    for number in range(400):
        log.emit(logging.LogRecord("app", logging.INFO, "x.py", number, "Line %d", (number,), None))
    assert len(put_aside(tmp_path)) == KEPT
    assert sum(path.stat().st_size for path in tmp_path.iterdir()) < (KEPT + 1) * 2200
    assert last_lines(tmp_path, 2)[-1].endswith("Line 399")
    assert len(last_lines(tmp_path, 30)) == 30


def test_what_fails_in_a_loop_is_written_a_few_times_and_counted(tmp_path: Path) -> None:
    with opened_log(tmp_path):
        for _ in range(1000):
            logging.getLogger("app.paint").warning("Again")
    assert len(lines(tmp_path)) == 20 + 5
    assert lines(tmp_path)[-1].endswith("Again (512 times)")


def test_a_folder_that_cannot_be_written_fails_nobody(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with opened_log(tmp_path / "file") as log:
        logging.getLogger("app.thing").warning("Nobody hears it")
    assert log.lost == 1


def test_copies_of_the_program_share_the_log_and_lose_no_line(tmp_path: Path) -> None:
    code = (
        "import logging, sys; from pathlib import Path;"
        "from app.reports.log_file import LogFile;"
        "log = LogFile(Path(sys.argv[1]), largest=9000);"
        "[log.emit(logging.LogRecord('app', 20, 'x', n, 'Copy %d line %d',"
        " (int(sys.argv[2]), n), None)) for n in range(150)]"
    )
    copies = [
        subprocess.Popen([sys.executable, "-c", code, str(tmp_path), str(copy)], cwd=ROOT)
        for copy in range(3)
    ]
    try:
        assert [copy.wait(60) for copy in copies] == [0, 0, 0]
    finally:
        for copy in copies:
            copy.kill()
    kept = last_lines(tmp_path, 1000)
    assert all(line.count("Copy") == 1 for line in kept)
    assert len(put_aside(tmp_path)) <= KEPT
    assert len(kept) == len(set(kept)) > 300


class Hostile(Exception):
    """An error that ends whoever looks at its cause."""

    @property
    def __cause__(self) -> BaseException:  # type: ignore[override]
        raise SystemExit


def test_an_error_that_refuses_to_be_told_fails_nobody(tmp_path: Path) -> None:
    with opened_log(tmp_path) as log:
        record = logging.LogRecord("app", logging.ERROR, "x.py", 1, "Failed", (), None)
        error = Hostile()
        record.exc_info = (Hostile, error, None)
        log.emit(record)
        assert log.lost == 1
        log.emit(logging.LogRecord("app", logging.ERROR, "x.py", 2, "Later", (), None))
    assert lines(tmp_path)[-1].endswith("Later")
