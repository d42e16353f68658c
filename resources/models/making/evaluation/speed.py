"""Seconds for a picture."""

from __future__ import annotations

import time
from statistics import median

import torch

from resources.models.making.evaluation.asked import asked
from resources.models.making.evaluation.painting import GUIDANCE, SIDE, STEPS, Painter, plain
from resources.models.making.evaluation.results import Row

_CORES = 2


def speed_rows(painter: Painter, count: int) -> list[Row]:
    """Median seconds for one picture with guidance on two cores, after a first one to warm up."""
    pipeline = painter.pipeline("speed", plain)
    threads = torch.get_num_threads()
    torch.set_num_threads(_CORES)
    taken = []
    for number in range(min(count, 5) + 1):
        began = time.perf_counter()
        pipeline(
            asked("scene", number).prompt,
            height=SIDE,
            width=SIDE,
            num_inference_steps=STEPS,
            guidance_scale=GUIDANCE,
        )
        taken.append(time.perf_counter() - began)
    torch.set_num_threads(threads)
    return [Row("seconds for a picture", median(taken[1:]), None, "≤ 4 s", "s", len(taken) - 1)]
