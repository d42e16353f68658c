"""Learnt words: against diffusers' textual inversion, and in every spelling."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors.torch import save_file
from torch import Tensor

from app.diffusion import families
from app.diffusion.device import Device
from app.diffusion.loading.folder import Checkpoint, open_checkpoint
from app.diffusion.patches.adding import add_word
from app.diffusion.patches.embeddings import NotAnEmbedding, OtherWidth, PickledEmbedding
from app.diffusion.patches.refusals import KnownWord, NoNumbers, OtherFamily
from app.diffusion.store import ModelStore
from app.diffusion.text.encoder import Encoder
from app.diffusion.text.learnt_words import UnknownEmbedding
from app.sdk.models import TextModel
from app.sdk.values import Conditioning
from tests import components
from tests.diffusion.patches.lora_bench import assert_equal_weights, never
from tests.diffusion.patches.test_reference_loras import sd1_pipeline, second_encoder, xl_pipeline

CPU = Device(torch.device("cpu"), torch.float32, "CPU")
WIDTH = components.WIDTH


def vectors(count: int, seed: int = 1) -> Tensor:
    return torch.randn(count, WIDTH, generator=torch.Generator().manual_seed(seed)) * 0.3


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Checkpoint:
    folder = tmp_path_factory.mktemp("words") / "model"
    return open_checkpoint(components.build_checkpoint(folder), "words")


def word(folder: Path, name: str, **lists: Tensor) -> Path:
    """A file of a learnt word."""
    path = folder / f"{name}.safetensors"
    save_file(lists, path)
    return path


def learnt(text_model: TextModel, path: Path, called: str = "") -> TextModel:
    return add_word(text_model, path, path.read_bytes().hex(), called)


def encode(store: ModelStore, text_model: TextModel, text: str) -> Conditioning:
    family = families.of(text_model.weights.family)
    encoder = Encoder(store.weights(text_model, never), family, "A1111")
    return encoder.encode(text, never).conditioning


@pytest.mark.reference(
    family="SD 1",
    feature="textual inversion",
    against="StableDiffusionPipeline.load_textual_inversion",
    agreement="equal",
)
@pytest.mark.parametrize("count", [1, 3])
def test_a_prompt_with_a_learnt_word_is_that_of_the_pipeline(
    opened: Checkpoint, tmp_path: Path, count: int
) -> None:
    path = word(tmp_path, "cat-toy", emb_params=vectors(count))
    made = sd1_pipeline()
    made.load_textual_inversion({"<cat-toy>": vectors(count)}, token="<cat-toy>")
    wanted, _ = made.encode_prompt("a red <cat-toy>, the dog", "cpu", 1, False)
    text_model = learnt(opened.text_model, path)
    for spelling in ("<cat-toy>", "cat-toy", "embedding:cat-toy", "Embedding:cat-toy.pt"):
        found = encode(ModelStore(CPU), text_model, f"a red {spelling}, the dog")
        assert torch.equal(found.embeddings, wanted), spelling


def test_several_words_lie_behind_each_other_as_in_diffusers(
    opened: Checkpoint, tmp_path: Path
) -> None:
    made, text_model = sd1_pipeline(), opened.text_model
    for seed, (name, count) in enumerate((("one", 2), ("other", 1))):
        text_model = learnt(text_model, word(tmp_path, name, emb_params=vectors(count, seed)))
        made.load_textual_inversion({f"<{name}>": vectors(count, seed)}, token=f"<{name}>")
    wanted, _ = made.encode_prompt("<other> cat <one>", "cpu", 1, False)
    found = encode(ModelStore(CPU), text_model, "<other> cat <one>")
    assert torch.equal(found.embeddings, wanted)


def xl_checkpoint(folder: Path) -> Checkpoint:
    """A tiny SDXL model in a folder."""
    made = xl_pipeline()
    made.vae.save_pretrained(folder / "vae")
    made.save_pretrained(folder)
    return open_checkpoint(folder, str(folder))


@pytest.mark.reference(
    family="SDXL",
    feature="textual inversion for both encoders",
    against="StableDiffusionXLPipeline.load_textual_inversion",
    agreement="equal",
)
@pytest.mark.parametrize("legacy", [False, True])
def test_sdxl_has_vectors_for_both_encoders_and_keeps_its_pooled_vector(
    tmp_path: Path, legacy: bool
) -> None:
    lists = {"clip_l": vectors(2, 1), "clip_g": vectors(2, 2)}
    path = word(tmp_path, "toy", **lists)
    made = xl_pipeline()
    for number, name in (("", "clip_l"), ("_2", "clip_g")):
        encoder, tokenizer = (
            getattr(made, f"text_encoder{number}"),
            getattr(made, f"tokenizer{number}"),
        )
        # one tokenizer for each, as both learn the word
        setattr(made, f"tokenizer{number}", tokenizer := copy.deepcopy(tokenizer))
        made.load_textual_inversion(
            {"toy": lists[name]}, token="toy", text_encoder=encoder, tokenizer=tokenizer
        )
    wanted, _, pooled, _ = made.encode_prompt("the toy house", do_classifier_free_guidance=False)
    opened = xl_checkpoint(tmp_path / "model")
    if legacy:
        make_legacy(tmp_path / "model")
    found = encode(ModelStore(CPU), learnt(opened.text_model, path), "the toy house")
    assert torch.equal(found.embeddings, wanted)
    assert found.pooled is not None
    assert torch.equal(found.pooled, pooled)


def make_legacy(folder: Path) -> None:
    """Configs as the published models have them: the end mark is said to be 2."""
    for part in ("text_encoder", "text_encoder_2"):
        file = folder / part / "config.json"
        end = second_encoder().config.eos_token_id
        old = file.read_text().replace(f'"eos_token_id": {end}', '"eos_token_id": 2')
        assert old != file.read_text()
        file.write_text(old)


def test_without_the_word_the_encoder_is_what_it_was(opened: Checkpoint, tmp_path: Path) -> None:
    store = ModelStore(CPU)
    before = encode(store, opened.text_model, "a toy")
    text_model = learnt(opened.text_model, word(tmp_path, "toy", emb_params=vectors(2)))
    assert not torch.equal(encode(store, text_model, "a toy").embeddings, before.embeddings)
    assert torch.equal(encode(store, opened.text_model, "a toy").embeddings, before.embeddings)
    encoder = store.weights(opened.text_model, never)[0].encoder
    assert_equal_weights(encoder, components.text_encoder(3).state_dict())


def test_a_prompt_that_does_not_use_the_word_is_the_same_with_it(
    opened: Checkpoint, tmp_path: Path
) -> None:
    store = ModelStore(CPU)
    text_model = learnt(opened.text_model, word(tmp_path, "toy", emb_params=vectors(2)))
    for text in ("a cat", "toys and stoy"):
        one, other = (encode(store, m, text) for m in (text_model, opened.text_model))
        assert torch.equal(one.embeddings, other.embeddings)


def test_every_vector_counts_as_a_token(opened: Checkpoint, tmp_path: Path) -> None:
    store = ModelStore(CPU)
    text_model = learnt(opened.text_model, word(tmp_path, "toy", emb_params=vectors(5)))
    before = store.count_tokens(opened.text_model, "cat dog", "A1111")
    after = store.count_tokens(text_model, "cat (toy:1.2) dog", "A1111")
    assert before is not None
    assert after is not None
    assert after.count == before.count + 5


def test_a_word_can_be_called_otherwise(opened: Checkpoint, tmp_path: Path) -> None:
    path = word(tmp_path, "some file v2", emb_params=vectors(1))
    store = ModelStore(CPU)
    by_file = encode(store, learnt(opened.text_model, path), "a some_file_v2")
    by_name = encode(store, learnt(opened.text_model, path, "toy"), "a toy")
    assert torch.equal(by_file.embeddings, by_name.embeddings)


def test_a_word_that_is_not_there_is_told(opened: Checkpoint) -> None:
    with pytest.raises(UnknownEmbedding, match="asks for the embedding nothing,"):
        encode(ModelStore(CPU), opened.text_model, "a (embedding:nothing, cat:1.1)")


def test_files_that_are_no_words_for_this_model_are_refused(
    opened: Checkpoint, tmp_path: Path
) -> None:
    text_model = opened.text_model
    pickle = tmp_path / "toy.pt"
    pickle.write_bytes(b"\x80\x04.")
    refused: list[tuple[Any, Path]] = [
        (PickledEmbedding, pickle),
        (OtherWidth, word(tmp_path, "wide", emb_params=torch.randn(2, 7))),
        (NotAnEmbedding, word(tmp_path, "cube", emb_params=torch.randn(2, 2, 2))),
        (NotAnEmbedding, word(tmp_path, "long", emb_params=torch.randn(5000, WIDTH))),
        (NotAnEmbedding, word(tmp_path, "many", a=vectors(1), b=vectors(1), c=vectors(1))),
    ]
    for kind, path in refused:
        with pytest.raises(kind) as caught:
            learnt(text_model, path)
        assert str(path) in str(caught.value)
        assert "\n" not in str(caught.value)


def test_vectors_that_are_not_finite_leave_the_encoder_as_it_was(
    opened: Checkpoint, tmp_path: Path
) -> None:
    store = ModelStore(CPU)
    text_model = learnt(
        opened.text_model, word(tmp_path, "toy", emb_params=vectors(2) / torch.zeros(1))
    )
    with pytest.raises(NoNumbers, match="not finite"):
        store.weights(text_model, never)
    encoder = store.weights(opened.text_model, never)[0].encoder
    assert_equal_weights(encoder, components.text_encoder(3).state_dict())


def test_an_encoder_without_vectors_reads_the_word_as_any_other(tmp_path: Path) -> None:
    store, opened = ModelStore(CPU), xl_checkpoint(tmp_path / "model")
    path = word(tmp_path, "cat", clip_l=vectors(1))
    found = encode(store, learnt(opened.text_model, path), "the embedding:cat house").embeddings
    plain = encode(store, opened.text_model, "the cat house").embeddings
    assert not torch.equal(found[..., :WIDTH], plain[..., :WIDTH])
    assert torch.equal(found[..., WIDTH:], plain[..., WIDTH:])


def test_a_word_of_another_family_names_both(opened: Checkpoint, tmp_path: Path) -> None:
    path = word(tmp_path, "toy", emb_params=torch.randn(1, 1024))
    with pytest.raises(OtherFamily, match="was made for SD 2, but the model is SD 1"):
        learnt(opened.text_model, path)


def test_two_words_of_one_name_are_refused(opened: Checkpoint, tmp_path: Path) -> None:
    path = word(tmp_path, "toy", emb_params=vectors(1))
    with pytest.raises(KnownWord, match="learnt word <Toy> already"):
        learnt(learnt(opened.text_model, path), path, "<Toy>")
