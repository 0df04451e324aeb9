"""Effects the view asks of the shell, as values: the shell performs them, and answers with :mod:`reader.view.events`.

Nothing here does anything. :func:`reader.view.update.step` returns these beside the next workspace.
"""

from reader.model import Document, ExitCode, Pos, Range, Task
from reader.model.distinct import distinct
from reader.named_tuples import NamedTuple
from reader.search import Hits, Matching
from reader.store import Annotation, AnnotationKind, PlacedAnnotation
from reader.view.beginnings import Beginning
from reader.view.changes import Change
from reader.view.conversation.state import Allowance, Exchange, Reply
from reader.view.fact_parts import PartFacts
from reader.view.session import SetUp
from reader.view.viewpoint import Viewpoint


@distinct
class Search(NamedTuple):
    """Find a query in the document; answered by ``HitsFound``, and by ``HitsCounted`` when all are known.

    Attributes:
        query: What is looked for.
        origin: Where from.
        matching: How it is meant.
        asked_before: Whether it was asked for otherwise than in a prompt that is open: on the command line, by a key.
    """

    query: str
    origin: Viewpoint
    matching: Matching = Matching()
    asked_before: bool = False


@distinct
class SearchAgain(NamedTuple):
    """Find a query in a longer snapshot of the document; answered by ``HitsRenewed``."""

    document: Document
    query: str
    matching: Matching


@distinct
class SeekHit(NamedTuple):
    """Look for the next (1) or previous (-1) hit from a position, which is not at hand; answered by ``HitSought``."""

    hits: Hits
    origin: Pos
    step: int


@distinct
class SearchFiles(NamedTuple):
    """Find a query in the files of a folder, of whose listing all is there; answered by ``FilesSearched``."""

    document: Document
    query: str
    matching: Matching


@distinct
class StopSearching(NamedTuple):
    """Give up the search under way, in the document or in a folder's files."""


@distinct
class FindFacts(NamedTuple):
    """Look for the facts of a document; answered by ``AboutKnown``, ``FactsProgressed``, ``FactsFound``.

    Attributes:
        document: The document.
        part: Which part of it is looked through, once one rests there; None for all of it.
        known: The parts whose facts stay.
        first: Whether they are the document's first, and its words are to be counted.
    """

    document: Document
    part: int | None = None
    known: tuple[PartFacts, ...] = ()
    first: bool = True


@distinct
class StopFindingFacts(NamedTuple):
    """Look for no more facts: the document is left."""


@distinct
class OpenDocument(NamedTuple):
    """Read a file or folder; answered by ``DocumentOpened``, then ``DocumentGrown``, or by ``LoadFailed``.

    Attributes:
        path: Where it is.
        anew: Whether it is another document; else it is the one on the screen, whose end was not waited for.
        again: Whether it is the one on the screen, which has changed.
        beginning: Where to begin in it; None for where it was left.
    """

    path: str
    anew: bool = True
    again: bool = False
    beginning: Beginning | None = None


@distinct
class Follow(NamedTuple):
    """Follow a document's file as it grows; answered by ``DocumentGrown``, or by ``LoadFailed``."""

    document: Document


@distinct
class StopFollowing(NamedTuple):
    """Follow it no more: one more ``DocumentGrown`` has all that came."""


@distinct
class StopLoading(NamedTuple):
    """Take no more of the document that is on its way."""


@distinct
class Copy(NamedTuple):
    """Put a text on the clipboard."""

    text: str


@distinct
class FindAnnotations(NamedTuple):
    """Find what is marked in a document, in a thread of its own; answered by ``AnnotationsFound``."""

    document: Document


@distinct
class Annotate(NamedTuple):
    """Make an annotation of a range of a document, which is not kept by that; answered by ``Annotated``."""

    document: Document
    part: Range
    kind: AnnotationKind
    note: str = ""


@distinct
class KeepChange(NamedTuple):
    """Have what is marked changed for good; answered by ``ChangeTold``, once or until it is kept."""

    number: int
    change: Change


@distinct
class TryKeeping(NamedTuple):
    """Try for a moment to keep what waits; answered by ``KeepingTried``."""


@distinct
class SaveElsewhere(NamedTuple):
    """Write annotations to a file that can be imported; answered by ``SavedElsewhere``."""

    path: str
    annotations: tuple[Annotation, ...]


@distinct
class SavePosition(NamedTuple):
    """Remember the place in a document: after a moment's rest, or at once when it is left."""

    document: Document
    pos: Pos
    at_once: bool = False


