"""A work folder with tiny finished stages, for tests of what builds on them."""

from __future__ import annotations

from pathlib import Path

import torch

from resources.models.making.training import denoiser, vae
from resources.models.making.training.budget import Budget, Recipe
from resources.models.making.training.data import PictureSet
from resources.models.making.training.denoiser import Form
from resources.models.making.training.stage import Place
from resources.models.making.training.text import new_encoder
from resources.models.making.training.words import captions, new_tokenizer

FEW = 4
FORM = Form(channels=(16, 32), attends=(False, True))
WIDTHS = vae.Widths(12, 16, 24)
RECIPE = Recipe(batch=2, rate=1e-3, warm_up=1, half=True)
BUDGET = Budget(samples=4)
WORDS = PictureSet("tiny-words", 60)


def untaught(work: Path) -> Place:
    """A work folder in which codec, tokenizer and text encoder are there, untaught."""
    made = Place(work, torch.device("cpu"), pictures=FEW)
    tokenizer = new_tokenizer(captions(WORDS, range(WORDS.count)))
    tokenizer.save_pretrained(made.models / "tokenizer")
    torch.manual_seed(0)
    new_encoder(tokenizer, layers=1).save_pretrained(made.models / "text_encoder")
    vae.new_codec(WIDTHS).save_pretrained(made.models / "vae")
    return made


def with_denoiser(work: Path) -> Place:
    """The same with a U-Net that took two steps."""
    made = untaught(work)
    denoiser.run(made, BUDGET, RECIPE, FORM)
    return made
