"""Popups over the panes: a list to choose from, or a panel beside the text; frozen, and moved in by actions.

What choosing means is decided where the popup was opened from: :mod:`reader.view.update`.
"""

from reader.enumerations import StrEnum
from reader.model import Document, Pos, Range
from reader.named_tuples import NamedTuple
from reader.store import PlacedAnnotation
from reader.text.layout import Justification
from reader.values import dataclass, replace
from reader.view.arrange import BAR, BESIDE_FROM, FRAME, TITLE, Window
from reader.view.flow import Flow
from reader.view.keys import Action
from reader.view.links import ToAddress, ToFile, ToNote
from reader.view.list_model import ListModel
from reader.view.page import column_width
from reader.view.reading_state import ReadingState
from reader.view.text_area import TextArea

Hints = tuple[tuple[Action, str], ...]
"""Actions and the names of the texts that say what they do there."""

_MARKS_HINTS: Hints = (
    (Action.BOOKMARK, "footer.remove"),
    (Action.UNDO, "footer.undo"),
    (Action.NOTE, "footer.note"),
    (Action.SEARCH, "footer.filter"),
    (Action.SECTIONS, "footer.sort"),
    (Action.SCOPE, "footer.everywhere"),
    (Action.RECENT, "footer.export"),
)

NOTE_ROWS = 12
"""Rows of a note that are shown at most while it is written."""

LIST_WIDEST = 100
"""Cells of a list at most: names and what stands beside them are not to be torn apart."""

NARROWEST, WIDEST = 30, 60
_HIGHEST = 0.6
"""Share of the window that a side panel takes at most below the text."""


class ListKind(StrEnum):
    """The content of a list; the text ``pane.KIND`` is its title."""

    BOOKMARKS = "bookmarks"
    RECENT = "recent"
    LINKS = "links"
    COMMANDS = "commands"
    HITS = "hits"
    LEAVING = "leaving"
    ALLOWANCE = "allowance"
    CITATIONS = "citations"


@dataclass(frozen=True, slots=True)
class ListPopup:
    """A list over the text.

    Attributes:
        kind: What it is of.
        model: The list.
        height: Its rows.
        details: What is told at its foot.
        width: Its cells at most; a narrow one stands at the side where lines end, so that the text stays in sight.
    """

    kind: ListKind
    model: ListModel
    height: int = 1
    details: str = ""
    width: int = LIST_WIDEST

    @property
    def title(self) -> str:
        """The name of the text that is its title."""
        return f"pane.{self.kind}"

    @property
    def empty(self) -> str:
        """The name of the text that stands in for no items."""
        match self.kind:
            case ListKind.RECENT:
                return "pane.no_recent"
            case ListKind.COMMANDS:
                return "command.none"
            case _:
                return "pane.no_bookmarks"

    @property
    def hints(self) -> Hints:
        """The hints of the line at its foot, besides closing it."""
        opens: Hints = ((Action.OPEN, "footer.open"),)
        return (*opens, *_MARKS_HINTS) if self.kind is ListKind.BOOKMARKS else opens

    def with_model(self, model: ListModel) -> "ListPopup":
        """Another list, or the same one moved."""
        return replace(self, model=model)

    def moved(self, action: Action) -> "ListPopup":
        """After an action that moves the cursor; as it is after any other."""
        page, far = self.height - 1, len(self.model.items)
        steps = {
            Action.LINE_DOWN: 1,
            Action.LINE_UP: -1,
            Action.PAGE_DOWN: page,
            Action.PAGE_UP: -page,
            Action.START: -far,
            Action.END: far,
        }
        return self.with_model(self.model.moved(steps[action]).shown(self.height)) if action in steps else self

    def placed(self, window: Window) -> "ListPopup":
        """In a window of another size: as high as it is, but for its frame and the line at the foot."""
        return replace(self, height=max(1, window.rows - TITLE - window.boxed * FRAME - 1))


