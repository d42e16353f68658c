"""The size of a blank latent."""

from __future__ import annotations

import pytest

from app.graph import edits
from app.graph.editor import Document
from app.graph.kinds import KnownModel
from app.graph.spec import Plain
from app.sdk import NodeError
from app.sdk.families import SDXL
from app.sdk.registry import Registry
from app.sdk.usual_sizes import usual_side
from nodes.empty_latent import EmptyLatent
from nodes.load_model import LoadModel


def test_a_size_that_is_no_multiple_of_8_is_refused_before_the_run() -> None:
    with pytest.raises(NodeError, match="such as 512 x 496"):
        EmptyLatent.check({"size": [512, 500]})
    EmptyLatent.check({"size": [512, 504]})


def size_beside(*models: str) -> Plain:
    """The size of one that is added to a graph with these models."""
    kinds = Registry()
    kinds.models = lambda kind, name: KnownModel(name, family=SDXL if "xl" in name else "SD 1")
    kinds.add(EmptyLatent)
    kinds.add(LoadModel)
    document = Document()

    def add(type: str, id: str, **values: Plain) -> None:
        change = edits.add_node(document.snapshot, kinds, type, (0, 0), id=id, parameters=values)
        document.apply(change)

    for name in models:
        add("loom.LoadModel", name, model=name)
    add("loom.EmptyLatent", "size")
    return document.snapshot.graphs[document.snapshot.root].nodes["size"].parameters["size"]


def test_a_new_one_is_as_large_as_the_model_of_its_graph_likes() -> None:
    assert size_beside("pocket") == [128, 128]
    assert size_beside("some-sd-1") == [512, 512]
    assert size_beside("some-xl", "pocket") == [1024, 1024]


def test_what_a_model_says_of_its_size_counts_before_its_family() -> None:
    assert usual_side(KnownModel("some", family="SD 2", side=768)) == 768
    assert usual_side(KnownModel("pocket", side=256)) == 256


def test_without_a_model_a_new_one_suits_the_one_that_comes_along() -> None:
    assert size_beside() == [128, 128]


def test_what_is_missing_in_a_file_is_what_it_was() -> None:
    assert EmptyLatent.spec.defaults["size"] == [512, 512]
