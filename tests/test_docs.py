"""Links and pictures of the documentation lead somewhere, and no picture lies about."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGES = sorted(
    page
    for folder in (ROOT, ROOT / "docs", ROOT / "resources" / "models")
    for page in folder.glob("*.md")
)

_LINK = re.compile(r"\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


def text_of(page: Path) -> str:
    """The page without its code."""
    return re.sub(r"```.*?```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)


def links_of(page: Path) -> list[str]:
    """What a page links to or shows within the project."""
    return [link for link in _LINK.findall(text_of(page)) if "://" not in link]


def anchors_of(page: Path) -> set[str]:
    """The names of a page's headings, as links call them."""
    headings = (heading.lower() for heading in _HEADING.findall(text_of(page)))
    return {re.sub(r"[^\w\- ]", "", heading).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_to_files_and_headings(page: Path) -> None:
    for link in links_of(page):
        file, _, heading = link.partition("#")
        target = page.parent / file if file else page
        assert target.exists(), f"{link} leads nowhere"
        if heading:
            assert heading in anchors_of(target), f"{link} names no heading"


def test_every_picture_is_shown_somewhere() -> None:
    shown = {(page.parent / link).resolve() for page in PAGES for link in links_of(page)}
    kept = set((ROOT / "docs" / "pictures").glob("*"))
    assert kept <= shown, f"shown nowhere: {sorted(path.name for path in kept - shown)}"
