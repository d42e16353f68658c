"""LoadModel."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.diffusion.loading.refusals import PickledWeights
from app.models.shelf import NoSuchModel
from app.sdk import ValueType
from nodes.load_model import LoadModel
from tests import components
from tests.nodes.model_context import context_over

SHIPPED = Path(__file__).parents[2] / "resources" / "models"


def test_a_model_is_opened_by_name(tmp_path: Path) -> None:
    components.build_checkpoint(tmp_path / "tiny")
    parts = LoadModel(model="tiny").run(context_over(tmp_path))
    weights = [parts.model.weights, parts.text_model.weights, parts.vae.weights]
    assert {found.content for found in weights} == {"content of tiny"}
    assert [found.part for found in weights] == ["unet", "text_encoder", "vae"]


def test_the_shipped_model_is_the_default() -> None:
    context = context_over(SHIPPED)
    parts = LoadModel().run(context)
    assert parts.vae.factor == 4
    assert context.weights(parts.text_model)[0].encoder.config.max_position_embeddings == 64


def test_an_unknown_model_is_refused_with_those_that_are_there(tmp_path: Path) -> None:
    components.build_checkpoint(tmp_path / "tiny")
    with pytest.raises(NoSuchModel, match="choose tiny"):
        LoadModel(model="other").run(context_over(tmp_path))


def test_a_pickle_is_refused_before_its_content_is_read(tmp_path: Path) -> None:
    (tmp_path / "model.ckpt").write_bytes(b"")
    with pytest.raises(PickledWeights, match="convert it"):
        LoadModel(model=str(tmp_path / "model.ckpt")).run(context_over(tmp_path))


@pytest.mark.parametrize("family", ["SD 1", "SDXL", None])
def test_all_outputs_name_the_family_that_the_shelf_knows(family: str | None) -> None:
    known = ValueType("ModelName").with_traits(family=family)
    described = LoadModel.describe({"model": "pocket"}, {"model": known})
    assert {name: kind.trait("family") for name, kind in described.items()} == {
        "model": family,
        "text_model": family,
        "vae": family,
    }
