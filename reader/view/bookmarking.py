"""Marking the text: bookmarks, notes, highlights; undoing it; and what becomes of what is asked to be kept."""

from typing import assert_never

from reader.model import Document
from reader.store import Annotation, AnnotationKind, Colour, PlacedAnnotation
from reader.store.outcomes import Fate
from reader.values import replace
from reader.view.annotation_events import Annotated, AnnotationsFound, ChangeTold
from reader.view.changes import Change, Changes
from reader.view.effects import Annotate, KeepChange
from reader.view.reading_position import annotations_here
from reader.view.steps import Handler, Step
from reader.view.workspace import Workspace

ADDED = {
    AnnotationKind.BOOKMARK: "message.bookmark_added",
    AnnotationKind.HIGHLIGHT: "message.highlighted",
    AnnotationKind.NOTE: "message.noted",
    AnnotationKind.REJECTION: "message.fact_hidden",
}
REMOVED = {
    AnnotationKind.BOOKMARK: "message.bookmark_removed",
    AnnotationKind.HIGHLIGHT: "message.highlight_removed",
    AnnotationKind.NOTE: "message.note_removed",
    AnnotationKind.REJECTION: "message.fact_shown",
}
"""The names of the texts that say what is done, once it is kept."""


def when_complete(handler: Handler) -> Handler:
    """A handler that marks: marks belong to a whole document and wait for its end."""

    def handle(workspace: Workspace) -> Step:
        return handler(workspace) if workspace.document.complete else (workspace.said("message.arriving"), ())

    return handle


def toggle_bookmark(workspace: Workspace) -> Step:
    """Mark the chosen text; where it is marked, remove the bookmarks. Notes and highlights stay."""
    return _toggled(workspace, AnnotationKind.BOOKMARK)


def toggle_highlight(workspace: Workspace) -> Step:
    """Highlight the chosen text; where it is highlighted, no longer."""
    return _toggled(workspace, AnnotationKind.HIGHLIGHT)


def next_colour(workspace: Workspace) -> Step:
    """Another colour for the highlights of the chosen text."""
    here = annotations_here(workspace.reading, AnnotationKind.HIGHLIGHT)
    if not here:
        return workspace.said("message.no_highlight"), ()
    colours = list(Colour)
    now = here[0].annotation.colour or Colour.YELLOW
    colour = colours[(colours.index(now) + 1) % len(colours)]
    after = tuple(replace(one, annotation=one.annotation.coloured(colour)) for one in here)
    text = workspace.messages.text(f"colour.{colour}")
    return changed(workspace, Change(workspace.document, here, after), "message.colour", text)


def document_of(workspace: Workspace, one: PlacedAnnotation) -> Document | None:
    """The document that is read, where something marked is in it; None where it is in another."""
    here = any(one.annotation.id == other.annotation.id for other in workspace.reading.annotations)
    return workspace.document if here else None


def noted_beside(workspace: Workspace, placed: PlacedAnnotation, note: str) -> Step:
    """A new note on the text of something marked, wherever that is."""
    after = replace(placed, annotation=placed.annotation.beside(note))
    return changed(workspace, Change(document_of(workspace, placed), (), (after,)), "message.noted", note)


def renoted(workspace: Workspace, document: Document | None, placed: PlacedAnnotation, note: str) -> Step:
    """Other words in a note; an empty one removes it, the same words change nothing."""
    if note == placed.annotation.note:
        return workspace, ()
    if not note and placed.annotation.kind is AnnotationKind.NOTE:
        return changed(workspace, Change(document, (placed,)), "message.note_removed", _words(placed.annotation))
    after = replace(placed, annotation=placed.annotation.noted(note))
    return changed(workspace, Change(document, (placed,), (after,)), "message.noted", note)


