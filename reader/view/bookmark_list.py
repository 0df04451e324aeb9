"""The list of what is marked: in this document or in all, filtered and sorted; what its keys do.

Its lines follow what is marked: after every step in which that changed they are made anew, the cursor staying where it
was.
"""

from collections.abc import Sequence
from functools import lru_cache, reduce
from pathlib import PurePath

from reader.enumerations import StrEnum
from reader.model import AnchorState
from reader.store import Annotation, PlacedAnnotation
from reader.text.direction import isolate
from reader.text.folding import folded
from reader.values import dataclass, replace
from reader.view import bookmarking, note_editor
from reader.view.annotation_events import AnnotationsListed, Exported
from reader.view.changes import Change
from reader.view.effects import ExportAnnotations, ListAnnotations, OpenDocument
from reader.view.filtering import words_of
from reader.view.list_model import ListModel
from reader.view.mark_lines import MarkLines, section_of, title_of
from reader.view.popups import ListKind, ListPopup
from reader.view.prompt import Prompt, PromptKind
from reader.view.steps import Step
from reader.view.workspace import Workspace

EXPORT_FILE = "reader-marks.md"
"""The name suggested for an exported file; its ending says in which form it is written."""


class Order(StrEnum):
    """The order of the list; worded by the text ``marks.by_ORDER``."""

    PLACE = "place"
    DATE = "date"
    KIND = "kind"


@dataclass(frozen=True, slots=True)
class Listed:
    """The settings of the list.

    Attributes:
        order: What it is sorted by.
        query: What is shown only, "" for everything.
        others: What is marked in all documents, where that is shown; None for this document's.
    """

    order: Order = Order.PLACE
    query: str = ""
    others: tuple[Annotation, ...] | None = None


@dataclass(frozen=True, slots=True)
class MarksPopup(ListPopup):
    """The list over the text.

    Attributes:
        listed: What it shows.
        ones: It, in order.
    """

    listed: Listed = Listed()
    ones: tuple[PlacedAnnotation, ...] = ()

    @property
    def current(self) -> PlacedAnnotation | None:
        """The annotation under the cursor."""
        return self.ones[self.model.cursor] if self.model.cursor < len(self.ones) else None


def show(workspace: Workspace) -> Step:
    """Open the list, of this document."""
    return _made(workspace, MarksPopup(ListKind.BOOKMARKS, ListModel())), ()


def followed(before: Workspace, after: Workspace) -> Workspace:
    """The list with what is marked now, and the details of the line under its cursor."""
    popup, old = after.popup, before.popup
    if not isinstance(popup, MarksPopup):
        return after
    if popup.listed.others is not None:
        new = [asked.change for asked in after.changes.asked if asked.number > before.changes.count]
        others = reduce(_with_change, new, popup.listed.others)
        popup = replace(popup, listed=replace(popup.listed, others=others))
    same = (
        after.reading.annotations is before.reading.annotations
        and after.changes.asked is before.changes.asked
        and after.messages is before.messages
        and isinstance(old, MarksPopup)
        and popup.listed == old.listed
    )
    if not same:
        return _made(after, popup)
    if isinstance(old, MarksPopup) and popup.model.cursor == old.model.cursor:
        return after
    return replace(after, popup=replace(popup, details=_details(after, popup)))


# What its keys do


def choose(workspace: Workspace, popup: MarksPopup) -> Step:
    """Go to what is under the cursor; into its document, where it is of another."""
    one = popup.current
    if one and one.range:
        return workspace.with_reading(workspace.reading.jumped(one.range)), ()
    path = one.annotation.path if one else ""
    if one and path not in {"", "-", workspace.document.meta.path}:
        name = PurePath(path).name
        return workspace.said("message.opening", name=name), (OpenDocument(path),)
    return workspace, ()


def remove(workspace: Workspace, popup: MarksPopup) -> Step:
    """Remove what is under the cursor."""
    one = popup.current
    if one is None:
        return workspace, ()
    return bookmarking.removed(workspace, bookmarking.document_of(workspace, one), (one,))


def edit(workspace: Workspace, popup: MarksPopup) -> Step:
    """Edit the note under the cursor; where it is none, one is put beside it.

    It is gone to where it is in the text; of another document, or of words that are gone, the list comes back.
    """
    one = popup.current
    if one is None:
        return workspace, ()
    if one.range is None:
        return note_editor.opened_over(workspace, popup, one), ()
    gone = workspace.with_reading(workspace.reading.jumped(one.range))
    return note_editor.opened(gone, one if one.annotation.note else None, one.range), ()


def toggle_scope(workspace: Workspace, popup: MarksPopup) -> Step:
    """This document or all."""
    if popup.listed.others is None:
        return workspace, (ListAnnotations(),)
    return _made(workspace, replace(popup, listed=replace(popup.listed, others=None))), ()


def next_order(workspace: Workspace, popup: MarksPopup) -> Step:
    """Sorted by something else."""
    orders = list(Order)
    order = orders[(orders.index(popup.listed.order) + 1) % len(orders)]
    return _made(workspace, replace(popup, listed=replace(popup.listed, order=order))), ()


