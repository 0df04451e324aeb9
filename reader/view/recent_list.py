"""The list of what to open: the folder of the document that is read, and the documents read last."""

from pathlib import Path

from reader.locale import Messages
from reader.model import Document
from reader.store import RecentDocument
from reader.view.list_model import Item
from reader.view.percentage import percentage
from reader.view.styled import TextRole, isolated, styled


def recent_items(document: Document, recent: tuple[RecentDocument, ...], messages: Messages) -> tuple[Item, ...]:
    """One line a document, its folder and how far it was read at the far end; an item's key is the path to open."""
    items = []
    path = Path(document.meta.path)
    if path.is_absolute():
        folder = path.parent
        items.append(Item(styled(messages.text("pane.folder", name=str(folder))), key=str(folder)))
    for file in recent:
        trail = isolated(f"{Path(file.path).parent}  {percentage(file.fraction, messages)}", TextRole.MUTED)
        title = " ".join(file.title.split()) or Path(file.path).name
        items.append(Item(isolated(title, default=document.direction), key=file.path, trail=trail))
    return tuple(items)
