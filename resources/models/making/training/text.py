"""The text encoder: a small CLIPTextModel, taught to tell what a caption states, then fixed.

For every attribute of the world a linear head reads its value, or that it is not said, from what
stands behind the end of the text. So the places that hold no word hold the whole meaning in a form
that the cross attention of the U-Net can read by linear maps alone, from its first step on.
"""

from __future__ import annotations

import json
import logging
from pathlib import Path
from random import Random
from typing import Any, cast

import torch
from torch import Generator, Tensor, nn
from torch.nn import functional
from transformers import CLIPTextConfig, CLIPTextModel

from resources.models.making.training.budget import Budget, Recipe
from resources.models.making.training.data import PictureSet
from resources.models.making.training.runs import Run
from resources.models.making.training.stage import Place
from resources.models.making.training.words import LENGTH, captions, new_tokenizer, spoilt, tokens
from resources.models.making.world.captions import Caption, caption

log = logging.getLogger(__name__)

SHARES = (("scene", 0.55), ("shape", 0.15), ("relation", 0.30))
PICTURES = PictureSet("words", 16384, SHARES)
CHECK = PictureSet("words-check", 512, SHARES)
RECIPE = Recipe(batch=48, rate=1e-3, warm_up=60, falling=0.8, average=0.99, seed=21, half=True)
LAST = 8
"""So many places at the end never hold a word of a caption."""

UNSAID = "unsaid"
_EMPTY = 0.04
_PAIRS = ("shape", "colour", "size")


def new_encoder(tokenizer: Any, width: int = 128, layers: int = 3) -> Any:
    """An untaught text encoder for this tokenizer."""
    return CLIPTextModel(
        CLIPTextConfig(
            vocab_size=len(tokenizer),
            hidden_size=width,
            intermediate_size=4 * width,
            num_hidden_layers=layers,
            num_attention_heads=4,
            max_position_embeddings=LENGTH,
            bos_token_id=tokenizer.bos_token_id,
            eos_token_id=tokenizer.eos_token_id,
            pad_token_id=tokenizer.pad_token_id,
            projection_dim=width,
        )
    )


def stated(found: Caption) -> dict[str, str]:
    """What a caption states; two shapes of which no relation is said count as they are named."""
    facts = dict(found.stated)
    if "first shape" not in facts or "relation" in facts:
        return facts
    text = found.text.replace("grey", "gray")
    where = [
        text.find(f"{facts[f'{n} colour']} {facts[f'{n} shape']}") for n in ("first", "second")
    ]
    if where[1] < where[0]:
        for key in _PAIRS:
            pair = facts.get(f"first {key}"), facts.get(f"second {key}")
            for name, value in zip(("second", "first"), pair, strict=True):
                if value is not None:
                    facts[f"{name} {key}"] = value
    return facts


class Meaning:
    """All attributes with all their values, in a fixed order."""

    def __init__(self, values: dict[str, list[str]]) -> None:
        self.values = values

    @classmethod
    def seen_in(cls, facts: list[dict[str, str]]) -> Meaning:
        """What these statements speak of."""
        found: dict[str, set[str]] = {}
        for one in facts:
            for name, value in one.items():
                found.setdefault(name, set()).add(value)
        return cls({name: [UNSAID, *sorted(found[name])] for name in sorted(found)})

    def numbers(self, facts: dict[str, str]) -> list[int]:
        """The number of each attribute's value, 0 for what is not said."""
        return [
            known.index(facts[name]) if facts.get(name) in known else 0
            for name, known in self.values.items()
        ]


