"""A conversation as values: what was asked, what has come of the answer, where its quotations stand.

Nothing here knows how an answer is made: that is :mod:`reader.assist`, which is not loaded before the first question.
"""

from reader.enumerations import StrEnum
from reader.model import AnswerPart, Citation, Document, Plain, Range
from reader.model.distinct import distinct
from reader.named_tuples import NamedTuple
from reader.store.conversations import KeptExchange
from reader.store.outcomes import Reason
from reader.values import dataclass, replace


class AnswerState(StrEnum):
    """How far an answer is; the text ``ask.STATE`` says it of one that is not whole."""

    WAITING = "waiting"
    """Nothing has come; a model of this machine may be loading."""
    THINKING = "thinking"
    ANSWERING = "answering"
    WHOLE = "whole"
    STOPPED = "stopped"
    CUT = "cut"
    FAILED = "failed"

    @property
    def is_over(self) -> bool:
        """Whether nothing more comes."""
        return self not in {AnswerState.WAITING, AnswerState.THINKING, AnswerState.ANSWERING}


class Taken(NamedTuple):
    """A step that the model took; the text ``ask.step_NAME`` tells of it.

    Attributes:
        name: The tool's name, or ``refused``.
        about: What it was given: a query, a kind of facts, quoted words; "" for nothing.
        found: How much it gave; 0 for nothing that is counted.
    """

    name: str
    about: str = ""
    found: int = 0


class AnswerSource(NamedTuple):
    """Who answers, from what.

    Attributes:
        model: The model's name, "" where it has none.
        host: Where it is; "" for this machine.
        given: How many passages it was given.
        total: How many there are.
        cut: Whether it read less than it was sent.
    """

    model: str = ""
    host: str = ""
    given: int = 0
    total: int = 0
    cut: bool = False


UNKNOWN = AnswerSource()
"""Before anybody has answered."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """One question and its answer.

    Attributes:
        number: Its number in the conversation, from 0.
        question: What was asked.
        answer: What has come of the answer, as the model wrote it.
        parts: The same with its quotations told apart.
        thought: What has come of the reasoning.
        seconds: How long the reasoning took, so far.
        steps: The steps the model took.
        source: Who answers.
        state: How far it is.
        failure: Why it failed, in one line; "" where it has not.
    """

    number: int
    question: str
    answer: str = ""
    parts: tuple[AnswerPart, ...] = ()
    thought: str = ""
    seconds: int = 0
    steps: tuple[Taken, ...] = ()
    source: AnswerSource = UNKNOWN
    state: AnswerState = AnswerState.WAITING
    failure: str = ""

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Its quotations, in order."""
        return tuple(part for part in self.parts if isinstance(part, Citation))

    @property
    def answer_text(self) -> str:
        """The answer as it reads, the numbers of its quotations in brackets."""
        return "".join(part.text if isinstance(part, Plain) else f"[{part.n}]" for part in self.parts).strip()

    def stopped(self) -> "Exchange":
        """Ended by the user; what came is kept."""
        return self if self.state.is_over else replace(self, state=AnswerState.STOPPED)

    @property
    def kept(self) -> KeptExchange:
        """The part of it that is kept."""
        steps = tuple((step.name, step.about, step.found) for step in self.steps)
        return KeptExchange(
            self.question, self.answer, self.thought, self.seconds, steps, self.source.model, str(self.state)
        )


def of_kept(kept: KeptExchange, number: int, parts: tuple[AnswerPart, ...]) -> Exchange:
    """An exchange that was kept, its quotations looked for anew."""
    return Exchange(
        number,
        kept.question,
        kept.answer,
        parts,
        kept.thought,
        kept.seconds,
        tuple(Taken(*step) for step in kept.steps),
        AnswerSource(kept.model),
        AnswerState(kept.state) if kept.state in set(AnswerState) else AnswerState.WHOLE,
    ).stopped()


class Allowance(StrEnum):
    """An act that needs leave; the texts ``ask.may_NAME`` and ``ask.yes_NAME`` word it."""

    SEND = "send"
    """Text sent to a machine that is not this one: once for each host."""
    GO = "go"
    """The place in the text changed by the model: once a session."""
    BOOKMARK = "bookmark"
    """A bookmark made by the model: every time."""


class Reply(StrEnum):
    """The outcome of a request."""

    DONE = "done"
    REFUSED = "refused"
    MOVED = "moved"
    """The reader went elsewhere meanwhile, and is not taken away."""


@distinct
class AnswerGrew(NamedTuple):
    """More of an answer, or its end."""

    document: Document
    exchange: Exchange


@distinct
class AllowanceAsked(NamedTuple):
    """A model waits for a word of the user; answered by the effect ``ReplyToModel``.

    Attributes:
        document: What is asked about.
        number: The exchange's.
        what: What is to be done.
        text: The exact words that are to be marked or gone to; for a host its name.
        range: Where they stand.
        amount: How many characters may be sent.
        granted: Whether it was allowed before, for the whole session.
    """

    document: Document
    number: int
    what: Allowance
    text: str
    range: Range | None = None
    amount: int = 0
    granted: bool = False


@distinct
class ConversationRecalled(NamedTuple):
    """The kept conversation about a document; ``shown`` as in the effect ``RecallConversation``."""

    document: Document
    exchanges: tuple[Exchange, ...]
    shown: bool = True


@distinct
class ConversationWritten(NamedTuple):
    """A file of the conversation was written; ``reason`` says why not, "" when it was."""

    path: str
    reason: str = ""


@distinct
class ConversationWaits(NamedTuple):
    """The conversation is not kept yet, and why; ``path`` is the file that could not be written."""

    reason: Reason
    path: str


ConversationAnswer = AnswerGrew | AllowanceAsked | ConversationRecalled | ConversationWritten | ConversationWaits
