"""LoRA, Textual Inversion, FreeU, Merge Models and Save Model."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors.torch import save_file

from app.graph.types import ValueType
from app.sdk.block_weights import BadBlockWeights
from app.sdk.learnt_names import BadName
from app.sdk.patches import Embedding
from app.sdk.patches import FreeU as FreeUPatch
from app.sdk.patches import LoRA as LoRAPatch
from nodes.freeu import FreeU
from nodes.load_model import LoadModel, Parts
from nodes.lora import LoRA
from nodes.merge_models import MergeModels
from nodes.save_model import SaveModel
from nodes.textual_inversion import TextualInversion
from tests import components
from tests.nodes.model_context import ModelContext, context_over

LAYER = "down_blocks_0_attentions_0_transformer_blocks_0_attn1_to_q"


@dataclass(frozen=True)
class Saving(ModelContext):
    """A context that has a folder for what is saved."""

    output: Path = Path()

    def output_folder(self) -> Path:
        return self.output


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("models")
    components.build_checkpoint(made / "tiny")
    components.build_checkpoint(made / "other", seed=11)
    factors = {
        f"lora_unet_{LAYER}.lora_down.weight": torch.ones(2, 16),
        f"lora_unet_{LAYER}.lora_up.weight": torch.ones(16, 2),
        "lora_te_text_model_encoder_layers_0_mlp_fc1.lora_down.weight": torch.ones(2, 32),
        "lora_te_text_model_encoder_layers_0_mlp_fc1.lora_up.weight": torch.ones(64, 2),
        "lora_unet_nowhere.lora_down.weight": torch.ones(2, 2),
        "lora_unet_nowhere.lora_up.weight": torch.ones(2, 2),
    }
    save_file(factors, made / "style.safetensors")
    save_file({"emb_params": torch.ones(2, 32)}, made / "toy.safetensors")
    return made


@pytest.fixture(scope="module")
def context(folder: Path) -> ModelContext:
    return context_over(folder)


@pytest.fixture
def parts(context: ModelContext) -> Parts:
    return LoadModel(model="tiny").run(context)


def lora(parts: Parts, folder: Path, **settings: Any) -> LoRA:
    usual = {"model": parts.model, "text_model": parts.text_model}
    return LoRA(**{**usual, "lora": str(folder / "style.safetensors"), **settings})


def test_a_lora_has_a_strength_in_the_network_and_one_in_the_text_encoders(
    context: ModelContext, parts: Parts, folder: Path
) -> None:
    found = lora(parts, folder, strength=0.5, text_strength=-1.0).run(context)
    (own,), (words,) = found.model.patches, found.text_model.patches
    assert isinstance(own, LoRAPatch)
    assert isinstance(words, LoRAPatch)
    assert (own.strength, words.strength) == (0.5, -1.0)
    assert own.content == words.content == "content of style.safetensors"


def test_the_report_names_what_fits_and_what_does_not(
    context: ModelContext, parts: Parts, folder: Path
) -> None:
    report = lora(parts, folder).run(context).report
    assert report == (
        "unet: 1 layers\ntext_encoder: 1 layers\n1 layers match nothing: lora_unet_nowhere"
    )


def test_at_strength_0_the_model_comes_out_as_it_came_in(
    context: ModelContext, parts: Parts, folder: Path
) -> None:
    found = lora(parts, folder, strength=0.0, text_strength=0.0).run(context)
    assert found.model == parts.model
    assert found.text_model == parts.text_model


def test_a_stack_is_a_chain_of_nodes(context: ModelContext, parts: Parts, folder: Path) -> None:
    first = lora(parts, folder, strength=0.5).run(context)
    second = lora(parts, folder, model=first.model, text_model=None, strength=0.25).run(context)
    assert [patch.strength for patch in second.model.patches] == [0.5, 0.25]
    assert second.text_model is None


def test_block_strengths_that_are_none_are_refused_before_the_run() -> None:
    with pytest.raises(BadBlockWeights):
        LoRA.check({"blocks": "left = 3"})
    with pytest.raises(BadBlockWeights):
        MergeModels.check({"blocks": "up"})
    LoRA.check({"blocks": "up.1 = 0"})


def test_families_are_passed_on() -> None:
    model, words = ValueType("Model"), ValueType("TextModel")
    given = {
        "model": model.with_traits(family="SDXL"),
        "text_model": words.with_traits(family="SDXL"),
    }
    for kind in (LoRA, MergeModels):
        told = kind.describe({}, given)
        assert {name: type.trait("family") for name, type in told.items()} == {
            "model": "SDXL",
            "text_model": "SDXL",
        }
    assert FreeU.describe({}, given)["model"].trait("family") == "SDXL"
    assert TextualInversion.describe({}, given)["textmodel"].trait("family") == "SDXL"


def test_freeu_is_noted_on_the_model(context: ModelContext, parts: Parts) -> None:
    found = FreeU(model=parts.model, b1=1.1, b2=1.2, s1=0.3, s2=0.4).run(context)
    assert found.patches == (FreeUPatch(b1=1.1, b2=1.2, s1=0.3, s2=0.4),)


def test_a_learnt_word_is_called_as_its_file_or_as_it_is_told(
    context: ModelContext, parts: Parts, folder: Path
) -> None:
    path = str(folder / "toy.safetensors")
    for word, name in (("", "toy"), ("<other>", "<other>")):
        node = TextualInversion(text_model=parts.text_model, embedding=path, word=word)
        (patch,) = node.run(context).patches
        assert isinstance(patch, Embedding)
        assert patch.name == name


@pytest.mark.parametrize("word", ["two words", "a,b", "(a)", "a:1", "<>", "x" * 200])
def test_a_word_that_no_prompt_can_hold_is_refused_before_the_run(word: str) -> None:
    with pytest.raises(BadName):
        TextualInversion.check({"word": word})


def test_a_mixture_is_saved_and_opened_again(
    context: ModelContext, parts: Parts, tmp_path: Path
) -> None:
    other = LoadModel(model="other").run(context)
    mixed = MergeModels(
        model=parts.model,
        other=other.model,
        base=None,
        text_model=parts.text_model,
        other_text_model=other.text_model,
        base_text_model=None,
        amount=0.25,
    ).run(context)
    saving = Saving(context.shelf, context.store, tmp_path)
    node = SaveModel(
        model=mixed.model, text_model=mixed.text_model, vae=parts.vae, precision="full"
    )
    files = node.run(saving).files
    assert all(Path(file.path).stat().st_size == file.size for file in files)
    again = LoadModel(model=str(tmp_path / "model 001")).run(context)
    for one, two in ((mixed.model, again.model), (mixed.text_model, again.text_model)):
        assert_same(context, one, replace_content(two))


def replace_content(handle: Any) -> Any:
    """The same handle, known to be another one than before."""
    return replace(handle, weights=replace(handle.weights, content="saved"))


def assert_same(context: ModelContext, one: Any, other: Any) -> None:
    modules = []
    for handle in (one, other):
        found = context.weights(handle)
        modules.append((found[0].encoder if isinstance(found, tuple) else found).state_dict())
    assert modules[0].keys() == modules[1].keys()
    assert all(torch.equal(modules[0][name], modules[1][name]) for name in modules[0])


def test_the_network_alone_is_one_file(context: ModelContext, parts: Parts, tmp_path: Path) -> None:
    saving = Saving(context.shelf, context.store, tmp_path)
    node = SaveModel(model=parts.model, text_model=None, vae=None, form="network alone", name="net")
    (file,) = node.run(saving).files
    assert [path.name for path in tmp_path.iterdir()] == ["net 0001.safetensors"]
    assert file.size == (tmp_path / "net 0001.safetensors").stat().st_size
