"""The tools a model may ask for: a closed list, each with its bounds.

Whatever a server promises, arguments are checked here. Nothing reaches the network, other files, the clipboard or the
configuration.
"""

import json
from collections.abc import Mapping
from typing import Any

from reader.assist.events import Call
from reader.model import FactKind
from reader.named_tuples import NamedTuple
from reader.values import dataclass

CALLS_AT_MOST = 6
"""Calls that one question may make."""

LONGEST_RESULT = 8_000
"""Characters of a tool's result."""

_LONGEST_TEXT = 400


@dataclass(frozen=True, slots=True)
class Tool:
    """One tool.

    Attributes:
        name: What the model calls it.
        purpose: What it is told of it.
        argument: The name of its only argument.
        kind: The argument's JSON type.
        allowed: What the argument may be; empty for anything.
    """

    name: str
    purpose: str
    argument: str
    kind: str
    allowed: tuple[str, ...] = ()


LOOKING = (
    Tool("search", "Find words in the document, in its own language; gives passages.", "query", "string"),
    Tool("read", "The whole text of a passage.", "passage", "integer"),
    Tool("facts", "The document's facts of a kind.", "kind", "string", tuple(FactKind)),
)
"""Tools that look at the documents: they need nobody's leave."""

ACTING = (
    Tool("go", "Show the reader a passage, when asked to.", "passage", "integer"),
    Tool("bookmark", "Mark exact words of the document, when asked to.", "words", "string"),
)
"""Tools that do something to the reader, each with the user's leave; only for one who reads."""


@dataclass(frozen=True, slots=True)
class Request:
    """A call that was understood: a tool, and its argument."""

    tool: Tool
    value: str | int


class ToolResult(NamedTuple):
    """The result of a tool: words for the model, and how many passages or facts they are."""

    text: str
    found: int = 0


def schemas(tools: tuple[Tool, ...] = LOOKING) -> tuple[Mapping[str, object], ...]:
    """The tools as a server is told of them."""
    return tuple(
        {
            "type": "function",
            "function": {
                "name": tool.name,
                "description": tool.purpose,
                "parameters": {
                    "type": "object",
                    "properties": {tool.argument: _property(tool)},
                    "required": [tool.argument],
                },
            },
        }
        for tool in tools
    )


def _property(tool: Tool) -> dict[str, Any]:
    return {"type": tool.kind} | ({"enum": list(tool.allowed)} if tool.allowed else {})


def request_of(call: Call, passages: int, tools: tuple[Tool, ...] = LOOKING) -> Request | str:
    """The request that a call makes, or one line that tells the model what was wrong with it.

    Args:
        call: As the model made it.
        passages: How many passages the document has.
        tools: Those that were offered.
    """
    tool = next((tool for tool in tools if tool.name == call.name), None)
    if tool is None:
        return f"there is no tool {call.name[:40]!r}; there are {', '.join(tool.name for tool in tools)}"
    try:
        said = json.loads(call.arguments or "{}")
    except (ValueError, RecursionError):
        return "the arguments are not JSON"
    value = said.get(tool.argument) if isinstance(said, dict) else None
    if tool.kind == "integer":
        if isinstance(value, str) and value.isdecimal() and len(value) < 8:
            value = int(value)
        if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= passages:
            return f"{tool.argument} is a number from 1 to {passages}"
        return Request(tool, value)
    if not isinstance(value, str) or not 0 < len(value.strip()) <= _LONGEST_TEXT:
        return f"{tool.argument} is a text of at most {_LONGEST_TEXT} characters"
    if tool.allowed and value not in tool.allowed:
        return f"{tool.argument} is one of {', '.join(tool.allowed)}"
    return Request(tool, value.strip())


def bounded(result: str) -> str:
    """A tool's result, cut where it is too long."""
    return result if len(result) <= LONGEST_RESULT else f"{result[:LONGEST_RESULT]} … (cut)"
