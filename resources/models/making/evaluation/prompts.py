"""Whether pictures show what was asked for, all of it and each attribute alone."""

from __future__ import annotations

from collections import defaultdict

from resources.models.making.evaluation.asked import Asked, asked
from resources.models.making.evaluation.painting import SIDE, Painter, plain
from resources.models.making.evaluation.results import Row, share
from resources.models.making.judge.colours import Pixels
from resources.models.making.judge.verdict import Verdict, judge

GROUPS = (
    ("scenes", "scene", "≥ 97 %"),
    ("single shapes", "shape", "≥ 95 %"),
    ("two shapes", "relation", "≥ 85 %"),
)


def prompt_rows(painter: Painter, count: int) -> list[Row]:
    """Prompts obeyed by group, then each attribute over all groups."""
    rows: list[Row] = []
    each: dict[str, list[bool]] = defaultdict(list)
    shuffled: dict[str, list[bool]] = defaultdict(list)
    for name, kind, aim in GROUPS:
        wanted = [asked(kind, number) for number in range(count)]
        given = [{"prompt": one.prompt, "height": SIDE, "width": SIDE} for one in wanted]
        made = painter.paint(f"prompts-{kind}", plain, ["pocket"], given)
        right = _verdicts(made, wanted)
        wrong = _verdicts(made, [*wanted[1:], wanted[0]])
        _collect(right, each)
        _collect(wrong, shuffled)
        obeyed, chance = (share([one.all_right for one in found]) for found in (right, wrong))
        rows.append(Row(f"prompt obeyed, {name}", obeyed, chance, aim, "%", count))
        if kind == "scene":
            value, chance = (share([one.nothing_else for one in found]) for found in (right, wrong))
            rows.append(Row("nothing unasked, scenes", value, chance, "", "%", count))
    for attribute in each:
        value, chance = share(each[attribute]), share(shuffled[attribute])
        many = len(each[attribute])
        rows.append(Row(f"attribute: {attribute}", value, chance, "≥ 98 %", "%", many))
    return rows


def _verdicts(made: list[Pixels], wanted: list[Asked]) -> list[Verdict]:
    return [judge(pixels, one.stated) for pixels, one in zip(made, wanted, strict=True)]


def _collect(verdicts: list[Verdict], each: dict[str, list[bool]]) -> None:
    for verdict in verdicts:
        for name, right in verdict.right.items():
            each[name].append(right)
