"""What was measured: kept as JSON after every row, and told as a Markdown table."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import NamedTuple

Figures = dict[str, float]


class Row(NamedTuple):
    """A line of the table: what was measured, the value, what chance gives, and the aim.

    `against` says what `chance` was measured on, where that is not prompts that were shuffled.
    """

    name: str
    value: float
    chance: float | None
    aim: str
    unit: str
    pictures: int
    against: str = ""


def share(found: list[bool]) -> float:
    """How many are true, 0 to 1."""
    return sum(found) / len(found) if found else 0.0


def interval(part: float, many: int) -> tuple[float, float]:
    """Between which shares the true one lies in 95 cases of 100, when `part` of `many` was found.

    E. B. Wilson, "Probable inference, the law of succession, and statistical inference" (1927).
    """
    if not many:
        return 0.0, 1.0
    z = 1.959964
    middle = part + z**2 / (2 * many)
    away = z * math.sqrt(part * (1 - part) / many + (z / (2 * many)) ** 2)
    low, high = ((middle + way * away) / (1 + z**2 / many) for way in (-1, 1))
    return max(0.0, low), min(1.0, high)


class Results:
    """Rows by the name of the measurement that made them, in one file."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "results.json"
        self.rows: dict[str, list[Row]] = {}
        if self.path.is_file():
            known = json.loads(self.path.read_text(encoding="utf-8"))
            self.rows = {name: [Row(*row) for row in rows] for name, rows in known.items()}

    def put(self, name: str, rows: list[Row]) -> None:
        """Keep the rows of one measurement in place of older ones."""
        self.rows[name] = rows
        self.path.parent.mkdir(parents=True, exist_ok=True)
        fresh = self.path.with_suffix(".new")
        fresh.write_text(json.dumps(self.rows, indent=1) + "\n", encoding="utf-8")
        fresh.replace(self.path)

    def table(self) -> str:
        """Everything measured so far, as Markdown."""
        lines = [
            "| what | measured | 95 % interval | baseline: prompts shuffled | aim | pictures |",
            "|---|--:|--:|--:|--:|--:|",
        ]
        for rows in self.rows.values():
            for row in rows:
                row = Row(*row)
                chance = "" if row.chance is None else _told(row.chance, row.unit)
                chance += f" ({row.against})" if row.against else ""
                value, many = _told(row.value, row.unit), str(row.pictures)
                cells = (row.name, value, _interval(row), chance, row.aim, many)
                lines.append(f"| {' | '.join(cells)} |")
        return "\n".join(lines) + "\n"


def _told(value: float, unit: str) -> str:
    return f"{100 * value:.1f} %" if unit == "%" else f"{value:.2f} {unit}".rstrip()


def _interval(row: Row) -> str:
    """From where to where a share may be; empty for what is no share."""
    if row.unit != "%":
        return ""
    low, high = interval(row.value, row.pictures)
    return f"{100 * low:.1f} to {100 * high:.1f} %"
