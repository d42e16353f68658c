"""The open document: applies changes, takes them back, and tells who listens."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from itertools import count

from app.graph.changes import Change
from app.graph.document import Snapshot
from app.graph.operations import Operation, apply_all, compact, has_effect
from app.graph.undo import UndoHistory, UndoStep, joined

Listener = Callable[[Snapshot, Snapshot, Change], None]
"""Called with the snapshot before, the one after, and the change between them."""


class Document:
    """The document that is being edited. All calls come from one thread.

    Readers take ``snapshot`` and keep it as long as they like: it never changes. Undo and redo are
    changes too, and listeners hear them like any other.
    """

    def __init__(self, snapshot: Snapshot | None = None) -> None:
        self._snapshot = snapshot or Snapshot()
        self._done: list[UndoStep] = []
        self._undone: list[UndoStep] = []
        self._group: list[UndoStep] | None = None
        self._numbers = count(1)
        self._state = 0
        self._saved = 0
        self._may_merge = False
        self._origin = object()
        self._history: UndoHistory | None = None
        self._listeners: list[Listener] = []
        self._untold: deque[tuple[Snapshot, Snapshot, Change]] = deque()
        self._telling = False

    @property
    def snapshot(self) -> Snapshot:
        """The document as it is now."""
        return self._snapshot

    @property
    def can_undo(self) -> bool:
        """Whether ``undo`` would do anything."""
        return bool(self._done) and self._group is None

    @property
    def can_redo(self) -> bool:
        """Whether ``redo`` would do anything."""
        return bool(self._undone) and self._group is None

    @property
    def undo_names(self) -> list[str]:
        """Names of the steps that can be undone, the next one first."""
        return [step.name for step in reversed(self._done)]

    @property
    def redo_names(self) -> list[str]:
        """Names of the steps that can be redone, the next one first."""
        return [step.name for step in reversed(self._undone)]

    @property
    def history(self) -> UndoHistory | None:
        """The document with all that can be undone and redone; None amid a group of changes."""
        if self._group is not None:
            return None
        if self._history is None:
            self._history = UndoHistory(
                snapshot=self._snapshot,
                steps=(*self._done, *reversed(self._undone)),
                at=len(self._done),
                state=self._state,
                saved=self._saved,
                origin=self._origin,
            )
        return self._history

    @property
    def is_modified(self) -> bool:
        """Whether the document differs from what was last saved or opened."""
        return self._state != self._saved

    def mark_saved(self) -> None:
        """Remember that this state is on the disk; later typing starts a new undo step."""
        self._saved = self._state
        self._may_merge = False
        self._history = None

    def mark_unsaved(self) -> None:
        """Remember that no state is on the disk, as when unsaved work is opened again."""
        # No state has this number, so that every one differs from it.
        self._saved = -1
        self._history = None

    def end_merging(self) -> None:
        """Let the next change start an undo step of its own, even if it is like the last one."""
        self._may_merge = False

    def apply(self, change: Change) -> None:
        """Make a change; one that changes nothing leaves no trace.

        Raises UnknownNode, with nothing changed, where the change does not fit the document.
        """
        before = self._snapshot
        after, backward = apply_all(before, change.operations)
        if not has_effect(change.operations, backward):
            return
        step = UndoStep(
            change.name,
            change.operations,
            backward,
            change.merge,
            self._state,
            next(self._numbers),
        )
        self._record(step)
        self._move(after, step.after, change)

    def undo(self) -> None:
        """Take the last step back; nothing happens where there is none."""
        if not self.can_undo:
            return
        step = self._done.pop()
        self._undone.append(step)
        self._travel(step.backward, step.before, f"Undo {step.name}")

    def redo(self) -> None:
        """Make the last step that was undone again; nothing happens where there is none."""
        if not self.can_redo:
            return
        step = self._undone.pop()
        self._done.append(step)
        self._travel(step.forward, step.after, f"Redo {step.name}")

    def travel(self, steps: int) -> None:
        """Redo that many steps, or undo them if ``steps`` is below zero, as a single change."""
        if self._group is not None or not steps:
            return
        source, target = (self._undone, self._done) if steps > 0 else (self._done, self._undone)
        travelled = [source.pop() for _ in range(min(abs(steps), len(source)))]
        if not travelled:
            return
        target.extend(travelled)
        ways = [step.forward if steps > 0 else step.backward for step in travelled]
        operations = compact([operation for way in ways for operation in way])
        last = travelled[-1]
        name = f"Redo to {last.name}" if steps > 0 else f"Undo to {last.name}"
        self._travel(operations, last.after if steps > 0 else last.before, name)

    @contextmanager
    def group(self, name: str) -> Iterator[None]:
        """Make all changes within one undo step called ``name``.

        An exception inside takes the changes back and goes on. Groups within a group join it.
        """
        if self._group is not None:
            yield
            return
        group = self._group = []
        try:
            yield
        except BaseException:
            self._group = None
            if group:
                step = joined(name, group)
                self._travel(step.backward, step.before, f"Undo {name}")
            raise
        self._group = None
        if group:
            self._record(joined(name, group))

    def replace(self, snapshot: Snapshot, name: str = "Open") -> None:
        """Take another document, as when a file is opened: the history starts anew."""
        free = next(self._numbers)
        self.resume(UndoHistory(snapshot, state=free, saved=free), name)

    def resume(self, history: UndoHistory, name: str = "Open") -> None:
        """Take another document together with what can be undone and redone of it."""
        self._done = list(history.steps[: history.at])
        self._undone = list(reversed(history.steps[history.at :]))
        self._group = None
        self._may_merge = False
        self._origin = object()
        self._saved = history.saved
        self._numbers = count(history.first_free)
        self._move(history.snapshot, history.state, Change(name))

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Have ``listener`` called after every change; the result ends it."""
        self._listeners.append(listener)

        def unsubscribe() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return unsubscribe

    def _record(self, step: UndoStep) -> None:
        """Put a step that was made into the history."""
        self._history = None
        if self._group is not None:
            self._group.append(step)
            return
        self._undone.clear()
        last = self._done[-1] if self._done and self._may_merge else None
        if last and step.merge is not None and last.merge == step.merge:
            self._done[-1] = joined(last.name, [last, step], step.merge)
        else:
            self._done.append(step)
        self._may_merge = True

    def _travel(self, operations: tuple[Operation, ...], state: int, name: str) -> None:
        """Go to a state of the history."""
        self._may_merge = False
        after, _ = apply_all(self._snapshot, operations)
        self._move(after, state, Change(name, operations, travels=True))

    def _move(self, after: Snapshot, state: int, change: Change) -> None:
        before, self._snapshot, self._state = self._snapshot, after, state
        self._history = None
        self._untold.append((before, after, change))
        self._tell()

    def _tell(self) -> None:
        """Call every listener for every change, in order, even if one edits or raises meanwhile."""
        if self._telling:
            return
        self._telling = True
        try:
            while self._untold:
                before, after, change = self._untold.popleft()
                with ExitStack() as calls:
                    # The stack calls the last one first, and all of them even if one raises.
                    for listener in reversed(self._listeners):
                        calls.callback(listener, before, after, change)
        finally:
            self._telling = False
