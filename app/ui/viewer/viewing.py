"""All that is about pictures, for one window: the viewer, the history, and painted masks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QMenu

from app.graph.document import Node
from app.graph.errors import GraphError, LoomError
from app.graph.file import read_text
from app.graph.naming import title_of
from app.sdk.saving import GraphChoice
from app.settings import Settings
from app.ui.actions.table import PICTURE, SEPARATOR
from app.ui.history.history import Bounds, History, Result
from app.ui.history.panel import HistoryPanel
from app.ui.history.store import Entry
from app.ui.masks.painter import PaintedMask
from app.ui.masks.placing import MaskPlacing, mask_parameter, place_below
from app.ui.masks.text import mask_in
from app.ui.running.problem_list import Problem
from app.ui.tab import Tab
from app.ui.viewer.commands import tell_keys
from app.ui.viewer.known_picture import KnownPicture
from app.ui.words import say, tr

if TYPE_CHECKING:
    from app.interchange.embedding import Embedding
    from app.ui.window import MainWindow

_BLANK = 512


class Viewing(QObject):
    """Follows all tabs of a window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self.viewer = window, window.viewer
        remembered = window.remembered
        self.history = History(remembered.made, window.worker.fetch, parent=self)
        self._bound(remembered.settings)
        self._unsubscribe = remembered.subscribe(self._bound)
        self._painted_in: Tab | None = None

    def connect_window(self) -> None:
        """Join the viewer to the rest of the window, once all of it is there."""
        window, viewer = self._window, self.viewer
        window.actions_table.bind("viewer", viewer)
        viewer.told.connect(window.status.tell)
        viewer.screening.reel.fetch = viewer.commands.fetch = window.worker.fetch
        viewer.commands.inscribe = self._inscribed
        viewer.batch_wanted.connect(window.loader.load_batch)
        window.loader.batch_loaded.connect(viewer.show_batch)
        viewer.painter.began.connect(self._remember_tab)
        viewer.mask_painted.connect(self._place_mask)
        for signal in (viewer.comparing.changed, viewer.painter.began, viewer.painter.ended):
            signal.connect(window.actions_table.update)
        tell_keys(viewer, window.actions_table)
        self.history.added.connect(self._saved_as)
        self.history.told.connect(
            lambda sentence: window.report(Problem("file", sentence, is_warning=True))
        )
        viewer.head.more.setMenu(self._menu())
        viewer.view.menu_wanted.connect(viewer.head.more.menu().popup)

    def _inscribed(self, picture: KnownPicture, choice: GraphChoice | None) -> Embedding:
        """What the file of a picture carries, as the user wishes."""
        from app.interchange.inscriber import GraphInscriber  # not needed to show the window

        window = self._window
        inscriber = GraphInscriber(window.kinds, window.remembered.settings.saving)
        return inscriber.embedding(picture.graph, picture.node, choice)

    def make_history(self) -> HistoryPanel:
        """The panel of the history."""
        panel = HistoryPanel(self.history, self.viewer)
        panel.told.connect(self._window.status.tell)
        panel.graph_wanted.connect(self.open_graph)
        return panel

    def follow(self, tab: Tab) -> None:
        """A graph was opened: what it makes is remembered."""
        tab.runs.pictured.connect(
            lambda node, fingerprint, wanted: self._made(tab, node, fingerprint, wanted)
        )
        tab.canvas.popups.paint_wanted.connect(lambda node: self._edit_on_card(tab, node))

    def _edit_on_card(self, tab: Tab, node: str) -> None:
        tab.canvas.select([node])
        self.edit_mask()

    def open_graph(self, text: str, name: str) -> None:
        """Show the graph of a picture in a tab of its own."""
        window = self._window
        try:
            opened = read_text(text, window.tab.kinds)
        except LoomError as error:
            window.report(Problem("file", say(error.message)))
            return
        window.files.open_graph(opened.snapshot, name)

    def send(self, slot: int) -> None:
        """Put the picture of the selected node into a slot."""
        selected = self._window.canvas.selected()
        if not selected:
            return
        address = self._window.canvas.address(selected[0])
        if not self._window.tab.gallery.send(address, slot):
            self._window.status.tell(tr("This node has no picture yet: run the graph first."))

    def masked_node(self) -> Node | None:
        """The selected node, if it holds a painted mask."""
        canvas, selected = self._window.canvas, self._window.canvas.selected()
        node = canvas.graph.nodes.get(selected[0]) if len(selected) == 1 else None
        spec = self._window.tab.kinds.spec(node.type) if node else None
        return node if mask_parameter(spec) else None

    def edit_mask(self) -> None:
        """Paint on with the mask of the selected node, over the picture it was painted on."""
        node = self.masked_node()
        if node is None:
            return
        text = str(node.parameters.get("mask", ""))
        mask, over = mask_in(text)

        def paint(image: QImage | None) -> None:
            """Begin with that picture, or else with what is there."""
            picture = self._substitute(mask, node)
            if image is not None:
                fingerprint, _, number = over.rpartition(":")
                picture = KnownPicture(image, self._title(node), "", fingerprint, int(number))
            feather = float(node.parameters.get("feather", 0.0))
            self._window.panels.show("viewer")
            self.viewer.painter.begin(picture, text, feather, node.id)

        self._window.loader.bring(over, paint)

    def close(self) -> None:
        """End what works beside the window."""
        self._unsubscribe()
        self.viewer.close_threads()
        self.history.close()

    def _bound(self, settings: Settings) -> None:
        """Remember as much as the user wants."""
        self.history.bounds = Bounds(settings.history_entries, settings.history_bytes)

    def _substitute(self, mask: QImage, node: Node) -> KnownPicture:
        """What a mask is painted on when its own picture is gone: what is seen, or nothing."""
        seen = self.viewer.picture
        if seen is not None and (mask.isNull() or seen.image.size() == mask.size()):
            return seen
        blank = QImage(_BLANK, _BLANK, QImage.Format.Format_RGB32) if mask.isNull() else mask.copy()
        blank.fill(0)
        return KnownPicture(blank, self._title(node))

    def _title(self, node: Node) -> str:
        return title_of(self._window.canvas.graph, self._window.tab.kinds, node.id)

    def _made(self, tab: Tab, node: str, fingerprint: str, wanted: bool) -> None:
        """A run made what it was meant to make."""
        if wanted:
            title = tr("{graph} · {node}", graph=tab.name, node=tab.title_of(node))
            facts = tab.runs.facts.get(node)
            files = next(iter(facts.results.values()), "") if facts else ""
            self.history.record(Result(fingerprint, title, tab.runs.text, files))

    def _saved_as(self, entry: Entry) -> None:
        """The picture that is seen lies in a file."""
        if entry.path:
            self.viewer.comparing.take_path(entry.fingerprint, entry.number, entry.path)

    def _remember_tab(self) -> None:
        self._painted_in = self._window.tab

    def _place_mask(self, painted: PaintedMask) -> None:
        """Use a mask in the graph whose picture it was painted on."""
        known = self._painted_in in self._window.tabs.all()
        tab = self._painted_in if known and self._painted_in else self._window.tab
        canvas = tab.canvas
        placing = MaskPlacing(tab.document, tab.kinds, canvas.graph_id)
        try:
            if painted.node and painted.node in canvas.graph.nodes:
                placing.put_back(painted)
                return
            if not painted.text:
                self._window.status.tell(tr("Nothing was painted."))
                return
            selected = canvas.selected()
            place = place_below(canvas, painted.picture.node)
            added, fed = placing.add(painted, place, selected[0] if len(selected) == 1 else "")
        except GraphError as error:
            self._window.status.tell(say(error.message))
            return
        canvas.select([added])
        canvas.reveal([added])
        self._tell_fed(tab, fed.node if fed else "")

    def _tell_fed(self, tab: Tab, node: str) -> None:
        if node:
            words = tr("The mask feeds {node} now.", node=tab.title_of(node))
        else:
            words = tr("The mask is a node now: connect it where it is needed.")
        self._window.status.tell(words)

    def _menu(self) -> QMenu:
        """The menu of the picture: the actions of the table."""
        menu = QMenu(self.viewer)
        for spec in PICTURE:
            if spec is SEPARATOR:
                menu.addSeparator()
            else:
                menu.addAction(self._window.actions_table.by_id[spec.id])
        menu.aboutToShow.connect(self._window.actions_table.update)
        return menu
