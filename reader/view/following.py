"""Following links: into the document, to a note beside it, to another document, or, when asked twice, out of it."""

import os
from collections.abc import Sequence

from reader.model import BlockKind, Document
from reader.values import replace
from reader.view.effects import Copy, FindOpener
from reader.view.events import OpenerFound
from reader.view.keys import Action
from reader.view.links import (
    Link,
    ToAddress,
    ToFile,
    ToNote,
    ToPlace,
    destination_of,
    links_here,
    misleading_host,
    next_link,
)
from reader.view.list_model import Item, ListModel
from reader.view.navigation import open_file
from reader.view.popup_text import PopupLine, popup_text
from reader.view.popups import ListKind, ListPopup, SidePanel
from reader.view.steps import Step
from reader.view.styled import TextRole, isolated
from reader.view.workspace import Workspace

_OPEN = ((Action.OPEN, "footer.open"),)


def follow_link(workspace: Workspace) -> Step:
    """The link at the reading position; of several, the one that is chosen from a list."""
    links = links_here(workspace.reading)
    if not links:
        return workspace.said("message.no_link"), ()
    if len(links) == 1:
        return follow(workspace, links[0])
    by_range = {link.range: link for link in links}
    return listed(workspace, tuple(by_range.values())), ()


def to_link(workspace: Workspace, step: int) -> Step:
    """To the next (1) or previous (-1) link of the text; the key for links, or Enter, then follows it."""
    link = next_link(workspace.reading, step)
    if link is None:
        return workspace.said("message.no_next_link" if step > 0 else "message.no_previous_link"), ()
    return workspace.with_reading(workspace.reading.jumped(link.range)), ()


def listed(workspace: Workspace, links: Sequence[Link]) -> Workspace:
    """Links to choose from, by number too."""
    number = workspace.messages.number
    items = (_item(workspace, link)._replace(guide=f"{number(n)} ") for n, link in enumerate(links, 1))
    return replace(workspace, popup=ListPopup(ListKind.LINKS, ListModel(tuple(items)).moved(0)))


def follow(workspace: Workspace, link: Link, document: Document | None = None) -> Step:
    """To where a link of the text, or of a document beside it, leads; what lies outside is shown first."""
    match destination_of(document or workspace.document, link):
        case None:
            return workspace.said("message.no_target"), ()
        case ToPlace() as place:
            return workspace.with_reading(workspace.reading.jumped(place.range)), ()
        case ToNote() as note:
            return _shown(workspace, _note(workspace, note)), ()
        case ToFile() as file:
            if workspace.document.is_folder:
                return open_file(workspace, file.path)
            shown = os.fsencode(file.path).decode("utf-8", "replace")
            text = popup_text([(BlockKind.CODE, shown)], workspace.document.direction)
            return _shown(workspace, SidePanel.of("pane.link", text, _OPEN, file)), ()
        case ToAddress() as address:
            return workspace, (Copy(address.address), FindOpener(address.address, address.words))


def show_address(workspace: Workspace, found: OpenerFound) -> Workspace:
    """Where a link leads outside, and whether it is what it says; it is opened when it is asked for again."""
    address, text = found.address, workspace.messages.text
    host = misleading_host(found.words, address)
    lines: list[PopupLine] = [
        (BlockKind.PARAGRAPH, found.words if found.words != address else ""),
        (BlockKind.CODE, address),
        (BlockKind.PARAGRAPH, text("link.misleading", host=host) if host else ""),
        (BlockKind.PARAGRAPH, text("link.copied")),
        (BlockKind.PARAGRAPH, "" if found.exists else text("link.no_opener")),
    ]
    document = popup_text(lines, workspace.document.direction)
    return _shown(workspace, SidePanel.of("pane.link", document, _OPEN, ToAddress(address, found.words)))


def _note(workspace: Workspace, note: ToNote) -> SidePanel:
    """A note beside the text; chosen, it is jumped to."""
    hints = ((Action.OPEN, "footer.go"), (Action.COPY, "footer.copy"))
    marks = workspace.reading.flow.marks
    return SidePanel.of("pane.note", note.note, hints, note, start=note.range.start, marks=marks)


def _shown(workspace: Workspace, panel: SidePanel) -> Workspace:
    return replace(workspace, popup=panel)


def _item(workspace: Workspace, link: Link) -> Item:
    words = " ".join(workspace.document.slice(link.range).split())
    outside = "" if link.target.startswith("#") else link.target
    return Item(isolated(words), link.range, link, trail=isolated(outside, TextRole.MUTED))
