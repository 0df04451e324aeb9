"""What happens to the workspace, as values: what the user did, and what came of effects."""

from dataclasses import dataclass

from reader.model import Document, Pos
from reader.search import Hits
from reader.store import Annotation, PlacedAnnotation, RecentDocument
from reader.store.outcomes import Fate, Reason
from reader.view.facts_known import AboutKnown, FactsFound, FactsProgressed
from reader.view.list_model import ListModel
from reader.view.reading_state import Viewpoint
from reader.view.session import Memory

POPUP = "popup"
"""The name of what stands over the panes, where others name a pane."""

# What the user did


@dataclass(frozen=True, slots=True)
class KeyPressed:
    """A key.

    Attributes:
        key: Its name; for a key that types, one that Textual has for what it types.
        character: What it types; None for nothing.
        command: The key it stands for in commands, whatever keyboard layout is active.
    """

    key: str
    character: str | None
    command: str


@dataclass(frozen=True, slots=True)
class Pasted:
    """Text was pasted."""

    text: str


@dataclass(frozen=True, slots=True)
class Resized:
    """The window has another size."""

    columns: int
    rows: int


@dataclass(frozen=True, slots=True)
class Wheeled:
    """The wheel was turned over a text by so many rows."""

    pane: str
    rows: int


@dataclass(frozen=True, slots=True)
class Pointed:
    """A place in a text was clicked."""

    pane: str
    pos: Pos


@dataclass(frozen=True, slots=True)
class Clicked:
    """The button was let go where it was pressed, for the first, second or third time in a row."""

    pane: str
    pos: Pos
    count: int


@dataclass(frozen=True, slots=True)
class TitleClicked:
    """A pane's title was clicked."""

    pane: str


@dataclass(frozen=True, slots=True)
class BarPointed:
    """A pane's scroll bar was pressed, or dragged, so far down: 0 to 1."""

    pane: str
    fraction: float


@dataclass(frozen=True, slots=True)
class Dragged:
    """The mouse was dragged from one place in a text to another."""

    pane: str
    anchor: Pos
    pos: Pos


@dataclass(frozen=True, slots=True)
class ListMoved:
    """A list's cursor or its view was moved with the mouse."""

    pane: str
    model: ListModel


@dataclass(frozen=True, slots=True)
class ItemClicked:
    """The item under a list's cursor was clicked, in a cell counted from the list's left edge."""

    pane: str
    column: int


@dataclass(frozen=True, slots=True)
class EdgeDragged:
    """The edge at which a pane ends was dragged to a column of the window."""

    pane: str
    column: int


# What came of effects


@dataclass(frozen=True, slots=True)
class AtLine:
    """Begin at a line of the file, counted from 1."""

    line: int


@dataclass(frozen=True, slots=True)
class AtEnd:
    """Begin at the end."""


@dataclass(frozen=True, slots=True)
class AtWords:
    """Begin at the first hit of a search."""

    query: str


@dataclass(frozen=True, slots=True)
class AtRecent:
    """Begin with the documents read last, to go on with one."""


Beginning = AtLine | AtEnd | AtWords | AtRecent


@dataclass(frozen=True, slots=True)
class Started:
    """The screen shows.

    Attributes:
        beginning: Where one asked to begin; None for where the document was left.
        notice: The name of the text that says what the user should know of the store; "" for nothing.
        path: The file it is about.
        state_path: The file in which things are kept.
    """

    notice: str = ""
    path: str = ""
    state_path: str = ""
    beginning: Beginning | None = None


@dataclass(frozen=True, slots=True)
class ReadOn:
    """So many code points were moved over, so many seconds after the move before."""

    characters: int
    seconds: float


@dataclass(frozen=True, slots=True)
class HitsFound:
    """A query's hits, as far as the first one is known; ``asked_before`` as in ``Search``."""

    query: str
    hits: Hits
    origin: Viewpoint
    asked_before: bool = False


