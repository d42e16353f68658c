"""Several prompts in one picture, against a composition of the network's answers: equal bits."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import torch
from torch import Tensor

from app.diffusion.sampling.regions import OneMaskForRegion, PromptsOfOtherFamilies
from app.sdk import Conditioning, Mask
from nodes.combine_prompts import CombinePrompts
from nodes.prompt_range import PromptRange
from nodes.prompt_schedule import PromptSchedule
from nodes.region import Region
from tests.diffusion import reference, workbench, xl
from tests.diffusion.agreement import assert_equal_steps

BASE, NEGATIVE = reference.usual_prompts()
LEFT, RIGHT = workbench.conditioning(8), workbench.conditioning(9)
BENCH = workbench.Bench()


def mask(left: int, right: int, grey: float = 1.0) -> Mask:
    """A mask of full height between two columns of latent places."""
    alpha = torch.zeros(1, 1, 64, 64)
    alpha[..., 8 * left : 8 * right] = grey
    return Mask(alpha)


def weight(left: int, right: int, grey: float = 1.0) -> Tensor:
    """The same at the latent's size."""
    made = torch.zeros(1, 1, 8, 8)
    made[..., left:right] = grey
    return made


def region(base: Conditioning, prompt: Conditioning, where: Mask, **settings: Any) -> Conditioning:
    """Through the node."""
    usual = {"strength": 1.0, "start": 0.0, "end": 1.0}
    return Region(base=base, prompt=prompt, mask=where, **{**usual, **settings}).run(BENCH)


def combined(first: Conditioning, second: Conditioning, share: float = 0.5) -> Conditioning:
    """Through the node."""
    return CombinePrompts(first=first, second=second, share=share, start=0.0, end=1.0).run(BENCH)


def made(**settings: Any) -> list[Tensor]:
    """The samples after every step of Euler."""
    return workbench.run(scheduler="Euler", **settings)[1].samples()


@torch.no_grad()
def loop(prompts: list[Conditioning], blend: Callable[..., Tensor]) -> list[Tensor]:
    """Euler's latents where ``blend`` makes one answer of those to all prompts to follow."""
    by = reference.scheduler("Euler")
    by.set_timesteps(5)
    generator = torch.Generator().manual_seed(3)
    latents = torch.randn((1, 4, 8, 8), generator=generator) * by.init_noise_sigma
    embeddings = torch.cat([prompt.embeddings for prompt in (NEGATIVE, *prompts)])
    seen = []
    for timestep in by.timesteps:
        batch = torch.cat([by.scale_model_input(latents, timestep)] * len(embeddings))
        answers = workbench.unet()(batch, timestep, embeddings, return_dict=False)[0]
        avoided, *followed = answers.chunk(len(embeddings))
        output = avoided + 5.0 * (blend(*followed) - avoided)
        latents = by.step(output, timestep, latents, return_dict=False)[0]
        seen.append(latents)
    return seen


@pytest.mark.reference(
    family="all", feature="regional prompts", against="a composition", agreement="equal"
)
def test_what_no_region_covers_follows_the_base_prompt() -> None:
    ours = made(positive=region(region(BASE, LEFT, mask(0, 3)), RIGHT, mask(5, 8)))
    left, right = weight(0, 3), weight(5, 8)

    def blend(base: Tensor, one: Tensor, other: Tensor) -> Tensor:
        return base * (1 - left - right) + one * left + other * right

    assert_equal_steps(ours, loop([BASE, LEFT, RIGHT], blend))


def test_regions_that_overlap_share_the_place_by_strength() -> None:
    first = region(BASE, LEFT, mask(0, 6))
    ours = made(positive=region(first, RIGHT, mask(2, 8), strength=0.5))
    left, right = weight(0, 6), weight(2, 8, 0.5)
    total = left + right
    shared = total.clamp(min=1)

    def blend(base: Tensor, one: Tensor, other: Tensor) -> Tensor:
        parts = [base * (1 - total).clamp(min=0), one * (left / shared), other * (right / shared)]
        return torch.stack(parts).sum(0)

    assert_equal_steps(ours, loop([BASE, LEFT, RIGHT], blend))


