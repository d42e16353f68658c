"""What the user's settings come to: nodes, models, folders, what is remembered, the device."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from app.allowed import AllowedFiles
from app.engine.memories import DiskPlace, Memories
from app.loading import open_torch_libraries, unhindered
from app.node_packs import node_folders
from app.places import OWN_NODES, Places, users_folder
from app.sdk.paths import RESOURCES
from app.sdk.registry import Registry
from app.settings import Settings

if TYPE_CHECKING:
    from app.engine.services import Services
    from app.models.shelf import Shelf

USER_PACK = "user"
USUAL_SETTINGS = Settings()


def find_nodes(
    places: Places, allowed: AllowedFiles, settings: Settings = USUAL_SETTINGS
) -> Registry:
    """The program's own nodes, and those in the user's folder that may run."""
    registry = Registry()
    registry.load_folder(OWN_NODES)
    own = users_folder(settings.node_folder) if settings.node_folder else places.nodes
    for folder in node_folders(own):
        registry.load_folder(folder, USER_PACK, allowed.__contains__)
    return registry


def find_models(places: Places, settings: Settings = USUAL_SETTINGS) -> Shelf:
    """The models in the user's folders and those that come with the program."""
    from app.models.index import ModelIndex
    from app.models.shelf import Shelf

    return Shelf(model_folders(places, settings), ModelIndex(places.model_index))


def model_folders(places: Places, settings: Settings) -> list[Path]:
    """Where models are looked for, the first folder first."""
    more = [users_folder(folder) for folder in settings.model_folders]
    return [places.models, *more, RESOURCES / "models"]


def output_folder_of(settings: Settings, places: Places) -> Path:
    """Where the window saves pictures: the user's choice, else a folder among the pictures."""
    return users_folder(settings.output_folder) if settings.output_folder else places.pictures


def memories_of(settings: Settings, places: Places) -> Memories:
    """What outlives this start of the program, as the user set it."""
    wanted = settings.disk_cache and settings.disk_budget > 0
    if not wanted:
        return Memories(places.file_memory)
    disk = DiskPlace(places.results_in(settings.disk_folder), settings.disk_budget)
    return Memories(places.file_memory, disk, places.history)


@dataclass
class Current:
    """The settings as they are now, for what goes by them while it works."""

    settings: Settings

    def make_services(self) -> Services:
        """The device and what lies on it. Loads torch: called on the worker thread only."""
        open_torch_libraries()
        with unhindered():
            from app.diffusion.store import ModelStore

            return ModelStore(wish=lambda: self.settings.memory)

    def follow_memory(self, wish: str) -> None:
        """Let networks lie in memory in another way."""
        self.settings = replace(self.settings, memory=wish)