@dataclass(frozen=True, slots=True)
class HitsCounted:
    """How many hits a query has is known.

    Attributes:
        hits: They.
        spread: Where there are some: the first one in each of the stretches a scroll bar can tell apart.
    """

    hits: Hits
    spread: tuple[Pos, ...] = ()


@dataclass(frozen=True, slots=True)
class HitsRenewed:
    """The hits of the query that stands, in a longer snapshot of the document."""

    document: Document
    hits: Hits


@dataclass(frozen=True, slots=True)
class FactsFailed:
    """Looking for facts ended in an error."""

    document: Document
    reason: str


@dataclass(frozen=True, slots=True)
class DocumentOpened:
    """Another document, or its beginning; ``again`` as in ``OpenDocument``."""

    document: Document
    memory: Memory
    again: bool = False


@dataclass(frozen=True, slots=True)
class DocumentGrown:
    """A longer snapshot of the document that is read."""

    document: Document
    memory: Memory


@dataclass(frozen=True, slots=True)
class FileChanged:
    """The file that is read is not as it was when it was opened."""

    document: Document


@dataclass(frozen=True, slots=True)
class LoadFailed:
    """A document could not be read, or not to its end; ``anew`` as in ``OpenDocument``."""

    reason: str
    anew: bool


@dataclass(frozen=True, slots=True)
class AnnotationsFound:
    """What was marked in a document, and where that is now."""

    document: Document
    annotations: tuple[PlacedAnnotation, ...]


@dataclass(frozen=True, slots=True)
class Annotated:
    """An annotation that was asked for, not kept yet."""

    document: Document
    placed: PlacedAnnotation


@dataclass(frozen=True, slots=True)
class ChangeTold:
    """What has become of a change, by its number; ``path`` is the file that could not be written."""

    number: int
    fate: Fate
    reason: Reason | None = None
    path: str = ""


@dataclass(frozen=True, slots=True)
class KeepingTried:
    """Whether all that waited is kept."""

    kept: bool


@dataclass(frozen=True, slots=True)
class SavedElsewhere:
    """A file of annotations was written; ``reason`` says why not, "" when it was."""

    path: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class TextEdited:
    """The user's editor has ended; ``reason`` says why there is no text of it, "" when there is."""

    text: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class AnnotationsListed:
    """What is marked in all documents."""

    annotations: tuple[Annotation, ...]


@dataclass(frozen=True, slots=True)
class Exported:
    """A file of so many annotations was written; ``reason`` says why not, "" when it was."""

    path: str
    count: int
    reason: str = ""


AnnotationAnswer = (
    AnnotationsFound
    | Annotated
    | ChangeTold
    | KeepingTried
    | SavedElsewhere
    | AnnotationsListed
    | Exported
    | TextEdited
)


@dataclass(frozen=True, slots=True)
class RecentListed:
    """The documents read last, but for the one on the screen."""

    files: tuple[RecentDocument, ...]


@dataclass(frozen=True, slots=True)
class EncodingChanged:
    """Rows are sent in another encoding."""

    name: str


@dataclass(frozen=True, slots=True)
class OpenerFound:
    """Whether the desktop has a program for an address."""

    address: str
    words: str
    exists: bool


@dataclass(frozen=True, slots=True)
class FileEdited:
    """The user's editor has ended; ``reason`` says why it could not be started, "" when it was."""

    reason: str = ""


@dataclass(frozen=True, slots=True)
class LaunchFailed:
    """An address could not be opened."""

    address: str


MouseEvent = Wheeled | Pointed | Clicked | TitleClicked | BarPointed | Dragged | ListMoved | ItemClicked | EdgeDragged

UserEvent = KeyPressed | Pasted | Resized | MouseEvent

Answer = (
    Started
    | ReadOn
    | HitsFound
    | HitsCounted
    | HitsRenewed
    | AboutKnown
    | FactsProgressed
    | FactsFound
    | FactsFailed
    | DocumentOpened
    | DocumentGrown
    | FileChanged
    | LoadFailed
    | AnnotationAnswer
    | RecentListed
    | EncodingChanged
    | OpenerFound
    | LaunchFailed
    | FileEdited
)

Event = UserEvent | Answer