def test_greys_of_a_mask_blend_with_the_base_prompt() -> None:
    ours = made(positive=region(BASE, LEFT, mask(2, 6, 0.25)))
    left = weight(2, 6, 0.25)
    assert_equal_steps(ours, loop([BASE, LEFT], lambda base, one: base * (1 - left) + one * left))


@pytest.mark.reference(
    family="all", feature="combined prompts", against="a composition", agreement="equal"
)
def test_combined_prompts_are_the_mean_of_their_answers() -> None:
    ours = made(positive=combined(BASE, LEFT, 0.25))
    assert_equal_steps(ours, loop([BASE, LEFT], lambda one, two: one * 0.75 + two * 0.25))


def test_what_is_combined_may_have_regions_itself() -> None:
    ours = made(positive=combined(region(BASE, LEFT, mask(0, 4)), RIGHT, 0.5))
    left = weight(0, 4)

    def blend(base: Tensor, one: Tensor, other: Tensor) -> Tensor:
        return base * ((1 - left) * 0.5) + one * (left * 0.5) + other * 0.5

    assert_equal_steps(ours, loop([BASE, LEFT, RIGHT], blend))


def test_a_prompt_that_is_covered_wholly_is_not_asked() -> None:
    covered = region(BASE, LEFT, mask(0, 8))
    assert_equal_steps(made(positive=covered), made(positive=LEFT))


def test_a_region_without_strength_is_no_work() -> None:
    weak = region(BASE, LEFT, mask(0, 4), strength=0.0)
    assert (
        workbench.trajectory(positive=weak).recipes == workbench.trajectory(positive=BASE).recipes
    )


def test_the_negative_prompt_may_have_regions_too() -> None:
    ours = made(negative=region(NEGATIVE, LEFT, mask(0, 8)))
    assert_equal_steps(ours, made(negative=LEFT))


def test_a_region_acts_in_its_part_of_the_steps_only() -> None:
    ours = made(positive=region(BASE, LEFT, mask(0, 8), start=0.2, end=0.6))
    inside = PromptRange(outside=BASE, inside=LEFT, start=0.2, end=0.6).run(BENCH)
    assert_equal_steps(ours, made(positive=inside))


def test_a_range_is_two_schedules() -> None:
    first = PromptSchedule(before=BASE, after=LEFT, start=0.2).run(BENCH)
    both = PromptSchedule(before=first, after=BASE, start=0.6).run(BENCH)
    inside = PromptRange(outside=BASE, inside=LEFT, start=0.2, end=0.6).run(BENCH)
    assert_equal_steps(made(positive=inside), made(positive=both))


def test_regions_on_prompts_that_change_on_the_way() -> None:
    changing = PromptSchedule(before=LEFT, after=RIGHT, start=0.4).run(BENCH)
    ours = made(positive=region(BASE, changing, mask(0, 8)))
    assert_equal_steps(ours, made(positive=changing))


def test_a_late_region_keeps_the_steps_before_it() -> None:
    some, other = (
        workbench.trajectory(positive=region(BASE, prompt, mask(0, 4), start=0.6), steps=10)
        for prompt in (LEFT, RIGHT)
    )
    same = [one == two for one, two in zip(some.recipes, other.recipes, strict=True)]
    assert same == [True] * 6 + [False] * 4


def test_a_batch_that_shares_its_calls_is_close_to_its_pictures() -> None:
    settings = {
        "positive": region(BASE, LEFT, mask(0, 4)),
        "latent": workbench.empty(2),
        "scheduler": "Euler",
    }
    apart, together = workbench.run(**settings)[0], workbench.run(**settings, batch="shared")[0]
    assert torch.allclose(apart.samples, together.samples, atol=1e-4, rtol=1e-5)


def test_it_says_so_where_prompts_are_of_other_families() -> None:
    with pytest.raises(PromptsOfOtherFamilies, match="SD 1 and the other for SDXL"):
        region(BASE, xl.conditioning(1), mask(0, 4))


def test_it_says_so_where_there_are_several_masks() -> None:
    with pytest.raises(OneMaskForRegion, match="not 2"):
        region(BASE, LEFT, Mask(torch.ones(2, 1, 64, 64)))
