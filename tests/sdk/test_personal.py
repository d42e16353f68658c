"""Paths and names of people in graphs that leave the computer."""

from __future__ import annotations

import json

import pytest

from app.sdk.personal import Person, this_person

ANNA = Person(("/home/anna",), frozenset({"anna", "bluebird"}))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("/home/anna/pictures/cat.png", "~/pictures/cat.png"),
        ("/home/anna", "~"),
        ("/home/annabel/cat.png", "/home/annabel/cat.png"),
        ("/mnt/home/anna/cat.png", "cat.png"),
        ("/media/anna/disk/my cat.png", "my cat.png"),
        (r"\\bluebird\share\cat.png", "cat.png"),
        (r"C:\Users\Anna\cat.png", "cat.png"),
        ("~anna/cat.png", "cat.png"),
        ("file:///media/anna/cat.png", "cat.png"),
        ("as in /home/anna/a.png, but red", "as in ~/a.png, but red"),
        ("as in /media/anna/a.png, but red", "as in a.png, but red"),
        ("a portrait of anna, 1/2 profile", "a portrait of anna, 1/2 profile"),
        ("/data/cat.png", "/data/cat.png"),
        ("resources:pictures/cat.png", "resources:pictures/cat.png"),
        ("", ""),
    ],
)
def test_only_what_names_somebody_is_taken_out(text: str, expected: str) -> None:
    assert ANNA.portable(text) == expected


def test_the_layout_of_a_graph_stays() -> None:
    text = '{\n  "path": "/home/anna/ü.png",  "n": [1, 2], "q": "a \\"b\\" /x"\n}\n'
    changed = ANNA.portable_json(text)
    assert changed == text.replace("/home/anna", "~")
    assert json.loads(changed)["q"] == 'a "b" /x'
    assert ANNA.portable_json("no json") == "no json"


def test_windows_paths_are_found_in_json() -> None:
    someone = Person((r"C:\Users\Anna",), frozenset({"Anna"}))
    text = json.dumps({"path": r"C:\Users\Anna\cat.png"})
    assert json.loads(someone.portable_json(text)) == {"path": r"~\cat.png"}


def test_the_root_of_a_disk_is_nobodys_home(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/")
    this_person.cache_clear()
    try:
        assert "" not in this_person().homes
        assert this_person().portable("/data/cat.png") == "/data/cat.png"
    finally:
        this_person.cache_clear()
