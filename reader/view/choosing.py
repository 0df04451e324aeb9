"""Enter and clicks: what choosing does in the focused pane, and in what stands over the panes."""

from typing import assert_never

from reader.values import replace
from reader.view import bookmark_list, bookmarking, conversing, leaving, note_editor
from reader.view.arrange import PaneName
from reader.view.beginnings import AtHit
from reader.view.bookmark_list import MarksPopup
from reader.view.effects import Copy, Launch
from reader.view.events import KeyPressed
from reader.view.following import follow, follow_link
from reader.view.hit_jumps import at_hit
from reader.view.keys import Action
from reader.view.links import Link, ToAddress, ToFile, ToNote
from reader.view.navigation import open_file
from reader.view.panes.pane import Cite, FollowLink, FollowLinkOf, GoThrough, GoTo, GoToSection, OpenHit, Say
from reader.view.popups import ListKind, ListPopup, NotePopup, Popup, SidePanel
from reader.view.steps import Step
from reader.view.workspace import Workspace

_NUMBERED = frozenset((ListKind.LINKS, ListKind.CITATIONS))
"""Lists whose lines are chosen by number, too."""


def choose(workspace: Workspace, column: int | None = None) -> Step:
    """The thing under the cursor of the focused pane, by a key or by a click in a column.

    A pane that stands over the text is closed when it leads there.
    """
    pane, choice = workspace.focused.chosen(workspace.reading, column)
    chosen = workspace.with_pane(pane)
    match choice:
        case None:
            return chosen, ()
        case GoTo():
            return _gone(workspace, chosen.with_reading(chosen.reading.jumped(choice.target))), ()
        case GoToSection():
            gone = _gone(workspace, chosen.with_reading(chosen.reading.at_section(choice.title)))
            return follow_link(gone) if column is None and workspace.document.is_folder else (gone, ())
        case GoThrough():
            return _gone(workspace, chosen.gone_through(choice)), ()
        case FollowLink():
            return follow_link(chosen)
        case FollowLinkOf():
            return follow(chosen, choice.link, choice.document)
        case OpenHit():
            return open_file(chosen, choice.path, AtHit(choice.query, choice.pos))
        case Cite():
            return conversing.cite(chosen, choice)
        case Say():
            return chosen.said(choice.text), ()
        case _:
            assert_never(choice)


def choose_in_popup(workspace: Workspace, popup: Popup) -> Step:
    """Choose in a popup with Enter: it is closed, and leads to the choice."""
    closed = replace(workspace, popup=None)
    match popup:
        case ListPopup():
            return _chosen_from(closed, popup)
        case SidePanel():
            return _gone_on(closed, popup)
        case NotePopup():
            return note_editor.keep(workspace, popup, popup.area.text)
        case _:
            assert_never(popup)


def press_in_popup(workspace: Workspace, popup: Popup, event: KeyPressed) -> Step:
    """A key while something stands over the panes: move, choose, copy, remove, close."""
    if isinstance(popup, NotePopup):
        return note_editor.press(workspace, popup, event)
    action = workspace.keymap.action_of(event.command)
    if isinstance(popup, MarksPopup) and (step := _in_marks(workspace, popup, action, event.key)):
        return step
    if isinstance(popup, ListPopup) and popup.kind in _NUMBERED and event.command in "123456789":
        return _numbered(workspace, popup, int(event.command))
    match popup, action:
        case _, Action.OPEN:
            return choose_in_popup(workspace, popup)
        case ListPopup(kind=ListKind.ALLOWANCE), Action.CANCEL | Action.QUIT | Action.BACK:
            return conversing.refused(workspace, popup)
        case _, Action.CANCEL | Action.QUIT | Action.BACK:
            return replace(workspace, popup=None), ()
        case ListPopup(), Action.BOOKMARKS | Action.HITS:
            return replace(workspace, popup=None), ()
        case SidePanel(), Action.LINK:
            return replace(workspace, popup=None), ()
        case SidePanel(), Action.COPY:
            return workspace, (Copy(popup.copied),)
        case _ if action:
            return replace(workspace, popup=popup.moved(action)), ()
        case _:
            return workspace, ()


def _in_marks(workspace: Workspace, popup: MarksPopup, action: Action | None, key: str) -> Step | None:
    """Act on a key that does something in the list of marks alone; None for any other."""
    match action:
        case Action.BOOKMARK:
            return bookmark_list.remove(workspace, popup)
        case None if key == "delete":
            return bookmark_list.remove(workspace, popup)
        case Action.UNDO:
            return bookmarking.undo(workspace)
        case Action.NOTE:
            return bookmark_list.edit(workspace, popup)
        case Action.SCOPE:
            return bookmark_list.toggle_scope(workspace, popup)
        case Action.SECTIONS:
            return bookmark_list.next_order(workspace, popup)
        case Action.SEARCH:
            return bookmark_list.ask_for_filter(workspace, popup), ()
        case Action.RECENT:
            return bookmark_list.ask_for_file(workspace), ()
        case _:
            return None


def _numbered(workspace: Workspace, popup: ListPopup, number: int) -> Step:
    """The link of a number."""
    if number > len(popup.model.items):
        return workspace, ()
    return choose_in_popup(workspace, popup.with_model(replace(popup.model, cursor=number - 1)))


def _gone(workspace: Workspace, gone: Workspace) -> Workspace:
    closes = workspace.arrangement.over and gone.reading is not workspace.reading
    return gone.focused_on(PaneName.TEXT) if closes else gone


def _chosen_from(workspace: Workspace, popup: ListPopup) -> Step:
    item = popup.model.current
    match popup.kind:
        case ListKind.BOOKMARKS:
            return bookmark_list.choose(workspace, popup) if isinstance(popup, MarksPopup) else (workspace, ())
        case ListKind.RECENT:
            return open_file(workspace, str(item.key)) if item and item.key else (workspace, ())
        case ListKind.HITS:
            return (
                workspace.with_reading(at_hit(workspace.reading, item.target)) if item and item.target else workspace
            ), ()
        case ListKind.LINKS:
            return follow(workspace, item.key) if item and isinstance(item.key, Link) else (workspace, ())
        case ListKind.COMMANDS:
            return workspace, ()
        case ListKind.CITATIONS:
            cited = item.key if item else None
            return conversing.cite(workspace, cited) if isinstance(cited, Cite) else (workspace, ())
        case ListKind.ALLOWANCE:
            leave = item.key if item else None
            return conversing.allowed(workspace, leave) if isinstance(leave, conversing.Leave) else (workspace, ())
        case ListKind.LEAVING:
            return (
                leaving.chosen(workspace, item.key) if item and isinstance(item.key, leaving.Way) else (workspace, ())
            )
        case _:
            assert_never(popup.kind)


def _gone_on(workspace: Workspace, panel: SidePanel) -> Step:
    match panel.destination:
        case ToNote() as note:
            return workspace.with_reading(workspace.reading.jumped(note.range)), ()
        case ToFile() as file:
            return open_file(workspace, file.path)
        case ToAddress() as address:
            return workspace, (Launch(address.address),)
        case _:
            assert_never(panel.destination)
