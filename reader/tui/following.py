"""Following links: into the document, to a note beside it, to another document, or, when asked twice, out of it."""

import os
from typing import TYPE_CHECKING

from reader.model import BlockKind
from reader.terminal.opener import launch, opener_of
from reader.text.printable import pasteable
from reader.tui.asides import AsideScreen
from reader.view.help_list import hints
from reader.view.keys import Action
from reader.view.links import (
    Destination,
    Link,
    ToAddress,
    ToFile,
    ToNote,
    ToPlace,
    destination_of,
    links_here,
    misleading_host,
)
from reader.view.list_model import Item, ListModel
from reader.view.popup_text import CardLine, card
from reader.view.styled import TextRole, isolated

if TYPE_CHECKING:
    from reader.tui.app import ReaderApp


def follow_link(app: "ReaderApp") -> None:
    """The link at the reading position; of several, the one that is chosen from a list."""
    links = links_here(app.workspace.reading)
    if not links:
        app.say("message.no_link")
    elif len(links) == 1:
        _follow(app, links[0])
    else:
        by_range = {link.range: link for link in links}

        def chosen(item: Item | None) -> None:
            if item and item.target:
                _follow(app, by_range[item.target])

        app.show_list("links", ListModel(tuple(_item(app, link) for link in by_range.values())), chosen)


def _item(app: "ReaderApp", link: Link) -> Item:
    words = " ".join(app.workspace.document.slice(link.range).split())
    outside = "" if link.target.startswith("#") else link.target
    return Item(isolated(words), link.range, link.range, trail=isolated(outside, TextRole.MUTED))


def _follow(app: "ReaderApp", link: Link) -> None:
    match destination_of(app.workspace.document, link):
        case None:
            app.say("message.no_target")
        case ToPlace() as place:
            app.jump(place.range)
        case ToNote() as note:
            _show_note(app, note)
        case ToFile() as file:
            if app.workspace.document.is_folder:
                app.visiting.open_file(file.path)
            else:
                _offer(app, file, file.path)
        case ToAddress() as address:
            app.copy_to_clipboard(pasteable(address.address))
            _offer(app, address, address.address)


def _show_note(app: "ReaderApp", note: ToNote) -> None:
    """A note beside the text; chosen, it is jumped to."""
    messages = app.workspace.messages
    screen = AsideScreen(
        messages.text("pane.note"),
        note.note,
        start=note.range.start,
        marks=app.workspace.reading.flow.marks,
        hints=hints(
            app.settings.keymap, messages, ((Action.OPEN, "footer.go"), (Action.COPY, "footer.copy")), closing=True
        ),
        theme=app.settings.theme,
        action_of=app.action_of,
    )
    app.push_screen(screen, lambda action: app.jump(note.range) if action is Action.OPEN else None)


def _offer(app: "ReaderApp", destination: Destination, address: str) -> None:
    """Show where a link leads; what lies outside the document is opened when it is asked for again."""
    messages = app.workspace.messages
    lines: list[CardLine] = []
    if isinstance(destination, ToAddress):
        host = misleading_host(destination.words, address)
        lines = [
            (BlockKind.PARAGRAPH, destination.words if destination.words != address else ""),
            (BlockKind.CODE, address),
            (BlockKind.PARAGRAPH, messages.text("link.misleading", host=host) if host else ""),
            (BlockKind.PARAGRAPH, messages.text("link.copied")),
        ]
        if not opener_of(address, os.environ):
            lines.append((BlockKind.PARAGRAPH, messages.text("link.no_opener")))
    else:
        lines = [(BlockKind.CODE, os.fsencode(address).decode("utf-8", "replace"))]

    def chosen(action: Action | None) -> None:
        if action is not Action.OPEN:
            return
        if isinstance(destination, ToFile):
            app.visiting.open_file(destination.path)
        elif not launch_address(address):
            app.say("message.not_opened", target=address)

    screen = AsideScreen(
        messages.text("pane.link"),
        card(lines, app.workspace.document.direction),
        hints=hints(app.settings.keymap, messages, ((Action.OPEN, "footer.open"),), closing=True),
        theme=app.settings.theme,
        action_of=app.action_of,
    )
    app.push_screen(screen, chosen)


def launch_address(address: str) -> bool:
    """Open an address with the desktop's program; whether there is one."""
    command = opener_of(address, os.environ)
    return bool(command) and launch(command)
