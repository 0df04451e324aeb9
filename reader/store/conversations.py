"""Conversations about documents, kept beside their marks: found again by the text, else by the path.

What is kept are the words; where quotations stand is looked for anew when a conversation is shown, so that one about a
document that has changed tells what has moved and what is gone.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.model import Document
from reader.model.digests import blake2b
from reader.named_tuples import NamedTuple
from reader.store.paths import has_path

if TYPE_CHECKING:
    from reader.store.store import Store

MOST = 200
"""Exchanges of a conversation that are kept, the latest."""

_KEY = "conversation/"


class KeptExchange(NamedTuple):
    """A question and its answer, as they are kept.

    Attributes:
        question: What was asked.
        answer: What the model wrote, its quotations marked as it marked them.
        thought: Its reasoning.
        seconds: How long that took.
        steps: What it looked at: the tool, what it was given, how much it gave.
        model: Its name.
        state: How the answer ended.
    """

    question: str
    answer: str
    thought: str = ""
    seconds: int = 0
    steps: tuple[tuple[str, str, int], ...] = ()
    model: str = ""
    state: str = ""


def kept_conversation(store: "Store", document: Document) -> tuple[KeptExchange, ...]:
    """The conversation kept about a document; nothing of what is damaged.

    Raises:
        UnusableStateError: The state cannot be read.
    """
    for key in _keys(document):
        if text := store.setting(key):
            return _exchanges_in(text)
    return ()


def keep_conversation(store: "Store", document: Document, exchanges: Sequence[KeptExchange]) -> int:
    """Have the conversation about a document be as this is; the number by which the outcome names it."""
    import json  # noqa: PLC0415 - the interface is there before it

    text = json.dumps(list(exchanges[-MOST:]))
    return [store.set_setting(key, text) for key in _keys(document)][-1]


def is_conversation(key: str) -> bool:
    """Whether a conversation is kept under this key."""
    return key.startswith(_KEY)


def _keys(document: Document) -> tuple[str, ...]:
    """By the path first, which stays when the text changes; by the text, which stays when the file moves."""
    path = document.meta.path
    named = (blake2b(path.encode("utf-8", "surrogateescape"), digest_size=16).hexdigest(),) if has_path(path) else ()
    return tuple(_KEY + name for name in (*named, document.digest))


def _exchanges_in(text: str) -> tuple[KeptExchange, ...]:
    import json  # noqa: PLC0415 - see above

    try:
        said = json.loads(text)
    except (ValueError, RecursionError):
        return ()
    return tuple(kept for each in said if (kept := _exchange_in(each))) if isinstance(said, list) else ()


def _exchange_in(said: object) -> KeptExchange | None:
    match said:
        case [str(question), str(answer), str(thought), int(seconds), list(steps), str(model), str(state)]:
            known = tuple((n, about, count) for n, about, count in _steps_in(steps))
            return KeptExchange(question, answer, thought, seconds, known, model, state)
        case _:
            return None


def _steps_in(steps: list[object]) -> list[tuple[str, str, int]]:
    found = []
    for step in steps:
        match step:
            case [str(name), str(about), int(count)]:
                found.append((name, about, count))
    return found
