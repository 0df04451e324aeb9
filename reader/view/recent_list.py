"""The list of what to open: the files beside the document that is read, and the documents read last."""

from pathlib import Path

from reader.locale import Messages
from reader.model import Document
from reader.store import RecentDocument
from reader.view.list_model import Item
from reader.view.styled import TextRole, isolated, styled


def recent_items(
    document: Document, recent: tuple[RecentDocument, ...], article: str, messages: Messages
) -> tuple[Item, ...]:
    """One line a document, its folder and how far it was read at the far end; an item's key is the path to open.

    The first line is the folder of the document, "" where that is on the screen already. One who begins in a folder
    also finds the article that comes with the reader, until it was read.
    """
    items = []
    path = Path(document.meta.path)
    if document.is_folder:
        items.append(Item(styled(messages.text("pane.here", name=path.resolve().name or str(path))), key=""))
    elif path.is_absolute():
        items.append(Item(styled(messages.text("pane.folder", name=str(path.parent))), key=str(path.parent)))
    for file in recent:
        trail = isolated(f"{Path(file.path).parent}  {messages.percent(file.fraction)}", TextRole.MUTED)
        title = " ".join(file.title.split()) or Path(file.path).name
        items.append(Item(isolated(title, default=document.direction), key=file.path, trail=trail))
    if document.is_folder and article and article not in {file.path for file in recent}:
        items.append(Item(styled(messages.text("pane.article")), key=article))
    return tuple(items)
