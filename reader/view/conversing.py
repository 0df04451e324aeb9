"""Asking a model about the document: questions, the answers as they come, and what a model may do only when allowed.

What is asked of the shell are effects; nothing here connects to anything.
"""

from typing import assert_never

from reader.model import Mark, Range, Span, Standing, Task, range_of
from reader.model.distinct import distinct
from reader.named_tuples import NamedTuple
from reader.search import word_from
from reader.store import AnnotationKind
from reader.text.language import language_of
from reader.values import replace
from reader.view.arrange import PaneName
from reader.view.arranging import toggle
from reader.view.conversation.state import (
    Allowance,
    AllowanceAsked,
    AnswerGrew,
    AnswerState,
    ConversationAnswer,
    ConversationRecalled,
    ConversationWaits,
    ConversationWritten,
    Exchange,
    Reply,
)
from reader.view.effects import (
    Annotate,
    Ask,
    Effect,
    KeepConversation,
    RecallConversation,
    ReplyToModel,
    StopAsking,
)
from reader.view.field import Field
from reader.view.list_model import Item, ListModel
from reader.view.panes.pane import Cite
from reader.view.popups import ListKind, ListPopup
from reader.view.prompt import Prompt, PromptKind
from reader.view.reading_state import ReadingState
from reader.view.steps import Step
from reader.view.styled import styled
from reader.view.viewpoint import Viewpoint
from reader.view.workspace import Workspace

SHOWN = 120
"""Code points of the words a question is about that the conversation shows."""

LONGEST = 8_000
"""Code points that are explained or translated at once."""

_NEXT = Exchange(0, "")
"""Stands for the exchange that is begun."""


# Asking


def give_up(workspace: Workspace) -> Step:
    """Give the answer up: Esc while one comes."""
    stopped, effects = stop(workspace)
    return stopped.said("ask.stopped"), effects


def ask_for_question(workspace: Workspace) -> Step:
    """The prompt for a question."""
    if not workspace.document.complete:
        return workspace.said("message.arriving"), ()
    field = Field(base=workspace.document.direction)
    return replace(workspace, prompt=Prompt(PromptKind.ASK, workspace.reading.viewpoint, field)), ()


def ask(workspace: Workspace, text: str) -> Step:
    """A question that was typed."""
    question = " ".join(text.split())
    if not question:
        return workspace, ()
    language = language_of(question) or workspace.messages.language
    return _asked(workspace, question, Ask(workspace.document, _NEXT, question, Task.ANSWER, language))


def explain(workspace: Workspace) -> Step:
    """The selection, or the word at the reading position, explained where it stands."""
    reading = workspace.reading
    part = reading.selection or word_from(workspace.document, reading.cursor)
    if part is None or not part.length:
        return workspace.said("search.no_word"), ()
    return _about_words(workspace, part, Task.EXPLAIN, workspace.messages.language)


def translate(workspace: Workspace) -> Step:
    """The selection, or the sentence, in the interface's language; what is in it already in English, or in Arabic."""
    part, own = workspace.reading.chosen, workspace.messages.language
    text = workspace.document.slice(part)
    if not text.strip():
        return workspace.said("message.nothing_to_copy"), ()
    from_here = language_of(text, workspace.document.meta.language)
    return _about_words(workspace, part, Task.TRANSLATE, own if own != from_here else "ar" if own == "en" else "en")


def sum_up(workspace: Workspace) -> Step:
    """The section one reads, or the document where there are none."""
    if not workspace.document.complete:
        return workspace.said("message.arriving"), ()
    section = workspace.reading.section
    title = " ".join(workspace.document.slice(section.title).split()) or workspace.title
    question = workspace.messages.text("ask.sum_up", text=_shortened(title))
    language = workspace.messages.language
    return _asked(workspace, question, Ask(workspace.document, _NEXT, question, Task.SUM_UP, language, section.range))


def describe(workspace: Workspace) -> Step:
    """The picture at the reading position, else the first one on the screen, for a model that sees."""
    if not workspace.document.complete:
        return workspace.said("message.arriving"), ()
    picture = _picture_here(workspace.reading)
    if picture is None:
        return workspace.said("ask.no_picture"), ()
    words = " ".join(workspace.document.slice(picture.range).split())
    question = workspace.messages.text("ask.describe", text=_shortened(words))
    language = workspace.messages.language
    asking = Ask(workspace.document, _NEXT, question, Task.DESCRIBE, language, picture.range, picture=picture.target)
    return _asked(workspace, question, asking)


