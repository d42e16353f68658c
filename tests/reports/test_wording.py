"""What may be told of errors and log records, and what may not."""

from __future__ import annotations

import logging
import string
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.graph.errors import LoomError
from app.reports.wording import Said, account, code_name, recorded, scrubbed, stacks_told, told
from app.sdk.errors import NodeError
from app.sdk.personal import Person

PROMPT = "a secret castle at night"
ANNA = Person(("/home/anna",), frozenset({"anna", "bluebird"}))


class TooMany(LoomError):
    """A message with a number and a text."""

    english = "{name} takes {count} at most: take fewer."


class Sulking(Exception):
    """An error that will not say what it is."""

    def __str__(self) -> str:
        raise RuntimeError("no")


def caught(work: Callable[[], object]) -> BaseException:
    """What ``work`` raises."""
    try:
        work()
    except BaseException as error:
        return error
    raise AssertionError("nothing was raised")


def raising(error: BaseException) -> Callable[[], object]:
    """Work that raises this error."""

    def work() -> None:
        raise error

    return work


def test_what_python_code_says_may_hold_a_prompt_and_is_left_out() -> None:
    error = caught(raising(ValueError(f"cannot encode {PROMPT}")))
    assert told(error) == "ValueError"
    assert "castle" not in account(error)
    assert "tests/reports/test_wording.py:" in account(error)


def test_compiled_code_tells_numbers_but_nothing_in_quotes() -> None:
    assert told(caught(lambda: int(PROMPT))) == (
        "ValueError: invalid literal for int() with base 10: '…'"
    )
    assert told(caught(lambda: 1 / 0)) == "ZeroDivisionError: division by zero"
    assert told(caught(lambda: [][3])) == "IndexError: list index out of range"


def test_what_is_thrown_into_a_generator_was_said_by_python_code() -> None:
    numbers = (number for number in range(3))
    next(numbers)
    assert told(caught(lambda: numbers.throw(ValueError(PROMPT)))) == "ValueError"


@pytest.mark.parametrize("kind", [ValueError, RuntimeError, KeyError, OSError, NodeError])
@given(words=st.text(string.ascii_letters, min_size=12))
def test_no_words_of_any_error_of_python_code_are_told(kind: type[Exception], words: str) -> None:
    def work() -> None:
        try:
            raise kind(f"cannot do {words} in /home/{words}/x.png")
        except kind as error:
            raise LookupError(words) from error

    assert words not in account(caught(work))
    assert words not in recorded(record("app.x", "%s: %r", f"a {words}", ValueError(words)))


def test_a_message_of_ours_keeps_its_numbers_only() -> None:
    assert told(caught(raising(TooMany(name=PROMPT, count=4)))) == (
        "tests.reports.test_wording.TooMany: … takes 4 at most: take fewer."
    )
    assert told(caught(raising(NodeError(PROMPT)))).endswith("NodeError: …")


def test_the_reason_of_the_system_is_told_without_the_file(tmp_path: Path) -> None:
    error = caught(lambda: (tmp_path / PROMPT).read_text())
    assert told(error) == "FileNotFoundError: [2] No such file or directory"


def test_causes_are_told_and_an_error_without_words_is_no_trouble() -> None:
    def work() -> None:
        try:
            raise Sulking
        except Sulking as error:
            raise NodeError(PROMPT) from error

    text = account(caught(work))
    assert "while handling" in text
    assert "Sulking" in text
    assert "castle" not in text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("cannot open /home/anna/x/cat.png now", "cannot open ….png now"),
        (r"C:\Users\anna\my.loom is locked", "….loom is locked"),
        ("token=hf_abcdefghijkl is bad", "… is bad"),
        ("Authorization: Bearer abc", "…"),
        ("see https://x.org/a?key=1 or me@x.org", "see … or …"),
        ("bluebird has 2 GPUs", "… has 2 GPUs"),
        ("size 77 at dim 1/2", "size 77 at dim 1/2"),
        ('no "castle" here', "no '…' here"),
    ],
)
def test_paths_names_and_tokens_are_scrubbed(text: str, expected: str) -> None:
    assert scrubbed(text, ANNA) == expected


def record(name: str, text: str, *values: object) -> logging.LogRecord:
    return logging.LogRecord(name, logging.WARNING, __file__, 7, text, values, None)


def test_records_tell_numbers_and_words_but_no_prose() -> None:
    path = Path("/home/anna/cat.png")
    said = recorded(record("app.x", "%s in %s after %d: %s", "Sampler", path, 3, PROMPT))
    assert said == "Sampler in ….png after 3: …"
    assert recorded(record("app.x", "Qt: %s", Said("bad size 3"))) == "Qt: bad size 3"


def test_of_other_programs_only_the_place_is_told() -> None:
    said = recorded(record("transformers.clip", f"truncated: {PROMPT}"))
    assert said == "… (tests/reports/test_wording.py:7)"


def test_a_record_with_wrong_arguments_is_told_by_its_place() -> None:
    assert recorded(record("app.x", "%d steps", PROMPT)) == (
        "%d steps (tests/reports/test_wording.py:7)"
    )


def test_code_is_named_from_its_library_on() -> None:
    assert code_name("/home/anna/.venv/lib/python3.11/site-packages/torch/a.py") == "torch/a.py"
    assert code_name("/usr/lib/python3.11/json/decoder.py") == "python3.11/json/decoder.py"
    assert code_name("/home/anna/nodes/mine.py") == "mine.py"
    assert code_name(r"C:\anna\Lib\site-packages\torch\a.py") == "torch/a.py"


def test_the_stacks_of_a_crash_keep_code_and_lose_folders() -> None:
    text = 'Fatal Python error: Aborted\n  File "/home/anna/nodes/mine.py", line 3 in run'
    assert stacks_told(text) == "Fatal Python error: Aborted\n  mine.py:3 in run"
