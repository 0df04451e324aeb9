"""The list of a document's bookmarks."""

from reader.locale import Messages
from reader.model import AnchorState, Document
from reader.store import PlacedAnnotation
from reader.view.list_model import Item
from reader.view.styled import TextRole, isolated, quoted, styled


def bookmark_items(document: Document, bookmarks: tuple[PlacedAnnotation, ...], messages: Messages) -> tuple[Item, ...]:
    """One line a bookmark in the order of the text, those whose text is gone at the end; its section at the far end."""
    ordered = sorted(bookmarks, key=lambda b: (b.range is None, b.range or (0, 0)))
    return tuple(_item(document, bookmark, messages) for bookmark in ordered)


def _item(document: Document, placed: PlacedAnnotation, messages: Messages) -> Item:
    quote = " ".join(placed.annotation.anchor.exact.split())
    note = " ".join(placed.annotation.note.split())
    if note:
        trail = isolated(note, default=document.direction)
    elif placed.state in (AnchorState.APPROXIMATE, AnchorState.ORPHAN):
        trail = styled(messages.text(f"bookmark.{placed.state}"), TextRole.NOTICE)
    elif placed.range and (title := document.section_at(placed.range.start).title) != placed.range:
        trail = quoted(document, title, TextRole.MUTED)
    else:
        trail = styled("")
    base = document.direction_at(placed.range.start) if placed.range else document.direction
    return Item(styled(quote).isolated(base), placed.range, placed.annotation.id, trail=trail)