@distinct
class Remember(NamedTuple):
    """Remember how the screen was set up; what is None has not changed."""

    changes: SetUp


@distinct
class ListRecent(NamedTuple):
    """Tell which documents were read last; answered by ``RecentListed``."""

    document: Document


@distinct
class NextEncoding(NamedTuple):
    """Send the terminal its rows in another way; answered by ``EncodingChanged``."""


@distinct
class FindOpener(NamedTuple):
    """Tell whether the desktop has a program for an address; answered by ``OpenerFound``."""

    address: str
    words: str


@distinct
class Launch(NamedTuple):
    """Open an address with the desktop's program; answered by ``LaunchFailed`` where that cannot be done."""

    address: str


@distinct
class EditFile(NamedTuple):
    """Open a file in the user's editor at a line, counted from 1; answered by ``FileEdited``."""

    path: str
    line: int


@distinct
class Wait(NamedTuple):
    """Tell when so many seconds are over; answered by ``Waited``, with the number of the run."""

    document: Document
    seconds: float
    run: int


@distinct
class Redraw(NamedTuple):
    """Send the whole screen again."""


@distinct
class Suspend(NamedTuple):
    """Give the terminal back to the shell until the program is continued."""


@distinct
class Quit(NamedTuple):
    """End the program."""

    status: ExitCode = ExitCode.DONE


@distinct
class EditText(NamedTuple):
    """Have a text edited in the user's own editor; answered by ``TextEdited``."""

    text: str


@distinct
class ListAnnotations(NamedTuple):
    """Tell what is marked in all documents; answered by ``AnnotationsListed``."""


@distinct
class ExportAnnotations(NamedTuple):
    """Write annotations to a file, in the form its ending names; answered by ``Exported``.

    Attributes:
        path: The file.
        document: The document that is read.
        annotations: What is written; those without a range are of other documents.
    """

    path: str
    document: Document
    annotations: tuple[PlacedAnnotation, ...]


@distinct
class Ask(NamedTuple):
    """Ask a model about a document; answered by ``AnswerGrew``, and by ``AllowanceAsked`` on the way.

    Attributes:
        document: The document.
        exchange: The exchange as it is shown: its number and question.
        text: The question, with all the words it is about.
        task: What is asked for.
        language: The tag of the language to answer in.
        part: The part of the document that is asked about; None for all.
        before: The questions and answers before it.
        picture: Where the picture is that is asked about; "" for none.
    """

    document: Document
    exchange: Exchange
    text: str
    task: Task
    language: str
    part: Range | None = None
    before: tuple[tuple[str, str], ...] = ()
    picture: str = ""


@distinct
class StopAsking(NamedTuple):
    """Give up the answer under way."""


@distinct
class ReplyToModel(NamedTuple):
    """Tell a model what became of what it asked leave for in an exchange."""

    number: int
    what: Allowance
    reply: Reply


@distinct
class RecallConversation(NamedTuple):
    """Tell what was kept of the conversation about a document; answered by ``ConversationRecalled``.

    Attributes:
        document: The document.
        shown: Whether somebody waits to see it; else it only precedes what is asked now.
    """

    document: Document
    shown: bool = True


@distinct
class KeepConversation(NamedTuple):
    """Remember the conversation about a document."""

    document: Document
    exchanges: tuple[Exchange, ...]


@distinct
class WriteConversation(NamedTuple):
    """Write a conversation to a file in Markdown; answered by ``ConversationWritten``."""

    path: str
    document: Document
    exchanges: tuple[Exchange, ...]


ConversationEffect = Ask | StopAsking | ReplyToModel | RecallConversation | KeepConversation | WriteConversation

AnnotationEffect = (
    FindAnnotations | Annotate | KeepChange | TryKeeping | SaveElsewhere | ListAnnotations | ExportAnnotations
)

Effect = (
    Search
    | SearchAgain
    | SeekHit
    | SearchFiles
    | StopSearching
    | FindFacts
    | StopFindingFacts
    | OpenDocument
    | StopLoading
    | Follow
    | StopFollowing
    | Copy
    | AnnotationEffect
    | ConversationEffect
    | SavePosition
    | Remember
    | ListRecent
    | NextEncoding
    | FindOpener
    | Launch
    | EditText
    | EditFile
    | Wait
    | Redraw
    | Suspend
    | Quit
)
