"""The fonts of the window: Inter comes with the program, Chinese comes from the system."""

from __future__ import annotations

import logging
import sys
from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from app.places import RESOURCES

log = logging.getLogger(__name__)

FAMILY = "Inter"

_CHINESE = {
    "win32": ("Microsoft YaHei UI", "Microsoft YaHei", "SimHei", "SimSun"),
    "darwin": ("PingFang SC", "Hiragino Sans GB", "Heiti SC"),
}
_CHINESE_ELSEWHERE = (
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
    "Droid Sans Fallback",
    "AR PL UMing CN",
)


@cache
def families() -> tuple[str, ...]:
    """The font of the program, and those of this system that know what it does not."""
    for file in sorted((RESOURCES / "fonts").glob("*.otf")):
        if QFontDatabase.addApplicationFont(str(file)) < 0:
            log.warning("The font %s cannot be read; another one takes its place", file)
    there = set(QFontDatabase.families())
    # Where several foundries offer a family, its name ends in the foundry: "Name [foundry]".
    there |= {name.partition(" [")[0] for name in there}
    own = FAMILY if FAMILY in there else QFont().family()
    return own, *(name for name in _chinese_of_system() if name in there)


def has_chinese() -> bool:
    """Whether this system has a font with Chinese signs."""
    signs = QFontDatabase.WritingSystem.SimplifiedChinese
    return len(families()) > 1 or bool(QFontDatabase.families(signs))


def _chinese_of_system() -> tuple[str, ...]:
    return _CHINESE.get(sys.platform, _CHINESE_ELSEWHERE)


@cache
def font(pixels: int = 12, *, bold: bool = False) -> QFont:
    """The interface font at a height in pixels."""
    made = QFont()
    made.setFamilies(families())
    made.setPixelSize(pixels)
    made.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made
