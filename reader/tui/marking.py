"""Marking the text: bookmarks, notes on them, highlights; and the list of them."""

from typing import TYPE_CHECKING

from reader.model import Range
from reader.view.bookmark_list import bookmark_items
from reader.view.list_model import Item, ListModel

if TYPE_CHECKING:
    from reader.tui.app import ReaderApp


def toggle_bookmark(app: "ReaderApp") -> None:
    """Mark the chosen text; where it is marked, remove the marks."""
    reading = app.workspace.reading
    here, chosen = reading.bookmarks_here(), reading.chosen
    if here:
        for placed in here:
            app.session.remove_bookmark(placed.bookmark.id)
    elif chosen.length:
        app.session.add_bookmark(chosen)
    else:
        return
    marked = here[0].range if here and here[0].range else chosen
    _changed(app, "message.bookmark_removed" if here else "message.bookmark_added", marked)


def toggle_highlight(app: "ReaderApp") -> None:
    """Highlight the chosen text, as a mark of its own or one that is there; where it is highlighted, no longer.

    A mark with a note outlives its highlight.
    """
    reading, session = app.workspace.reading, app.session
    here, chosen = reading.bookmarks_here(), reading.chosen
    lit = [placed for placed in here if placed.bookmark.highlight]
    for placed in lit:
        if placed.bookmark.note:
            session.set_highlight(placed.bookmark.id, highlight=False)
        else:
            session.remove_bookmark(placed.bookmark.id)
    if not lit:
        same = next((placed for placed in here if placed.range == chosen), None)
        if same:
            session.set_highlight(same.bookmark.id, highlight=True)
        elif chosen.length:
            session.add_bookmark(chosen, highlight=True)
        else:
            return
    marked = lit[0].range if lit and lit[0].range else chosen
    _changed(app, "message.highlight_removed" if lit else "message.highlighted", marked)


def note_here(app: "ReaderApp") -> str:
    """The note on the chosen text; "" where there is none."""
    return next((placed.bookmark.note for placed in app.workspace.reading.bookmarks_here() if placed.bookmark.note), "")


def keep_note(app: "ReaderApp", note: str) -> None:
    """Put a note on the bookmark of the chosen text, which is made where there is none; an empty one removes it."""
    reading, note = app.workspace.reading, note.strip()
    here = reading.bookmarks_here()
    noted = next((placed for placed in here if placed.bookmark.note), here[0] if here else None)
    if noted:
        app.session.set_note(noted.bookmark.id, note)
    elif note and reading.chosen.length:
        app.session.add_bookmark(reading.chosen, note)
    else:
        return
    app.read(reading.with_bookmarks(app.session.bookmarks))
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
        app.session.remove_bookmark(str(item.key))
        app.read(app.workspace.reading.with_bookmarks(app.session.bookmarks))
        return model()

    app.show_list("bookmarks", model(), chosen, removed)


def _changed(app: "ReaderApp", said: str, marked: Range) -> None:
    """Show the marks as they are now, and say what was done to which text."""
    app.read(app.workspace.reading.with_bookmarks(app.session.bookmarks))
    app.say(said, text=" ".join(app.workspace.document.slice(marked).split()))
