"""What a card says about its node: the state, the picture, what is handed on, who has the keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QLineEdit

from app.graph import edits
from app.ui import theme
from app.ui.canvas.cards.passing import ways_through
from app.ui.canvas.look import CAPTION, Look
from app.ui.theme.colours import show_colours
from tests.ui.canvas.toys import Hand, ToyKinds


def _picture(caption: str = "") -> QImage:
    image = QImage(60, 40, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    image.setText(CAPTION, caption)
    return image


def _face(hand: Hand, node: str):
    return hand.canvas.projection.cards[node].face


@pytest.mark.parametrize(
    ("look", "text"),
    [
        (Look(), None),
        (Look("queued"), "queued"),
        (Look("running"), "running"),
        (Look("running", 3, 20), "3 / 20"),
        (Look("cached"), "cached"),
        (Look("done", seconds=0.41), "0.41 s"),
        (Look("failed", error="It broke."), "failed"),
        (Look("skipped", note="waits for Blur"), "waits"),
    ],
)
def test_every_state_has_words_of_its_own(hand: Hand, look: Look, text: str | None) -> None:
    node = hand.add("Blur")
    hand.canvas.set_look(node, look)
    badge = _face(hand, node).badge
    assert (badge and badge[0]) == text


def test_a_switched_off_node_says_so_whatever_the_run_says(hand: Hand) -> None:
    node = hand.add("Blur")
    hand.canvas.set_look(node, Look("done", seconds=1.0))
    hand.canvas.select([node])
    hand.canvas.toggle_bypass()
    assert _face(hand, node).badge[0] == "bypassed"
    hand.canvas.toggle_mute()
    assert _face(hand, node).badge[0] == "muted"


def test_a_picture_of_an_earlier_run_stays_and_is_marked(hand: Hand) -> None:
    node = hand.add("Blur")
    hand.canvas.set_look(node, Look("done", seconds=1.0))
    hand.canvas.set_preview(node, _picture("768 \u00d7 512"))
    assert _face(hand, node).footer == "768 \u00d7 512"
    for state in ("queued", "running"):
        hand.canvas.set_look(node, Look(state))
        assert _face(hand, node).previous
    assert "previous run" in _face(hand, node).footer
    hand.canvas.set_preview(node, _picture())
    assert not _face(hand, node).previous


def test_progress_does_not_make_a_live_preview_an_old_one(hand: Hand) -> None:
    node = hand.add("Blur")
    hand.canvas.set_look(node, Look("running", 1, 9, note="step 1 of 9"))
    hand.canvas.set_preview(node, _picture())
    hand.canvas.set_look(node, Look("running", 2, 9, note="step 2 of 9"))
    assert not _face(hand, node).previous
    assert _face(hand, node).footer == "live preview  \u00b7  step 2 of 9"


def test_a_node_that_is_edited_keeps_its_picture_as_an_old_one(hand: Hand) -> None:
    node = hand.add("Blur")
    hand.canvas.set_look(node, Look("done", seconds=1.0))
    hand.canvas.set_preview(node, _picture())
    hand.canvas.set_look(node, Look())
    assert _face(hand, node).previous


def test_a_bypassed_card_shows_what_it_hands_on(hand: Hand, qtbot) -> None:
    first, node = hand.add("Picture", 0, 0), hand.add("Blur", 340, 0)
    card = hand.canvas.projection.cards[node]
    assert ways_through(card.face.content, card.layout, {"image"}) == []
    hand.canvas.select([node])
    hand.canvas.toggle_bypass()
    assert ways_through(card.face.content, card.layout, set()) == []
    hand.wire((first, "image"), (node, "image"))
    hand.canvas.select([])
    ((start, end),) = ways_through(card.face.content, card.layout, {"image"})
    assert (start.name, end.name) == ("image", "image")
    qtbot.wait(1)
    middle = hand.place(card.mapToScene((start.point + end.point) / 2))
    seen = hand.canvas.viewer.viewport().grab().toImage().pixelColor(middle)
    assert seen.rgb() == theme.type_colour("Image").rgb()


def test_the_card_under_the_mouse_stands_out(hand: Hand) -> None:
    node = hand.add("Blur")
    hand.move(hand.title(node), held=False)
    assert _face(hand, node).hovered
    hand.move(QPoint(700, 600), held=False)
    assert not _face(hand, node).hovered
    hand.move(hand.title(node), held=False)
    QApplication.sendEvent(hand.canvas.viewer.viewport(), QEvent(QEvent.Type.Leave))
    assert not _face(hand, node).hovered


def test_a_selected_card_shows_whether_it_has_the_keys(hand: Hand, qtbot) -> None:
    node = hand.add("Blur")
    hand.canvas.select([node])
    other = QLineEdit(hand.canvas)
    other.show()
    other.setFocus()
    qtbot.waitUntil(lambda: not _face(hand, node).awake)
    hand.canvas.viewer.setFocus()
    qtbot.waitUntil(lambda: _face(hand, node).awake)


def test_the_light_around_a_running_card_comes_and_goes(hand: Hand, qtbot) -> None:
    node = hand.add("Blur")
    hand.canvas.set_look(node, Look("running"))
    edge = hand.place(hand.canvas.projection.cards[node].box.topLeft() - QPointF(4, -40))
    version = hand.canvas.projection.cards[node].version
    seen: set[int] = set()

    def changed() -> bool:
        seen.add(hand.canvas.viewer.viewport().grab().toImage().pixelColor(edge).rgb())
        return len(seen) > 3

    qtbot.waitUntil(changed)
    assert hand.canvas.projection.cards[node].version == version


def test_what_the_selection_has_nothing_to_do_with_steps_back_where_wanted(hand: Hand) -> None:
    nodes = [hand.add("Picture", 0, 0), hand.add("Blur", 340, 0), hand.add("Stack", 680, 0)]
    other = hand.add("Prompt", 0, 300)
    hand.wire((nodes[0], "image"), (nodes[1], "image"))
    hand.wire((nodes[1], "image"), (nodes[2], "images"))
    hand.click(hand.title(nodes[1]))
    assert not _face(hand, other).aside
    hand.canvas.pathway.want(True)
    assert _face(hand, other).aside
    assert not any(_face(hand, node).aside for node in nodes)
    hand.click(hand.title(other))
    assert all(_face(hand, node).aside for node in nodes)
    assert {wire.strength for wire in hand.canvas.projection.wires.values()} == {0.25}
    hand.click(QPoint(30, 700))
    assert not any(_face(hand, node).aside for node in (*nodes, other))


def test_a_cached_card_says_whether_its_result_was_in_memory_or_on_the_disk(hand: Hand) -> None:
    node = hand.add("Blur")
    words = {}
    for found in ("memory", "disk"):
        hand.canvas.set_look(node, Look("cached", found=found))
        words[found] = _face(hand, node).badge[0]
    assert words == {"memory": "cached", "disk": "from disk"}


def test_a_long_value_is_whole_in_its_tooltip(hand: Hand) -> None:
    node = hand.add("Prompt")
    card = hand.canvas.projection.cards[node]
    path = "/a/long/way/to/the/words/of/a/prompt.txt"
    hand.document.apply(edits.set_parameter(hand.document.snapshot, ToyKinds(), node, "file", path))
    (field,) = [field for field in card.layout.fields if field.parameter.name == "file"]
    assert path in card.tip(field.box.center())


def test_another_theme_is_seen_at_once(hand: Hand, qtbot) -> None:
    hand.add("Blur")
    corner = QPoint(20, 780)
    was_dark = theme.is_dark()
    try:
        for dark in (not was_dark, was_dark):
            show_colours(dark=dark)
            QApplication.sendEvent(hand.canvas, QEvent(QEvent.Type.PaletteChange))
            seen = hand.canvas.viewer.viewport().grab().toImage().pixelColor(corner)
            assert seen.rgb() == theme.BACKDROP.rgb()
    finally:
        show_colours(dark=was_dark)
