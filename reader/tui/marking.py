"""Marking the text: bookmarks, notes, highlights; and the list of them."""

from typing import TYPE_CHECKING

from reader.model import Range
from reader.store import Kind, PlacedAnnotation
from reader.view.bookmark_list import bookmark_items
from reader.view.list_model import Item, ListModel

if TYPE_CHECKING:
    from reader.tui.app import ReaderApp


def toggle_bookmark(app: "ReaderApp") -> None:
    """Mark the chosen text; where it is marked, remove the bookmarks. Notes and highlights stay."""
    _toggle(app, Kind.BOOKMARK, "message.bookmark_added", "message.bookmark_removed")


def toggle_highlight(app: "ReaderApp") -> None:
    """Highlight the chosen text; where it is highlighted, no longer."""
    _toggle(app, Kind.HIGHLIGHT, "message.highlighted", "message.highlight_removed")


def _toggle(app: "ReaderApp", kind: Kind, added: str, removed: str) -> None:
    here, chosen = _here(app, kind), app.workspace.reading.chosen
    if here:
        app.session.drop(*(placed.annotation for placed in here))
    elif chosen.length:
        app.session.keep(app.session.made(chosen, kind))
    else:
        return
    marked = here[0].range if here and here[0].range else chosen
    _changed(app, removed if here else added, marked)


def note_here(app: "ReaderApp") -> str:
    """The note on the chosen text; "" where there is none."""
    return next((placed.annotation.note for placed in _here(app, Kind.NOTE)), "")


def keep_note(app: "ReaderApp", note: str) -> None:
    """Put a note on the chosen text; an empty one removes it."""
    session, note = app.session, note.strip()
    here = next(iter(_here(app, Kind.NOTE)), None)
    if here and note:
        session.keep(here.annotation.noted(note))
    elif here:
        session.drop(here.annotation)
    elif note and app.workspace.reading.chosen.length:
        session.keep(session.made(app.workspace.reading.chosen, Kind.NOTE, note=note))
    else:
        return
    app.read(app.workspace.reading.with_bookmarks(session.annotations))
    app.say("message.noted" if note else "message.note_removed", text=note)


def list_bookmarks(app: "ReaderApp") -> None:
    """The document's bookmarks, to go to or to remove."""

    def model() -> ListModel:
        return ListModel(
            bookmark_items(app.workspace.document, app.workspace.reading.bookmarks, app.workspace.messages)
        )

    def chosen(item: Item | None) -> None:
        if item and item.target:
            app.jump(item.target)

    def removed(item: Item) -> ListModel:
        app.session.drop(*(one.annotation for one in app.workspace.reading.bookmarks if one.annotation.id == item.key))
        app.read(app.workspace.reading.with_bookmarks(app.session.annotations))
        return model()

    app.show_list("bookmarks", model(), chosen, removed)


def _here(app: "ReaderApp", kind: Kind) -> tuple[PlacedAnnotation, ...]:
    return tuple(placed for placed in app.workspace.reading.bookmarks_here() if placed.annotation.kind is kind)


def _changed(app: "ReaderApp", said: str, marked: Range) -> None:
    """Show the marks as they are now, and say what was done to which text."""
    app.read(app.workspace.reading.with_bookmarks(app.session.annotations))
    app.say(said, text=" ".join(app.workspace.document.slice(marked).split()))
