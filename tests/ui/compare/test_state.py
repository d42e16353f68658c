"""Which two pictures are compared, and how, after what the user pressed."""

from __future__ import annotations

import pytest

from app.ui.compare.modes import Mode
from app.ui.compare.state import NOW, Comparison


@pytest.fixture
def state() -> Comparison:
    """Something new, and two slots that were sent one after the other."""
    made = Comparison()
    made.has_now = True
    made.fill(1)
    made.fill(2)
    return made


def test_what_was_sent_last_is_seen_and_compared_with_what_was_sent_before(
    state: Comparison,
) -> None:
    assert (state.first, state.second, state.mode) == (2, 1, Mode.ONE)


def test_an_empty_slot_is_not_looked_at(state: Comparison) -> None:
    assert not state.choose(5)
    assert state.first == 2


def test_choosing_b_as_a_swaps_them(state: Comparison) -> None:
    state.show(Mode.WIPE)
    state.choose(1)
    assert (state.first, state.second) == (1, 2)


def test_while_comparing_b_stays(state: Comparison) -> None:
    state.show(Mode.SIDE)
    state.choose(NOW)
    assert (state.first, state.second, state.mode) == (NOW, 1, Mode.SIDE)


def test_a_second_one_begins_to_compare(state: Comparison) -> None:
    state.choose_second(NOW)
    assert (state.first, state.second, state.mode) == (2, NOW, Mode.WIPE)


def test_the_same_mode_again_shows_one_picture(state: Comparison) -> None:
    state.show(Mode.WIPE)
    state.show(Mode.WIPE)
    assert state.mode is Mode.ONE


def test_the_modes_are_gone_through_and_end_at_one_picture(state: Comparison) -> None:
    seen = []
    for _ in range(5):
        state.cycle()
        seen.append(state.mode)
    assert seen == [Mode.WIPE, Mode.SIDE, Mode.DIFFERENCE, Mode.SLOTS, Mode.ONE]


def test_one_picture_alone_cannot_be_compared() -> None:
    state = Comparison()
    state.has_now = True
    assert not state.cycle()
    assert state.mode is Mode.ONE


def test_one_slot_is_compared_with_what_is_new() -> None:
    state = Comparison()
    state.has_now = True
    state.fill(3)
    state.follow()
    assert state.show(Mode.WIPE)
    assert (state.first, state.second) == (NOW, 3)


def test_a_run_brings_back_what_is_new_unless_something_is_compared(state: Comparison) -> None:
    state.follow()
    assert state.first == NOW
    state.show(Mode.WIPE)
    state.choose(2)
    state.follow()
    assert state.first == 2


def test_an_emptied_slot_is_seen_no_more(state: Comparison) -> None:
    state.show(Mode.WIPE)
    state.empty(2)
    assert (state.first, state.second, state.mode) == (NOW, 1, Mode.WIPE)
    state.empty(1)
    assert (state.first, state.mode) == (NOW, Mode.ONE)
