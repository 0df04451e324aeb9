"""Talking to a model in a thread of its own, so that reading never waits for it.

The thread ends soon after it is told to, whatever the server does: what it still tells is of an answer that is over.
Loaded with all of :mod:`reader.assist` when the first question is asked.
"""

from base64 import b64encode
from collections.abc import Callable
from contextlib import suppress
from functools import lru_cache
from queue import Empty, SimpleQueue
from threading import Event as Flag
from threading import Lock, Thread
from time import monotonic
from typing import Any

from reader.assist.abilities import abilities_of, context_of
from reader.assist.asking import Asking
from reader.assist.citations import parts_of
from reader.assist.client import Endpoint
from reader.assist.events import Call
from reader.assist.local import LocalModel
from reader.assist.passages import Passage, passages_of
from reader.assist.prompts import english_name
from reader.assist.quotations import Quotations
from reader.assist.tools import ACTING, LOOKING, Request, ToolResult
from reader.assist.turn import Said, Stage, Turn, Used, asked
from reader.assist.using import Looking
from reader.formats.picture_files import picture_at
from reader.model import AssistantError, Document, Range, ReaderError, Standing, Task, UsageError
from reader.store import Store
from reader.store.assistant import AssistantSettings, allow, assistant_settings, is_allowed
from reader.text.printable import printable
from reader.values import replace
from reader.view.conversation.state import (
    Allowance,
    AllowanceAsked,
    AnswerGrew,
    AnswerSource,
    AnswerState,
    Reply,
    Taken,
)
from reader.view.effects import Ask, ReplyToModel
from reader.view.events import Event

OFTEN, OFTEN_A_CHARACTER = 0.1, 1 / 60_000
"""Seconds between two states of an answer that are told, at least, and so many for each of its characters: more often
nobody reads it, and what is told is laid out."""

LARGEST = 10_000_000
"""Code points of a document that is asked about: its passages are ranked in memory."""

_LOOK_AGAIN = 0.1
_SHOWN = 80

_UNSEEN = str.maketrans("", "", "\u2066\u2067\u2068\u2069")
"""The isolates that interface texts put around what is filled in; no model needs them."""

_TOOLS = {Task.ANSWER: (*LOOKING, *ACTING), Task.EXPLAIN: LOOKING}


