"""How a stage learns, how long, and how far it has come."""

from __future__ import annotations

import math
import time
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Budget:
    """How long a stage may learn: minutes or samples over all sittings, or until a time.

    The time is in seconds since 1970. Whichever ends first counts.
    """

    minutes: float = math.inf
    samples: float = math.inf
    until: float = math.inf

    def share(self, counts: Counts) -> float:
        """The part that is used up, 0 to 1."""
        left = max(self.until - time.time(), 1e-3)
        timed = counts.seconds / (counts.seconds + left)
        if left <= 1e-3:
            return 1.0
        used = max(counts.seconds / 60.0 / self.minutes, counts.samples / self.samples, timed)
        return min(1.0, used)


@dataclass(frozen=True)
class Recipe:
    """How a stage learns.

    `falling` is the last part of the budget in which the rate falls to nearly nothing. `average` is
    how much of the running average of the weights (EMA) outlives a step. Weights whose name starts
    with `quick` learn `quickness` times as fast. `half` computes in bfloat16 and keeps the weights
    in float32. `orthogonal` moves matrices and convolutions by Muon instead of AdamW.
    """

    batch: int = 32
    rate: float = 1e-3
    warm_up: int = 100
    falling: float = 0.5
    average: float = 0.998
    seed: int = 1
    decay: float = 0.01
    half: bool = False
    orthogonal: bool = False
    quick: str = "-"
    quickness: float = 1.0


@dataclass
class Counts:
    """How far a run has come."""

    steps: int = 0
    samples: int = 0
    seconds: float = 0.0
    losses: dict[str, float] = field(default_factory=dict)
