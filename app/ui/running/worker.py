"""What the window asks of the engine's worker."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from app.engine.keeping import Keeping
from app.engine.plan import Plan
from app.sdk.prompt_parts import Reading
from app.sdk.token_count import TokenCount


class Worker(Protocol):
    """What the window asks of the engine's worker; no call waits for work to be done."""

    kept: Keeping

    def submit(
        self, plan: Plan, *, queue: bool = False, first: bool = False, foretold: bool = False
    ) -> int:
        """Run a plan soon; the newest one of a graph wins unless it is queued."""

    def forecast(self, plan: Plan) -> int:
        """Ask what a plan would cost; the number of the answer."""

    def cancel(self, run: int) -> None:
        """Stop one run, or take it out of the queue."""

    def order(self, runs: Sequence[int]) -> None:
        """Put what waits in the queue in this order."""

    def pause(self, paused: bool) -> None:
        """Begin nothing from the queue for now, or go on with it."""

    def stop(self) -> None:
        """Stop the running run and those that wait."""

    def warm_up(self) -> None:
        """Make the device ready in the background."""

    def fetch(self, fingerprint: str) -> Any:
        """A value that a run made, or None where it is gone."""

    def count_tokens(self, fingerprint: str, text: str, reading: Reading) -> TokenCount | None:
        """The tokens of a prompt for a text model; unlike all others, this takes a moment."""

    def device(self) -> str:
        """The device in words."""

    def close(self) -> None:
        """End the worker."""