class _Known:
    """The material for questions about a document: passages, the search for quotations, the tools."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.passages: tuple[Passage, ...] = passages_of(document)
        self.quotations = Quotations([document], self.passages)
        self.looking = Looking([document], self.passages)


_known = lru_cache(maxsize=2)(_Known)


class Asker:
    """Asks one question at a time.

    Args:
        store: Remembers which hosts text may be sent to.
        post: Takes an event from any thread.
    """

    def __init__(self, store: Store, post: Callable[[Event], None]) -> None:
        self.store = store
        self.post = post
        self.may_go = False
        self._run: _Run | None = None
        self._local: LocalModel | None = None
        self._settings: AssistantSettings | None = None
        self._lock = Lock()
        self.abilities_of = lru_cache(maxsize=8)(abilities_of)

    def ask(self, effect: Ask) -> None:
        """Begin with a question; what is under way is given up."""
        self.stop()
        self._run = _Run(self, effect)

    def stop(self) -> None:
        """Give up the answer under way."""
        if self._run:
            self._run.stop()

    def reply(self, effect: ReplyToModel) -> None:
        """Tell the answer under way what became of what it asked leave for."""
        if effect.what is Allowance.GO and effect.reply is not Reply.REFUSED:
            self.may_go = True
        if self._run and self._run.number == effect.number:
            self._run.replies.put(effect.reply)

    def close(self) -> None:
        """The reader ends, and with it a model of this machine."""
        self.stop()
        if self._local:
            self._local.stop()

    def endpoint(self, settings: AssistantSettings, cancelled: Flag) -> Endpoint:
        """Who is asked; a model of this machine is started, or found running.

        Raises:
            AssistantError: It cannot be started.
            UsageError: The configuration says what is no address.
        """
        if not settings.is_local:
            return Endpoint(settings.url, settings.model, settings.key)
        with self._lock:
            if self._local is None or settings != self._settings:
                if self._local:
                    self._local.stop()
                self._local, self._settings = LocalModel(settings.model, settings.context, settings.mmproj), settings
            return self._local.start(cancelled)


class _Run:
    """One question under way in its thread, which is a daemon: leaving the program does not wait for it."""

    def __init__(self, asker: Asker, effect: Ask) -> None:
        self.number = effect.exchange.number
        self.replies: SimpleQueue[Reply] = SimpleQueue()
        self._asker = asker
        self._effect = effect
        self._stopped = Flag()
        self._asking: Asking | None = None
        self._shown = effect.exchange
        self._told = 0.0
        self._thinking_since: float | None = None
        self._seconds = 0.0
        Thread(target=self._work, name="asking", daemon=True).start()

    def stop(self) -> None:
        """End soon; nothing that is told from now on is shown."""
        self._stopped.set()
        if self._asking:
            self._asking.stop()

    def _work(self) -> None:
        with suppress(RuntimeError):  # the application has ended
            try:
                self._answer()
            except ReaderError as error:
                self._tell(state=AnswerState.FAILED, failure=str(error))
            except Exception as error:  # noqa: BLE001 - a defect here ends an answer, not the reader
                self._tell(state=AnswerState.FAILED, failure=f"{type(error).__name__}: {error}"[:200])

    def _answer(self) -> None:
        settings = assistant_settings()
        if settings is None:
            raise AssistantError("no assistant is configured; see 'Ask the document' in the README")
        effect = self._effect
        if len(effect.document) > LARGEST:
            raise AssistantError(f"the document has more than {LARGEST:,} characters; open a part of it")
        endpoint = self._asker.endpoint(settings, self._stopped)
        host = "" if endpoint.is_here else endpoint.host
        if host and not self._is_allowed(host):
            raise UsageError(f"nothing was sent to {host}")
        self._shown = replace(self._shown, source=AnswerSource(endpoint.model, host))
        picture = self._picture(endpoint)
        known = _known(effect.document)

        def turn_within(context: int) -> Turn:
            return asked(
                [known.document],
                known.passages,
                known.looking.ranking,
                text=effect.text.translate(_UNSEEN),
                language=english_name(effect.language),
                history=[Said(*one) for one in effect.before],
                context=context,
                task=effect.task,
                part=effect.part,
                tools=_TOOLS.get(effect.task, ()),
                picture=picture,
            )

        self._asking = Asking(endpoint, self._used, turn_within)
        if self._stopped.is_set():
            return
        self._asking.run(turn_within(settings.context or context_of(endpoint, self._asker.abilities_of)), self._heard)

    def _picture(self, endpoint: Endpoint) -> str:
        """The picture that is asked about; "" where none is."""
        if not self._effect.picture:
            return ""
        if self._asker.abilities_of(endpoint).sees is False:
            raise AssistantError(f"{endpoint.model or 'the model'} does not see pictures; another one may")
        found = picture_at(self._effect.document, self._effect.picture)
        return f"data:{found.media};base64,{b64encode(found.data).decode()}"

    def _is_allowed(self, host: str) -> bool:
        """Whether text may be sent to a host: as was said before, else as is said now."""
        if is_allowed(self._asker.store, host):
            return True
        if self._reply(Allowance.SEND, host, amount=len(self._effect.document)) is not Reply.DONE:
            return False
        allow(self._asker.store, host)
        return True

    # What comes

    def _heard(self, turn: Turn) -> None:
        """A state of the answer, told where it is news and the last one was some time ago."""
        state = _state_of(turn)
        if state is AnswerState.THINKING:
            self._thinking_since = self._thinking_since or monotonic()
        elif self._thinking_since:
            self._seconds += monotonic() - self._thinking_since
            self._thinking_since = None
        length = len(turn.answer) + len(turn.thought)
        wait = max(OFTEN, length * OFTEN_A_CHARACTER)
        if not state.is_over and state is self._shown.state and monotonic() - self._told < wait:
            return
        thinking = monotonic() - self._thinking_since if self._thinking_since else 0.0
        quotations = _known(self._effect.document).quotations
        self._tell(
            state=state,
            answer=turn.answer,
            parts=parts_of(turn.answer, quotations, ended=state.is_over),
            thought=turn.thought.strip(),
            seconds=round(self._seconds + thinking),
            steps=tuple(self._step(used) for used in turn.used),
            source=self._shown.source._replace(given=len(turn.given), total=turn.total, cut=turn.cut),
            failure=turn.failure,
        )

    def _tell(self, **changes: Any) -> None:
        self._told = monotonic()
        self._shown = replace(self._shown, **changes)
        if not self._stopped.is_set():
            self._asker.post(AnswerGrew(self._effect.document, self._shown))

    def _step(self, used: Used) -> Taken:
        request = used.request
        if request is None:
            return Taken("refused", printable(used.call.name)[:_SHOWN])
        about = self._words(request) if request.tool in ACTING else str(request.value)
        name = "refused" if used.result == _REFUSED else "stay" if used.result == _STAYED else request.tool.name
        return Taken(name, about[:_SHOWN], used.found)

    # What the model asks for

    def _used(self, call: Call, request: Request) -> ToolResult:
        del call
        known = _known(self._effect.document)
        match request.tool.name, request.value:
            case "go", int(number):
                return self._acted(Allowance.GO, request, known.passages[number - 1].range)
            case "bookmark", str(words):
                found = known.quotations.find(words)
                if found.state is Standing.NONE:
                    return ToolResult("these words are not in the document")
                return self._acted(Allowance.BOOKMARK, request, found.range)
            case _:
                return known.looking.result(request)

    def _acted(self, what: Allowance, request: Request, part: Range) -> ToolResult:
        granted = what is Allowance.GO and self._asker.may_go
        text = self._words(request) if what is Allowance.GO else self._slice(part)
        match self._reply(what, text, part, granted=granted):
            case Reply.DONE:
                return ToolResult("done")
            case Reply.MOVED:
                return ToolResult(_STAYED)
            case Reply.REFUSED:
                return ToolResult(_REFUSED)

    def _words(self, request: Request) -> str:
        """The words of the document that an acting tool is about."""
        if not isinstance(request.value, int):
            return request.value
        known = _known(self._effect.document)
        return self._slice(known.passages[request.value - 1].range)

    def _slice(self, part: Range) -> str:
        return " ".join(self._effect.document.slice(part).split())

    def _reply(
        self, what: Allowance, text: str, part: Range | None = None, *, amount: int = 0, granted: bool = False
    ) -> Reply:
        """The user's answer to it; no, once the answer is given up."""
        shown = text if what is Allowance.BOOKMARK else text[:_SHOWN]
        document = self._effect.document
        self._asker.post(AllowanceAsked(document, self.number, what, shown, part, amount, granted))
        while not self._stopped.is_set():
            with suppress(Empty):
                return self.replies.get(timeout=_LOOK_AGAIN)
        return Reply.REFUSED


_REFUSED = "the reader does not allow it"
_STAYED = "the reader has moved meanwhile and stays there"


def _state_of(turn: Turn) -> AnswerState:
    """How far an answer is, as it is shown."""
    if turn.stage is not Stage.DONE:
        return AnswerState.ANSWERING if turn.answer else AnswerState.THINKING if turn.thought else AnswerState.WAITING
    if turn.failure and not turn.answer:
        return AnswerState.FAILED
    return AnswerState.CUT if turn.interrupted else AnswerState.WHOLE
