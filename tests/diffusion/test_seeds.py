"""Lists of seeds: how they are read, and how many pictures they make."""

from __future__ import annotations

import pytest
import torch

from app.diffusion.sampling.seeds import MOST
from app.sdk import NodeError, Seeds
from nodes.seed_list import SeedList
from nodes.vae_encode import VAEEncode
from tests.diffusion import workbench

LARGEST = 2**63 - 1


def read(text: str) -> tuple[int, ...]:
    """The seeds of a text."""
    return SeedList(seeds=text).run(workbench.Bench()).numbers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("7", (7,)),
        ("1, 5, 9-12", (1, 5, 9, 10, 11, 12)),
        (" 3 -  4 ,,\n 2;", (3, 4, 2)),
        ("5, 5", (5, 5)),
        ("8-8", (8,)),
        (f"{LARGEST}", (LARGEST,)),
        ("0-255", tuple(range(MOST))),
    ],
)
def test_seeds_and_ranges_are_read_in_order(text: str, expected: tuple[int, ...]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "The list has no seeds: write at least one, such as 1, 5, 9-12."),
        (" , ", "The list has no seeds: write at least one, such as 1, 5, 9-12."),
        ("9-4", "The range 9-4 ends before it starts: write 4-9."),
        (
            "0-256",
            f"The list has more than {MOST} seeds: make it shorter, or use several Samplers.",
        ),
        ("1-9223372036854775807", f"The list has more than {MOST} seeds"),
        ("1, cat", "cat is no seed: write whole numbers"),
        ("-3", "-3 is no seed"),
        ("1.5", "1.5 is no seed"),
        (f"{LARGEST + 1}", f"{LARGEST + 1} is no seed"),
        ("9" * 5000, "9" * 37 + "... is no seed"),
        ("1-2-3", "1-2-3 is no seed"),
        ("\u0663", "\u0663 is no seed"),
    ],
)
def test_other_texts_are_refused_in_a_sentence(text: str, sentence: str) -> None:
    with pytest.raises(NodeError) as caught:
        read(text)
    assert str(caught.value).startswith(sentence)


def test_each_seed_makes_the_picture_that_it_makes_alone() -> None:
    latent, _ = workbench.run(seeds=Seeds((9, 4)), scheduler="Euler ancestral")
    for index, seed in enumerate((9, 4)):
        alone, _ = workbench.run(seed=seed, scheduler="Euler ancestral")
        assert torch.equal(latent.samples[index : index + 1], alone.samples)


def test_a_shared_batch_takes_seeds_too() -> None:
    counted, _ = workbench.run(latent=workbench.empty(2), batch="shared", scheduler="DPM++ SDE")
    listed, _ = workbench.run(seeds=Seeds((3, 4)), batch="shared", scheduler="DPM++ SDE")
    assert torch.equal(counted.samples, listed.samples)


def test_a_picture_is_varied_by_each_seed() -> None:
    latent = VAEEncode(image=workbench.picture(5), vae=workbench.vae()).run(workbench.Bench())
    made, _ = workbench.run(latent=latent, seeds=Seeds((3, 8)), denoise=0.6)
    alone, _ = workbench.run(latent=latent, seed=8, denoise=0.6)
    assert torch.equal(made.samples[1:], alone.samples)


def test_seeds_for_another_number_of_pictures_are_refused() -> None:
    with pytest.raises(NodeError) as caught:
        workbench.run(latent=workbench.empty(2), seeds=Seeds((1, 2, 3)))
    assert str(caught.value) == (
        "There are 3 seeds for 2 pictures: give a seed for each picture, or one latent for all "
        "seeds."
    )