def _picture_here(reading: ReadingState) -> Span | None:
    blocks, rows = reading.document.blocks, reading.rows()
    if not blocks or not rows:
        return None
    shown = range_of(rows[0].range.start, rows[-1].range.end)
    first, last = (reading.document.block_index_at(pos) for pos in shown)
    pictures = [
        span
        for block in blocks.between(first, last + 1)
        for span in block.spans
        if span.mark is Mark.PICTURE and span.range.overlaps(shown)
    ]
    here = [span for span in pictures if span.range.overlaps(reading.sentence)]
    return next(iter((*here, *pictures)), None)


def _about_words(workspace: Workspace, part: Range, task: Task, language: str) -> Step:
    """A question about some words of the text, all of which are told to the model."""
    if not workspace.document.complete:
        return workspace.said("message.arriving"), ()
    if part.length > LONGEST:
        return workspace.said("ask.too_long", n=workspace.messages.number(LONGEST)), ()
    words = " ".join(workspace.document.slice(part).split())
    key = f"ask.{task}"
    shown, sent = (workspace.messages.text(key, text=text) for text in (_shortened(words), words))
    return _asked(workspace, shown, Ask(workspace.document, _NEXT, sent, task, language, part))


def _shortened(words: str) -> str:
    return words if len(words) <= SHOWN else f"{words[: SHOWN - 1]}…"


def _asked(workspace: Workspace, question: str, asking: Ask) -> Step:
    """One more exchange, shown at once; one under way ends. What was kept of the conversation comes before it."""
    workspace, effects = stop(workspace)
    pane = workspace.conversation
    number = pane.last.number + 1 if pane.last else 0
    told = tuple((one.question, one.answer) for one in pane.exchanges if one.answer)
    if not pane.exchanges:
        effects = (*effects, RecallConversation(workspace.document, shown=False))
    exchange = Exchange(number, question)
    pane = replace(pane.begun(exchange), place=_place(workspace))
    opened = _shown(workspace.with_pane(pane))
    return opened, (*effects, asking._replace(exchange=exchange, before=told))


def _shown(workspace: Workspace) -> Workspace:
    """The conversation beside or over the text, and focused."""
    wanted = workspace.wanted | {PaneName.CONVERSATION}
    return replace(workspace, wanted=wanted, alone=False).focused_on(PaneName.CONVERSATION)


def stop(workspace: Workspace) -> Step:
    """The answer under way ended; what came is kept."""
    pane = workspace.conversation
    if not pane.is_under_way:
        return workspace, ()
    popup = None if _is_allowance(workspace) else workspace.popup
    stopped = replace(workspace.with_pane(replace(pane.stopped(), waiting=None)), popup=popup)
    return stopped, (StopAsking(), _kept(stopped))


def _kept(workspace: Workspace) -> Effect:
    """The effect that keeps the answers, whole or not."""
    exchanges = tuple(one for one in workspace.conversation.exchanges if one.answer)
    return KeepConversation(workspace.document, exchanges)


def show(workspace: Workspace) -> Step:
    """The conversation shown, or closed; where there is none on the screen, what was kept of it."""
    if workspace.conversation.vacancy:
        return workspace, (RecallConversation(workspace.document),)
    toggled, effects = toggle(workspace, PaneName.CONVERSATION)
    if toggled.arrangement.has_beside(PaneName.CONVERSATION):
        toggled = toggled.focused_on(PaneName.CONVERSATION)
    return toggled, effects


# What comes of it


def answered(workspace: Workspace, event: ConversationAnswer) -> Step:
    """Take an event from the shell; one of another document than the one that is read comes too late."""
    if isinstance(event, ConversationWritten):
        if event.reason:
            return workspace.said("message.cannot_save", path=event.path, reason=event.reason), ()
        return workspace.said("ask.written", path=event.path), ()
    if isinstance(event, ConversationWaits):
        messages = workspace.messages
        why = messages.text(f"state.{event.reason}", path=event.path)
        return workspace.said("message.waits", text=messages.text("pane.conversation"), reason=why), ()
    if event.document is not workspace.document:
        return workspace, ()
    match event:
        case AnswerGrew():
            return _grown(workspace, event.exchange)
        case AllowanceAsked():
            return _allowance_asked(workspace, event)
        case ConversationRecalled():
            return _recalled(workspace, event)
        case _:
            assert_never(event)


