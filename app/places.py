"""Where the program keeps and finds things on this computer."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from app.sdk.paths import RESOURCES as RESOURCES

HOME_VARIABLE = "LATENT_LOOM_HOME"
"""Environment variable that gathers all of the user's folders in one, for a portable copy."""

OWN_NODES = RESOURCES.parent / "nodes"


@dataclass(frozen=True)
class Places:
    """The user's folders; none of them has to exist."""

    settings: Path
    nodes: Path
    models: Path
    pictures: Path
    caches: Path

    @property
    def file_memory(self) -> Path:
        """Where the hashes of model files are remembered."""
        return self.caches / "file-contents.json"

    @property
    def model_index(self) -> Path:
        """The file that remembers what is known of the models in all folders."""
        return self.nodes.parent / "models.sqlite"

    @property
    def blocks(self) -> Path:
        """Where subgraphs are kept for use in any document."""
        return self.nodes.parent / "blocks"

    @property
    def history(self) -> Path:
        """Where it is noted what nodes did, so that they can say why they run again."""
        return self.caches / "history"

    @property
    def logs(self) -> Path:
        """Where the log is, and what was noted of crashes."""
        return self.nodes.parent / "logs"

    @property
    def made(self) -> Path:
        """The file that remembers every picture that was made, with its graph."""
        return self.nodes.parent / "made.sqlite"

    @property
    def results(self) -> Path:
        """Where results and steps are kept, unless the user chose another folder."""
        return self.caches / "results"

    def results_in(self, chosen: str) -> Path:
        """Where results are kept if the user chose the folder ``chosen``, empty for no choice."""
        return users_folder(chosen) / self.results.name if chosen else self.results


def users_folder(text: str) -> Path:
    """The folder that a user wrote, where ``~`` is the home; it does not have to exist."""
    try:
        return Path(text).expanduser()
    except RuntimeError:  # "~name" of a user whom this system does not know
        return Path(text)


def home() -> Path:
    """The user's home, or where the program was started if this user has none."""
    try:
        return Path.home()
    except RuntimeError:
        return Path.cwd()


def is_file(path: Path) -> bool:
    """Whether there is such a file; also for names that no system can have."""
    try:
        return path.is_file()
    except (OSError, ValueError):  # too long, behind a broken connection, a null character
        return False


def whole_path(path: Path) -> Path:
    """A path from the root on and without links; links in a circle stay as they are."""
    try:
        return Path(os.path.realpath(path))  # Path.resolve would refuse a circle
    except ValueError:  # a name that no system can have
        return path.absolute()


def find_places() -> Places:
    """The folders that this system sets aside for a program, or those under LATENT_LOOM_HOME.

    For a user without a home they lie where the program was started.
    """
    if home := os.environ.get(HOME_VARIABLE):
        return _under(users_folder(home).resolve())
    try:
        return _of_the_system()
    except RuntimeError:  # a user without a home
        return _under(Path.cwd() / "latent-loom")


def _of_the_system() -> Places:
    """The folders of this system; raises RuntimeError where they would lie in no home."""
    from platformdirs import PlatformDirs

    system = PlatformDirs("latent-loom", appauthor=False)
    if not system.user_data_path.is_absolute():  # as older versions of it answer
        raise RuntimeError
    return Places(
        settings=system.user_config_path,
        nodes=system.user_data_path / "nodes",
        models=system.user_data_path / "models",
        pictures=system.user_pictures_path / "Latent Loom",
        caches=system.user_cache_path,
    )


def _under(home: Path) -> Places:
    return Places(
        settings=home / "settings",
        nodes=home / "nodes",
        models=home / "models",
        pictures=home / "pictures",
        caches=home / "caches",
    )