class Box(NamedTuple):
    """Cells of the window."""

    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class SidePanel:
    """A few lines beside the text: a note, or where a link leads.

    Attributes:
        title: The name of the text that is its title.
        reading: What is shown.
        hints: What the line at its foot tells of, besides closing it.
        destination: Where choosing leads.
        box: Where it stands: at the side where lines end, or below the text in a narrow window.
        window: The window it was placed in.
    """

    title: str
    reading: ReadingState
    hints: Hints
    destination: ToNote | ToFile | ToAddress
    box: Box = Box(0, 0, 1, 1)
    window: Window = Window(1, 1)

    @classmethod
    def of(
        cls,
        title: str,
        document: Document,
        hints: Hints,
        destination: ToNote | ToFile | ToAddress,
        *,
        start: Pos = Pos(0),
        marks: bool = True,
    ) -> "SidePanel":
        """A panel with a document in it, shown from a position on, harakat too or not."""
        flow = Flow(document, 1, marks=marks, justification=Justification.NONE)
        return cls(title, ReadingState(flow, top=start, cursor=start), hints, destination)

    @property
    def copied(self) -> str:
        """The text to copy: the selection, else all of it."""
        document, selection = self.reading.document, self.reading.selection
        if selection:
            return document.slice(selection)
        return "\n".join(document.slice(block.range) for block in document.blocks)

    def with_reading(self, reading: ReadingState) -> "SidePanel":
        """Another place in it."""
        return replace(self, reading=reading)

    def moved(self, action: Action) -> "SidePanel":
        """After an action that moves; as it is after any other."""
        match action:
            case Action.LINE_DOWN | Action.LINE_UP:
                return self.with_reading(self.reading.moved(1 if action is Action.LINE_DOWN else -1))
            case Action.PAGE_DOWN | Action.PAGE_UP:
                return self.with_reading(self.reading.paged(1 if action is Action.PAGE_DOWN else -1))
            case _:
                return self

    def placed(self, window: Window) -> "SidePanel":
        """As wide or as high as what it shows, beside the text or below it, in a window of another size."""
        if window == self.window:
            return self
        columns, rows = window.columns, window.rows - 1  # the hints
        beside, frame = columns >= BESIDE_FROM, window.boxed * FRAME
        width = max(NARROWEST, min(WIDEST, columns * 2 // 5)) if beside else columns
        column = column_width(width - BAR - frame)
        around = TITLE + frame
        height = around + max(1, len(self.reading.resized(column, max(1, rows)).to_start().rows()))
        height = min(height + 1, rows) if beside else min(height + 1, max(around + 2, int(rows * _HIGHEST)))
        reading = self.reading.resized(column, max(1, height - around))
        x = columns - width if beside and not reading.document.direction.is_rtl else 0
        return replace(self, reading=reading, box=Box(x, rows - height, width, height), window=window)


@dataclass(frozen=True, slots=True)
class NotePopup:
    """A note being written, at the foot of the window.

    Attributes:
        area: The words.
        note: The note as it was; None for a new one.
        part: The text it is about; empty where that is of a document that is not read.
        beside: What is marked there that a new note is put beside.
        over: The list it was opened from, which comes back.
        box: Where it stands.
    """

    area: TextArea
    note: PlacedAnnotation | None
    part: Range
    beside: PlacedAnnotation | None = None
    over: ListPopup | None = None
    box: Box = Box(0, 0, 1, 1)

    @property
    def hints(self) -> Hints:
        """None of actions: keys go into the text."""
        return ()

    def with_area(self, area: TextArea) -> "NotePopup":
        """Other words, or the cursor elsewhere."""
        return replace(self, area=area)

    def placed(self, window: Window) -> "NotePopup":
        """Over the whole width, as high as half of the window; above the line at the foot."""
        frame = window.boxed * FRAME
        height = max(TITLE + 1, min(NOTE_ROWS + TITLE + frame, (window.rows - 1) // 2))
        box = Box(0, max(0, window.rows - 1 - height), window.columns, height)
        area = self.area.sized(window.columns - BAR - frame, height - TITLE - frame)
        return self if (box, area) == (self.box, self.area) else replace(self, area=area, box=box)


Popup = ListPopup | SidePanel | NotePopup
