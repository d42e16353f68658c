"""The dark and the light theme: legible, the system's or one's own choice, and changed at once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QColor, QFontInfo, QGuiApplication, QIcon, QPalette
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from app.ui import theme
from app.ui.actions.table import ActionSpec, every_action
from app.ui.editors.prompt_colours import PromptColours
from app.ui.icons import icon
from app.ui.theme.colours import show_colours
from app.ui.theme.fonts import FAMILY, families
from app.ui.theme.style import style_sheet
from tests.ui.toys import Desk

GROUNDS = (theme.CARD, theme.FIELD, theme.PANEL, theme.BACKDROP, theme.HOVER)
WORDS = (theme.TEXT, theme.SOFT, theme.DIM, theme.FAINT)
SIGNALS = (theme.GOOD, theme.BAD, theme.WARNING, theme.KEPT, theme.ACCENT)
TYPES = ("Model", "TextModel", "Conditioning", "Latent", "Image", "Mask", "Float", "Any", "Melody")
CATEGORIES = ("Models", "Conditioning", "Sampling", "Image", "ControlNet", "Mask", "Output", "Own")


@pytest.fixture(params=["dark", "light"])
def shown(request: pytest.FixtureRequest) -> Iterator[str]:
    """The name of the theme whose colours are shown."""
    show_colours(dark=request.param == "dark")
    yield str(request.param)
    show_colours(dark=True)


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    """The program with its look; afterwards it is dark and plain again."""
    before = qapp.palette(), qapp.font()
    theme.apply_theme(qapp, "dark")
    yield qapp
    theme.current.choose("dark")
    qapp.setStyleSheet("")
    qapp.setPalette(before[0])
    qapp.setFont(before[1])


def middle(button: QPushButton) -> QColor:
    """The colour of a button's background, as it is on the screen."""
    return button.grab().toImage().pixelColor(button.width() // 2, 6)


def test_text_stands_out_from_what_it_is_written_on(shown: str) -> None:
    weak = [
        (text.name(), ground.name())
        for text in (*WORDS, *SIGNALS)
        for ground in GROUNDS
        if theme.contrast(text, ground) < 4.5
    ]
    assert not weak


def test_text_stands_out_from_what_is_chosen_and_from_the_button_that_matters(shown: str) -> None:
    assert all(theme.contrast(text, theme.SELECTED) >= 4.5 for text in (theme.TEXT, theme.DIM))
    for ground in (theme.ACCENT, theme.ACCENT_NEAR, theme.ACCENT_DOWN):
        assert theme.contrast(theme.ON_ACCENT, ground) >= 4.5


@pytest.mark.parametrize("category", CATEGORIES)
def test_titles_stand_out_from_every_header(shown: str, category: str) -> None:
    header = theme.category_colour(category)
    assert theme.contrast(theme.text_on(header), header) >= 4.5


@pytest.mark.parametrize("name", TYPES)
def test_wires_stand_out_from_canvas_and_cards(shown: str, name: str) -> None:
    colour = theme.type_colour(name)
    assert min(theme.contrast(colour, ground) for ground in (theme.BACKDROP, theme.CARD)) >= 3


def test_what_can_be_ticked_or_dragged_stands_out(shown: str) -> None:
    assert min(theme.contrast(theme.EDGE, ground) for ground in (theme.PANEL, theme.FIELD)) >= 3


def test_a_sub_category_has_the_colour_of_its_category() -> None:
    assert theme.category_colour("Image/Filter") == theme.category_colour("Image")


def test_a_type_without_a_colour_always_gets_the_same_one() -> None:
    assert theme.type_colour("Melody") == theme.type_colour("Melody")
    assert theme.type_colour("Melody") != theme.type_colour("Harmony")


def test_what_is_on_the_screen_changes_with_the_theme(app: QApplication, qtbot: QtBot) -> None:
    button = QPushButton("Run")
    qtbot.addWidget(button)
    button.show()
    card, wire = theme.CARD, theme.type_colour("Image")
    dark = middle(button), card.name(), wire.name()
    with qtbot.waitSignal(theme.current.theme_changed):
        theme.current.choose("light")
    assert middle(button).lightness() > dark[0].lightness() + 60
    assert (card.name(), wire.name()) != dark[1:]
    assert app.palette().color(QPalette.ColorRole.Window) == theme.PANEL


def test_choosing_the_same_theme_again_tells_nothing(app: QApplication, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(theme.current.theme_changed):
        theme.current.choose("dark")


def test_an_unknown_choice_is_the_system_s(app: QApplication) -> None:
    theme.current.choose("mauve")
    assert theme.current.chosen == theme.SYSTEM


def test_the_theme_follows_the_system(app: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    theme.current.choose("system")
    for scheme in (Qt.ColorScheme.Light, Qt.ColorScheme.Dark, Qt.ColorScheme.Light):
        tell(scheme, monkeypatch)
        assert theme.is_dark() is (scheme is Qt.ColorScheme.Dark)
    tell(Qt.ColorScheme.Unknown, monkeypatch)
    assert theme.is_dark()


def test_a_chosen_theme_stays_whatever_the_system_says(
    app: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    theme.current.choose("light")
    tell(Qt.ColorScheme.Dark, monkeypatch)
    assert not theme.is_dark()


def tell(scheme: Qt.ColorScheme, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the system show another theme."""
    monkeypatch.setattr(theme.current, "system_scheme", lambda: scheme)
    QGuiApplication.styleHints().colorSchemeChanged.emit(scheme)


def colour_of(shown: QIcon) -> QColor:
    """The strongest colour of an icon."""
    image = shown.pixmap(QSize(24, 24)).toImage()
    points = ((x, y) for x in range(24) for y in range(24))
    return max((image.pixelColor(x, y) for x, y in points), key=QColor.alpha)


def test_icons_take_the_colour_of_the_theme(app: QApplication) -> None:
    drawn = icon("add")
    assert colour_of(drawn) == theme.TEXT
    theme.current.choose("light")
    assert colour_of(drawn) == theme.TEXT


def test_an_icon_in_a_colour_of_the_theme_changes_as_well(app: QApplication) -> None:
    drawn = icon("add", theme.GOOD)
    theme.current.choose("light")
    assert colour_of(drawn) == theme.GOOD


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0])
def test_icons_are_as_fine_as_the_screen(app: QApplication, scale: float) -> None:
    picture = icon("fit").pixmap(QSize(18, 18), scale)
    assert abs(picture.width() - 18 * scale) <= 0.5


def test_the_font_comes_with_the_program(app: QApplication) -> None:
    assert families()[0] == FAMILY
    assert QFontInfo(theme.font(13)).family() == FAMILY
    assert QFontInfo(theme.font(13, bold=True)).weight() == 600


def test_the_style_sheet_is_understood(
    app: QApplication, capfd: pytest.CaptureFixture[str]
) -> None:
    app.setStyleSheet(style_sheet())
    QPushButton().ensurePolished()
    assert "$" not in style_sheet()
    assert "Could not parse" not in capfd.readouterr().err


def test_canvas_cards_and_viewer_change_at_once(app: QApplication, desk: Desk) -> None:
    node = desk.add("Paint")
    canvas, viewer = desk.window.tab.canvas.viewer.viewport(), desk.window.viewer.view
    card = desk.window.tab.canvas.viewer.to_view(
        desk.window.tab.canvas.projection.cards[node].sceneBoundingRect()
    )
    middle = card.center().toPoint()
    for name in ("light", "dark"):
        theme.current.choose(name)
        picture = canvas.grab().toImage()
        assert picture.pixelColor(picture.width() - 3, picture.height() - 3) == theme.BACKDROP
        near = [picture.pixelColor(middle.x() + x, middle.y() + y) for x in (0, 4) for y in (0, 9)]
        assert theme.CARD in near or theme.FIELD in near
        assert viewer.grab().toImage().pixelColor(2, 2) == theme.BACKDROP


def test_an_icon_that_is_not_there_is_none() -> None:
    assert icon("no such drawing").isNull()


@pytest.mark.parametrize("spec", every_action().values(), ids=lambda spec: spec.id)
def test_every_icon_that_an_action_names_is_there(spec: ActionSpec) -> None:
    assert not spec.icon or not icon(spec.icon).isNull()


def test_a_prompt_that_was_closed_takes_no_part_in_a_change_of_theme(app: QApplication) -> None:
    field = QPlainTextEdit()
    colours = PromptColours(field.document())  # Python holds on to it, as a panel may
    field.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    theme.current.choose("light")
    assert not isValid(colours)
