"""Actions of the viewer: a part of the table in actions.py."""

from __future__ import annotations

from app.ui.actions.spec import SEPARATOR, ActionSpec

PICTURE = (
    ActionSpec("fit_picture", "&Fit", ("F",), when="has_picture", icon="fit", scope="viewer"),
    ActionSpec(
        "actual_size",
        "&One pixel for one pixel",
        ("Ctrl+1",),
        when="has_picture",
        icon="actual",
        scope="viewer",
    ),
    ActionSpec("zoom_in", "Zoom &in", ("+", "="), when="has_picture", scope="viewer"),
    ActionSpec("zoom_out", "Zoom &out", ("-",), when="has_picture", scope="viewer"),
    SEPARATOR,
    ActionSpec("previous_picture", "&Previous of the batch", ("Left",), scope="viewer"),
    ActionSpec("next_picture", "&Next of the batch", ("Right",), scope="viewer"),
    ActionSpec("show_batch", "All of the &batch", ("G",), scope="viewer"),
    SEPARATOR,
    ActionSpec(
        "wipe", "&Wipe between A and B", ("W",), tip="Part A and B by a line", scope="viewer"
    ),
    ActionSpec("turn_wipe", "T&urn the line", ("Shift+W",), scope="viewer"),
    ActionSpec("swap", "&Swap A and B", ("C",), scope="viewer"),
    ActionSpec(
        "next_mode",
        "Compare in another wa&y",
        ("M",),
        tip="Line, side, difference, all",
        scope="viewer",
    ),
    SEPARATOR,
    ActionSpec(
        "paint_mask", "Paint a &mask …", ("P",), when="has_picture", icon="brush", scope="viewer"
    ),
    ActionSpec(
        "edit_mask", "&Edit the painted mask …", when="has_mask", tip="Paint on in the viewer"
    ),
    SEPARATOR,
    ActionSpec(
        "copy_picture", "&Copy", ("Ctrl+C",), icon="copy", when="has_picture", scope="viewer"
    ),
    ActionSpec("save_picture", "Save pictu&re as …", ("Ctrl+E",), icon="save", when="has_picture"),
    ActionSpec("reveal_picture", "Show in its fol&der", icon="folder", when="has_picture_file"),
    ActionSpec(
        "trash_picture", "Move the file to the &trash", icon="clear", when="has_picture_file"
    ),
)

SLOTS = (
    ActionSpec("send_1", "Send to slot 1", ("1",), when="has_selection", scope="canvas"),
    ActionSpec("send_2", "Send to slot 2", ("2",), when="has_selection", scope="canvas"),
    ActionSpec("send_3", "Send to slot 3", ("3",), when="has_selection", scope="canvas"),
    ActionSpec("send_4", "Send to slot 4", ("4",), when="has_selection", scope="canvas"),
    ActionSpec("send_5", "Send to slot 5", ("5",), when="has_selection", scope="canvas"),
    ActionSpec("send_6", "Send to slot 6", ("6",), when="has_selection", scope="canvas"),
    ActionSpec("send_7", "Send to slot 7", ("7",), when="has_selection", scope="canvas"),
    ActionSpec("send_8", "Send to slot 8", ("8",), when="has_selection", scope="canvas"),
    ActionSpec("send_9", "Send to slot 9", ("9",), when="has_selection", scope="canvas"),
    ActionSpec("look_0", "Look at what is new", ("0",), scope="viewer"),
    ActionSpec("look_1", "Look at slot 1", ("1",), scope="viewer"),
    ActionSpec("look_2", "Look at slot 2", ("2",), scope="viewer"),
    ActionSpec("look_3", "Look at slot 3", ("3",), scope="viewer"),
    ActionSpec("look_4", "Look at slot 4", ("4",), scope="viewer"),
    ActionSpec("look_5", "Look at slot 5", ("5",), scope="viewer"),
    ActionSpec("look_6", "Look at slot 6", ("6",), scope="viewer"),
    ActionSpec("look_7", "Look at slot 7", ("7",), scope="viewer"),
    ActionSpec("look_8", "Look at slot 8", ("8",), scope="viewer"),
    ActionSpec("look_9", "Look at slot 9", ("9",), scope="viewer"),
)
"""Too many for a menu; the sheet of keys and the palette have them."""
