"""Tells files that can vanish while they are in use: on network shares and removable drives."""

from __future__ import annotations

from pathlib import Path

import psutil  # type: ignore[import-untyped]

_REMOTE = ("nfs", "cifs", "smb", "fuse.sshfs", "fuse.rclone", "9p", "afpfs", "webdav", "davfs")
_REMOVABLE = ("/media/", "/run/media/", "/Volumes/")


def can_vanish(file: Path) -> bool:
    """Whether ``file`` lies on a drive that may go away; mapping such a file could end the program.

    A drive of which nothing can be told counts as fixed.
    """
    place = file.resolve()
    try:
        drives = psutil.disk_partitions(all=True)
    except (OSError, RuntimeError):
        return False
    holding = [drive for drive in drives if place.is_relative_to(drive.mountpoint)]
    if not holding:
        return False
    drive = max(holding, key=lambda found: len(found.mountpoint))
    removable = "removable" in drive.opts or f"{drive.mountpoint}/".startswith(_REMOVABLE)
    return removable or drive.fstype.lower().startswith(_REMOTE)
