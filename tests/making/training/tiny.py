"""A work folder with tiny finished stages, for tests of what builds on them."""

from __future__ import annotations

from pathlib import Path

import torch

from resources.models.making.training import vae
from resources.models.making.training.data import PictureSet
from resources.models.making.training.denoiser import Form
from resources.models.making.training.stage import Place
from resources.models.making.training.text import new_encoder
from resources.models.making.training.words import captions, new_tokenizer

PICTURES = PictureSet("tiny", 12, size=32)
FORM = Form(channels=(16, 32), attends=(False, True), side=8, text=16)
WIDTHS = vae.Widths(12, 16, 24)


def place(work: Path) -> Place:
    """A work folder in which codec, tokenizer and text encoder are there, untaught."""
    made = Place(work, torch.device("cpu"))
    tokenizer = new_tokenizer(captions(PICTURES, range(12)))
    tokenizer.save_pretrained(made.models / "tokenizer")
    torch.manual_seed(0)
    new_encoder(tokenizer, width=16, layers=1).save_pretrained(made.models / "text_encoder")
    vae.new_codec(WIDTHS, 32).save_pretrained(made.models / "vae")
    return made
