"""What floats over the canvas: the search, the editor of a value or title, and the menu."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, QPointF, QRectF, Signal

from app.engine.services import Models
from app.graph.document import Frame, Node
from app.graph.ends import may_stand
from app.graph.kinds import Kinds, KnownModel
from app.graph.spec import NodeSpec, ParameterKind, ParameterSpec, Plain
from app.ui.canvas.boxes.boxes import Box
from app.ui.canvas.cards.content import Content
from app.ui.canvas.cards.items import Card
from app.ui.canvas.cards.layout import HEADER, Field, arrange
from app.ui.canvas.editing import Editing
from app.ui.canvas.gestures.gestures import Desk
from app.ui.canvas.gestures.mouse import Mouse
from app.ui.canvas.popups.floating import FloatingEditor, Inform
from app.ui.canvas.search.own_kinds import FRAME, NOTE, own_kinds
from app.ui.canvas.search.placing import free_place
from app.ui.canvas.search.recent_kinds import RecentKinds
from app.ui.canvas.search.search import Search
from app.ui.canvas.wires.fitting import End, best_partner
from app.ui.editors import Editor

_TITLE = ParameterSpec("title", ParameterKind.TEXT, "")
_NOTE = ParameterSpec("text", ParameterKind.TEXT, "", many_lines=True)


class Popups(QObject):
    """Opens them where they are wanted and hands on what they find. ``added`` carries an id.

    ``inform`` tells the editor of a value more than the value itself: how a prompt is read.
    """

    added = Signal(str)
    paint_wanted = Signal(str)
    box_wanted = Signal(str, QPointF)

    def __init__(self, desk: Desk, mouse: Mouse, kinds: Kinds, models: Models | None) -> None:
        super().__init__(desk.viewer)
        self._viewer = desk.viewer
        self._editing: Editing = desk.editing
        self._boxing = desk.boxing
        self._projection = desk.projection
        self._kinds = kinds
        self._place = QPointF()
        self.edited, self.edited_value = "", ""
        self.enter: Callable[[str], bool] = lambda node: False
        self.recent = RecentKinds()
        self.search = Search(desk.viewer, self._specs, self.recent)
        self.editor = FloatingEditor(desk.viewer, models or _NoModels())
        self.inform: Callable[[Editor, str, ParameterSpec, str], None] = _nothing_known
        mouse.search_wanted.connect(self.open_search)
        mouse.edit_wanted.connect(lambda card, field: self.edit_value(card, field))
        mouse.rename_wanted.connect(lambda card: self.rename(card))
        mouse.write_wanted.connect(lambda box: self.write(box))
        # What floats lies over a place of the canvas: once that moves, it would lie over another.
        self._viewer.view_changed.connect(self.editor.commit)
        self._viewer.view_changed.connect(self.search.close_search)
        self.search.chosen.connect(self._add)
        self.search.closed.connect(self._viewer.setFocus)

    @property
    def open(self) -> bool:
        """Whether something is being typed or chosen."""
        return self.editor.editor is not None or self.search.isVisible()

    def _specs(self) -> Sequence[NodeSpec]:
        """All kinds of nodes that can be added, as far as ``kinds`` can list them."""
        listed = getattr(self._kinds, "specs", None)
        here = self._editing.graph_id
        specs = listed() if listed is not None else ()
        nodes = (s for s in specs if may_stand(self._editing.snapshot, here, s.type))
        return (*nodes, *own_kinds())

    def open_search(self, place: QPoint, end: End | None = None) -> None:
        """Search for a kind to add at a place of the viewport."""
        self.editor.commit()
        self._place = self._viewer.to_scene(QPointF(place))
        self.search.open(place, end)

    def _add(self, type: str) -> None:
        """Add the kind that was chosen, where there is room for it."""
        self.recent.add(type)
        if type in (FRAME, NOTE):
            self.box_wanted.emit(type, self._place)
            return
        end = self.search.end
        corner = self._corner(type, end)
        added = self._editing.add(type, (float(round(corner.x())), float(round(corner.y()))), end)
        if added is not None:
            self.added.emit(added)

    def _corner(self, type: str, end: End | None) -> QPointF:
        """Where a new card goes: its port, or its header, under the mouse, but beside others."""
        spec = self._kinds.spec(type)
        if spec is None:
            return self._place
        layout = arrange(Content(_example(spec), spec))
        partner = best_partner(spec, end) if end is not None else None
        anchor = QPointF(HEADER, HEADER / 2)
        if end is not None and partner is not None:
            anchor = layout.by_key["out" if end.side == "in" else "in", partner].point
        wanted = layout.card.translated(self._place - anchor)
        cards = self._projection.cards.values()
        return free_place(wanted, [card.mapRectToScene(card.layout.card) for card in cards])

    def edit_value(self, card: Card, field: Field) -> None:
        """Edit a parameter where it is drawn."""
        name = field.parameter.name
        if field.parameter.control == "mask":
            self.paint_wanted.emit(card.id)
            return
        self.edited, self.edited_value = card.id, name
        self._open(
            card,
            field.parameter,
            card.face.content.value(field.parameter),
            field.box,
            lambda value: self._editing.set_value(card.id, name, value),
            lambda editor, text: self.inform(editor, card.id, field.parameter, text),
        )

    def rename(self, card: Card) -> None:
        """Edit a node's title where it is drawn."""
        area = QRectF(24, 0, card.layout.width - 32, HEADER)
        title = card.face.content.title
        self._open(card, _TITLE, title, area, lambda value: self._editing.rename(card.id, value))

    def write(self, box: Box) -> None:
        """Edit a frame's title or a note's text where it is painted."""
        content, area = box.content, QRectF(QPointF(), box.area.size())
        if isinstance(content, Frame):
            title = box.head.adjusted(6, 0, -6, 0)
            parameter, text, place = _TITLE, content.title, title
        else:
            parameter, text, place = _NOTE, content.text, area.adjusted(2, 2, -2, -2)
        self._open(box, parameter, text, place, lambda new: self._boxing.write(box.id, str(new)))
        self.editor.keeps_enter = True  # no text of a box has to do with a run

    def _open(
        self,
        card: Card | Box,
        parameter: ParameterSpec,
        value: Plain,
        box: QRectF,
        keep: Callable[[Plain], None],
        inform: Inform = lambda editor, text: None,
    ) -> None:
        """Open the floating editor over a part of a card; an unchanged value is not kept."""

        def keep_changed(new: Plain) -> None:
            """Keep only what is new."""
            if new != value:
                keep(new)

        area = self._viewer.to_view(card.mapRectToScene(box))
        self.editor.open(parameter, value, area, keep_changed, inform)


class _NoModels:
    """The models where nobody knows any."""

    def names(self, kind: str) -> tuple[str, ...]:
        """None."""
        return ()

    def model(self, kind: str, name: str) -> KnownModel | None:
        """Nothing is known."""
        return None

    def look_again(self) -> None:
        """There is nothing to find."""

    def find(self, kind: str, name: str) -> Path:
        """Nowhere; nobody asks."""
        return Path(name)


def _nothing_known(editor: Editor, node: str, parameter: ParameterSpec, text: str) -> None:
    """Nothing is known of a value beyond what its editor shows."""


def _example(spec: NodeSpec) -> Node:
    """A node of a kind as it is when it is added."""
    return Node("new", spec.type, parameters=dict(spec.defaults))
