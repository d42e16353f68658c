"""Does the steps of a fold that are not kept from before.

The key of a state is made of the key before it and of what acts in its step, so two folds that
agree on their first k recipes share their first k states, whatever comes later.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import Any, Protocol, TypeVar

from app.engine.cache import Cache, Kept
from app.engine.keys import step_keys
from app.engine.lasting import Lasting
from app.engine.tally import Desk
from app.sdk.context import Continued, Fold, Picture

State = TypeVar("State")

_PREVIEW_SECONDS = 0.1


class Reporter(Protocol):
    """Where a fold tells how far it is; both calls raise Stopped when the user pressed Stop."""

    def progress(self, step: int, total: int, preview: Picture | None = None) -> None: ...

    def check(self) -> None: ...


def do_steps(fold: Fold[State], stamp: str, cache: Cache, reporter: Reporter, desk: Desk) -> State:
    """The last state of ``fold``, from the longest prefix of steps whose state is still kept.

    Every state is kept as a spare value, also when Stop interrupts the steps after it, at the price
    of all steps up to it: where there is no room for all, the late ones stay. Which of them go to
    the disk, too, ``Lasting`` decides. Previews are made at most ten times a second, and always
    after the last step.
    """
    keys = _keys(fold, stamp)
    total = len(keys) - 1
    start, kept = _longest_kept(keys, cache)
    record = desk.begin(fold, stamp, start)
    reporter.check()
    state: State = kept.value if kept else fold.first()
    if kept:
        reporter.progress(start, total, fold.preview(start - 1, state))
    shown = time.monotonic()
    with Lasting(cache, keys, kept.seconds if kept else 0.0) as lasting:
        for index in range(start, total):
            reporter.check()
            began, loaded = time.perf_counter(), desk.loading
            state = fold.step(index, state)
            seconds = time.perf_counter() - began
            # Kept before anything is told of it, for that is where Stop takes effect.
            lasting.keep(index + 1, state, seconds)
            # Weights that had to be loaded are there the next time, and no price of this step.
            record.did(index + 1, seconds - (desk.loading - loaded))
            preview = None
            if index + 1 == total or time.monotonic() - shown >= _PREVIEW_SECONDS:
                preview = fold.preview(index, state)
                shown = time.monotonic()
            reporter.progress(index + 1, total, preview)
    return state


def _keys(fold: Fold[State], stamp: str) -> list[str]:
    """The keys of all states, the first included; those of one fold where another is gone on with.

    So it does not matter in how many parts the same steps are done.
    """
    past = fold.past if isinstance(fold, Continued) else None
    if past is None:
        return step_keys(stamp, fold.origin, fold.recipes)
    keys = step_keys(stamp, past.origin, (*past.recipes, *fold.recipes))
    return keys[len(past.recipes) :]


def kept_steps(fold: Fold[Any], stamp: str, cache: Cache) -> int:
    """How many of the first steps of ``fold`` need not be done again."""
    keys = _keys(fold, stamp)
    return next((index for index in range(len(keys) - 1, 0, -1) if cache.holds(keys[index])), 0)


def _longest_kept(keys: Sequence[str], cache: Cache) -> tuple[int, Kept | None]:
    """How many steps are done already, and the state after them, looked for from the end."""
    # The state before the first step is not kept: it is as quickly drawn anew.
    for index in range(len(keys) - 1, 0, -1):
        kept = cache.find(keys[index])
        if kept is not None:
            return index, kept
    return 0, None
