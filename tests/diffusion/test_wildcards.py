"""Texts with choices: fair, the same for the same seed, and never without an end."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from app.diffusion.plain.wildcard_files import read_lines, used_files
from app.diffusion.plain.wildcards import Draw
from app.sdk import NodeError


def draw(text: str, seed: int = 0, **lines: list[str]) -> str:
    return Draw(seed, lines, "folder").text(text)


def test_the_same_seed_draws_the_same_text_for_ever() -> None:
    text = "a {red|green|blue} {house|tree|car}"
    assert [draw(text, seed) for seed in range(4)] == [draw(text, seed) for seed in range(4)]
    # These stand for every machine and version: another text means that old graphs change.
    assert [draw(text, seed) for seed in range(3)] == FIRST


FIRST = ["a blue tree", "a blue tree", "a green house"]


def test_every_choice_comes_as_often_as_its_weight_says() -> None:
    found = Counter(draw("{3::red|green}", seed) for seed in range(2000))
    assert abs(found["red"] - 1500) < 80
    assert found["red"] + found["green"] == 2000
    assert {draw("{0::red|green}", seed) for seed in range(50)} == {"green"}


def test_choices_lie_within_each_other_and_may_be_empty() -> None:
    found = {draw("a{| {dark|light} red}", seed) for seed in range(60)}
    assert found == {"a", "a dark red", "a light red"}


def test_a_wildcard_is_a_line_that_may_hold_wildcards() -> None:
    lines = {"animal": ["{big|small} cat", "__bird__"], "bird": ["owl"]}
    found = {Draw(seed, lines).text("one __animal__") for seed in range(60)}
    assert found == {"one big cat", "one small cat", "one owl"}


def test_a_backslash_keeps_braces_and_weights_of_prompts_stay() -> None:
    assert draw(r"\{a|b\} (red:1.2) \(x\) a_b") == r"{a|b} (red:1.2) \(x\) a_b"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a {red", "The { at character 3 has no partner"),
        ("a} b", "The } at character 2 has no partner"),
        ("{0::a|0::b}", "have the weight 0"),
        ("__gone__", "There is no gone.txt"),
        ("__ring__", "__ring__, __other__, __ring__ lead to each other without an end"),
        ("{" * 30 + "}" * 30, "more than 20 deep"),
        ("{a|b}" * 10_001, "more than 10000 times"),
        ("__wide__" * 2000, "at most 1000000"),
    ],
)
def test_what_cannot_be_drawn_is_said(text: str, words: str) -> None:
    lines = {"ring": ["__other__"], "other": ["__ring__"], "wide": ["x" * 1000]}
    with pytest.raises(NodeError) as caught:
        Draw(0, lines, "folder").text(text)
    assert words in str(caught.value)


def test_lines_come_from_files_without_notes_and_empty_lines(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "colour.txt").write_text("\ufeffred\n\n# a note\n __sub/shade__ blue \n", "utf-8")
    (tmp_path / "sub" / "shade.txt").write_text("dark\n", "utf-8")
    found = read_lines("a __colour__ house", tmp_path)
    assert found == {"colour": ["red", "__sub/shade__ blue"], "sub/shade": ["dark"]}


def test_names_never_lead_out_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret", "utf-8")
    inner = tmp_path / "inner"
    inner.mkdir()
    assert used_files("__../secret__ __/etc/hosts__", inner) == {}
    with pytest.raises(NodeError, match="There is no"):
        Draw(0, read_lines("__../secret__", inner), str(inner)).text("__../secret__")


def test_bad_files_and_folders_are_named(tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(NodeError, match=r"bad.txt cannot be read"):
        read_lines("__bad__", tmp_path)
    with pytest.raises(NodeError, match="There is no folder"):
        read_lines("__bad__", tmp_path / "gone")
    with pytest.raises(NodeError, match="no folder is chosen"):
        read_lines("__bad__", None)
    assert read_lines("nothing", None) == {}
