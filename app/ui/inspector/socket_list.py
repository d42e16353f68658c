"""The inputs or outputs of a node in a list: what feeds them, or what came out of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QMenu, QSizePolicy, QToolButton, QWidget

from app.graph.spec import OutputSpec, SocketSpec
from app.ui import theme
from app.ui.brief_menu import open_menu
from app.ui.inspector.node_deeds import NodeDeeds
from app.ui.inspector.parameter_menu import add_offers, add_wires
from app.ui.words import label_of, tr, type_words


class SocketList(QWidget):
    """One line for each end. A click on what feeds an input goes there; the menu connects."""

    def __init__(
        self, ends: Sequence[SocketSpec | OutputSpec], deeds: NodeDeeds, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._deeds = deeds
        self.labels: dict[str, QToolButton] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(1, 1)
        for row, end in enumerate(ends):
            grid.addWidget(self._name(end), row, 0)
            grid.addWidget(self._state(end), row, 1, Qt.AlignmentFlag.AlignRight)

    def show_inputs(self, sockets: Sequence[SocketSpec]) -> None:
        """Show what feeds each input."""
        for socket in sockets:
            fed = self._deeds.source_words(socket.name)
            self._show(socket.name, fed or _unfed(socket), is_link=bool(fed))

    def show_outputs(self, outputs: Sequence[OutputSpec], told: Callable[[str], str]) -> None:
        """Show what came out of each output, in words, else its type."""
        for output in outputs:
            self._show(output.name, told(output.name) or type_words(output.type), is_link=False)

    def text(self, name: str) -> str:
        """What is said of an end."""
        return self.labels[name].text()

    def _name(self, end: SocketSpec | OutputSpec) -> QLabel:
        label = QLabel(self)
        label.setObjectName("parameterLabel")
        dot = theme.type_colour(end.type.name).name()
        label.setText(f'<span style="color: {dot}">●</span>&nbsp; {escape(label_of(end.name))}')
        label.setToolTip(f"{end.tip}\n{type_words(end.type)}".strip())
        return label

    def _state(self, end: SocketSpec | OutputSpec) -> QToolButton:
        """What is said of an end: a button, so that the keyboard reaches it."""
        button = self.labels[end.name] = QToolButton(self)
        button.setObjectName("socketState")
        button.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        button.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        button.customContextMenuRequested.connect(lambda place: self._open_menu(end, place))
        if isinstance(end, SocketSpec):
            button.clicked.connect(lambda: self._deeds.go_to_source(end.name))
        return button

    def _open_menu(self, end: SocketSpec | OutputSpec, place: QPoint) -> None:
        menu = QMenu(self)
        if isinstance(end, SocketSpec):
            add_wires(menu, self._deeds, end.name)
        else:
            add_offers(menu, self._deeds.offers_for_output(end.name), self._deeds.connect)
        open_menu(menu, self.labels[end.name].mapToGlobal(place))

    def _show(self, name: str, text: str, *, is_link: bool) -> None:
        button = self.labels[name]
        button.setText(text)
        button.setAccessibleName(tr("{end}: {state}", end=label_of(name), state=text))
        if button.property("link") != is_link:
            button.setProperty("link", is_link)
            button.style().unpolish(button)
            button.style().polish(button)


def _unfed(socket: SocketSpec) -> str:
    state = tr("not connected") if socket.required else tr("optional")
    return f"{type_words(socket.type)} · {state}"
