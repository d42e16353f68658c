"""How often the judge is right, on renders that it knows everything about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from random import Random

from resources.models.making.judge.colours import Pixels
from resources.models.making.judge.truth import attributes_of
from resources.models.making.judge.verdict import judge
from resources.models.making.world.drawing import draw, pixels_of
from resources.models.making.world.picture import Picture, Scene
from resources.models.making.world.sampling import sample_held_out

Seen = Callable[[Pixels], Pixels]
GROUPS = (
    ("scenes, flat", "scene", "flat"),
    ("scenes, paper cut", "scene", "paper cut"),
    ("scenes, neon", "scene", "neon"),
    ("single shapes", "shape", ""),
    ("two shapes", "relation", ""),
)


_SHOWS = 250
"""So many of the 16384 pixels of hills have to show; trees on both sides of a house hide more."""


@dataclass
class Tally:
    """Attribute to how often it was asked and how often the answer was right."""

    asked: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    mistakes: Counter[tuple[str, str, str]] = field(default_factory=Counter)

    def share(self, name: str) -> float:
        """How often the answer about an attribute was right, 0 to 1."""
        return self.right[name] / self.asked[name]


def unchanged(pixels: Pixels) -> Pixels:
    """The picture as it is."""
    return pixels


def check(kind: str, style: str, count: int, seed: int, through: Seen = unchanged) -> Tally:
    """Ask the judge about every attribute of held-out renders, also of what is not there.

    `through` may change the pixels before, as a codec does.
    """
    tally = Tally()
    random = Random(f"judge {kind} {style} {seed}")
    for _ in range(count):
        picture = sample_held_out(random, kind, style)
        verdict = judge(through(pixels_of(picture)), visible(picture))
        for name, right in verdict.right.items():
            tally.asked[name] += 1
            tally.right[name] += right
            if not right:
                tally.mistakes[name, verdict.asked[name], verdict.seen.get(name, "")] += 1
        tally.asked["all"] += 1
        tally.right["all"] += verdict.all_right
    return tally


def visible(picture: Picture) -> dict[str, str]:
    """Every attribute but that of hills where hardly anything tells them from open sky."""
    told = attributes_of(picture)
    if isinstance(picture, Scene) and picture.far in ("", "hills"):
        shown = draw(replace(picture, far="hills")).mask("hills").sum()
        if shown < _SHOWS:
            del told["far"]
    return told


def table(tallies: Iterable[tuple[str, Tally]]) -> str:
    """A Markdown table: a row for every attribute, a column for every group."""
    columns = list(tallies)
    names = list(dict.fromkeys(name for _, tally in columns for name in tally.asked))
    lines = ["| attribute | " + " | ".join(name for name, _ in columns) + " |"]
    lines.append("|---|" + "--:|" * len(columns))
    for name in names:
        shares = [f"{tally.share(name):.1%}" if name in tally.asked else "" for _, tally in columns]
        lines.append(f"| {name} | " + " | ".join(shares) + " |")
    return "\n".join(lines) + "\n"
