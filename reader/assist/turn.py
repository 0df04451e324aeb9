"""A question under way, as values: what is sent, what came, what is to be done next. Pure.

:func:`asked` begins an exchange, :func:`heard` takes one event of the answer, :func:`resumed` goes on once the tools
it asked for have been used. What is to be done is told by the turn's state; the client and the reader do it.
"""

from collections.abc import Callable, Sequence
from typing import assert_never

from reader.assist.events import AnswerText, Call, End, Ended, Event, Message, Question, Thought, Usage, WasThought
from reader.assist.passages import Passage
from reader.assist.prompts import fitting, instructions, tokens_of
from reader.assist.tools import CALLS_AT_MOST, LOOKING, Request, Tool, bounded, request_of, schemas
from reader.enumerations import StrEnum
from reader.model import Document, Range, Task
from reader.named_tuples import NamedTuple
from reader.search.ranking import Ranking
from reader.values import dataclass, replace

RESERVED, RESERVED_SHARE = 1_200, 4
"""Tokens kept free for the rules, the question and the answer, and the part of the context they are at least."""


class Stage(StrEnum):
    """Where a turn is."""

    ANSWERING = "answering"
    USING_TOOLS = "using_tools"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Used:
    """A tool that was asked for, and what it gave; ``found`` as in :class:`~reader.assist.tools.ToolResult`."""

    call: Call
    request: Request | None
    result: str
    found: int = 0


class Said(NamedTuple):
    """An earlier question and its answer."""

    question: str
    answer: str


@dataclass(frozen=True, slots=True)
class Turn:
    """One question and its answer.

    Attributes:
        text: The question.
        question: What is, or was last, sent.
        given: The passages that were given.
        total: How many there are, of the part that is asked about.
        passages: How many there are in all.
        tools: The tools it may ask for.
        answer: What has come of the answer.
        thought: What has come of the reasoning.
        calls: Calls of this answer that are still to be used.
        used: Those that were.
        stage: Where it is.
        end: Why it ended, once it has.
        failure: Why it failed, in one line; "" while it has not.
        cut: Whether the server read less than it was sent.
    """

    text: str
    question: Question
    given: tuple[Passage, ...]
    total: int
    passages: int
    tools: tuple[Tool, ...] = LOOKING
    answer: str = ""
    thought: str = ""
    calls: tuple[Call, ...] = ()
    used: tuple[Used, ...] = ()
    stage: Stage = Stage.ANSWERING
    end: End | None = None
    failure: str = ""
    cut: bool = False

    @property
    def interrupted(self) -> bool:
        """Whether the answer is not whole."""
        return bool(self.failure) or self.end in {End.CUT, End.LENGTH}

    def stopped(self) -> "Turn":
        """Ended by the user; what came is kept."""
        return self if self.stage is Stage.DONE else replace(self, stage=Stage.DONE, end=End.CUT)

    def failed(self, why: str) -> "Turn":
        """Ended by a failure; what came is kept."""
        return replace(self, stage=Stage.DONE, end=End.CUT, failure=why)


def asked(
    documents: Sequence[Document],
    passages: Sequence[Passage],
    ranking: Callable[[], Ranking],
    *,
    text: str,
    language: str,
    history: Sequence[Said] = (),
    context: int,
    task: Task = Task.ANSWER,
    part: Range | None = None,
    tools: tuple[Tool, ...] = LOOKING,
    picture: str = "",
) -> Turn:
    """A question about documents, with the passages that fit: all where there is room, else the best ranked.

    Of a part of a document its own passages are given, as many as fit, and to sum it up or translate it no others.

    Args:
        documents: The documents.
        passages: All their passages, or those of the section in question.
        ranking: Ranks the passages; only called where not all of them fit.
        text: The question.
        language: The name of the language to answer in, in English.
        history: Earlier turns, the first one first.
        context: Tokens the model takes.
        task: What is asked for.
        part: The part of the first document that is asked about; None for all.
        tools: The tools the model may ask for.
        picture: The picture that is asked about, as an address that holds it; "" for none.
    """
    said = _history(history, context // 4)
    taken = max(RESERVED, context // RESERVED_SHARE) + tokens_of(text)
    room = max(0, context - taken - sum(tokens_of(message.text) for message in said))
    whole = len(passages)
    own = [n for n, one in enumerate(passages) if part and one.range.overlaps(part) and not one.source]
    if own and task is not Task.EXPLAIN:
        given, whole = fitting(documents, passages, own, room), len(own)
    else:
        given = fitting(documents, passages, range(len(passages)), room)
        if len(given) < len(passages):
            order = [*own, *(n for n in ranking().best(text, len(passages)) if n not in own)]
            given = fitting(documents, passages, order or range(len(passages)), room)
    system = Message("system", instructions(documents, language, given, task))
    messages = (system, *said, Message("user", text, pictures=(picture,) if picture else ()))
    return Turn(text, Question(messages, schemas(tools)), given, whole, len(passages), tools)


def _history(turns: Sequence[Said], room: int) -> tuple[Message, ...]:
    """The latest of them that fit, without their tools and reasoning."""
    messages: list[Message] = []
    for turn in reversed(turns):
        room -= tokens_of(turn.question) + tokens_of(turn.answer)
        if room < 0:
            break
        if turn.answer:
            messages[:0] = [Message("user", turn.question), Message("assistant", turn.answer)]
    return tuple(messages)


def heard(turn: Turn, event: Event) -> Turn:
    """The turn after an event; one that is over hears nothing more."""
    if turn.stage is not Stage.ANSWERING:
        return turn
    match event:
        case AnswerText():
            return replace(turn, answer=turn.answer + event.text)
        case Thought():
            return replace(turn, thought=turn.thought + event.text)
        case WasThought():
            return replace(turn, thought=turn.thought + turn.answer, answer="")
        case Call():
            return replace(turn, calls=(*turn.calls, event))
        case Usage():
            sent = sum(tokens_of(message.text) for message in turn.question.messages)
            return replace(turn, cut=event.prompt < sent // 3)
        case Ended():
            if event.why is End.CALLS and turn.calls:
                return replace(turn, stage=Stage.USING_TOOLS)
            return replace(turn, stage=Stage.DONE, end=event.why)
        case _:
            assert_never(event)


def requests(turn: Turn) -> tuple[tuple[Call, Request | str], ...]:
    """The calls to be used now, each understood or with what was wrong with it.

    A question makes so many calls at most, and none twice.
    """
    made = {(used.call.name, used.call.arguments) for used in turn.used}
    found: list[tuple[Call, Request | str]] = []
    for call in turn.calls:
        if len(turn.used) + len(found) >= CALLS_AT_MOST:
            found.append((call, "no more calls for this question; answer with what you have"))
        elif (call.name, call.arguments) in made:
            found.append((call, "this call was made already; answer with what it gave"))
        else:
            made.add((call.name, call.arguments))
            found.append((call, request_of(call, turn.passages, turn.tools)))
    return tuple(found)


def resumed(turn: Turn, results: Sequence[Used]) -> Turn:
    """The turn after its tools were used: they are told to the model, which goes on answering.

    What it said before it asked for them is sent back and no part of the answer.
    """
    before = turn.question
    messages = (
        *before.messages,
        Message("assistant", turn.answer, tuple(used.call for used in results)),
        *(Message("tool", bounded(used.result), call=used.call.id) for used in results),
    )
    used = (*turn.used, *results)
    tools = before.tools if len(used) < CALLS_AT_MOST else ()
    question = Question(messages, tools, before.longest)
    return replace(turn, question=question, calls=(), used=used, stage=Stage.ANSWERING, answer="")