def _grown(workspace: Workspace, exchange: Exchange) -> Step:
    """More of an answer; one that broke off says so at the foot, too, for its end may be far below."""
    pane = workspace.conversation.grown(exchange)
    if pane is workspace.conversation:
        return workspace, ()
    grown = workspace.with_pane(pane)
    match exchange.state:
        case AnswerState.CUT:
            grown = grown.said("ask.cut")
        case AnswerState.FAILED:
            grown = grown.said("ask.failed", reason=exchange.failure)
        case _:
            pass
    return grown, (_kept(grown),) if exchange.state.is_over else ()


def _recalled(workspace: Workspace, event: ConversationRecalled) -> Step:
    pane = workspace.conversation
    if not event.shown:
        if not event.exchanges:
            return workspace, ()
        earlier = tuple(replace(one, number=one.number - len(event.exchanges)) for one in event.exchanges)
        added = pane.preceded(earlier) if pane.exchanges else pane.with_exchanges(event.exchanges)
        told = workspace.with_pane(added)
        return told, (() if added.is_under_way else (_kept(told),))  # what was kept meanwhile had not what came before
    if pane.exchanges:  # something was asked meanwhile
        return _shown(workspace), ()
    if not event.exchanges:
        return workspace.said("pane.no_conversation"), ()
    return _shown(workspace.with_pane(pane.with_exchanges(event.exchanges))), ()


def cite(workspace: Workspace, choice: Cite) -> Step:
    """To the words an answer rests on; what is not in the text leads nowhere, and says so."""
    citation = choice.citation
    if citation.found.state is Standing.NONE:
        return workspace.said("ask.not_found", text=_shortened(" ".join(citation.quotation.split()))), ()
    gone = workspace.with_reading(workspace.reading.jumped(citation.found.range))
    if workspace.arrangement.over:
        gone = gone.focused_on(PaneName.TEXT)
    return (gone.said("ask.moved") if citation.found.state is Standing.ELSEWHERE else gone), ()


# Leave


@distinct
class Leave(NamedTuple):
    """An answer to what a model asked for."""

    asked: AllowanceAsked
    given: bool


def _allowance_asked(workspace: Workspace, asked: AllowanceAsked) -> Step:
    last = workspace.conversation.last
    if last is None or last.number != asked.number or last.state.is_over:
        return workspace, ()
    if asked.granted:
        return allowed(workspace, Leave(asked, given=True))
    return workspace.with_pane(replace(workspace.conversation, waiting=asked)), ()


def asked_when_free(workspace: Workspace) -> Workspace:
    """The question for leave over the panes, once nothing else stands there."""
    asked = workspace.conversation.waiting
    if asked is None or workspace.popup or workspace.prompt:
        return workspace
    messages = workspace.messages
    items = (
        Item(styled(messages.text(f"ask.yes_{asked.what}")), None, Leave(asked, given=True)),
        Item(styled(messages.text("ask.no")), None, Leave(asked, given=False)),
    )
    details = messages.text(f"ask.may_{asked.what}", text=asked.text, count=asked.amount)
    popup = ListPopup(ListKind.ALLOWANCE, ListModel(items), details=details)
    return replace(workspace.with_pane(replace(workspace.conversation, waiting=None)), popup=popup)


def _is_allowance(workspace: Workspace) -> bool:
    return isinstance(workspace.popup, ListPopup) and workspace.popup.kind is ListKind.ALLOWANCE


def allowed(workspace: Workspace, leave: Leave) -> Step:
    """Do what was allowed; the model is told of what was not."""
    asked = leave.asked
    reply = Reply.DONE if leave.given else Reply.REFUSED
    effects: tuple[Effect, ...] = ()
    if leave.given:
        match asked.what:
            case Allowance.GO if asked.range:
                if _place(workspace) != workspace.conversation.place:
                    reply = Reply.MOVED
                else:
                    workspace = workspace.with_reading(workspace.reading.jumped(asked.range))
                    pane = replace(workspace.conversation, place=_place(workspace))
                    workspace = workspace.with_pane(pane)
            case Allowance.BOOKMARK if asked.range:
                effects = (Annotate(asked.document, asked.range, AnnotationKind.BOOKMARK),)
            case _:
                pass
    return workspace, (*effects, ReplyToModel(asked.number, asked.what, reply))


def _place(workspace: Workspace) -> Viewpoint:
    """Where one reads, whatever the size of the window."""
    return Viewpoint(workspace.reading.top, workspace.reading.cursor)


def refused(workspace: Workspace, popup: ListPopup) -> Step:
    """The question for leave closed without an answer: that is a no."""
    leave = next(item.key for item in popup.model.items if isinstance(item.key, Leave))
    return allowed(replace(workspace, popup=None), leave._replace(given=False))
