"""What goes on beside the device, for one run after another."""

from __future__ import annotations

import threading
from collections.abc import Callable, Container
from contextlib import suppress
from dataclasses import replace

from app.engine.ahead import read_models
from app.engine.context import Surroundings
from app.engine.demand import models
from app.engine.head_starts import Head, HeadStarts, Scout, Term
from app.engine.plan import Plan
from app.engine.pool import Pool
from app.engine.requests import Request
from app.engine.services import NodeKinds
from app.sdk.context import Stopped


class Beside:
    """Head starts for the run that is and the one that comes, and writing what is finished.

    Without a ``pool`` nothing goes on beside, and every run comes out the same. ``following`` tells
    what runs next. All methods but ``_prepare`` are called on the thread of the runs.
    """

    def __init__(
        self,
        kinds: NodeKinds,
        pool: Pool | None = None,
        following: Callable[[], Request | None] = lambda: None,
    ) -> None:
        self._kinds = kinds
        self._pool = pool
        self._following = following
        self._heads = HeadStarts()
        self._terms: dict[int, Term] = {}
        self._seen: set[str] = set()

    def begin_run(self, around: Surroundings) -> Term:
        """A run begins; what was begun for it while it waited is of use until its term ends."""
        known = self._terms.pop(around.run, None)
        self._terms = {run: term for run, term in self._terms.items() if not term.ended}
        return known or Term(around.stop, threading.Event())

    def end_run(self, term: Term) -> None:
        """The run is over."""
        term.over.set()
        self._heads.forget()

    def bring_near(
        self, plan: Plan, around: Surroundings, term: Term, settled: Container[str]
    ) -> None:
        """Begin what the run will surely ask for, except what is ``settled`` by then."""
        if self._pool is not None:
            scout = Scout(plan, self._kinds, around, self._heads, term, patient=True)
            self._pool.near.submit(lambda: scout.go(settled))

    def look_ahead(self, plan: Plan, around: Surroundings) -> None:
        """Bring near what the next run will ask for, and the models that ``plan`` does not use."""
        following = self._following() if self._pool is not None else None
        if self._pool is None or following is None or following.run in self._terms:
            return
        run, stop, text = following.run, following.stop, following.plan.graph_text
        around = replace(around, run=run, stop=stop, graph_text=text)
        term = self._terms[run] = Term(stop, threading.Event())
        scout = Scout(following.plan, self._kinds, around, self._heads, term, patient=False)
        self._pool.near.submit(lambda: self._prepare(scout, plan))

    def _prepare(self, scout: Scout, plan: Plan) -> None:
        scout.go()

        def check() -> None:
            # Once the run has begun it reads for itself, and other things are to be brought near.
            if scout.term.ended or scout.around.run not in self._terms:
                raise Stopped

        with suppress(Stopped):
            wanted = models(scout.plan, self._kinds) - models(plan, self._kinds)
            read_models(wanted, scout.around, self._seen, check)

    def take(self, key: str) -> Head | None:
        """The head start of the work with this key, if there is one."""
        return self._heads.take(key) if self._pool is not None else None

    def put_away(self, work: Callable[[], None]) -> bool:
        """Have ``work`` done beside, after what came before it; False where it will not be."""
        return self._pool is not None and self._pool.away.submit(work)

    @property
    def is_open(self) -> bool:
        """Whether anything can go on beside."""
        return self._pool is not None
