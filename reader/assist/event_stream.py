"""The stream of an answer: bytes of server-sent events to events of the conversation.

Pure: bytes are fed in whatever pieces they arrive. The stages: bytes to lines (UTF-8 may be split anywhere; CR, LF and
CRLF end lines), lines to ``data`` fields (WHATWG HTML 9.2.6; comments are passed over), JSON to deltas of
``/v1/chat/completions``. Reasoning comes as ``reasoning_content`` (llama.cpp), as ``reasoning`` (vLLM, Ollama), or in
the text: between ``<think>`` and ``</think>`` (Qwen; DeepSeek R1, whose template may have written the first of them) or
in the channel ``analysis`` (gpt-oss). A call comes as ``tool_calls``, or as the whole text, where the server has no
parser for the model: an object that names a tool, in ``<tool_call>`` (Qwen), behind ``<|python_tag|>`` (Llama), in a
fence (Gemma), or bare. All of these are heeded.
"""

import codecs
import json
import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from reader.assist.events import AnswerText, Call, End, Ended, Event, Thought, Usage, WasThought
from reader.model import AssistantError

LONGEST_LINE = 4 << 20
"""Characters of a line; a server that sends more without a line end is none."""

LONGEST_ANSWER = 1 << 16
"""Characters of one answer, reasoning included; an endless one ends here as if it were cut."""

_LINE_END = re.compile(r"\r\n|\n|\r(?=.)", re.DOTALL)
_CLOSINGS = {"<think>": "</think>", "<|channel|>analysis<|message|>": "<|end|>"}
"""How reasoning in the text begins and ends."""

_DROPPED = "<|start|>assistant", "<|channel|>final<|message|>", "<|return|>"
"""Parts that say no more than that the answer begins and ends (gpt-oss)."""

_SIGNS = (*_CLOSINGS, "</think>", *_DROPPED)

_LONGEST_CALL = 20_000
_CALL = re.compile(
    r"\s*(?:<tool_call>|<\|python_tag\|>|```(?:json|tool_code|tool_call)?)?\s*(\{.*\})\s*(?:</tool_call>|```)?\s*",
    re.DOTALL,
)


class AnswerStream:
    """Turns the bytes of a response into events.

    Args:
        tools: The names of the tools that were offered.
    """

    def __init__(self, tools: Collection[str] = ()) -> None:
        self._tools = tools
        self._said = ""
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._rest = ""
        self._thinking = _Thinking()
        self._calls: dict[int, list[str]] = {}
        self._ended = False
        self._length = 0

    def feed(self, data: bytes) -> Iterator[Event]:
        """The events that more bytes complete.

        Raises:
            AssistantError: The stream says that the server failed, or is none of such events.
        """
        self._rest += self._decoder.decode(data)
        *lines, self._rest = _LINE_END.split(self._rest)
        if len(self._rest) > LONGEST_LINE:
            raise AssistantError("the assistant answers with a line that does not end; is the address right?")
        for line in lines:
            if line.startswith("data:") and not self._ended:
                yield from self._of_field(line[5:].strip())

    def close(self) -> Iterator[Event]:
        """The events left when no more bytes come."""
        if not self._ended:
            yield from self._end(End.CUT)

    def _of_field(self, field: str) -> Iterator[Event]:
        if field == "[DONE]":
            yield from self._end(End.STOP)
            return
        try:
            said = json.loads(field)
        except (ValueError, RecursionError):
            raise AssistantError("the assistant's answer cannot be understood: its stream is not JSON") from None
        if not isinstance(said, dict):
            return
        if "error" in said:
            raise AssistantError(f"the assistant failed: {message_of(said)}")
        yield from _usage(said)
        choices = said.get("choices")
        choice = choices[0] if isinstance(choices, list) and choices else None
        if not isinstance(choice, dict):
            return
        delta = choice.get("delta")
        if isinstance(delta, dict):
            yield from self._of_delta(delta)
        why = choice.get("finish_reason")
        if isinstance(why, str) and not self._ended:
            yield from self._end(End(why) if why in set(End) else End.STOP)

    def _of_delta(self, delta: Mapping[str, Any]) -> Iterator[Event]:
        reasoning = delta.get("reasoning_content") or delta.get("reasoning")
        content = delta.get("content")
        events: list[Event] = []
        if isinstance(reasoning, str) and reasoning:
            events.append(Thought(reasoning))
        if isinstance(content, str) and content:
            events += self._thinking.feed(content)
        self._length += sum(len(event.text) for event in events if isinstance(event, AnswerText | Thought))
        self._said_more(events)
        yield from events
        if self._length > LONGEST_ANSWER:
            yield from self._end(End.LENGTH)
        calls = delta.get("tool_calls")
        for position, call in enumerate(calls if isinstance(calls, list) else ()):
            if isinstance(call, dict):
                self._gather(position, call)

    def _said_more(self, events: list[Event]) -> None:
        """Keep the beginning of the text, which may be a call."""
        for event in events:
            if isinstance(event, WasThought):
                self._said = ""
            elif isinstance(event, AnswerText) and len(self._said) <= _LONGEST_CALL:
                self._said += event.text

    def _gather(self, position: int, call: Mapping[str, Any]) -> None:
        """A piece of a call: its name comes once, its arguments in pieces."""
        index, function = call.get("index", position), call.get("function")
        parts = self._calls.setdefault(index if isinstance(index, int) else position, ["", "", ""])
        if isinstance(identifier := call.get("id"), str):
            parts[0] = identifier
        if isinstance(function, dict):
            parts[1] += str(function.get("name") or "")
            arguments = function.get("arguments")
            parts[2] += arguments if isinstance(arguments, str) else json.dumps(arguments) if arguments else ""

    def _end(self, why: End) -> Iterator[Event]:
        self._ended = True
        rest = list(self._thinking.close())
        self._said_more(rest)
        yield from rest
        if not self._calls and why is not End.CUT and (call := _call_in(self._said, self._tools)):
            self._calls[0] = ["", *call]
        for index, (identifier, name, arguments) in sorted(self._calls.items()):
            yield Call(identifier or f"call-{index}", name, arguments)
        yield Ended(End.CALLS if self._calls and why is not End.CUT else why)


