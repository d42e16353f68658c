"""What changes in the course of a sampling, as values."""

from __future__ import annotations

import pytest

from app.sdk import Guidance, Model, Seeds, Weights
from app.sdk.courses import GuidancePoint, Later, acting_at, continued
from app.sdk.fingerprint import fingerprint


def model(name: str) -> Model:
    """A handle that differs by its content."""
    return Model(Weights("unet", name, "SD 1"), "{}")


def names(made: Model) -> list[tuple[float, str]]:
    """Where which network takes over."""
    return [(part.start, part.value.weights.content) for part in made.course]


def test_a_value_without_changes_is_a_course_of_itself() -> None:
    plain = model("a")
    assert plain.course == (Later(0.0, plain),)


def test_each_value_acts_from_its_start_up_to_the_next() -> None:
    course = (Later(0.0, "a"), Later(0.5, "b"))
    acting = [course[acting_at(course, place)].value for place in (0, 0.49, 0.5, 0.99)]
    assert acting == ["a", "a", "b", "b"]


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        (0.0, [(0.0, "c"), (0.6, "d")]),
        (0.3, [(0.0, "a"), (0.3, "c"), (0.6, "d")]),
        (0.5, [(0.0, "a"), (0.4, "b"), (0.5, "c"), (0.6, "d")]),
        (0.8, [(0.0, "a"), (0.4, "b"), (0.8, "d")]),
    ],
)
def test_courses_are_joined_at_a_place(start: float, expected: list[tuple[float, str]]) -> None:
    before = [Later(0.0, "a"), Later(0.4, "b")]
    after = [Later(0.0, "c"), Later(0.6, "d")]
    joined = continued(before, start, after)
    assert [(part.start, part.value) for part in joined] == expected


def test_chains_on_either_side_stay_flat() -> None:
    made = model("a").followed_by(model("b"), 0.3).followed_by(model("c"), 0.6)
    assert names(made) == [(0.0, "a"), (0.3, "b"), (0.6, "c")]
    other = model("a").followed_by(model("b").followed_by(model("c"), 0.6), 0.3)
    assert fingerprint(other) == fingerprint(made)
    assert made.describe() == "network (SD 1), another from 30%, another from 60%"


def test_guidance_holds_from_point_to_point() -> None:
    course = Guidance(()).followed_by(0.4, 3.0).followed_by(0.8, 1.0)
    assert [course.at(place, 7.0) for place in (0, 0.39, 0.4, 0.79, 0.8)] == [7, 7, 3, 3, 1]
    assert course.describe() == "cfg 3 at 40%, 1 at 80%"


def test_gradual_guidance_goes_in_a_straight_line() -> None:
    course = Guidance(()).followed_by(0.5, 3.0, gradual=True)
    assert [course.at(place, 7.0) for place in (0, 0.25, 0.5, 0.9)] == [7, 5, 3, 3]
    assert course.describe() == "cfg towards 3 at 50%"


def test_a_later_change_replaces_those_behind_its_place() -> None:
    course = Guidance(()).followed_by(0.8, 1.0).followed_by(0.5, 3.0)
    assert course.points == (GuidancePoint(0.5, 3.0),)


def test_seeds_say_how_many_they_are() -> None:
    assert (Seeds((1, 2)).describe(), Seeds((1,)).describe()) == ("2 seeds", "1 seed")
