"""Lists of values: made, counted, picked from and brought together. Needs no torch."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from app.diffusion.plain.counts import check_count
from app.graph.spec import LARGEST_INTEGER
from app.sdk.errors import NodeError

Item = TypeVar("Item")
Other = TypeVar("Other")


class EmptyList(NodeError):
    """A list has no items, but one is needed."""

    english = "The list is empty: let something come into it."


class NoSuchItem(NodeError):
    """A list is shorter than the index that is asked for."""

    english = "The list has {count} items, so there is none at {index}: choose {first} to {last}."


class BeyondNumbers(NodeError):
    """A range leaves the numbers that can be used."""

    english = "The range leaves the whole numbers that can be used: take smaller ones."


def opened(items: Iterable[Any]) -> tuple[Any, ...]:
    """The items, with lists among them taken apart; raises TooManyItems."""
    found: list[Any] = []
    for item in items:
        found += item if isinstance(item, list | tuple) else [item]
        check_count(len(found))
    return tuple(found)


def as_list(value: Any) -> tuple[Any, ...]:
    """What arrived at an input for lists: a single thing is a list of one."""
    return tuple(value) if isinstance(value, list | tuple) else (value,)


def picked(items: Sequence[Item], index: int, *, begin_again: bool) -> Item:
    """The item at ``index``, from 0, or from the end below 0; raises EmptyList and NoSuchItem.

    ``begin_again`` counts on from the other end where the list is too short.
    """
    if not items:
        raise EmptyList
    if begin_again:
        index %= len(items)
    if not -len(items) <= index < len(items):
        raise NoSuchItem(count=len(items), index=index, first=-len(items), last=len(items) - 1)
    return items[index]


def pairs(
    first: Sequence[Item], second: Sequence[Other]
) -> tuple[tuple[Item, ...], tuple[Other, ...]]:
    """Two lists in which each item of one meets each of the other; raises TooManyItems."""
    check_count(len(first) * len(second))
    return (
        tuple(one for one in first for _ in second),
        tuple(other for _ in first for other in second),
    )


def whole_numbers(first: int, step: int, count: int) -> list[int]:
    """``count`` numbers from ``first`` on; raises BeyondNumbers."""
    numbers = [first + place * step for place in range(count)]
    if any(abs(number) > LARGEST_INTEGER for number in numbers):
        raise BeyondNumbers
    return numbers


def numbers_between(first: float, last: float, count: int) -> list[float]:
    """``count`` numbers at equal distances; the first alone where only one is asked for."""
    if count == 1:
        return [first]
    inner = [first + (last - first) * place / (count - 1) for place in range(count - 1)]
    return [*inner, last]