class _Thinking:
    """Tells reasoning in the text from the answer; what marks it may come in pieces."""

    def __init__(self) -> None:
        self._closing = ""
        self._thought_before = False
        self._held = ""

    def feed(self, text: str) -> Iterator[Event]:
        self._held += text
        while found := self._next_sign():
            before, _, self._held = self._held.partition(found)
            yield from self._event(before)
            if found == self._closing:
                self._closing = ""
            elif found in _CLOSINGS:
                self._closing, self._thought_before = _CLOSINGS[found], True
            elif found == "</think>" and not self._thought_before:
                self._thought_before = True
                yield WasThought()
        keep = max((n for sign in self._signs for n in range(1, len(sign)) if self._held.endswith(sign[:n])), default=0)
        ready, self._held = self._held[: len(self._held) - keep], self._held[len(self._held) - keep :]
        yield from self._event(ready)

    def close(self) -> Iterator[Event]:
        held, self._held = self._held, ""
        yield from self._event(held)

    @property
    def _signs(self) -> tuple[str, ...]:
        """The signs that end the present part of the answer."""
        return (self._closing,) if self._closing else _SIGNS

    def _next_sign(self) -> str:
        """The first of them in what is held; "" where there is none."""
        there = [(at, sign) for sign in self._signs if (at := self._held.find(sign)) >= 0]
        return min(there)[1] if there else ""

    def _event(self, text: str) -> Iterator[Event]:
        if text:
            yield Thought(text) if self._closing else AnswerText(text)


def _call_in(text: str, tools: Collection[str]) -> tuple[str, str] | None:
    """The name and arguments of a call that is all there is of a text; None where it is none of these tools'."""
    match = _CALL.fullmatch(text) if tools and len(text) <= _LONGEST_CALL else None
    if match is None:
        return None
    try:
        said = json.loads(match[1])
    except (ValueError, RecursionError):
        return None
    name = said.get("name")
    if not isinstance(name, str) or name not in tools:
        return None
    arguments = said.get("arguments", said.get("parameters"))
    return name, arguments if isinstance(arguments, str) else json.dumps(arguments, ensure_ascii=False)


def _usage(said: Mapping[str, Any]) -> Iterator[Event]:
    usage = said.get("usage")
    if isinstance(usage, dict):
        prompt, completion = usage.get("prompt_tokens"), usage.get("completion_tokens")
        if isinstance(prompt, int) and isinstance(completion, int):
            yield Usage(prompt, completion)


def message_of(said: object) -> str:
    """The message of an error object, in one line; "" where it says nothing."""
    error = said.get("error") if isinstance(said, dict) else said
    text = error.get("message") if isinstance(error, dict) else error
    return " ".join(str(text or "").split())[:300]
