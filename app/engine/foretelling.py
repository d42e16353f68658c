"""Tells what runs would do, and never lets that stand in the way of a run."""

from __future__ import annotations

import logging
from collections.abc import Callable

from app.engine.events import Event, ForecastReady, RunForetold
from app.engine.requests import Question, Request
from app.engine.runner import Runner
from app.sdk.context import Stopped

log = logging.getLogger(__name__)


def answer(runner: Runner, question: Question, emit: Callable[[Event], None]) -> None:
    """Say what a plan would cost, unless nobody waits for it any more."""
    try:
        emit(ForecastReady(question.ticket, runner.forecast(question.plan, question.stop)))
    except Stopped:
        log.debug("Question %d is out of date.", question.ticket)


def foretell(runner: Runner, request: Request, emit: Callable[[Event], None]) -> None:
    """Say what a run will do; it begins in any case."""
    try:
        emit(RunForetold(request.run, runner.forecast(request.plan, request.stop)))
    except Stopped:
        log.debug("Run %d was stopped before it began.", request.run)
    except Exception:  # a forecast is never worth a run
        log.exception("What run %d will do could not be told.", request.run)
