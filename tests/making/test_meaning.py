"""The model in the box paints what it is told to: a few prompts, seeds fixed, wide margins."""

from __future__ import annotations

from pathlib import Path

import pytest

from resources.models.making.evaluation.asked import Asked, asked
from resources.models.making.evaluation.painting import SIDE, Painter, plain
from resources.models.making.judge.verdict import Verdict, judge

MODELS = Path(__file__).parents[2] / "resources" / "models"
PICTURES = {"scene": 8, "shape": 4}
STEPS = 12


@pytest.fixture(scope="module")
def verdicts(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[Verdict, Verdict]]:
    """What each picture shows of its own prompt, and of the one after."""
    painter = Painter(MODELS, tmp_path_factory.mktemp("painted"))
    found = []
    for kind, count in PICTURES.items():
        wanted = [asked(kind, number, "flat", False) for number in range(count)]
        given = [
            {"prompt": one.prompt, "height": SIDE, "width": SIDE, "num_inference_steps": STEPS}
            for one in wanted
        ]
        made = painter.paint(kind, plain, ["pocket"], given)
        others: list[Asked] = [*wanted[1:], wanted[0]]
        for pixels, one, other in zip(made, wanted, others, strict=True):
            found.append((judge(pixels, one.stated), judge(pixels, other.stated)))
    return found


def share(verdicts: list[Verdict]) -> float:
    """The share of all attributes asked for that are right."""
    right = [value for verdict in verdicts for value in verdict.right.values()]
    return sum(right) / len(right)


def test_pictures_show_what_their_prompts_ask_for(
    verdicts: list[tuple[Verdict, Verdict]],
) -> None:
    assert share([own for own, _ in verdicts]) > 0.8


def test_they_show_it_because_of_their_prompts(verdicts: list[tuple[Verdict, Verdict]]) -> None:
    own, other = (share(list(found)) for found in zip(*verdicts, strict=True))
    assert own > other + 0.2
