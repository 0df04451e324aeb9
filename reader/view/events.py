"""Events in the workspace, as values: the user's actions, and outcomes of effects."""

from reader.model import Document, Pos
from reader.model.distinct import distinct
from reader.named_tuples import NamedTuple
from reader.search import Hits
from reader.store import RecentDocument
from reader.values import dataclass
from reader.view.annotation_events import AnnotationAnswer
from reader.view.beginnings import Beginning
from reader.view.conversation.state import ConversationAnswer
from reader.view.facts_known import AboutKnown, FactsFound, FactsProgressed
from reader.view.file_hits import Contents
from reader.view.list_model import ListModel
from reader.view.session import Memory
from reader.view.viewpoint import Viewpoint

POPUP = "popup"
"""The name of what stands over the panes, where others name a pane."""

# What the user did


@distinct
class KeyPressed(NamedTuple):
    """A key.

    Attributes:
        key: Its name; for a key that types, one that Textual has for what it types.
        character: What it types; None for nothing.
        command: The key it stands for in commands, whatever keyboard layout is active.
    """

    key: str
    character: str | None
    command: str


@distinct
class Pasted(NamedTuple):
    """Text was pasted."""

    text: str


@distinct
class Resized(NamedTuple):
    """The window has another size."""

    columns: int
    rows: int


@distinct
class Wheeled(NamedTuple):
    """The wheel was turned over a text by so many rows."""

    pane: str
    rows: int


@distinct
class Pointed(NamedTuple):
    """A place in a text was clicked."""

    pane: str
    pos: Pos


@dataclass(frozen=True, slots=True)
class Clicked:
    """The button was let go where it was pressed, for the first, second or third time in a row."""

    pane: str
    pos: Pos
    count: int


@distinct
class TitleClicked(NamedTuple):
    """A pane's title was clicked."""

    pane: str


@distinct
class BarPointed(NamedTuple):
    """A pane's scroll bar was pressed, or dragged, so far down: 0 to 1."""

    pane: str
    fraction: float


@distinct
class Dragged(NamedTuple):
    """The mouse was dragged from one place in a text to another."""

    pane: str
    anchor: Pos
    pos: Pos


@distinct
class ListMoved(NamedTuple):
    """A list's cursor or its view was moved with the mouse."""

    pane: str
    model: ListModel


@distinct
class ItemClicked(NamedTuple):
    """The item under a list's cursor was clicked, in a cell counted from the list's left edge."""

    pane: str
    column: int


@distinct
class EdgeDragged(NamedTuple):
    """The edge at which a pane ends was dragged to a column of the window."""

    pane: str
    column: int


# What came of effects


@distinct
class Started(NamedTuple):
    """The screen shows.

    Attributes:
        beginning: Where one asked to begin; None for where the document was left.
        notice: The name of the text that says what the user should know of the store, or of what is configured; ""
            for nothing.
        values: What is filled in there.
        state_path: The file in which things are kept.
    """

    notice: str = ""
    values: tuple[tuple[str, str], ...] = ()
    state_path: str = ""
    beginning: Beginning | None = None


@distinct
class Waited(NamedTuple):
    """The time is over for which a run that scrolls by itself waited."""

    document: Document
    run: int


@distinct
class ReadOn(NamedTuple):
    """So many code points were moved over, so many seconds after the move before."""

    characters: int
    seconds: float


@distinct
class HitsFound(NamedTuple):
    """A query's hits, as far as the first one is known; ``asked_before`` as in ``Search``."""

    query: str
    hits: Hits
    origin: Viewpoint
    asked_before: bool = False


@distinct
class HitsCounted(NamedTuple):
    """How many hits a query has is known.

    Attributes:
        hits: They.
        spread: Where there are some: the first one in each of the stretches a scroll bar can tell apart.
    """

    hits: Hits
    spread: tuple[Pos, ...] = ()


@distinct
class HitSought(NamedTuple):
    """The next (1) or previous (-1) hit from a position is at hand, or there is none."""

    hits: Hits
    origin: Pos
    step: int


@distinct
class HitsRenewed(NamedTuple):
    """The hits of the query that stands, in a longer snapshot of the document."""

    document: Document
    hits: Hits


@distinct
class FilesSearched(NamedTuple):
    """The hits so far of a query in the files of a folder."""

    document: Document
    query: str
    contents: Contents


@distinct
class FactsFailed(NamedTuple):
    """Looking for facts ended in an error."""

    document: Document
    reason: str


@distinct
class DocumentOpened(NamedTuple):
    """Another document, or its beginning; ``again`` and ``beginning`` as in ``OpenDocument``."""

    document: Document
    memory: Memory
    again: bool = False
    beginning: Beginning | None = None


@distinct
class DocumentGrown(NamedTuple):
    """A longer snapshot of the document that is read."""

    document: Document
    memory: Memory


@distinct
class FileChanged(NamedTuple):
    """The file that is read is not as it was when it was opened."""

    document: Document


@distinct
class LoadFailed(NamedTuple):
    """A document could not be read, or not to its end; ``anew`` as in ``OpenDocument``."""

    reason: str
    anew: bool


@distinct
class RecentListed(NamedTuple):
    """The documents read last, but for the one on the screen.

    Attributes:
        files: The last one first.
        article: The path of the article that comes with the reader; "" where it is not installed.
    """

    files: tuple[RecentDocument, ...]
    article: str = ""


@distinct
class EncodingChanged(NamedTuple):
    """Rows are sent in another encoding."""

    name: str


@distinct
class OpenerFound(NamedTuple):
    """Whether the desktop has a program for an address."""

    address: str
    words: str
    exists: bool


@distinct
class FileEdited(NamedTuple):
    """The user's editor has ended; ``reason`` says why it could not be started, "" when it was."""

    reason: str = ""


@distinct
class CopiedElsewhere(NamedTuple):
    """The terminal takes no text for the clipboard.

    Attributes:
        by: The program that took it; "" where there is none, or it failed.
    """

    by: str


@distinct
class LaunchFailed(NamedTuple):
    """An address could not be opened."""

    address: str


MouseEvent = Wheeled | Pointed | Clicked | TitleClicked | BarPointed | Dragged | ListMoved | ItemClicked | EdgeDragged

UserEvent = KeyPressed | Pasted | Resized | MouseEvent

Answer = (
    Started
    | ReadOn
    | Waited
    | HitsFound
    | HitsCounted
    | HitSought
    | HitsRenewed
    | FilesSearched
    | AboutKnown
    | FactsProgressed
    | FactsFound
    | FactsFailed
    | DocumentOpened
    | DocumentGrown
    | FileChanged
    | LoadFailed
    | AnnotationAnswer
    | ConversationAnswer
    | RecentListed
    | EncodingChanged
    | OpenerFound
    | LaunchFailed
    | CopiedElsewhere
    | FileEdited
)

Event = UserEvent | Answer
