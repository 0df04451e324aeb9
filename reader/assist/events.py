"""Events of a model's answer and the question that is asked of it, as values."""

from collections.abc import Mapping
from typing import Literal

from reader.enumerations import StrEnum
from reader.named_tuples import NamedTuple


class AnswerText(NamedTuple):
    """Some more of the answer."""

    text: str


class Thought(NamedTuple):
    """Some more of the reasoning before it."""

    text: str


class WasThought(NamedTuple):
    """All that came of the answer so far was reasoning: some templates open it before the model writes."""


class Call(NamedTuple):
    """A tool the model asks for; ``arguments`` is JSON, or what it takes for JSON."""

    id: str
    name: str
    arguments: str


class Usage(NamedTuple):
    """How many tokens the server says it read and wrote."""

    prompt: int
    completion: int


class End(StrEnum):
    """Why an answer ended."""

    STOP = "stop"
    LENGTH = "length"
    CALLS = "tool_calls"
    CUT = "cut"
    """The stream ended without saying why, as when the server dies; what came is kept."""


class Ended(NamedTuple):
    """The answer is over."""

    why: End


Event = AnswerText | Thought | WasThought | Call | Usage | Ended


class Message(NamedTuple):
    """One message of a conversation, as it is sent.

    Attributes:
        role: Whose it is.
        text: Its words.
        calls: The tools that the assistant asked for in it.
        call: The call that a tool's message answers; "" else.
        pictures: Pictures that stand before the words, as addresses that hold them (``data:``).
    """

    role: Literal["system", "user", "assistant", "tool"]
    text: str
    calls: tuple[Call, ...] = ()
    call: str = ""
    pictures: tuple[str, ...] = ()


class Question(NamedTuple):
    """A question to a model.

    Attributes:
        messages: The conversation so far.
        tools: The tools it may ask for, as JSON schemas.
        longest: Tokens of the answer at most.
    """

    messages: tuple[Message, ...]
    tools: tuple[Mapping[str, object], ...] = ()
    longest: int = 4096
