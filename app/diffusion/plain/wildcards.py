"""Texts with choices in them, such as ``a {red|2::green} __animal__``: one is drawn by a seed.

The draws depend on the seed and on their order alone, the same on every machine and for ever.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import accumulate, pairwise

from app.diffusion.plain.texts import checked
from app.sdk.errors import NodeError

NAME = re.compile(r"__([\w./-]*?[\w.-])__")
"""A wildcard: the name of a .txt file without its ending, between two underscores twice."""

_DEEPEST = 20
_WEIGHT = re.compile(r"\s*(\d{1,6}(?:\.\d{1,6})?)::")
_MOST_DRAWS = 10_000


class UnclosedChoice(NodeError):
    """A brace has no partner."""

    english = (
        "The {brace} at character {place} has no partner: write choices as {example}, "
        "or \\{brace} for the brace itself."
    )


class NoLines(NodeError):
    """A wildcard has nothing to draw from."""

    english = "There is no {name}.txt with any lines in {folder}: add it, or correct the name."


class EndlessWildcard(NodeError):
    """A wildcard leads back to itself."""

    english = "The wildcards {chain} lead to each other without an end: take one of them out."


class TooManyLevels(NodeError):
    """Choices lie too deep within each other."""

    english = "Choices lie more than {most} deep within each other: take some of them apart."


class TooManyDraws(NodeError):
    """A text draws more than anyone could mean."""

    english = "The text draws more than {most} times: make it shorter."


class WeightsOfNothing(NodeError):
    """All weights of a choice are zero."""

    english = "All parts of {choice} have the weight 0: give at least one of them more."


@dataclass
class Draw:
    """Fills in one text. ``lines`` are those of each wildcard; ``folder`` names where they lie."""

    seed: int
    lines: Mapping[str, Sequence[str]]
    folder: str = ""
    _count: int = field(default=0, init=False)

    def text(self, text: str) -> str:
        """``text`` with every choice made and every wildcard filled in; raises NodeError."""
        check_braces(text)
        return _literal(checked(self._filled(text, ())))

    def _filled(self, text: str, within: tuple[str, ...], depth: int = 0) -> str:
        if depth > _DEEPEST:
            raise TooManyLevels(most=_DEEPEST)
        partners = _partners(text)
        done, at = [], 0
        while at < len(text):
            if text[at] == "\\" and at + 1 < len(text):
                done.append(text[at : at + 2])
                at += 2
            elif text[at] == "{":
                end = partners[at]
                chosen = self._choose(text[at + 1 : end])
                done.append(self._filled(chosen, within, depth + 1))
                at = end + 1
            elif (found := NAME.match(text, at)) is not None:
                done.append(self._wildcard(found[1], within, depth))
                at = found.end()
            else:
                done.append(text[at])
                at += 1
        return checked("".join(done))

    def _wildcard(self, name: str, within: tuple[str, ...], depth: int) -> str:
        if name in within:
            raise EndlessWildcard(chain=_chain((*within, name)))
        lines = self.lines.get(name, ())
        if not lines:
            raise NoLines(name=name, folder=self.folder)
        line = lines[self._place([1.0] * len(lines))]
        check_braces(line)
        return self._filled(line, (*within, name), depth + 1)

    def _choose(self, inside: str) -> str:
        """One of the parts between bars, by their weights; ``2::red`` counts twice."""
        parts = _parts(inside)
        weights = [float(w[1]) if (w := _WEIGHT.match(part)) else 1.0 for part in parts]
        if not any(weights):
            raise WeightsOfNothing(choice=f"{{{inside}}}")
        return _WEIGHT.sub("", parts[self._place(weights)], count=1)

    def _place(self, weights: Sequence[float]) -> int:
        """Draw a place: the next number of a stream that SHA-256 makes of the seed."""
        self._count += 1
        if self._count > _MOST_DRAWS:
            raise TooManyDraws(most=_MOST_DRAWS)
        number = sha256(f"{self.seed}:{self._count}".encode()).digest()
        point = int.from_bytes(number[:8], "big") / 2**64
        sums = list(accumulate(weights))
        return min(bisect_right(sums, point * sums[-1]), len(sums) - 1)


def names_in(text: str) -> set[str]:
    """The wildcards that a text names."""
    return {found[1] for found in NAME.finditer(text)}


def check_braces(text: str) -> None:
    """Raise UnclosedChoice where a brace has no partner."""
    _partners(text)


def _partners(text: str) -> dict[int, int]:
    """Where each brace that opens is closed; raises UnclosedChoice."""
    opened: list[int] = []
    found: dict[int, int] = {}
    for place in _bare(text):
        if text[place] == "{":
            opened.append(place)
        elif text[place] == "}" and not opened:
            raise _unclosed(text, place)
        elif text[place] == "}":
            found[opened.pop()] = place
    if opened:
        raise _unclosed(text, opened[-1])
    return found


def _unclosed(text: str, place: int) -> UnclosedChoice:
    return UnclosedChoice(brace=text[place], place=place + 1, example="{red|green}")


def _bare(text: str) -> list[int]:
    """The places of all characters without a backslash before them."""
    escaped = {found.start() + 1 for found in re.finditer(r"\\.", text, re.DOTALL)}
    return [place for place in range(len(text)) if place not in escaped]


def _parts(inside: str) -> list[str]:
    """What stands between the bars of a choice, bars of choices within it left alone."""
    cuts, depth = [-1], 0
    for place in _bare(inside):
        depth += {"{": 1, "}": -1}.get(inside[place], 0)
        if inside[place] == "|" and depth == 0:
            cuts.append(place)
    cuts.append(len(inside))
    return [inside[start + 1 : end] for start, end in pairwise(cuts)]


def _literal(text: str) -> str:
    r"""Braces, bars and underscores that a backslash protected; other backslashes stay."""
    return re.sub(r"\\([{}|_])", r"\1", text)


def _chain(names: Sequence[str]) -> str:
    return ", ".join(f"__{name}__" for name in names)
