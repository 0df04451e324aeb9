"""Asking servers, whole and broken ones."""

import threading
import time
from collections.abc import Iterable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.assist.client import Endpoint, OngoingAnswer, TooLongError
from reader.assist.event_stream import AnswerStream
from reader.assist.events import AnswerText, Call, End, Ended, Event, Message, Question, Thought, Usage
from reader.model import AssistantError, UsageError
from tests.assist.serving import OK, delta, finish, response, serving

ASKED = Question((Message("user", "كم؟"),))
ANSWER = delta(reasoning_content="أفكر") + delta(content="ثمانون ") + delta(content="مليارًا") + finish()


def asked(url: str, key: str = "") -> list[Event]:
    return list(OngoingAnswer(Endpoint(url, key=key), ASKED).events())


def streamed(pieces: Iterable[bytes]) -> list[Event]:
    stream = AnswerStream()
    return [event for piece in pieces for event in stream.feed(piece)] + list(stream.close())


def words(events: Iterable[Event]) -> tuple[str, str]:
    events = list(events)
    thought = "".join(event.text for event in events if isinstance(event, Thought))
    return thought, "".join(event.text for event in events if isinstance(event, AnswerText))


def test_an_answer_comes_with_its_reasoning_and_its_end() -> None:
    with serving([OK, ANSWER]) as server:
        events = asked(server.url, key="secret")
    assert words(events) == ("أفكر", "ثمانون مليارًا")
    assert events[-1] == Ended(End.STOP)
    assert server.asked[0]["messages"] == [{"role": "user", "content": "كم؟"}]
    assert server.asked[0]["stream"] is True
    assert "Authorization: Bearer secret" in server.heads[0]


@given(st.lists(st.integers(0, len(ANSWER)), max_size=8))
def test_bytes_may_be_cut_anywhere(cuts: list[int]) -> None:
    ends = [0, *sorted(cuts), len(ANSWER)]
    events = streamed(ANSWER[start:end] for start, end in pairwise(ends))
    assert words(events) == ("أفكر", "ثمانون مليارًا")
    assert events[-1] == Ended(End.STOP)


@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
def test_comments_other_fields_and_line_ends(end: bytes) -> None:
    stream = b": hello\n\nevent: x\nid: 1\n" + ANSWER
    assert words(streamed([stream.replace(b"\n", end)]))[1] == "ثمانون مليارًا"


@pytest.mark.parametrize(
    "stream",
    [
        delta(reasoning="think") + delta(content="say") + finish(),
        delta(content="<think>think</think>say") + finish(),
        b"".join(delta(content=letter) for letter in "<think>think</think>say") + finish(),
    ],
)
def test_reasoning_is_told_from_the_answer_in_every_form(stream: bytes) -> None:
    assert words(streamed([stream])) == ("think", "say")


def test_a_call_is_gathered_from_its_pieces() -> None:
    pieces = [
        {"index": 0, "id": "c1", "function": {"name": "search", "arguments": ""}},
        {"index": 0, "function": {"arguments": '{"query"'}},
        {"index": 0, "function": {"arguments": ': "لاما"}'}},
    ]
    events = streamed([b"".join(delta(tool_calls=[piece]) for piece in pieces) + finish("tool_calls")])
    assert events == [Call("c1", "search", '{"query": "لاما"}'), Ended(End.CALLS)]


def test_usage_is_told() -> None:
    usage = b'data: {"choices": [], "usage": {"prompt_tokens": 7, "completion_tokens": 2}}\n\n'
    assert Usage(7, 2) in streamed([delta(content="x") + usage + finish()])


def test_a_stream_that_is_cut_keeps_what_came() -> None:
    with serving([OK, delta(content="half an ans")]) as server:
        events = asked(server.url)
    assert words(events)[1] == "half an ans"
    assert events[-1] == Ended(End.CUT)


def test_an_endless_answer_ends() -> None:
    events = streamed(delta(content="x" * 10_000) for _ in range(200))
    assert events[-1] == Ended(End.LENGTH)
    assert len(words(events)[1]) < 2_000_000


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ([response("401 Unauthorized", b'{"error": {"message": "bad key"}}')], "does not accept the key"),
        ([response("404 Not Found", b"")], "no such address or model"),
        ([response("429 Too Many Requests", b"{}")], "too many questions"),
        ([response("500 Oh", b'{"error": {"message": "out of\\nmemory"}}')], "answers 500: out of memory"),
        ([response("500 Oh", b"<html>")], "answers 500"),
        ([response("200 OK", b"<html>welcome", "text/html")], "web page"),
        ([response("302 Found", b"", "text/plain", "Location: http://evil.example/")], "sends elsewhere"),
        ([OK, b"data: {not json\n\n"], "not JSON"),
        ([OK, b'data: {"error": {"message": "crashed"}}\n\n'], "failed: crashed"),
        ([b"SSH-2.0-OpenSSH_9.2\r\n"], "127.0.0.1"),
        ([b""], "127.0.0.1"),
    ],
)
def test_a_server_that_fails_is_one_line(answer: list[bytes], said: str) -> None:
    with serving(answer) as server, pytest.raises(AssistantError) as caught:
        asked(server.url)
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)
    assert caught.value.exit_code == 5


def test_no_server_is_one_line() -> None:
    with pytest.raises(AssistantError, match="nothing answers"):
        asked("http://127.0.0.1:9/v1")


def test_a_question_that_is_too_long_says_how_long_it_may_be() -> None:
    error = b'{"error": {"code": 400, "type": "exceed_context_size_error", "n_prompt_tokens": 9000, "n_ctx": 4096}}'
    with serving([response("400 Bad Request", error)]) as server, pytest.raises(TooLongError) as caught:
        asked(server.url)
    assert (caught.value.context, caught.value.tokens) == (4096, 9000)


def test_cancelling_frees_the_worker_and_the_server() -> None:
    with serving([OK, delta(content="one"), 30.0, delta(content="two")]) as server:
        exchange = OngoingAnswer(Endpoint(server.url), ASKED)
        events: list[Event] = []
        worker = threading.Thread(target=lambda: events.extend(exchange.events()))
        worker.start()
        while not server.asked:
            time.sleep(0.01)
        exchange.cancel()
        worker.join(5)
        assert not worker.is_alive()


def test_arguments_that_are_no_json_are_mended_in_the_history() -> None:
    history = Question((Message("assistant", "", (Call("1", "search", "{broken"),)), Message("tool", "none", call="1")))
    with serving([OK, finish()]) as server:
        list(OngoingAnswer(Endpoint(server.url), history).events())
    assert server.asked[0]["messages"][0]["tool_calls"][0]["function"]["arguments"] == "{}"


@pytest.mark.parametrize("url", ["", "ftp://x", "http://", "http://[", "https://x:99999", "http://example.org/v1"])
def test_addresses_that_are_none_or_unsafe_are_refused(url: str) -> None:
    with pytest.raises(UsageError, match=r"assistant\.url"):
        Endpoint(url)


@pytest.mark.parametrize("url", ["http://127.0.0.1:1/v1", "http://localhost/v1", "http://[::1]/v1", "unix:/tmp/x"])
def test_this_machine_is_known(url: str) -> None:
    assert Endpoint(url).is_here
    assert not Endpoint("https://api.example.org/v1").is_here
