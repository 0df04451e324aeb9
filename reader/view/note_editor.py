"""Writing a note: several lines over the text, or the user's own editor."""

from reader.model import Pos, Range
from reader.store import AnnotationKind, PlacedAnnotation
from reader.values import replace
from reader.view.annotation_events import TextEdited
from reader.view.bookmarking import document_of, noted_beside, renoted
from reader.view.effects import Annotate, EditText
from reader.view.events import KeyPressed
from reader.view.popups import ListPopup, NotePopup
from reader.view.reading_position import annotations_here
from reader.view.steps import Step
from reader.view.text_area import TextArea
from reader.view.workspace import Workspace


def edit_here(workspace: Workspace) -> Step:
    """Edit the note on the chosen text; where there is none, write one."""
    reading = workspace.reading
    here = next(iter(annotations_here(reading, AnnotationKind.NOTE)), None)
    if here is None and not reading.chosen.length:
        return workspace, ()
    return opened(workspace, here, reading.chosen), ()


def opened(workspace: Workspace, note: PlacedAnnotation | None, part: Range) -> Workspace:
    """A note open for editing, or a new one on a range."""
    area = TextArea.of(note.annotation.note if note else "")
    return replace(workspace, popup=NotePopup(area, note, part).placed(workspace.window))


def opened_over(workspace: Workspace, popup: ListPopup, one: PlacedAnnotation) -> Workspace:
    """The note of something in a list, or a new one beside it, without going there; the list comes back."""
    area = TextArea.of(one.annotation.note)
    note, beside = (one, None) if one.annotation.note else (None, one)
    return replace(
        workspace, popup=NotePopup(area, note, Range(Pos(0), Pos(0)), beside, popup).placed(workspace.window)
    )


def press(workspace: Workspace, popup: NotePopup, event: KeyPressed) -> Step:
    """A key: Enter keeps, Escape gives up, Ctrl+O asks for the editor; the rest edits."""
    match event.key:
        case "enter":
            return keep(workspace, popup, popup.area.text)
        case "escape":
            return replace(workspace, popup=popup.over), ()
        case "ctrl+o":
            return workspace, (EditText(popup.area.text),)
        case _:
            return replace(workspace, popup=popup.with_area(popup.area.pressed(event.key, event.character))), ()


def insert(workspace: Workspace, popup: NotePopup, text: str) -> Workspace:
    """Pasted text."""
    return replace(workspace, popup=popup.with_area(popup.area.inserted(text)))


def edited(workspace: Workspace, event: TextEdited) -> Step:
    """The user's editor has ended: what it wrote is kept; why it could not be started is said."""
    popup = workspace.popup
    if not isinstance(popup, NotePopup):
        return workspace, ()
    if event.reason:
        return workspace.said("message.no_editor", reason=event.reason), ()
    return keep(workspace, popup, event.text)


def keep(workspace: Workspace, popup: NotePopup, text: str) -> Step:
    """Close it and put the words on the text they are about; none at all take the note away."""
    workspace, note = replace(workspace, popup=popup.over), text.strip()
    if popup.note:
        return renoted(workspace, document_of(workspace, popup.note), popup.note, note)
    if note and popup.beside:
        return noted_beside(workspace, popup.beside, note)
    if note and popup.part.length:
        return workspace, (Annotate(workspace.document, popup.part, AnnotationKind.NOTE, note),)
    return workspace, ()
