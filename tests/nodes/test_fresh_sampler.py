"""What a new Sampler holds."""

from __future__ import annotations

from app.graph.kinds import KnownModel
from app.sdk.families import FLUX, SD1, SD3, SDXL
from app.sdk.registry import Registry
from app.sdk.usual_sampling import usual_sampling
from nodes.sampler import Sampler
from tests.pocket.bench import MODELS


def held(model: KnownModel | None) -> tuple[object, object]:
    """The scheduler and the cfg of a new Sampler beside this model."""
    kinds = Registry()
    kinds.add(Sampler)
    models = {"checkpoint": model} if model else {}
    values = {**Sampler.spec.defaults, **kinds.fresh("loom.Sampler", models)}
    return values["scheduler"], values["cfg"]


def test_every_whole_model_in_the_box_gets_what_was_measured_for_it() -> None:
    whole = sorted(index.parent.name for index in MODELS.glob("*/model_index.json"))
    assert len(whole) >= 3
    for name in whole:
        assert held(KnownModel(name, family=SD1)) == ("Euler ancestral", 2.5)


def test_a_model_of_a_family_gets_what_its_pipeline_takes() -> None:
    assert held(KnownModel("some", family=FLUX)) == ("Euler", 3.5)
    assert held(KnownModel("some", family=SD3)) == ("Euler", 7.0)
    assert held(KnownModel("some", family=SDXL)) == ("DPM++ 2M", 5.0)


def test_everything_else_begins_as_the_node_says() -> None:
    assert held(KnownModel("some", family=SD1)) == held(None) == ("DPM++ 2M", 7.0)
    assert usual_sampling(KnownModel("unknown")) == {}