def _toggled(workspace: Workspace, kind: AnnotationKind) -> Step:
    here, chosen = annotations_here(workspace.reading, kind), workspace.reading.chosen
    if here:
        return removed(workspace, workspace.document, here)
    return (workspace, (Annotate(workspace.document, chosen, kind),)) if chosen.length else (workspace, ())


def removed(workspace: Workspace, document: Document | None, gone: tuple[PlacedAnnotation, ...]) -> Step:
    """Take annotations away."""
    first = gone[0].annotation
    return changed(workspace, Change(document, gone), REMOVED[first.kind], _words(first))


def changed(workspace: Workspace, change: Change, said: str, text: str) -> Step:
    """Change what is marked, show it, and ask for it to be kept; it can be undone."""
    return _asked(replace(workspace, changes=workspace.changes.undoable(change)), change, said, text)


def undo(workspace: Workspace) -> Step:
    """Take the latest change back."""
    if not workspace.changes.done:
        return workspace.said("message.nothing_to_undo"), ()
    change = workspace.changes.done[-1].undone
    workspace = replace(workspace, changes=workspace.changes.without_last())
    about = (change.after or change.before)[0].annotation
    return _asked(
        workspace, change, "message.undone", about.note if about.kind is AnnotationKind.NOTE else _words(about)
    )


def _asked(workspace: Workspace, change: Change, said: str, text: str) -> Step:
    changes = workspace.changes.asking(change, said, " ".join(text.split()))
    annotations = workspace.reading.annotations
    if change.document is workspace.document:
        annotations = change.applied(annotations)
    return _with(workspace, changes, annotations), (KeepChange(changes.count, change),)


# What comes back


def annotated(workspace: Workspace, event: Annotated) -> Step:
    """Show an annotation that has been given its anchor, and ask to keep it."""
    one = event.placed.annotation
    text = one.note if one.kind is AnnotationKind.NOTE else _words(one)
    return changed(workspace, Change(event.document, (), (event.placed,)), ADDED[one.kind], text)


def found(workspace: Workspace, event: AnnotationsFound) -> Workspace:
    """Take the annotations of a document as they were remembered; those changed meanwhile stay changed."""
    if event.document is not workspace.document:
        return workspace
    annotations = event.annotations
    for asked in workspace.changes.asked:
        if asked.change.document is event.document:
            annotations = asked.change.applied(annotations)
    return _with(workspace, workspace.changes, annotations)


def told(workspace: Workspace, event: ChangeTold) -> Workspace:
    """Take the outcome of a change: only now is it said to be kept."""
    asked = workspace.changes.find(event.number)
    if asked is None:
        return workspace
    match event.fate:
        case Fate.KEPT:
            kept = _with(workspace, workspace.changes.settled(event.number))
            # While one selects, the foot tells of its keys.
            return kept if workspace.selecting else kept.said(asked.said, text=asked.text)
        case Fate.WAITING:
            assert event.reason is not None  # noqa: S101 - what waits has a reason
            changes = workspace.changes.delayed(event.number, event.reason)
            why = workspace.messages.text(f"state.{event.reason}", path=event.path)
            return _with(workspace, changes).said("message.waits", text=asked.text, reason=why)
        case Fate.LOST:
            changes = workspace.changes.settled(event.number)
            annotations = workspace.reading.annotations
            if asked.change.document is workspace.document:
                annotations = asked.change.undone.applied(annotations)
            return _with(workspace, changes, annotations).said("message.not_kept", text=asked.text)
        case _:
            assert_never(event.fate)


def _with(workspace: Workspace, changes: Changes, annotations: tuple[PlacedAnnotation, ...] | None = None) -> Workspace:
    """The workspace with other changes, and where they are shown, other annotations."""
    reading = workspace.reading
    shown = reading.annotations if annotations is None else annotations
    return replace(workspace, changes=changes).with_reading(reading.with_annotations(shown, changes.waiting))


def _words(one: Annotation) -> str:
    """The words an annotation is about, on one line."""
    return " ".join(one.anchor.exact.split())
