"""A document that is followed as it grows: its end stays in sight, until a key says otherwise."""

from reader.values import replace
from reader.view.effects import Follow, StopFollowing
from reader.view.steps import Step
from reader.view.workspace import Workspace

FOLLOWED = frozenset(("text", "code", "terminal"))
"""Formats of what can be followed: text and logs, as they stand."""


def follow(workspace: Workspace) -> Step:
    """To the end, and on with it as it grows: a file that is added to, a pipe that is written to."""
    document = workspace.document
    if document.meta.format not in FOLLOWED or (document.is_piped and document.complete):
        return workspace.said("message.no_follow"), ()
    workspace = replace(workspace, follows=True).with_reading(workspace.reading.to_end()).said("message.following")
    return workspace, () if document.is_piped else (Follow(document),)


def stopped(workspace: Workspace) -> Step:
    """Before a key does what it does, it ends the following."""
    if not workspace.follows:
        return workspace, ()
    return replace(workspace, follows=False), () if workspace.document.is_piped else (StopFollowing(),)


def kept_at_end(workspace: Workspace) -> Workspace:
    """The end in sight, where it is followed."""
    if not workspace.follows:
        return workspace
    workspace = workspace.with_reading(workspace.reading.followed())
    if workspace.document.complete:
        return replace(workspace, follows=False)
    return workspace.said("message.following")
