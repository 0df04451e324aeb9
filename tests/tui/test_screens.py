"""Screens in reading order, sizes × directions × languages, and pictures where looks are the point.

``pytest --update-screens`` writes them anew; they are looked at when they change.
"""

from datetime import datetime

import pytest

from reader.model import Document
from reader.store import annotations
from reader.testing.plugin import ScreenCompare
from tests.samples import article, chronicle, english, history

DOCUMENTS = {"rtl": article, "ltr": english}
SIZES = [
    pytest.param((columns, rows), id=f"{columns}x{rows}") for columns, rows in ((120, 40), (80, 24), (50, 15), (20, 5))
]


@pytest.fixture(params=DOCUMENTS)
def document(request: pytest.FixtureRequest) -> Document:
    return DOCUMENTS[request.param]()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_text(screen_compare: ScreenCompare, document: Document, size: tuple[int, int], language: str) -> None:
    screen_compare(document, ["]"], size=size, language=language)


@pytest.mark.parametrize("size", SIZES[:2])
def test_the_search(screen_compare: ScreenCompare, size: tuple[int, int]) -> None:
    screen_compare(article(), ["/", *"ميتا"], size=size, language="ar")


def noon() -> datetime:
    """The list tells when something was marked: always at the same time."""
    return datetime(2025, 3, 21, 12, 0).astimezone()


@pytest.mark.parametrize("size", SIZES[:2])
def test_the_bookmarks(screen_compare: ScreenCompare, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(annotations, "now", noon)
    screen_compare(article(), ["m", "]", "]", "m", "'"], size=size, language="ar")


def test_a_theme_is_chosen_beside_the_text_in_it(screen_compare: ScreenCompare) -> None:
    screen_compare(article(), ["T", "down", "down", "down"], size=(80, 24), language="ar", svg=True)


def test_a_note_is_written_in_sight_of_what_it_is_about(screen_compare: ScreenCompare) -> None:
    screen_compare(english(), ["down", "down", "a", *"well said"], size=(80, 24), svg=True)


@pytest.mark.parametrize("language", ["en", "ar", "he", "fa", "ur"])
def test_the_help(screen_compare: ScreenCompare, language: str) -> None:
    screen_compare(article(), ["?"], size=(80, 30), language=language)


@pytest.mark.parametrize("size", SIZES[:3])
def test_the_sections(screen_compare: ScreenCompare, document: Document, size: tuple[int, int]) -> None:
    screen_compare(document, ["shift+tab"], size=size, language="he")


@pytest.mark.parametrize("size", SIZES[:2])
def test_the_facts_from_right_to_left(screen_compare: ScreenCompare, size: tuple[int, int]) -> None:
    screen_compare(chronicle(), ["u", "w", "tab", "g", *["down"] * 9], size=size, language="ar")


@pytest.mark.parametrize("size", SIZES[:2])
def test_the_facts_from_left_to_right(screen_compare: ScreenCompare, size: tuple[int, int]) -> None:
    keys = ("u", "w", "tab", "g", *["down"] * 8, "right", "right", "enter")
    screen_compare(history(), keys, size=size)


def test_the_facts_filtered_in_a_narrow_window(screen_compare: ScreenCompare) -> None:
    screen_compare(article(), ["tab", "/", *"ميتا"], size=(40, 14), language="fa")


@pytest.mark.parametrize("theme", ["terminal", "dark", "light", "sepia", "high-contrast", "mono"])
def test_themes(screen_compare: ScreenCompare, theme: str) -> None:
    screen_compare(article(), ["tab", "down", "enter"], size=(100, 30), language="ar", theme=theme, svg=True)


@pytest.mark.parametrize("theme", ["terminal", "mono"])
def test_mentions_unfolded(screen_compare: ScreenCompare, theme: str) -> None:
    keys = ("u", "w", "tab", "/", *"deepseek", "enter", "left", "down", "n")
    screen_compare(article(), keys, size=(100, 24), language="he", theme=theme, svg=True)


@pytest.mark.parametrize("size", SIZES[2:])
def test_the_help_filtered(screen_compare: ScreenCompare, size: tuple[int, int]) -> None:
    screen_compare(english(), ["?", *"col"], size=size)
