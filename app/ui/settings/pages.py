"""All pages of the settings, in one table. page.py says how a row is added."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from app.places import find_places
from app.ui import theme
from app.ui.languages.language import LANGUAGES, languages
from app.ui.settings.fields import Choice, Gigabytes, Number, Switch
from app.ui.settings.folder_fields import FolderField, FolderList
from app.ui.settings.housekeeping import Housekeeping
from app.ui.settings.kept_page import KeptPage
from app.ui.settings.keys_page import KeysPage
from app.ui.settings.page import Page
from app.ui.words import tr


@dataclass(frozen=True)
class PageSpec:
    """One page; ``make`` builds it when the settings are opened for the first time."""

    id: str
    make: Callable[[Housekeeping], Page]


def general_page(keeper: Housekeeping) -> Page:
    """Language, theme, and what a start shows."""
    page = Page(tr("General"), keeper.remembered)
    later = tr("Shown from the next start of the program.")
    page.add("language", tr("Language"), _about_language(), Choice(_languages(keeper)), later)
    colours = {
        theme.SYSTEM: tr("As the system"),
        theme.DARK: tr("Dark"),
        theme.LIGHT: tr("Light"),
    }
    page.add("theme", tr("Theme"), tr("Colours of the window."), Choice(colours))
    keeper.remembered.subscribe(lambda settings: theme.current.choose(settings.theme))
    starts = {"session": tr("The graphs from before"), "welcome": tr("The welcome page")}
    page.add(
        "keep_unsaved",
        tr("Keep unsaved graphs"),
        tr("The program ends without a question, and shows them again at its next start."),
        Switch(),
    )
    page.add(
        "start_with", tr("Start with"), tr("What a start of the program shows."), Choice(starts)
    )
    return page


def canvas_page(keeper: Housekeeping) -> Page:
    """How things are put on the canvas."""
    page = Page(tr("Canvas"), keeper.remembered)
    page.add(
        "snap_to_neighbours",
        tr("Snap to neighbours"),
        tr("What is dragged comes to rest in line with what lies near it; Ctrl lets it lie free."),
        Switch(),
    )
    page.add(
        "snap_to_grid",
        tr("Snap to the grid"),
        tr("What is dragged comes to rest on the dots of the canvas."),
        Switch(),
    )
    page.add(
        "minimap",
        tr("Minimap"),
        tr("Shows the whole graph in a corner while a part of it is out of view."),
        Switch(),
    )
    page.add(
        "highlight_path",
        tr("Highlight the way of the selection"),
        tr("What neither feeds a selected node nor is fed by one steps back."),
        Switch(),
    )
    return page


def viewer_page(keeper: Housekeeping) -> Page:
    """How pictures are shown."""
    page = Page(tr("Viewer"), keeper.remembered)
    page.add(
        "sharp_pixels",
        tr("Sharp pixels"),
        tr("Enlarged pictures show their pixels as squares instead of a blur."),
        Switch(),
    )
    page.add(
        "history_entries",
        tr("Results in the history"),
        tr("The oldest are forgotten first, favourites last. Saved files stay."),
        Number(10, 100_000, step=100),
    )
    page.add(
        "history_bytes",
        tr("Room for the history"),
        tr("For small pictures and graphs."),
        Gigabytes(),
    )
    return page


def runs_page(keeper: Housekeeping) -> Page:
    """When the program runs a graph by itself."""
    page = Page(tr("Runs"), keeper.remembered)
    page.add(
        "run_on_edit",
        tr("Run on edit"),
        tr("A graph runs by itself after each change that matters."),
        Switch(),
    )
    page.add(
        "run_delay",
        tr("Wait before that"),
        tr("So long after the last change it runs."),
        Number(0.1, 30.0, tr("s"), decimals=1, step=0.1),
    )
    page.add(
        "notice_after",
        tr("Tell of the end of a run"),
        tr("If it took as long, and another program is in front; 0 for never."),
        Number(0.0, 3600.0, tr("s"), decimals=0, step=5.0),
    )
    plans = {
        "automatic": tr("Automatic"),
        "whole": tr("All on the device"),
        "thrifty": tr("Thrifty"),
        "least": tr("As little as possible"),
    }
    page.add(
        "memory",
        tr("Memory"),
        tr("How much of a GPU's memory models take. Less is slower; pictures stay the same."),
        Choice(plans),
    )
    page.add(
        "worker_process",
        tr("Work in a process of its own"),
        tr("A crash or a GPU that fails then costs a restart of that process, not the window."),
        Switch(),
        tr("Used from the next start of the program."),
    )
    return page


def saved_page(keeper: Housekeeping) -> Page:
    """What saved pictures carry beside their pixels."""
    page = Page(tr("Saved pictures"), keeper.remembered)
    graphs = {
        "whole": tr("The whole graph"),
        "private": tr("The graph without paths and prompts"),
        "none": tr("No graph"),
    }
    page.add(
        "embedded_graph",
        tr("Written into pictures"),
        tr("A picture with its graph can be opened again. Your home folder is never written."),
        Choice(graphs),
    )
    page.add(
        "ai_mark",
        tr("Mark generated pictures"),
        tr("In the terms of the IPTC. Marks that pictures brought along are kept in any case."),
        Switch(),
    )
    page.add(
        "ai_prompt",
        tr("Tell the prompt in the mark"),
        tr("For everybody who reads the mark; only with the whole graph."),
        Switch(),
    )
    return page


def folders_page(keeper: Housekeeping) -> Page:
    """Where things lie."""
    page = Page(tr("Folders"), keeper.remembered)
    places, later = find_places(), tr("Used from the next start of the program.")
    page.add(
        "output_folder",
        tr("Pictures"),
        tr("Where saved pictures go."),
        FolderField(lambda: places.pictures),
        wide=True,
    )
    page.add(
        "model_folders",
        tr("More models"),
        tr("Looked through besides {folder}.", folder=places.models),
        FolderList(),
        wide=True,
    )
    page.add(
        "node_folder",
        tr("Own nodes"),
        tr("Python files with nodes of your own; each runs once you have allowed it."),
        FolderField(lambda: places.nodes),
        later,
        wide=True,
    )
    return page


PAGES = (
    PageSpec("general", general_page),
    PageSpec("canvas", canvas_page),
    PageSpec("viewer", viewer_page),
    PageSpec("runs", runs_page),
    PageSpec("kept", KeptPage),
    PageSpec("saved", saved_page),
    PageSpec("folders", folders_page),
    PageSpec("keys", KeysPage),
)


def _about_language() -> str:
    if theme.has_chinese():
        return tr("In which the program speaks.")
    return tr("Chinese needs a font, such as Noto Sans CJK, that is not installed.")


def _languages(keeper: Housekeeping) -> dict[str, str]:
    """The code of each language that is there -> its own name for itself."""
    folders = (LANGUAGES, keeper.remembered.folder / "languages")
    return {"system": tr("As the system"), **{each.code: each.name for each in languages(folders)}}
