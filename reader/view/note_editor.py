"""Writing a note: several lines over the text, or the user's own editor."""

from dataclasses import replace

from reader.model import Range
from reader.store import Kind, PlacedAnnotation
from reader.view.bookmarking import renoted
from reader.view.effects import Annotate, EditText
from reader.view.events import KeyPressed, TextEdited
from reader.view.popups import NotePopup
from reader.view.steps import Step
from reader.view.text_area import TextArea
from reader.view.workspace import Workspace


def edit_here(workspace: Workspace) -> Step:
    """Edit the note on the chosen text; where there is none, write one."""
    reading = workspace.reading
    here = next(iter(reading.annotations_here(Kind.NOTE)), None)
    if here is None and not reading.chosen.length:
        return workspace, ()
    return opened(workspace, here, reading.chosen), ()


def opened(workspace: Workspace, note: PlacedAnnotation | None, part: Range) -> Workspace:
    """A note open for editing, or a new one on a range."""
    area = TextArea.of(note.annotation.note if note else "")
    return replace(workspace, popup=NotePopup(area, note, part).placed(workspace.window))


def press(workspace: Workspace, popup: NotePopup, event: KeyPressed) -> Step:
    """A key: Enter keeps, Escape gives up, Ctrl+O asks for the editor; the rest edits."""
    match event.key:
        case "enter":
            return keep(replace(workspace, popup=None), popup, popup.area.text)
        case "escape":
            return replace(workspace, popup=None), ()
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
    return keep(replace(workspace, popup=None), popup, event.text)


def keep(workspace: Workspace, popup: NotePopup, text: str) -> Step:
    """Put the words on the text they are about; none at all take the note away."""
    note = text.strip()
    if popup.note:
        return renoted(workspace, workspace.document, popup.note, note)
    if note and popup.part.length:
        return workspace, (Annotate(workspace.document, popup.part, Kind.NOTE, note),)
    return workspace, ()
