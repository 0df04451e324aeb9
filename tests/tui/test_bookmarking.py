"""Bookmarks, notes and highlights, made and unmade by keys."""

from reader.store import AnnotationKind, Store
from reader.tui.app import ReaderApp
from reader.tui.themes import Theme
from reader.view.page import painted_page
from reader.view.popups import ListPopup
from reader.view.styled import TextRole
from reader.view.theme_names import THEMES
from tests.running import jump, running, settled
from tests.samples import article, find

DOCUMENT = article()
SENTENCE = find(DOCUMENT, "كل هذا متاح مجانًا بموجب ترخيص مملوك.")


def highlighted(app: ReaderApp) -> str:
    """The letters painted as highlighted, from right to left and without spaces."""
    rows = painted_page(app.workspace.reading, 80)
    pieces = [piece.text for row in rows for piece in reversed(row) if TextRole.HIGHLIGHT in piece.roles]
    return "".join(text[::-1].replace(" ", "") for text in pieces)


async def test_a_sentence_is_highlighted_and_no_longer() -> None:
    async with running() as (app, pilot):
        jump(app, SENTENCE)
        await pilot.press("H")
        (placed,) = app.workspace.reading.annotations
        assert placed.range == SENTENCE
        assert placed.annotation.kind is AnnotationKind.HIGHLIGHT
        # The first and the last letter of the sentence, as they are joined.
        assert highlighted(app).startswith("ﻛ")
        assert highlighted(app).endswith("ﻙ.")
        await pilot.press("H")
        assert app.workspace.reading.annotations == ()
        assert highlighted(app) == ""


def kinds(app: ReaderApp) -> list[AnnotationKind]:
    return sorted(placed.annotation.kind for placed in app.workspace.reading.annotations)


async def test_a_bookmark_a_highlight_and_a_note_are_made_and_unmade_apart() -> None:
    async with running() as (app, pilot):
        jump(app, SENTENCE)
        await pilot.press("m", "H", "a", "x", "enter")
        assert kinds(app) == [AnnotationKind.BOOKMARK, AnnotationKind.HIGHLIGHT, AnnotationKind.NOTE]
        await pilot.press("m")
        assert kinds(app) == [AnnotationKind.HIGHLIGHT, AnnotationKind.NOTE]
        await pilot.press("m", "H")
        assert kinds(app) == [AnnotationKind.BOOKMARK, AnnotationKind.NOTE]


async def test_a_note_is_kept_read_again_changed_and_removed() -> None:
    store = Store.in_memory()
    async with running(store=store) as (app, pilot):
        jump(app, SENTENCE)
        await pilot.press("a", *"see", "enter")
        (placed,) = app.workspace.reading.annotations
        assert (placed.range, placed.annotation.note) == (SENTENCE, "see")
        await pilot.press("a", " ", "2", "enter")
        (placed,) = app.workspace.reading.annotations
        assert placed.annotation.note == "see 2"
        assert [mark.note for mark in store.all_annotations()] == ["see 2"]
        await pilot.press("a", "ctrl+u", "enter")
        assert app.workspace.reading.annotations == ()


async def test_a_note_given_up_changes_nothing() -> None:
    async with running() as (app, pilot):
        jump(app, SENTENCE)
        await pilot.press("a", "x", "escape")
        assert app.workspace.reading.annotations == ()
        await pilot.press("a", "enter")
        assert app.workspace.reading.annotations == ()


async def test_the_list_shows_notes() -> None:
    async with running() as (app, pilot):
        jump(app, SENTENCE)
        await pilot.press("a", *"remember", "enter", "'")
        await settled(pilot)
        assert isinstance(app.workspace.popup, ListPopup)
        assert "remember" in app.workspace.popup.model.items[0].trail.text


def test_a_highlight_can_be_seen_in_every_theme() -> None:
    for theme in map(Theme, THEMES):
        assert theme.look_of((TextRole.TEXT, TextRole.HIGHLIGHT)) != theme.look_of((TextRole.TEXT,))
