"""Reasoning and calls as models of several families send them, through servers that parse them and that do not."""

import json
from collections.abc import Iterable

import pytest

from reader.assist.event_stream import AnswerStream
from reader.assist.events import AnswerText, Call, End, Ended, Event, Thought, WasThought
from tests.assist.serving import delta, finish

THOUGHT, ANSWER = "أفكر في السؤال", "ثمانون مليارًا"
ARGUMENTS = '{"query": "مليار"}'
FUNCTION = {"name": "search", "arguments": ARGUMENTS}
OBJECT = '{"name": "search", "arguments": {"query": "مليار"}}'


def pieces(text: str) -> bytes:
    """A text in deltas of three letters, as tokens come."""
    return b"".join(delta(content=text[at : at + 3]) for at in range(0, len(text), 3))


REASONING = {
    "llama.cpp: DeepSeek R1, Qwen, gpt-oss": delta(reasoning_content=THOUGHT) + pieces(ANSWER),
    "vLLM": delta(reasoning=THOUGHT) + pieces(ANSWER),
    "Ollama": delta(content="", reasoning=THOUGHT) + pieces(ANSWER),
    "Qwen, not parsed": pieces(f"<think>\n{THOUGHT}\n</think>\n\n{ANSWER}"),
    "DeepSeek R1, whose template opens": pieces(f"{THOUGHT}\n</think>\n\n{ANSWER}"),
    "gpt-oss, not parsed": pieces(
        f"<|channel|>analysis<|message|>{THOUGHT}<|end|><|start|>assistant<|channel|>final<|message|>{ANSWER}<|return|>"
    ),
    "Llama, Gemma: none": pieces(ANSWER),
}
CALLS = {
    "llama.cpp, vLLM": delta(
        tool_calls=[{"index": 0, "id": "a", "type": "function", "function": FUNCTION | {"arguments": ""}}]
    )
    + b"".join(
        delta(tool_calls=[{"index": 0, "function": {"arguments": ARGUMENTS[at : at + 4]}}]) for at in range(0, 18, 4)
    )
    + finish("tool_calls"),
    "Ollama: whole, ended as any answer": delta(tool_calls=[{"id": "a", "function": FUNCTION}]) + finish("stop"),
    "an object for arguments": delta(
        tool_calls=[{"index": 0, "function": FUNCTION | {"arguments": json.loads(ARGUMENTS)}}]
    )
    + finish("tool_calls"),
    "Qwen, not parsed": pieces(f"<tool_call>\n{OBJECT}\n</tool_call>") + finish(),
    "Qwen, behind its reasoning": pieces(f"<think>\n{THOUGHT}\n</think>\n\n<tool_call>\n{OBJECT}\n</tool_call>")
    + finish(),
    "DeepSeek R1, behind its reasoning": pieces(f"{THOUGHT}</think>{OBJECT}") + finish(),
    "Llama, not parsed": pieces(OBJECT.replace("arguments", "parameters")) + finish(),
    "Llama, with its tag": pieces(f"<|python_tag|>{OBJECT.replace('arguments', 'parameters')}") + finish(),
    "Gemma, not parsed": pieces(f"```tool_code\n{OBJECT}\n```") + finish(),
}


def heard(stream: bytes, tools: Iterable[str] = ("search",)) -> list[Event]:
    answers = AnswerStream(frozenset(tools))
    return [*answers.feed(stream), *answers.close()]


def gathered(events: Iterable[Event]) -> tuple[str, str]:
    thought = answer = ""
    for event in events:
        match event:
            case Thought():
                thought += event.text
            case AnswerText():
                answer += event.text
            case WasThought():
                thought, answer = thought + answer, ""
            case _:
                pass
    return thought.strip(), answer.strip()


@pytest.mark.parametrize("form", list(REASONING))
def test_reasoning_is_told_from_the_answer(form: str) -> None:
    thought, answer = gathered(heard(REASONING[form] + finish()))
    assert answer == ANSWER
    assert thought == ("" if "none" in form else THOUGHT)


@pytest.mark.parametrize("form", list(CALLS))
def test_a_call_is_a_call(form: str) -> None:
    *_, call, end = heard(CALLS[form])
    assert end == Ended(End.CALLS)
    assert isinstance(call, Call)
    assert (call.name, json.loads(call.arguments)) == ("search", {"query": "مليار"})


@pytest.mark.parametrize(
    "text",
    [
        OBJECT.replace("search", "shell"),
        f"يُكتب هكذا: {OBJECT}",
        "{" * 10_000 + "}",
        '{"name": ["search"]}',
        '{"name": {"search": 1}}',
        "[1, 2]",
        "a < b </thinker> <|start",
    ],
)
def test_what_only_looks_like_one_is_an_answer(text: str) -> None:
    events = heard(pieces(text) + finish())
    assert gathered(events) == ("", text)
    assert events[-1] == Ended(End.STOP)


def test_without_tools_an_object_is_an_answer() -> None:
    assert heard(pieces(OBJECT) + finish(), ())[-1] == Ended(End.STOP)
