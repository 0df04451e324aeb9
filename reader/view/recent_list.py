"""The list of what to open: the files beside the document that is read, and the documents read last."""

from pathlib import Path

from reader.locale import Messages
from reader.model import Document
from reader.store import RecentDocument
from reader.view.list_model import Column, Item
from reader.view.styled import StyledText, TextRole, isolated, styled


def recent_items(
    document: Document, recent: tuple[RecentDocument, ...], article: str, messages: Messages
) -> tuple[Item, ...]:
    """One line a document: how far it was read, its title, where it is; an item's key is the path to open.

    The first line is the folder of the document, "" where that is on the screen already. One who begins in a folder
    also finds the article that comes with the reader, until it was read.
    """
    items: list[Item] = []
    unread = Column(StyledText(), _PERCENT)
    path = Path(document.meta.path)
    if document.is_folder:
        here = messages.text("pane.here", name=path.resolve().name or str(path))
        items.append(Item(styled(here), key="", column=unread))
    elif path.is_absolute():
        folder = messages.text("pane.folder", name=str(path.parent))
        items.append(Item(styled(folder), key=str(path.parent), column=unread))
    for file in recent:
        read = Column(isolated(messages.percent(file.fraction), TextRole.MUTED), _PERCENT)
        trail = isolated(_where(file.path), TextRole.MUTED)
        title = " ".join(file.title.split()) or Path(file.path).name
        items.append(Item(isolated(title, default=document.direction), key=file.path, trail=trail, column=read))
    if document.is_folder and article and article not in {file.path for file in recent}:
        items.append(Item(styled(messages.text("pane.article")), key=article, column=unread))
    return tuple(items)


_PERCENT = 4
"""Cells of all of a document, in per cent."""

_NEAREST = 3
"""Parts of a path that are shown: documents of one title are told apart by the last ones."""


def _where(path: str) -> str:
    parts = Path(path).parts
    return f"…/{Path(*parts[-_NEAREST:])}" if len(parts) > _NEAREST + 1 else path
