"""The tokenizer: byte pairs as CLIP cuts them, learnt from captions, open to any text.

Every byte has a token of its own, so that no text fails; words of captions and some everyday words
have one token each (Sennrich et al., ACL 2016; the cuts and marks are those of CLIP).
"""

from __future__ import annotations

import json
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, trainers
from transformers import CLIPTokenizer

from resources.models.making.training.data import PictureSet
from resources.models.making.world.captions import caption

LENGTH = 64
"""Tokens of a text, with its begin and end; what is longer is cut."""

BEGIN, END = "<|startoftext|>", "<|endoftext|>"
_WORDS = 1400
_SPLIT = r"""'s|'t|'re|'ve|'m|'ll|'d|[\p{L}]+|[\p{N}]|[^\s\p{L}\p{N}]+"""
EVERYDAY = """
    a an the of on in at with and or to from under over above below left right centre center
    middle top bottom corner small little big large tiny huge bright dark light very photo
    picture image drawing painting style illustration make it its add remove change turn into
    day night morning evening sunset sunny summer autumn winter spring snowy rainy no not one
    two three house home tree sky sun moon beautiful nice lovely cute pretty simple detailed
    colourful colorful quality best high this that there is are has have put paint colour color
    instead without everything same keep more less line art ink stained glass mosaic
"""

INSTRUCTIONS = (
    "make it night, make it day, make it a sunset, let it snow, let it rain, put snow on the "
    "ground, turn the house blue, paint the house red, remove the tree, take away the cat, add a "
    "boat, change the style"
)


def captions(pictures: PictureSet, numbers: range, version: int = 0) -> list[str]:
    """One caption for each of these pictures."""
    random = pictures.random
    return [caption(pictures.picture(n), random(n, f"caption {version}")).text for n in numbers]


def new_tokenizer(texts: list[str]) -> Any:
    """A CLIP tokenizer that knows the words of these texts."""
    merges = _merges([*texts, *[EVERYDAY] * 40, *[INSTRUCTIONS] * 20])
    alphabet = sorted(pre_tokenizers.ByteLevel.alphabet())
    words = [*alphabet, *(letter + "</w>" for letter in alphabet)]
    words += [first + second for first, second in merges]
    unique = list(dict.fromkeys([*words, BEGIN, END]))
    with TemporaryDirectory() as name:
        folder = Path(name)
        vocabulary = json.dumps({word: number for number, word in enumerate(unique)})
        (folder / "vocab.json").write_text(vocabulary, encoding="utf-8")
        lines = "\n".join(" ".join(pair) for pair in merges)
        (folder / "merges.txt").write_text(f"#version: 0.2\n{lines}\n", encoding="utf-8")
        tokenizer = CLIPTokenizer.from_pretrained(folder)
    tokenizer.model_max_length = LENGTH
    return tokenizer


def _merges(texts: list[str]) -> list[tuple[str, str]]:
    """The pairs that are joined, in their order."""
    learner = Tokenizer(
        models.BPE(unk_token=END, end_of_word_suffix="</w>", continuing_subword_prefix="")
    )
    learner.normalizer = normalizers.Sequence(
        [normalizers.NFC(), normalizers.Replace(Regex(r"\s+"), " "), normalizers.Lowercase()]
    )
    cut = pre_tokenizers.Split(Regex(_SPLIT), behavior="removed", invert=True)
    bytes_ = pre_tokenizers.ByteLevel(add_prefix_space=False)
    learner.pre_tokenizer = pre_tokenizers.Sequence([cut, bytes_])
    trainer = trainers.BpeTrainer(
        vocab_size=_WORDS,
        min_frequency=2,
        initial_alphabet=sorted(pre_tokenizers.ByteLevel.alphabet()),
        end_of_word_suffix="</w>",
        special_tokens=[],
        show_progress=False,
    )
    learner.train_from_iterator(texts, trainer)
    found = json.loads(learner.to_str())["model"]["merges"]
    pairs = (pair.split(" ") if isinstance(pair, str) else pair for pair in found)
    return [(first, second) for first, second in pairs]


def tokens(tokenizer: Any, texts: list[str]) -> Any:
    """Texts as numbers of tokens: n x LENGTH."""
    found = tokenizer(
        texts, padding="max_length", truncation=True, max_length=LENGTH, return_tensors="pt"
    )
    return found.input_ids


def spoilt(text: str, random: Random) -> str:
    """The text as people may write it: with words around it that claim nothing."""
    chance = random.random()
    if chance < 0.06:
        return random.choice(("a picture of ", "a drawing of ", "an illustration of ")) + text
    if chance < 0.12:
        return f"{text}, {random.choice(('beautiful', 'detailed', 'best quality', 'simple'))}"
    if chance < 0.16:
        letters = "".join(random.choices("abcdefghijklmnoprstuvw", k=random.randint(2, 7)))
        return f"{letters} {text}" if random.random() < 0.5 else f"{text} {letters}"
    return text.upper() if chance < 0.17 else text
