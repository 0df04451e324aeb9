"""Conversations kept, recalled and written to files; talking to a model is :mod:`reader.tui.asking`."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from textual.app import App

from reader.model import Document, StateError
from reader.store import Store
from reader.store.conversations import KeptExchange, keep_conversation, kept_conversation
from reader.view.conversation.state import ConversationRecalled, ConversationWritten, Exchange, of_kept
from reader.view.conversation.writing import markdown_of
from reader.view.effects import KeepConversation, RecallConversation, WriteConversation
from reader.view.events import Event

GROUP = "conversations"
"""The group of the worker."""


def keep(store: Store, effect: KeepConversation) -> int:
    """Remember a conversation; the number by which the outcome names it, 0 where there is nothing to remember."""
    if not effect.exchanges:
        return 0
    return keep_conversation(store, effect.document, [one.kept for one in effect.exchanges])


def recall(app: App[Any], store: Store, effect: RecallConversation, post: Callable[[Event], None]) -> None:
    """Recall a kept conversation; its quotations are looked for in a thread of its own."""
    try:
        kept = kept_conversation(store, effect.document)
    except StateError:
        kept = ()

    def tell() -> None:
        post(ConversationRecalled(effect.document, _exchanges(effect.document, kept), effect.shown))

    app.run_worker(tell, group=GROUP, thread=True, exit_on_error=False)


def _exchanges(document: Document, kept: tuple[KeptExchange, ...]) -> tuple[Exchange, ...]:
    if not kept:
        return ()
    from reader.assist.citations import parts_of  # noqa: PLC0415 - loaded when there was a question once
    from reader.assist.passages import passages_of  # noqa: PLC0415
    from reader.assist.quotations import Quotations  # noqa: PLC0415

    quotations = Quotations([document], passages_of(document))
    return tuple(of_kept(one, number, parts_of(one.answer, quotations)) for number, one in enumerate(kept))


def write(effect: WriteConversation) -> ConversationWritten:
    """Write a conversation to a file that only its owner can read."""
    from reader.store import exchange  # noqa: PLC0415 - few conversations are written to a file

    try:
        text = markdown_of(effect.exchanges, effect.document)
        exchange.write_private(Path(effect.path).expanduser(), text)
    except (OSError, RuntimeError) as error:
        return ConversationWritten(effect.path, getattr(error, "strerror", None) or str(error))
    return ConversationWritten(effect.path)
