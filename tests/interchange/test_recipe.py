"""What a graph does, in other programs' words."""

from __future__ import annotations

import pytest

from app.graph import edits
from app.graph.file import read_text
from app.graph.kinds import NO_KINDS
from app.graph.operations import apply_all
from app.graph.writing import to_text
from app.interchange.infotext import infotext
from app.interchange.recipe import Recipe, read_origin
from tests.interchange.graphs import (
    TEXT_TO_IMAGE,
    WIRES,
    graph_text,
    image_to_image,
    muted,
    text_to_image,
)

EXPECTED = """a red house,
at night
Negative prompt: blurry
Steps: 20, Sampler: Euler a, Schedule type: Karras, CFG scale: 4, Seed: 8, Size: 64x48, \
Model: pocket, Version: Latent Loom"""


def recipe(text: str) -> Recipe:
    found = read_origin(text).recipe
    assert found is not None
    return found


def test_a_plain_graph_becomes_infotext_with_the_seed_of_each_picture() -> None:
    assert infotext(recipe(text_to_image()), 64, 48, index=1) == EXPECTED


def test_a_start_from_a_picture_names_its_strength() -> None:
    assert ", Denoising strength: 0.6," in infotext(recipe(image_to_image()), 64, 64)


def test_settings_that_would_end_early_are_quoted() -> None:
    nodes = {**TEXT_TO_IMAGE, "load": ("LoadModel", {"model": 'C:\\my, "best"'})}
    text = infotext(recipe(graph_text(nodes, WIRES)), 64, 64)
    assert r'Model: "C:\\my, \"best\"", Version' in text


def test_values_are_followed_through_wires() -> None:
    nodes = {**TEXT_TO_IMAGE, "words": ("Text", {"value": "a tree"}), "n": ("Seed", {"value": 3})}
    wires = {**WIRES, "good.text": "words.text", "sampler.seed": "n.integer"}
    found = recipe(graph_text(nodes, wires))
    assert (found.prompt, found.seed) == ("a tree", 3)


def test_a_value_that_is_computed_is_left_out() -> None:
    nodes = {**TEXT_TO_IMAGE, "dice": ("other.Dice", {})}
    found = recipe(graph_text(nodes, {**WIRES, "sampler.seed": "dice.number"}))
    assert found.seed is None
    assert "Seed" not in infotext(found, 64, 64)


def test_two_samplers_have_no_single_recipe() -> None:
    nodes = {**TEXT_TO_IMAGE, "second": TEXT_TO_IMAGE["sampler"]}
    text = graph_text(nodes, WIRES)
    assert read_origin(text).recipe is None
    assert read_origin(muted(text, "second")).recipe is not None


def test_a_missing_prompt_has_no_recipe() -> None:
    wires = {end: start for end, start in WIRES.items() if end != "sampler.positive"}
    assert read_origin(graph_text(TEXT_TO_IMAGE, wires)).recipe is None


def test_the_origin_of_pictures_is_told() -> None:
    drawn, painted_over = read_origin(text_to_image()), read_origin(image_to_image())
    assert (drawn.generated, drawn.from_picture) == (True, False)
    assert (painted_over.generated, painted_over.from_picture) == (True, True)


def test_a_graph_without_a_network_generates_nothing() -> None:
    nodes = {"file": ("LoadImage", {"path": "x.png"}), "save": ("SaveImage", {})}
    assert not read_origin(graph_text(nodes, {"save.image": "file.image"})).generated
    nodes["own"] = ("mine.Dream", {})
    assert read_origin(graph_text(nodes, {"save.image": "own.image"})).generated


@pytest.mark.parametrize("text", ["", "{", "[]", '{"format": 1}', "\0", text_to_image()[:300]])
def test_text_that_is_no_graph_counts_as_generated_and_unknown(text: str) -> None:
    found = read_origin(text)
    assert found.generated
    assert found.recipe is None


@pytest.mark.parametrize(
    "inside", [["sampler"], ["good", "bad", "sampler"], ["load", "good", "bad", "blank", "sampler"]]
)
def test_a_recipe_is_read_through_subgraphs(inside: list[str]) -> None:
    snapshot = read_text(text_to_image(), None).snapshot
    change = edits.make_subgraph(snapshot, NO_KINDS, inside)
    grouped, _ = apply_all(snapshot, change.operations)
    found = read_origin(to_text(grouped, None))
    assert found == read_origin(text_to_image())