class Reader(nn.Module):
    """The encoder with a linear head for each attribute."""

    def __init__(self, encoder: Any, meaning: Meaning) -> None:
        super().__init__()
        self.encoder = encoder
        width = encoder.config.hidden_size
        sizes = [len(known) for known in meaning.values.values()]
        self.heads = nn.ModuleList([nn.Linear(width, size) for size in sizes])

    def forward(self, ids: Tensor, place: int = 0) -> list[Tensor]:
        """Scores for each attribute, twice: read from the mean of the last places, and at one."""
        hidden = self.encoder(ids).last_hidden_state[:, -LAST:]
        read = torch.stack([hidden.mean(1), hidden[:, place]])
        return [head(read) for head in self.heads]


class Readings:
    """Captions as tokens, with what they state."""

    def __init__(self, pictures: PictureSet, tokenizer: Any, meaning: Meaning) -> None:
        texts, numbers = [], []
        for number in range(pictures.count):
            random = pictures.random(number, "caption 0")
            found = caption(pictures.picture(number), random)
            empty = random.random() < _EMPTY
            texts.append("" if empty else spoilt(found.text, random))
            numbers.append(meaning.numbers({} if empty else stated(found)))
        self.ids, self.wanted = tokens(tokenizer, texts), torch.tensor(numbers)

    def loss(self, reader: nn.Module, generator: Generator, batch: int) -> Tensor:
        """Cross entropy of every attribute, at the mean of the last places and at one of them."""
        device = next(reader.parameters()).device
        chosen = torch.randint(0, len(self.ids), (batch,), generator=generator)
        place = int(torch.randint(0, LAST, (), generator=generator))
        ids, wanted = self.ids[chosen].to(device), self.wanted[chosen].to(device)
        total = torch.zeros((), device=device)
        for number, score in enumerate(reader(ids, place)):
            twice = wanted[:, number].repeat(2)
            total = total + functional.cross_entropy(score.float().flatten(0, 1), twice)
        return total

    def right(self, reader: nn.Module) -> float:
        """The share of captions of which every attribute is told."""
        device = next(reader.parameters()).device
        with torch.no_grad():
            scores = reader(self.ids.to(device))
        told = torch.stack([score[0].argmax(1) for score in scores], 1).cpu()
        return float((told == self.wanted).all(1).float().mean())


def run(place: Place, budget: Budget, recipe: Recipe = RECIPE) -> None:
    """Make the tokenizer, teach the encoder, and put both into the folder of models."""
    folder = place.models / "tokenizer"
    if not folder.is_dir():
        new_tokenizer(captions(PICTURES, range(min(8000, PICTURES.count)))).save_pretrained(folder)
    tokenizer = load_tokenizer(folder)
    meaning = _meaning(place.stage("text"))
    torch.manual_seed(recipe.seed)
    reader = Reader(new_encoder(tokenizer), meaning).to(place.device)
    stage = Run(place.stage("text"), reader, recipe, budget)
    if stage.finished and (place.models / "text_encoder").is_dir():
        return
    readings = Readings(PICTURES, tokenizer, meaning)
    check = Readings(CHECK, tokenizer, meaning)
    stage.learn(readings.loss, lambda: log.info("text: %.3f", check.right(stage.averaged())))
    taught = stage.averaged()
    right = check.right(taught)
    place.note("text", {"captions read right": right, "samples": stage.counts.samples})
    cast(Any, taught).encoder.save_pretrained(place.models / "text_encoder")


def load_tokenizer(folder: Path) -> Any:
    """The tokenizer of a folder."""
    from transformers import CLIPTokenizer

    tokenizer = CLIPTokenizer.from_pretrained(folder)
    tokenizer.model_max_length = LENGTH
    return tokenizer


def _meaning(folder: Path) -> Meaning:
    """The attributes of the world's captions, gathered once and kept."""
    path = folder / "meaning.json"
    if path.is_file():
        return Meaning(json.loads(path.read_text(encoding="utf-8")))
    facts = [
        stated(caption(PICTURES.picture(number), Random(number)))
        for number in range(min(6000, PICTURES.count))
    ]
    meaning = Meaning.seen_in(facts)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(meaning.values, indent=1), encoding="utf-8")
    return meaning
