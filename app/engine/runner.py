"""Carries out a plan on the calling thread, and tells by events how it goes."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path

from app.engine.beside import Beside
from app.engine.cache import Cache
from app.engine.context import Surroundings
from app.engine.evaluation import Evaluation
from app.engine.events import Event, RunFinished, RunStarted
from app.engine.files import FileContents
from app.engine.forecast import Forecast
from app.engine.histories import Histories
from app.engine.ledger import Known
from app.engine.order import order_of
from app.engine.outlook import Outlook
from app.engine.paces import Paces
from app.engine.plan import Plan
from app.engine.services import Models, NodeKinds, Services
from app.sdk.context import Stopped


class Runner:
    """Runs one plan after another and does no work twice.

    Used by one thread at a time. Ctrl+C is for the caller to turn into ``stop``: within a node,
    every exception is the node's failure. ``histories`` tell what nodes did before, ``paces`` how
    long they took, and ``beside`` does what needs no device; others may be put in their places
    before the first run.
    """

    def __init__(
        self,
        kinds: NodeKinds,
        services: Services,
        models: Models,
        cache: Cache,
        emit: Callable[[Event], None],
        output_folder: Path,
        files: FileContents | None = None,
    ) -> None:
        self._kinds = kinds
        self._services = services
        self._models = models
        self._cache = cache
        self._emit = emit
        self.output_folder = output_folder
        self._files = files or FileContents()
        self._memory: dict[str, Known] = {}
        self.histories = Histories()
        self.beside = Beside(kinds)
        self.paces = Paces()
        self._basis: tuple[object, ...] = ()

    def run(self, run: int, plan: Plan, stop: threading.Event) -> RunFinished:
        """Make the targets of ``plan``; the event that ends the run is emitted and returned.

        Setting ``stop`` ends it within one step; what was done until then is kept.
        """
        began = time.perf_counter()
        self._emit(RunStarted(run, tuple(plan.nodes)))
        around = self._surroundings(run, plan, stop)
        history = self.histories.of(plan.graph)
        evaluation = Evaluation(around, plan, self._kinds, self._memory, history, self.beside)
        stopped = False
        try:
            around.check()
            for target in plan.targets:
                evaluation.settle(target)
            evaluation.finish()
        except Stopped:
            stopped = True
        finally:
            evaluation.close()
        ledger = evaluation.ledger
        ledger.report.flush()
        failed = any(target in ledger.causes for target in plan.targets)
        files = [path for target in plan.targets for path in ledger.files.get(target, ())]
        seconds = time.perf_counter() - began
        finished = RunFinished(run, not (failed or stopped), stopped, seconds, tuple(files))
        self._trim(plan)
        self._emit(finished)
        return finished

    def forecast(self, plan: Plan, stop: threading.Event) -> Forecast:
        """What making the targets of ``plan`` would take; raises Stopped once ``stop`` is set."""
        around = self._surroundings(0, plan, stop)
        history = self.histories.of(plan.graph)
        return Outlook(around, plan, self._kinds, self._memory, history).forecast()

    def _surroundings(self, run: int, plan: Plan, stop: threading.Event) -> Surroundings:
        environment = self._services.environment()
        basis = environment, self._cache.times_cleared, self.output_folder, plan.saving
        self.paces.turn_to(environment)
        if basis != self._basis:
            self._basis = basis
            self._memory.clear()  # every key is another one now, or is to be forgotten
        return Surroundings(
            run=run,
            stop=stop,
            services=self._services,
            models=self._models,
            cache=self._cache,
            files=self._files,
            emit=self._emit,
            folder=self.output_folder,
            graph_text=plan.graph_text,
            environment=environment,
            paces=self.paces,
            order=order_of(self._services),
            saving=plan.saving,
        )

    def _trim(self, plan: Plan) -> None:
        """Keep the memory in proportion to the plan; the cache finds again what leaves it."""
        most = 2 * len(plan.nodes) + 1000
        self.histories.of(plan.graph).trim(plan.nodes, most)
        self.histories.save()
        self.paces.save()
        if len(self._memory) > most:
            self._memory = {a: k for a, k in self._memory.items() if a in plan.nodes}
