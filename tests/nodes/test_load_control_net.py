"""LoadControlNet."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.diffusion.loading.refusals import NotAModelFolder
from app.sdk import ValueType
from nodes.load_control_net import LoadControlNet
from tests import components
from tests.nodes.model_context import context_over

SHIPPED = Path(__file__).parents[2] / "resources" / "models"


def test_a_control_net_is_opened_by_name(tmp_path: Path) -> None:
    components.build_control_network(tmp_path / "lines")
    network = LoadControlNet(network="lines").run(context_over(tmp_path))
    assert (network.weights.part, network.weights.content) == ("controlnet", "content of lines")


def test_the_shipped_control_net_is_the_default_and_loads() -> None:
    context = context_over(SHIPPED)
    module = context.weights(LoadControlNet().run(context))
    assert module.config.cross_attention_dim == 128


def test_a_checkpoint_by_path_is_refused(tmp_path: Path) -> None:
    components.build_checkpoint(tmp_path / "tiny")
    with pytest.raises(NotAModelFolder, match="not a ControlNet"):
        LoadControlNet(network=str(tmp_path / "tiny")).run(context_over(tmp_path))


def test_the_output_names_the_family_that_the_shelf_knows() -> None:
    known = ValueType("ModelName").with_traits(family="SDXL")
    (kind,) = LoadControlNet.describe({}, {"network": known}).values()
    assert kind.trait("family") == "SDXL"
    (kind,) = LoadControlNet.describe({}, {}).values()
    assert kind.trait("family") is None
