"""The page that tells what agrees with the reference lists every comparison there is."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.agreement_table import ADAPTERS, PAGE, Agreement, Row, code_lines, listed, rows_of

TEXT = Row("SDXL", "text to image", "StableDiffusionXLPipeline", "equal")


def test_the_page_lists_every_comparison(request: pytest.FixtureRequest) -> None:
    """Those of the tests at hand: all of them in a whole run."""
    marked = {row for item in request.session.items for row in rows_of(item)}
    missing = sorted(marked - set(listed(PAGE.read_text(encoding="utf-8"))))
    assert not missing, f"python -m tests.agreement_table writes the page anew: {missing}"


def test_every_comparison_on_the_page_agreed() -> None:
    found = listed(PAGE.read_text(encoding="utf-8"))
    assert found
    assert not [row for row in found if row.agreement in ("**differs**", "not run")]


def test_families_stand_in_their_order_with_the_number_of_comparisons() -> None:
    made = Agreement()
    made.add(TEXT, "passed")
    made.add(TEXT._replace(family="SD 1"), "passed")
    made.add(TEXT, "passed")
    lines = [line for line in made.page().splitlines() if line.startswith("| SD")]
    assert [line.split(" | ")[0] for line in lines] == ["| SD 1", "| SDXL"]
    assert lines[1].endswith("| equal | 2 |")
    assert "3\ncomparisons" in made.page()


@pytest.mark.parametrize(("outcome", "word"), [("failed", "**differs**"), ("skipped", "not run")])
def test_one_comparison_that_fails_is_what_counts(outcome: str, word: str) -> None:
    made = Agreement()
    for each in ("passed", outcome, "passed"):
        made.add(TEXT, each)
    (row,) = listed(made.page())
    assert row.agreement == word


def test_only_lines_with_code_count(tmp_path: Path) -> None:
    file = tmp_path / "source.py"
    file.write_text(
        '"""One.\n\nTwo."""\n\n# three\nx = 1\n\n\ndef f():\n    """Four."""\n    return x\n'
    )
    assert code_lines(file) == 3


@pytest.mark.parametrize("file", sorted(ADAPTERS.glob("*.py")), ids=lambda file: file.name)
def test_an_adapter_stays_small(file: Path) -> None:
    assert code_lines(file) < 120
