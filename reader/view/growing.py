"""A document that is read, or written, while it is shown: its end, and places that are still to come.

They are kept in sight as it grows, until a key or the mouse says otherwise.
"""

from reader.model import NoticeCode
from reader.values import replace
from reader.view.arrange import PaneName
from reader.view.beginnings import AtEnd, AtPlace
from reader.view.effects import Follow, SavePosition, StopFollowing
from reader.view.goto import is_to_come, place_asked_for
from reader.view.steps import Step
from reader.view.workspace import Workspace

FOLLOWED = frozenset(("text", "code", "terminal"))
"""Formats of what can be followed: text and logs, as they stand."""

_TOLD = (NoticeCode.FOLLOWED_ANEW, NoticeCode.FOLLOWED_GONE)


def follow(workspace: Workspace) -> Step:
    """To the end, and on with it as it grows: a file that is added to, a pipe that is written to."""
    document = workspace.document
    if document.meta.format not in FOLLOWED or (document.is_piped and document.complete):
        return workspace.said("message.no_follow"), ()
    workspace = replace(workspace, follows=True).with_reading(workspace.reading.to_end()).said("message.following")
    return workspace, () if document.is_piped else (Follow(document),)


def stopped(workspace: Workspace) -> Step:
    """Before a key does what it does, it ends the following; the place is kept, for the key may end the program."""
    if not workspace.follows:
        return workspace, ()
    document, stopped = workspace.document, replace(workspace, follows=False)
    if document.is_piped:
        return stopped, ()
    return stopped, (StopFollowing(), SavePosition(document, workspace.reading.cursor, at_once=True))


def kept_at_end(workspace: Workspace) -> Workspace:
    """The end in sight, where it is followed."""
    if not workspace.follows:
        return workspace
    workspace = workspace.with_reading(workspace.reading.followed())
    if workspace.document.complete:
        return replace(workspace, follows=False)
    if found := next((notice for notice in workspace.document.meta.notices if notice.code in _TOLD), None):
        return workspace.remarked(workspace.messages.notice(found))
    return workspace.said("message.following")


def to_end(workspace: Workspace) -> Workspace:
    """To the end of the focused pane; of a text that is still being read, on to its end as it comes."""
    moved = workspace.to_end(last=True)
    if workspace.focus != PaneName.TEXT or workspace.document.complete:
        return moved
    return replace(moved, awaited=AtEnd()).said("message.on_to_there")


def gone_to(workspace: Workspace, asked: str) -> Workspace | None:
    """To a line, a percentage or a title, on to it as it comes; None where there is none."""
    place = place_asked_for(workspace.document, asked)
    if place is None:
        return None
    moved = workspace.with_reading(workspace.reading.jumped(place))
    if not is_to_come(workspace.document, asked):
        return moved
    return replace(moved, awaited=AtPlace(asked)).said("message.on_to_there")


def on_to(workspace: Workspace, awaited: AtEnd | AtPlace) -> Workspace:
    """On to what was asked for, as more has come: no jump of its own that one would go back from."""
    before = workspace.reading
    workspace = replace(workspace, awaited=None, notice="")
    moved = to_end(workspace) if isinstance(awaited, AtEnd) else gone_to(workspace, awaited.asked) or workspace
    return moved.with_reading(replace(moved.reading, back=before.back, forward=before.forward))
