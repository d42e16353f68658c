"""What counts in a key and what does not."""

from __future__ import annotations

from dataclasses import replace

from app.engine.keys import node_key, stamp, step_keys
from tests.engine.toys import Add, Number

SPEC = Number.spec


def key(**changes: object) -> str:
    given = {
        "parameters": {"value": 1, "note": ""},
        "contents": (),
        "inputs": {"first": ["f"]},
        **changes,
    }
    return node_key(SPEC, "stamp", **given)  # type: ignore[arg-type]


def test_a_parameter_that_does_not_count_does_not_change_the_key() -> None:
    assert key(parameters={"value": 1, "note": "seen by nobody"}) == key()
    assert key(parameters={"value": 2, "note": ""}) != key()


def test_inputs_count_by_fingerprint_name_and_order() -> None:
    keys = {
        key(inputs=inputs)
        for inputs in (
            {"first": ["f"]},
            {"second": ["f"]},
            {"first": ["f", "g"]},
            {"first": ["g", "f"]},
            {"first": ["fg"]},
        )
    }
    assert len(keys) == 5
    assert key(inputs={"a": ["1"], "b": ["2"]}) == key(inputs={"b": ["2"], "a": ["1"]})


def test_contents_of_files_count() -> None:
    assert key(contents=("x",)) != key(contents=("y",)) != key()


def test_the_stamp_counts_kind_version_content_and_environment() -> None:
    changed = (
        stamp(SPEC, "cpu"),
        stamp(SPEC, "gpu"),
        stamp(replace(SPEC, version=2), "cpu"),
        stamp(replace(SPEC, content="edited"), "cpu"),
        stamp(Add.spec, "cpu"),
    )
    assert len(set(changed)) == len(changed)
    assert stamp(replace(SPEC, title="Renamed", help="More"), "cpu") == stamp(SPEC, "cpu")


def test_step_keys_agree_up_to_the_first_recipe_that_differs() -> None:
    one = step_keys("s", "origin", ["a", "b", "c"])
    other = step_keys("s", "origin", ["a", "x", "c"])
    assert len(one) == 4
    assert one[:2] == other[:2]
    assert not set(one[2:]) & set(other[2:])
    assert not set(one) & set(step_keys("s", "elsewhere", ["a", "b", "c"]))
