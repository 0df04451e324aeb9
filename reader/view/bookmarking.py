"""Marking the text: bookmarks, notes, highlights; and the list of them."""

from dataclasses import replace

from reader.store import Kind, PlacedAnnotation
from reader.view.bookmark_list import bookmark_items
from reader.view.effects import Annotate, AnnotationEffect, DropAnnotations, KeepAnnotation
from reader.view.events import AnnotationsChanged
from reader.view.list_model import ListModel
from reader.view.popups import ListKind, ListPopup
from reader.view.steps import Handler, Step
from reader.view.workspace import Workspace


def when_complete(handler: Handler) -> Handler:
    """A handler that marks: marks belong to a whole document and wait for its end."""

    def handle(workspace: Workspace) -> Step:
        return handler(workspace) if workspace.document.complete else (workspace.said("message.arriving"), ())

    return handle


def toggle_bookmark(workspace: Workspace) -> Step:
    """Mark the chosen text; where it is marked, remove the bookmarks. Notes and highlights stay."""
    return _toggled(workspace, Kind.BOOKMARK, "message.bookmark_added", "message.bookmark_removed")


def toggle_highlight(workspace: Workspace) -> Step:
    """Highlight the chosen text; where it is highlighted, no longer."""
    return _toggled(workspace, Kind.HIGHLIGHT, "message.highlighted", "message.highlight_removed")


def _toggled(workspace: Workspace, kind: Kind, added: str, removed: str) -> Step:
    here, chosen = _here(workspace, kind), workspace.reading.chosen
    effect: AnnotationEffect
    if here:
        effect = DropAnnotations(workspace.document, tuple(placed.annotation for placed in here))
    elif chosen.length:
        effect = Annotate(workspace.document, chosen, kind)
    else:
        return workspace, ()
    marked = here[0].range if here and here[0].range else chosen
    text = " ".join(workspace.document.slice(marked).split())
    return workspace.said(removed if here else added, text=text), (effect,)


def note_here(workspace: Workspace) -> str:
    """The note on the chosen text; "" where there is none."""
    return next((placed.annotation.note for placed in _here(workspace, Kind.NOTE)), "")


def keep_note(workspace: Workspace, note: str) -> Step:
    """Put a note on the chosen text; an empty one removes it."""
    document, chosen, note = workspace.document, workspace.reading.chosen, note.strip()
    here = next(iter(_here(workspace, Kind.NOTE)), None)
    effect: AnnotationEffect
    if here and note:
        effect = KeepAnnotation(document, here.annotation.noted(note))
    elif here:
        effect = DropAnnotations(document, (here.annotation,))
    elif note and chosen.length:
        effect = Annotate(document, chosen, Kind.NOTE, note)
    else:
        return workspace, ()
    return workspace.said("message.noted" if note else "message.note_removed", text=note), (effect,)


def list_bookmarks(workspace: Workspace) -> Step:
    """What is marked in the document, to go to or to remove."""
    items = bookmark_items(workspace.document, workspace.reading.bookmarks, workspace.messages)
    return replace(workspace, popup=ListPopup(ListKind.BOOKMARKS, ListModel(items).moved(0))), ()


def remove_listed(workspace: Workspace, popup: ListPopup) -> Step:
    """Remove what is under the list's cursor."""
    key = popup.model.current.key if popup.model.current else None
    dropped = tuple(placed.annotation for placed in workspace.reading.bookmarks if placed.annotation.id == key)
    return workspace, (DropAnnotations(workspace.document, dropped),) if dropped else ()


def changed(workspace: Workspace, event: AnnotationsChanged) -> Workspace:
    """The marks as they are now, in the text and in the list of them."""
    if event.document is not workspace.document:
        return workspace
    workspace = workspace.with_reading(workspace.reading.with_bookmarks(event.annotations))
    popup = workspace.popup
    if not isinstance(popup, ListPopup) or popup.kind is not ListKind.BOOKMARKS:
        return workspace
    items = bookmark_items(workspace.document, event.annotations, workspace.messages)
    return replace(workspace, popup=popup.with_model(popup.model.with_items(items)))


def _here(workspace: Workspace, kind: Kind) -> tuple[PlacedAnnotation, ...]:
    return tuple(placed for placed in workspace.reading.bookmarks_here() if placed.annotation.kind is kind)
