"""The workers of a window: made as the settings say, and told of what changes there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from app.as_set import Current, memories_of, model_folders, output_folder_of
from app.engine.files import FileContents
from app.places import Places

if TYPE_CHECKING:
    from app.engine.events import Event
    from app.engine.process.worker import ProcessWorker
    from app.engine.worker import Worker
    from app.models.librarian import Librarian
    from app.models.shelf import Shelf
    from app.sdk.registry import Registry
    from app.settings import Settings


@dataclass
class Workers:
    """Makes workers, and lets them and the librarian go by the settings whenever these change.

    ``hashes`` are what the librarian works out of files, for the workers' keys.
    """

    places: Places
    kinds: Registry
    models: Shelf
    librarian: Librarian
    hashes: FileContents
    current: Current
    _made: list[Worker | ProcessWorker] = field(default_factory=list)
    _wishes: list[Callable[[str], None]] = field(default_factory=list)
    """Are told how networks are to lie in memory, where ``current`` is not at hand."""

    def make(self, emit: Callable[[Event], None]) -> Worker | ProcessWorker:
        """A worker in this process, or in one of its own."""
        apart = self.current.settings.worker_process
        made = self._make_apart(emit) if apart else self._make_here(emit)
        self._made.append(made)
        return made

    def follow(self, changed: Settings) -> None:
        """Find models and save pictures where the user wants it from now on."""
        self.current.settings = changed
        self.librarian.look_in(model_folders(self.places, changed))
        for worker in self._made:
            worker.save_into(output_folder_of(changed, self.places))
        for wish in self._wishes:
            wish(changed.memory)

    def _make_apart(self, emit: Callable[[Event], None]) -> ProcessWorker:
        from app.working import make_process_worker

        settings, places = self.current.settings, self.places
        memories = replace(memories_of(settings, places), hashes=self.hashes)
        folder = output_folder_of(settings, places)
        made = make_process_worker(settings, folder, memories, self.models, emit)
        self._wishes.append(made.wish)
        return made

    def _make_here(self, emit: Callable[[Event], None]) -> Worker:
        from app.engine.worker import Worker

        settings, places = self.current.settings, self.places
        return Worker(
            self.kinds,
            self.current.make_services,
            self.models,
            emit,
            output_folder_of(settings, places),
            settings.memory_budget,
            replace(memories_of(settings, places), hashes=self.hashes),
        )
