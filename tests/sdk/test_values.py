"""What values say of themselves."""

from __future__ import annotations

import pickle

import torch

from app.sdk import Files, Image, Latent, Mask
from app.sdk.errors import NodeError
from app.sdk.values import SavedFile


def test_a_blank_latent_says_that_it_suits_any_family() -> None:
    blank = Latent(torch.zeros(1, 4, 8, 8), "")
    assert blank.describe() == "1 latent, 4 channels, 8 x 8 (any family)"


def test_an_image_knows_its_size_and_says_it() -> None:
    image = Image(torch.zeros(2, 3, 4, 6))
    assert (len(image), image.width, image.height) == (2, 6, 4)
    assert image.describe() == "2 image, 6 x 4"
    assert Mask(torch.zeros(1, 1, 4, 6)).describe() == "1 mask, 6 x 4"


def test_pictures_for_the_screen_are_rounded_bytes_row_by_row() -> None:
    pixels = torch.zeros(2, 3, 1, 2)
    pixels[1, :, 0, 1] = torch.tensor([1.0, 0.5, 2.0])
    shown = Image(pixels).picture(1)
    assert (shown.width, shown.height) == (2, 1)
    assert shown.rgb == bytes([0, 0, 0, 255, 128, 255])


def test_a_mask_is_shown_in_greys() -> None:
    assert Mask(torch.ones(1, 1, 1, 1)).picture().rgb == bytes([255, 255, 255])


def test_saved_files_are_named() -> None:
    files = Files((SavedFile("a.png", 1, 2), SavedFile("b.png", 3, 4)))
    assert files.describe() == "a.png, b.png"


def test_a_plain_sentence_can_be_raised_and_sent() -> None:
    error = pickle.loads(pickle.dumps(NodeError("It does not work: try again.")))
    assert isinstance(error, NodeError)
    assert str(error) == error.message.text() == "It does not work: try again."
