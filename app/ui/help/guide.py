"""The documentation that came with the program, read in a window of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import (
    QDesktopServices,
    QImage,
    QKeyEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from app.places import RESOURCES
from app.ui.icons import icon
from app.ui.small_button import small_button
from app.ui.words import mark, tr

DOCUMENTATION = RESOURCES.parent / "docs"
PAGES = (
    ("tour.md", mark("Tour")),
    ("models.md", mark("Models")),
    ("steering.md", mark("Ways to steer")),
    ("pictures-and-privacy.md", mark("Pictures and privacy")),
    ("shortcuts.md", mark("Keys")),
    ("nodes.md", mark("Nodes")),
    ("agreement.md", mark("Agreement")),
    ("writing-nodes.md", mark("Writing a node")),
    ("file-format.md", mark("Graph files")),
    ("roadmap.md", mark("What is not there yet")),
)
"""The pages on offer; their links lead to the others."""

_SIZE = QSize(1046, 740)
_LIST_WIDTH = 190
_PICTURE_WIDTH = 680
_ABOVE_HEADING, _BELOW, _BELOW_ITEM = 16, 10, 4
_LINE_HEIGHT = 118.0
_PICTURE = "\ufffc"


class GuidePage(QTextBrowser):
    """Shows pages written in Markdown; what is none is left to other programs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("guidePage")
        self.setAccessibleName(tr("Documentation"))
        self.setOpenExternalLinks(True)
        self.document().setDocumentMargin(18)
        # Else the page is laid out before the bar takes its part of the width.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)

    def doSetSource(
        self,
        name: QUrl | str,
        type: QTextDocument.ResourceType = QTextDocument.ResourceType.UnknownResource,
    ) -> None:
        """Show a page, at the heading that the link names."""
        name = QUrl(name)
        path = Path(name.toLocalFile())
        if path.suffix != ".md" or not path.is_file():
            QDesktopServices.openUrl(name)
            return
        super().doSetSource(name, QTextDocument.ResourceType.MarkdownResource)
        self._space_out()
        if name.hasFragment():
            self._show_heading(name.fragment())

    def loadResource(self, type: int, name: QUrl | str) -> Any:
        """Pictures no wider than is good to read beside, all else as it is."""
        if type != QTextDocument.ResourceType.ImageResource.value:
            return super().loadResource(type, name)
        image = QImage(self.source().resolved(QUrl(name)).toLocalFile())
        ratio = self.devicePixelRatioF()
        widest = round(_PICTURE_WIDTH * ratio)
        if image.width() > widest:
            image = image.scaledToWidth(widest, Qt.TransformationMode.SmoothTransformation)
        image.setDevicePixelRatio(ratio)
        return image

    def _space_out(self) -> None:
        """Give lines and paragraphs the room that Qt leaves out."""
        cursor, block = QTextCursor(self.document()), self.document().begin()
        cursor.beginEditBlock()
        while block.isValid():
            cursor.setPosition(block.position())
            if cursor.currentTable() is None:
                cursor.setBlockFormat(_spaced(block))
            block = block.next()
        cursor.endEditBlock()

    def _show_heading(self, name: str) -> None:
        """Scroll to a heading by the name that links give it."""
        block = self.document().begin()
        while block.isValid():
            if block.blockFormat().headingLevel() and anchor_of(block) == name:
                self.setTextCursor(QTextCursor(block))
                top = self.document().documentLayout().blockBoundingRect(block).top()
                self.verticalScrollBar().setValue(int(top))
                return
            block = block.next()


class Guide(QWidget):
    """A list of the pages beside the one that is read, with a way back."""

    def __init__(self, parent: QWidget, folder: Path = DOCUMENTATION) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("guide")
        self.setWindowTitle(tr("Documentation"))
        self.resize(_SIZE)
        self._folder = folder
        self.page = GuidePage(self)
        self.list = QListWidget(self)
        self.list.setObjectName("guideList")
        self.list.setAccessibleName(tr("Pages"))
        self.list.setFixedWidth(_LIST_WIDTH)
        for file, title in PAGES:
            if (folder / file).is_file():
                item = QListWidgetItem(tr(title), self.list)
                item.setData(Qt.ItemDataRole.UserRole, file)
        self.back = small_button("previous", tr("Back to the page before (Alt+Left)"), self)
        self.back.clicked.connect(self.page.backward)
        self.back.setEnabled(False)
        self.page.backwardAvailable.connect(self.back.setEnabled)
        self.page.sourceChanged.connect(self._mark)
        self.list.itemClicked.connect(self._chosen)
        self.list.itemActivated.connect(self._chosen)
        self._assemble()

    def open(self, file: str, heading: str = "") -> None:
        """Show a page, at a heading where one is named."""
        url = QUrl.fromLocalFile(str(self._folder / file))
        if heading:
            url.setFragment(heading)
        self.show()  # before the page, which else has no width yet to find a place by
        self.page.setSource(url)
        self.raise_()
        self.activateWindow()
        self.page.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes the window."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            return
        super().keyPressEvent(event)

    def _assemble(self) -> None:
        side = QVBoxLayout()
        side.setContentsMargins(8, 8, 0, 8)
        side.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        side.addWidget(self.list, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addLayout(side)
        row.addWidget(self.page, 1)
        self.setWindowIcon(icon("latent-loom"))

    def _chosen(self, item: QListWidgetItem) -> None:
        self.open(item.data(Qt.ItemDataRole.UserRole))

    def _mark(self, url: QUrl) -> None:
        """Show in the list which page is read."""
        file = Path(url.toLocalFile()).name
        for row in range(self.list.count()):
            item = self.list.item(row)
            if item.data(Qt.ItemDataRole.UserRole) == file:
                self.list.setCurrentItem(item)


def _spaced(block: QTextBlock) -> QTextBlockFormat:
    """The format of a heading, an item, a picture, a line of code or a paragraph, with room."""
    form = block.blockFormat()
    if form.nonBreakableLines():  # code, line by line
        follows = block.next().blockFormat().nonBreakableLines()
        form.setBottomMargin(0 if follows else _BELOW)
        return form
    level = form.headingLevel()
    form.setTopMargin(_ABOVE_HEADING if level > 1 else 0)
    form.setBottomMargin(_BELOW_ITEM if block.textList() else _BELOW)
    if not level and _PICTURE not in block.text():
        proportional = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
        form.setLineHeight(_LINE_HEIGHT, proportional)
    return form


def anchor_of(heading: QTextBlock) -> str:
    """The name by which links reach a heading, as on the pages of a repository."""
    letters = "".join(c for c in heading.text().lower() if c.isalnum() or c in " -_")
    return letters.replace(" ", "-")


def open_guide(
    window: QWidget,
    tell: Callable[[str], None],
    file: str = "tour.md",
    heading: str = "",
    folder: Path = DOCUMENTATION,
) -> None:
    """Open the documentation beside the window; say so where there is none."""
    if not (folder / file).is_file():
        tell(tr("The documentation is not there: {file} is missing.", file=folder / file))
        return
    guide = window.findChild(Guide) or Guide(window, folder)
    guide.open(file, heading)
