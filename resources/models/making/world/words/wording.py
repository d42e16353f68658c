"""Small parts of speech."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random


def with_article(words: str) -> str:
    """The words with "a" or "an" before them."""
    return f"{'an' if words[0] in 'aeiou' else 'a'} {words}"


def spoken(colour: str, random: Random) -> str:
    """A colour's name as people write it."""
    return random.choice(("gray", "grey")) if colour == "gray" else colour


def joined(parts: Sequence[str]) -> str:
    """Parts joined by commas and a last "and"."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"
