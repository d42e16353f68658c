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
    ActionSpec(
        "previous_picture", "&Previous of the batch", ("Left",), when="is_looking", scope="viewer"
    ),
    ActionSpec("next_picture", "&Next of the batch", ("Right",), when="is_looking", scope="viewer"),
    ActionSpec("show_batch", "All of the &batch", ("G",), when="is_looking", scope="viewer"),
    SEPARATOR,
    ActionSpec(
        "play",
        "Pl&ay or pause",
        ("Space",),
        when="can_play",
        icon="run",
        tip="Play a video, or the pictures of a batch",
        scope="viewer",
    ),
    ActionSpec(
        "first_frame", "&Jump to the first frame", ("Home",), when="can_play", scope="viewer"
    ),
    ActionSpec("last_frame", "Jump to the &last frame", ("End",), when="can_play", scope="viewer"),
    ActionSpec("play_slower", "&Half as fast", (",",), when="can_play", scope="viewer"),
    ActionSpec("play_faster", "Twice as &quick", (".",), when="can_play", scope="viewer"),
    ActionSpec(
        "next_ending",
        "Loop, bac&k and forth, or once",
        ("L",),
        when="can_play",
        tip="What follows the last frame",
        scope="viewer",
    ),
    SEPARATOR,
    ActionSpec(
        "wipe",
        "&Wipe between A and B",
        ("W",),
        when="is_looking",
        tip="Part A and B by a line",
        scope="viewer",
    ),
    ActionSpec("turn_wipe", "T&urn the line", ("Shift+W",), when="is_looking", scope="viewer"),
    ActionSpec("swap", "&Swap A and B", ("C",), when="is_looking", scope="viewer"),
    ActionSpec(
        "next_mode",
        "Compare in another wa&y",
        ("M",),
        when="is_looking",
        tip="Line, side, difference, all",
        scope="viewer",
    ),
    SEPARATOR,
    ActionSpec(
        "paint_mask", "Paint a &mask …", ("P",), when="can_paint", icon="brush", scope="viewer"
    ),
    ActionSpec(
        "edit_mask", "&Edit the painted mask …", when="has_mask", tip="Paint on in the viewer"
    ),
    SEPARATOR,
    ActionSpec(
        "copy_picture", "&Copy", ("Ctrl+C",), icon="copy", when="has_picture", scope="viewer"
    ),
    ActionSpec("save_picture", "Save pictu&re as …", ("Ctrl+E",), icon="save", when="has_picture"),
    ActionSpec(
        "export_picture",
        "E&xport a copy without private data …",
        when="has_picture",
        tip="Without paths, prompts, notes and titles; the mark of generated pictures stays",
    ),
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
    ActionSpec("look_0", "Look at what is new", ("0",), when="is_looking", scope="viewer"),
    ActionSpec("look_1", "Look at slot 1", ("1",), when="is_looking", scope="viewer"),
    ActionSpec("look_2", "Look at slot 2", ("2",), when="is_looking", scope="viewer"),
    ActionSpec("look_3", "Look at slot 3", ("3",), when="is_looking", scope="viewer"),
    ActionSpec("look_4", "Look at slot 4", ("4",), when="is_looking", scope="viewer"),
    ActionSpec("look_5", "Look at slot 5", ("5",), when="is_looking", scope="viewer"),
    ActionSpec("look_6", "Look at slot 6", ("6",), when="is_looking", scope="viewer"),
    ActionSpec("look_7", "Look at slot 7", ("7",), when="is_looking", scope="viewer"),
    ActionSpec("look_8", "Look at slot 8", ("8",), when="is_looking", scope="viewer"),
    ActionSpec("look_9", "Look at slot 9", ("9",), when="is_looking", scope="viewer"),
)
"""Too many for a menu; the sheet of keys and the palette have them."""

MASK = (
    ActionSpec("mask_brush", "Brush", ("B",), when="is_painting", scope="viewer"),
    ActionSpec("mask_eraser", "Eraser", ("E",), when="is_painting", scope="viewer"),
    ActionSpec("mask_rectangle", "Rectangle", ("R",), when="is_painting", scope="viewer"),
    ActionSpec(
        "mask_bucket",
        "Fill a region of similar colour",
        ("K",),
        when="is_painting",
        scope="viewer",
    ),
    ActionSpec("mask_smaller", "Smaller brush", ("[",), when="is_painting", scope="viewer"),
    ActionSpec("mask_larger", "Larger brush", ("]",), when="is_painting", scope="viewer"),
    ActionSpec("mask_invert", "Invert the mask", ("I",), when="is_painting", scope="viewer"),
    ActionSpec("mask_all", "Paint everything", ("Shift+K",), when="is_painting", scope="viewer"),
    ActionSpec(
        "mask_none", "Clear the mask", ("Del", "Backspace"), when="is_painting", scope="viewer"
    ),
)
"""While a mask is painted: its bar has a button for each."""