def ask_for_filter(workspace: Workspace, popup: MarksPopup) -> Workspace:
    """Ask for a filter: which annotations are to be shown."""
    prompt = Prompt(PromptKind.MARKS_FILTER, workspace.reading.viewpoint).inserted(popup.listed.query)
    return replace(workspace, prompt=prompt)


def filtered(workspace: Workspace, query: str) -> Workspace:
    """Only what matches."""
    popup = workspace.popup
    if not isinstance(popup, MarksPopup):
        return workspace
    return _made(workspace, replace(popup, listed=replace(popup.listed, query=query)))


def ask_for_file(workspace: Workspace) -> Workspace:
    """Where what is listed is to be written."""
    return replace(workspace, prompt=Prompt(PromptKind.EXPORT, workspace.reading.viewpoint).inserted(EXPORT_FILE))


def export(workspace: Workspace, path: str) -> Step:
    """Write what is listed to a file, in the form its ending names."""
    popup = workspace.popup
    if not isinstance(popup, MarksPopup) or not path.strip():
        return workspace, ()
    return workspace, (ExportAnnotations(path.strip(), workspace.document, popup.ones),)


# What comes back


def listed(workspace: Workspace, event: AnnotationsListed) -> Workspace:
    """Take the annotations of all documents."""
    popup = workspace.popup
    if not isinstance(popup, MarksPopup):
        return workspace
    return _made(workspace, replace(popup, listed=replace(popup.listed, others=event.annotations)))


def exported(workspace: Workspace, event: Exported) -> Workspace:
    """The file is written, or why it is not."""
    if event.reason:
        return workspace.said("message.cannot_save", path=event.path, reason=event.reason)
    return workspace.said("message.exported", path=event.path, count=event.count)


# Within


def _made(workspace: Workspace, popup: MarksPopup) -> Workspace:
    """The list with its lines made anew."""
    ones = _shown(workspace, popup.listed)
    lines = MarkLines(workspace, ones, everywhere=popup.listed.others is not None)
    popup = replace(popup, model=popup.model.with_items(lines), ones=ones)
    return replace(workspace, popup=replace(popup, details=_details(workspace, popup)))


def _shown(workspace: Workspace, listed: Listed) -> tuple[PlacedAnnotation, ...]:
    """The annotations listed, in order: all that match, wherever they are."""
    here = workspace.reading.annotations
    if listed.others is not None:
        own = {one.annotation.id for one in here}
        here += tuple(PlacedAnnotation(one, AnchorState.EXACT, None) for one in listed.others if one.id not in own)
    words = words_of(listed.query)
    found = [one for one in here if all(word in _searched(one.annotation) for word in words)]
    match listed.order:
        case Order.PLACE:
            return tuple(sorted(found, key=lambda one: (one.range is None, one.annotation.path, _start(one))))
        case Order.DATE:
            return tuple(sorted(found, key=lambda one: one.annotation.created, reverse=True))
        case Order.KIND:
            return tuple(sorted(found, key=lambda one: (one.annotation.kind, one.annotation.path, _start(one))))


def _details(workspace: Workspace, popup: MarksPopup) -> str:
    """All there is to tell of the line under the cursor: kind, section, date, document, then the note in full."""
    one = popup.current
    messages, listed = workspace.messages, popup.listed
    about = [messages.text(f"marks.by_{listed.order}")]
    if listed.query:
        about.append(messages.text("pane.filtered", text=listed.query))
    if one is None:
        return " · ".join(about)
    annotation = one.annotation
    kind = messages.text(f"marks.{annotation.kind}")
    if annotation.colour:
        kind += f" ({messages.text(f'colour.{annotation.colour}')})"
    told = [kind, section_of(workspace.document, one), messages.moment(annotation.created.astimezone())]
    if annotation.path != workspace.document.meta.path:
        told.append(title_of(annotation))
    if annotation.id in workspace.changes.waiting:
        told.append(messages.text("marks.waiting"))
    lines = [" · ".join(isolate(each) for each in (*told, *about) if each)]
    return "\n".join([*lines, *annotation.note.splitlines()])


def _with_change(annotations: Sequence[Annotation], change: Change) -> tuple[Annotation, ...]:
    gone = {one.annotation.id for one in (*change.before, *change.after)}
    return (*(one for one in annotations if one.id not in gone), *(one.annotation for one in change.after))


def _start(one: PlacedAnnotation) -> tuple[int, int]:
    part = one.range or one.annotation.anchor.range
    return part.start, part.end


def _searched(annotation: Annotation) -> str:
    anchor = annotation.anchor
    return _folded(anchor.exact, annotation.note, annotation.title, *anchor.headings)


@lru_cache(maxsize=20_000)
def _folded(*texts: str) -> str:
    """Texts as they are searched; kept, for every letter of a filter searches them all."""
    return folded(" ".join(texts))
