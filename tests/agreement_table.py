"""Writes docs/agreement.md: what was compared with which pipeline, and how well it agreed.

``python -m tests.agreement_table`` runs every test with the mark ``reference`` and writes the page.
As a plugin it does the same for any run: ``pytest -p tests.agreement_table --agreement FILE``.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

import pytest

from app.sdk.families import FAMILIES
from tests.__main__ import IN_TWO_PROCESSES

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "agreement.md"
ADAPTERS = ROOT / "app" / "diffusion" / "families"

_FIELDS = ("family", "feature", "against", "agreement")
_PROPERTY = "reference"
_HEAD = """# Agreement with the reference

Everything that a pipeline of diffusers also offers is compared with it: the same tiny random
networks, the same prompts and the same seed, here through the nodes and there through the pipeline.
*Equal* means equal bits in the latent after every step and in the picture; where a bound stands
instead, the test says why. *Not offered* means that no pipeline does this: the test then compares
with the same thing put together by hand from the parts that diffusers has.

Made by `python -m tests.agreement_table` with diffusers {diffusers} and torch {torch}; {cases}
comparisons.

| Family | Feature | Compared with | Agreement | Comparisons |
|---|---|---|---|---|
"""
_CODE = """
## Adapters

All families go through one loop; what sets one apart is its adapter in `app/diffusion/families`.
Lines of code, without comments, docstrings and blank lines:

| Adapter | Lines |
|---|---|
"""


class Row(NamedTuple):
    """What a mark says."""

    family: str
    feature: str
    against: str
    agreement: str

    @property
    def place(self) -> tuple[int, str, str]:
        """Where it stands in the table: families in their own order, then by name."""
        known = self.family in FAMILIES
        return FAMILIES.index(self.family) if known else len(FAMILIES), self.family, self.feature


@dataclass
class Agreement:
    """The comparisons of a run, by what they compare."""

    outcomes: dict[Row, list[str]] = field(default_factory=dict)

    def add(self, row: Row, outcome: str) -> None:
        """One more comparison, and how it ended."""
        self.outcomes.setdefault(row, []).append(outcome)

    def page(self) -> str:
        """The whole page."""
        rows = sorted(self.outcomes.items(), key=lambda item: (item[0].place, item[0]))
        cases = sum(len(outcomes) for _, outcomes in rows)
        versions = {name: version(name).partition("+")[0] for name in ("diffusers", "torch")}
        head = _HEAD.format(cases=cases, **versions)
        return head + "".join(_line(row, outcomes) for row, outcomes in rows) + _adapters()


def _line(row: Row, outcomes: Sequence[str]) -> str:
    worst = next((found for found in ("failed", "skipped") if found in outcomes), "")
    agreement = {"failed": "**differs**", "skipped": "not run"}.get(worst, row.agreement)
    return f"| {row.family} | {row.feature} | {row.against} | {agreement} | {len(outcomes)} |\n"


def _adapters() -> str:
    lines = {file.name: code_lines(file) for file in sorted(ADAPTERS.glob("*.py"))}
    rows = "".join(f"| `{name}` | {count} |\n" for name, count in lines.items())
    return f"{_CODE}{rows}"


def code_lines(file: Path) -> int:
    """How many lines of a source hold code."""
    source = file.read_text(encoding="utf-8")
    told = {
        number for first, last in _docstrings(ast.parse(source)) for number in range(first, last)
    }
    return sum(
        bool(line.strip()) and not line.strip().startswith("#") and number not in told
        for number, line in enumerate(source.splitlines(), 1)
    )


def _docstrings(tree: ast.AST) -> Iterator[tuple[int, int]]:
    """First line and the one after the last of every string that stands alone."""
    for node in ast.walk(tree):
        value = node.value if isinstance(node, ast.Expr) else None
        if isinstance(value, ast.Constant) and isinstance(value.value, str):
            yield value.lineno, (value.end_lineno or value.lineno) + 1


def rows_of(item: pytest.Item) -> list[Row]:
    """What the marks of a test say."""
    return [Row(*(mark.kwargs[name] for name in _FIELDS)) for mark in item.iter_markers(_PROPERTY)]


def pytest_addoption(parser: pytest.Parser) -> None:
    """The option that names the page."""
    parser.addoption("--agreement", default="", help="write what was compared to this file")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Note on every test what it compares, so that its reports tell it, from any process."""
    for item in items:
        item.user_properties += [(_PROPERTY, tuple(row)) for row in rows_of(item)]


def pytest_configure(config: pytest.Config) -> None:
    """Gather the reports of a run that is to be written down."""
    if config.getoption("--agreement") and not hasattr(config, "workerinput"):
        config.pluginmanager.register(_Gathering(Path(config.getoption("--agreement"))))


class _Gathering:
    """Listens to a run and writes the page at its end."""

    def __init__(self, page: Path) -> None:
        self._page = page
        self._found = Agreement()

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """A comparison that ended, or that could not begin."""
        if report.when != "call" and report.passed:
            return
        for name, row in report.user_properties:
            if name == _PROPERTY:
                self._found.add(Row(*row), report.outcome)  # type: ignore[misc]

    def pytest_sessionfinish(self) -> None:
        """Write it down."""
        self._page.write_text(self._found.page(), encoding="utf-8")


def listed(page: str) -> Mapping[Row, str]:
    """The comparisons that a page lists, each with its agreement as it was found."""
    cells = [line.strip("| ").split(" | ") for line in page.splitlines() if line.startswith("| ")]
    rows = [row[:4] for row in cells if len(row) == 5 and row[0] != "Family"]
    return {Row(*row): row[3] for row in rows}


def main() -> int:
    """Run the comparisons and write the page."""
    page = sys.argv[1] if len(sys.argv) > 1 else str(PAGE)
    options = ["-p", "tests.agreement_table", "--agreement", page, "-m", "reference", "-q"]
    return int(pytest.main([*IN_TWO_PROCESSES, *options, str(ROOT / "tests")]))


if __name__ == "__main__":
    raise SystemExit(main())
