"""Arithmetic with encoded prompts through the nodes."""

from __future__ import annotations

import pytest
import torch
from torch import Tensor

from app.diffusion.text.arithmetic import LayeredPrompt, PromptsDiffer
from app.sdk import Conditioning, Mask
from nodes.average_prompts import AveragePrompts
from nodes.concat_prompts import ConcatPrompts
from nodes.prompt_schedule import PromptSchedule
from nodes.region import Region
from nodes.zero_prompt import ZeroPrompt
from tests.diffusion import reference, workbench, xl
from tests.diffusion.agreement import assert_equal_steps

BENCH = workbench.Bench()
ONE, OTHER = xl.conditioning(1), xl.conditioning(2)


def pooled(prompt: Conditioning) -> Tensor:
    assert prompt.pooled is not None
    return prompt.pooled


def test_concatenated_prompts_are_one_long_prompt() -> None:
    made = ConcatPrompts(first=ONE, second=OTHER).run(BENCH)
    assert torch.equal(made.embeddings, torch.cat([ONE.embeddings, OTHER.embeddings], dim=1))
    assert torch.equal(pooled(made), pooled(ONE))


@pytest.mark.reference(
    family="SD 1",
    feature="concatenated prompts",
    against="StableDiffusionPipeline with joined embeddings",
    agreement="equal",
)
def test_concatenated_prompts_sample_as_joined_embeddings() -> None:
    one, negative = reference.usual_prompts()
    long = ConcatPrompts(first=one, second=workbench.conditioning(8)).run(BENCH)
    made_by = reference.pipeline("StableDiffusionPipeline", reference.seeded("Euler", "normal", 3))
    twice = Conditioning(negative.embeddings.repeat(1, 2, 1), negative.family)
    theirs = reference.run(made_by, (long, twice), height=64, width=64)
    _, bench = workbench.run(positive=long, scheduler="Euler")
    assert_equal_steps(bench.samples(), theirs[:-1])


def test_an_average_lies_between_embeddings_and_vectors() -> None:
    made = AveragePrompts(first=ONE, second=OTHER, amount=0.25).run(BENCH)
    assert torch.allclose(made.embeddings, 0.75 * ONE.embeddings + 0.25 * OTHER.embeddings)
    assert torch.allclose(pooled(made), 0.75 * pooled(ONE) + 0.25 * pooled(OTHER))


@pytest.mark.parametrize("amount", [0.0, 1.0])
def test_the_ends_of_an_average_are_its_prompts(amount: float) -> None:
    made = AveragePrompts(first=ONE, second=OTHER, amount=amount).run(BENCH)
    assert torch.equal(made.embeddings, (OTHER if amount else ONE).embeddings)


def test_a_short_prompt_is_filled_with_zeros_for_an_average() -> None:
    long = workbench.conditioning(3, tokens=154)
    short = workbench.conditioning(4)
    made = AveragePrompts(first=short, second=long, amount=0.5).run(BENCH)
    assert torch.allclose(made.embeddings[:, 77:], 0.5 * long.embeddings[:, 77:])


def test_zeros_stay_of_the_prompts_size() -> None:
    made = ZeroPrompt(conditioning=ONE).run(BENCH)
    assert not made.embeddings.any()
    assert not pooled(made).any()
    assert made.embeddings.shape == ONE.embeddings.shape


def test_prompts_that_change_are_averaged_in_every_part() -> None:
    changing = PromptSchedule(before=ONE, after=OTHER, start=0.5).run(BENCH)
    made = AveragePrompts(first=changing, second=ONE, amount=0.5).run(BENCH)
    before, after = (part.value for part in made.course)
    assert torch.equal(before.embeddings, ONE.embeddings)
    halfway = torch.lerp(OTHER.embeddings, ONE.embeddings, 0.5)
    assert torch.equal(after.embeddings, halfway)


def test_it_says_so_where_widths_differ() -> None:
    wide = Conditioning(ONE.embeddings, "SD 1")
    with pytest.raises(PromptsDiffer, match="64 and 32"):
        ConcatPrompts(first=wide, second=workbench.conditioning(1)).run(BENCH)


def test_it_says_so_where_a_prompt_has_regions() -> None:
    where = Mask(torch.ones(1, 1, 64, 64))
    layered = Region(base=ONE, prompt=OTHER, mask=where, strength=1.0, start=0.0, end=1.0)
    with pytest.raises(LayeredPrompt, match="before they become regions"):
        ConcatPrompts(first=layered.run(BENCH), second=ONE).run(BENCH)
