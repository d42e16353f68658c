"""The order in which the frames of a film are seen."""

from __future__ import annotations

import pytest

from app.ui.viewer.film.course import Ending, frame_at, is_over


@pytest.mark.parametrize(
    ("ending", "seen"),
    [
        (Ending.LOOP, [0, 1, 2, 3, 0, 1, 2, 3, 0]),
        (Ending.BACK_AND_FORTH, [0, 1, 2, 3, 2, 1, 0, 1, 2]),
        (Ending.ONCE, [0, 1, 2, 3, 3, 3, 3, 3, 3]),
    ],
)
def test_the_last_frame_is_followed_as_the_user_wants(ending: Ending, seen: list[int]) -> None:
    assert [frame_at(step, 4, ending) for step in range(9)] == seen


def test_a_film_of_one_frame_stays_there() -> None:
    assert {frame_at(step, 1, ending) for step in range(5) for ending in Ending} == {0}


def test_only_a_film_that_plays_once_is_over() -> None:
    assert [is_over(step, 4, Ending.ONCE) for step in range(5)] == [False] * 3 + [True] * 2
    assert not any(is_over(99, 4, ending) for ending in (Ending.LOOP, Ending.BACK_AND_FORTH))


def test_the_endings_follow_each_other_around() -> None:
    assert Ending.LOOP.next.next.next is Ending.LOOP
