"""What the actions of the viewer do, by their id in the table of actions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox

from app.ui.compare.modes import Mode
from app.ui.compare.state import NOW, SLOTS
from app.ui.masks.tool import Stroke

if TYPE_CHECKING:
    from app.ui.actions.bound import Actions
    from app.ui.masks.painter import MaskPainter
    from app.ui.viewer.viewer import Viewer
    from app.ui.window import MainWindow

_ZOOM = 1.25


def viewer_commands(window: MainWindow) -> Mapping[str, Callable[[], object]]:
    """The functions behind the actions."""
    viewer = window.viewer
    comparing = viewer.comparing
    return {
        "fit_picture": viewer.view.fit,
        "actual_size": viewer.view.actual_size,
        "zoom_in": lambda: viewer.view.zoom(_ZOOM),
        "zoom_out": lambda: viewer.view.zoom(1 / _ZOOM),
        "previous_picture": lambda: viewer.turn(-1),
        "next_picture": lambda: viewer.turn(1),
        "show_batch": viewer.show_all,
        **_playing(viewer),
        "wipe": lambda: comparing.show_mode(Mode.WIPE),
        "turn_wipe": comparing.turn_line,
        "swap": comparing.swap,
        "next_mode": comparing.cycle,
        "paint_mask": viewer.paint_mask,
        "edit_mask": lambda: window.viewing.edit_mask(),
        "copy_picture": viewer.copy_picture,
        "save_picture": lambda: viewer.save_picture(),
        "export_picture": lambda: viewer.save_picture("private"),
        "reveal_picture": lambda: _with_file(viewer, viewer.commands.reveal),
        "trash_picture": lambda: _with_file(viewer, viewer.commands.trash),
        **_slots(window, viewer),
        **_painting(viewer.painter),
    }


def viewer_conditions(window: MainWindow) -> Mapping[str, Callable[[], bool]]:
    """When actions of the viewer can be used, by the name of the condition."""
    viewer = window.viewer
    return {
        "has_picture": lambda: viewer.picture is not None,
        "can_paint": lambda: viewer.picture is not None and not viewer.painter.is_painting,
        "can_play": lambda: viewer.screening.can_play and not viewer.painter.is_painting,
        "is_looking": lambda: not viewer.painter.is_painting,
        "is_painting": lambda: viewer.painter.is_painting,
        "has_picture_file": lambda: viewer.picture is not None and viewer.picture.file is not None,
        "has_mask": lambda: window.viewing.masked_node() is not None,
    }


def tell_keys(viewer: Viewer, actions: Actions) -> None:
    """Let the buttons of the viewer say the keys that do the same."""
    head, bar, compare, mask = viewer.head, viewer.bar, viewer.compare_bar, viewer.mask_bar
    buttons = {
        "copy_picture": head.copy,
        "save_picture": head.save,
        "previous_picture": bar.previous,
        "next_picture": bar.next,
        "show_batch": bar.batch,
        "play": bar.play,
        "fit_picture": bar.fit,
        "actual_size": bar.actual,
        "paint_mask": bar.brush,
        "swap": compare.swap,
        "turn_wipe": compare.turn,
        "wipe": compare.modes[Mode.WIPE],
        "mask_brush": mask.by_stroke[Stroke.BRUSH],
        "mask_eraser": mask.by_stroke[Stroke.ERASER],
        "mask_rectangle": mask.by_stroke[Stroke.RECTANGLE],
        "mask_bucket": mask.by_stroke[Stroke.BUCKET],
        "mask_invert": mask.invert,
        "mask_all": mask.fill,
        "mask_none": mask.clear,
    }
    for id, button in buttons.items():
        actions.tell_key(id, button)


def _playing(viewer: Viewer) -> dict[str, Callable[[], object]]:
    """What is done with a video."""
    screening = viewer.screening
    return {
        "play": lambda: _press_or(screening.toggle),
        "first_frame": lambda: screening.go_to_end(last=False),
        "last_frame": lambda: screening.go_to_end(last=True),
        "play_slower": lambda: screening.quicken(-1),
        "play_faster": lambda: screening.quicken(1),
        "next_ending": screening.next_ending,
    }


def _press_or(otherwise: Callable[[], None]) -> None:
    """Space on a button or a list presses it, as it does everywhere."""
    focus = QApplication.focusWidget()
    if isinstance(focus, QAbstractButton):
        focus.animateClick()
    elif isinstance(focus, QComboBox):
        focus.showPopup()
    else:
        otherwise()


def _painting(painter: MaskPainter) -> dict[str, Callable[[], object]]:
    """What is done to a mask while it is painted."""
    return {
        "mask_brush": lambda: painter.choose(Stroke.BRUSH),
        "mask_eraser": lambda: painter.choose(Stroke.ERASER),
        "mask_rectangle": lambda: painter.choose(Stroke.RECTANGLE),
        "mask_bucket": lambda: painter.choose(Stroke.BUCKET),
        "mask_smaller": painter.shrink,
        "mask_larger": painter.enlarge,
        "mask_invert": painter.invert,
        "mask_all": painter.fill,
        "mask_none": painter.clear,
    }


def _with_file(viewer: Viewer, do: Callable[[Path], None]) -> None:
    """Do something with the file of the picture that is seen, if it was saved."""
    file = viewer.picture.file if viewer.picture is not None else None
    if file is not None:
        do(file)


def _slots(window: MainWindow, viewer: Viewer) -> dict[str, Callable[[], object]]:
    """Sending to slots from the canvas, and looking at them in the viewer."""
    commands: dict[str, Callable[[], object]] = {
        f"look_{slot}": lambda slot=slot: viewer.comparing.choose(slot)  # type: ignore[misc]
        for slot in (NOW, *SLOTS)
    }
    for slot in SLOTS:
        commands[f"send_{slot}"] = lambda slot=slot: window.viewing.send(slot)  # type: ignore[misc]
    return commands
