"""Asking an OpenAI-compatible server: one POST, answered in a stream. The edge of this package.

One way for every server (llama.cpp, Ollama, vLLM, hosted services): ``/v1/chat/completions`` by ``http.client``.
Proxies come from the environment; a redirect is never followed, so the key goes nowhere else. An answer is read in a
worker's thread; :meth:`OngoingAnswer.cancel`, from any thread, ends it at once.
"""

import json
import socket
from collections.abc import Iterator, Mapping
from contextlib import closing, suppress
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from ipaddress import ip_address
from threading import Event, Lock
from typing import Any
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

from reader.assist.event_stream import AnswerStream, message_of
from reader.assist.events import Event as AnswerEvent
from reader.assist.events import Message, Question
from reader.model import AssistantError, UsageError
from reader.values import dataclass

CONNECT_WITHIN = 10.0
"""Seconds in which a server must be reached."""

SILENT_AT_MOST = 180.0
"""Seconds without a byte after which a server is given up; a large prompt takes minutes on a small machine."""

_PIECE = 1 << 14
_LONGEST_REFUSAL = 1 << 16


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A server and a model on it.

    Attributes:
        url: The address up to and without ``/chat/completions``: ``http://127.0.0.1:8080/v1``; ``unix:PATH`` for a
            socket of this machine.
        model: The model's name there; "" where the server has but one.
        key: The key, "" for none; it is never shown.
    """

    url: str
    model: str = ""
    key: str = ""

    def __post_init__(self) -> None:
        if self.url.startswith("unix:"):
            return
        try:
            parts = urlsplit(self.url)
            port = parts.port
        except ValueError:
            raise UsageError(f"assistant.url: {self.url!r} is no address") from None
        if parts.scheme not in {"http", "https"} or not parts.hostname or port == 0:
            raise UsageError(f"assistant.url: {self.url!r} is no http address such as http://127.0.0.1:8080/v1")
        if parts.scheme == "http" and not self.is_here:
            raise UsageError("assistant.url: plain http goes to this machine only; use https")

    @property
    def host(self) -> str:
        """Who answers, to be named before anything is sent; "" for a socket of this machine."""
        return "" if self.url.startswith("unix:") else urlsplit(self.url).hostname or ""

    @property
    def is_here(self) -> bool:
        """Whether it is this machine."""
        if self.host in {"", "localhost"}:
            return True
        try:
            return ip_address(self.host).is_loopback
        except ValueError:
            return False


class _UnixConnection(HTTPConnection):
    """HTTP over a socket of this machine."""

    def __init__(self, path: str, timeout: float) -> None:
        super().__init__("localhost", timeout=timeout)
        self._path = path

    def connect(self) -> None:
        self.sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.sock.settimeout(self.timeout)
        self.sock.connect(self._path)


class OngoingAnswer:
    """One question under way.

    Args:
        endpoint: Who is asked.
        question: What.
    """

    def __init__(self, endpoint: Endpoint, question: Question) -> None:
        self._endpoint = endpoint
        self._tools = frozenset(_name_of(tool) for tool in question.tools)
        self._body = json.dumps(body_of(endpoint, question), ensure_ascii=False).encode("utf-8", "replace")
        self._lock = Lock()
        self._socket: socket.socket | None = None
        self._cancelled = Event()

    def events(self) -> Iterator[AnswerEvent]:
        """The answer as it comes; the last event says how it ended.

        Raises:
            AssistantError: The server cannot be reached, refuses, or does not answer as one; nothing after
                :meth:`cancel`.
        """
        try:
            yield from self._events()
        except (OSError, HTTPException, ValueError) as error:
            if not self._cancelled.is_set():
                raise failure_of(self._endpoint, error) from None
        except AssistantError:
            if not self._cancelled.is_set():
                raise

    def cancel(self) -> None:
        """End it now: the worker that reads is freed at once, whatever the server goes on doing."""
        with self._lock:
            self._cancelled.set()
            if self._socket is not None:
                with suppress(OSError):  # it has ended by itself meanwhile
                    self._socket.shutdown(socket.SHUT_RDWR)

    def _events(self) -> Iterator[AnswerEvent]:
        connection, path = connection_to(self._endpoint)
        with closing(connection):
            connection.connect()
            with self._lock:
                if self._cancelled.is_set():
                    return
                self._socket = connection.sock
            yield from self._answer(connection, path)

    def _answer(self, connection: HTTPConnection, path: str) -> Iterator[AnswerEvent]:
        headers = {"Content-Type": "application/json", "Accept": "text/event-stream"}
        if self._endpoint.key:
            headers["Authorization"] = f"Bearer {self._endpoint.key}"
        connection.request("POST", f"{path}/chat/completions", self._body, headers)
        connection.sock.settimeout(SILENT_AT_MOST)
        with closing(connection.getresponse()) as response:
            yield from self._read(response)

    def _read(self, response: HTTPResponse) -> Iterator[AnswerEvent]:
        if response.status != HTTPStatus.OK:
            raise refused(response, self._endpoint)
        kind = response.headers.get_content_type()
        if kind == "text/html":
            raise AssistantError(f"{self._endpoint.url} answers with a web page; the address of a model ends in /v1")
        stream = AnswerStream(self._tools)
        while data := response.read1(_PIECE):
            yield from stream.feed(data)
            if self._cancelled.is_set():
                return
        yield from stream.close()


def connection_to(endpoint: Endpoint) -> tuple[HTTPConnection, str]:
    """A connection, not yet open, to a server or to the proxy before it; and the path its addresses begin with."""
    if endpoint.url.startswith("unix:"):
        return _UnixConnection(endpoint.url.removeprefix("unix:"), CONNECT_WITHIN), "/v1"
    parts = urlsplit(endpoint.url)
    host, secure = parts.hostname or "", parts.scheme == "https"
    make = HTTPSConnection if secure else HTTPConnection
    proxy = "" if endpoint.is_here or proxy_bypass(host) else getproxies().get(parts.scheme, "")
    path = parts.path.rstrip("/")
    if not proxy:
        return make(host, parts.port, timeout=CONNECT_WITHIN), path
    through = urlsplit(proxy if "//" in proxy else f"//{proxy}")
    connection = make(through.hostname or "", through.port, timeout=CONNECT_WITHIN)
    connection.set_tunnel(host, parts.port)
    return connection, path


def body_of(endpoint: Endpoint, question: Question) -> dict[str, Any]:
    """The JSON of a question."""
    body: dict[str, Any] = {
        "messages": [_sent(message) for message in question.messages],
        "stream": True,
        "stream_options": {"include_usage": True},
        "max_tokens": question.longest,
    }
    if endpoint.model:
        body["model"] = endpoint.model
    if question.tools:
        body |= {"tools": list(question.tools), "tool_choice": "auto"}
    return body


def _name_of(tool: Mapping[str, Any]) -> str:
    return str(tool["function"]["name"])


def _sent(message: Message) -> dict[str, Any]:
    sent: dict[str, Any] = {"role": message.role, "content": message.text}
    if message.pictures:
        shown = [{"type": "image_url", "image_url": {"url": picture}} for picture in message.pictures]
        sent["content"] = [*shown, {"type": "text", "text": message.text}]
    if message.calls:
        sent["tool_calls"] = [
            {"id": call.id, "type": "function", "function": {"name": call.name, "arguments": _repaired(call.arguments)}}
            for call in message.calls
        ]
    if message.call:
        sent["tool_call_id"] = message.call
    return sent


def _repaired(arguments: str) -> str:
    """A call's arguments as they may stand in a history: servers fail on what is no JSON object."""
    try:
        said = json.loads(arguments)
    except (ValueError, RecursionError):
        return "{}"
    return arguments if isinstance(said, dict) else "{}"


def _said_by(response: HTTPResponse) -> Mapping[str, Any]:
    """The JSON object in a response; an empty one where there is none."""
    try:
        said = json.loads(response.read(_LONGEST_REFUSAL))
    except (ValueError, RecursionError, OSError):
        return {}
    return said if isinstance(said, dict) else {}


class TooLongError(AssistantError):
    """The question has more tokens than the model's context.

    Attributes:
        context: How many it takes; 0 where the server does not say.
        tokens: How many the question has, as the server counts; 0 where it does not say.
    """

    def __init__(self, context: int, tokens: int) -> None:
        super().__init__("the question is longer than the model's context; ask about a section")
        self.context = context
        self.tokens = tokens


def refused(response: HTTPResponse, endpoint: Endpoint) -> AssistantError:
    """Why a server refused."""
    said = _said_by(response)
    error = said.get("error")
    context, tokens = (error.get(name) for name in ("n_ctx", "n_prompt_tokens")) if isinstance(error, dict) else (0, 0)
    kind = error.get("type") or error.get("code") if isinstance(error, dict) else None
    if kind in {"exceed_context_size_error", "context_length_exceeded"}:
        return TooLongError(*(count if isinstance(count, int) else 0 for count in (context, tokens)))
    return AssistantError(_refusal(response.status, message_of(said), endpoint))


def _refusal(status: int, why: str, endpoint: Endpoint) -> str:
    """The same in one line, with what to do about it."""
    who = endpoint.host or "the local model"
    match status:
        case 301 | 302 | 303 | 307 | 308:
            return f"{who} sends elsewhere; put the final address in assistant.url"
        case 401 | 403:
            return f"{who} does not accept the key; see assistant.api_key_env"
        case 404:
            return f"{who} has no such address or model; {why or 'an address ends in /v1'}"
        case 429:
            return f"{who} has had too many questions for now; try again later"
        case _:
            return f"{who} answers {status}{': ' + why if why else ''}"


def failure_of(endpoint: Endpoint, error: Exception) -> AssistantError:
    """The reason of a failure on the way, in one line."""
    return AssistantError(_failure(endpoint, error))


def _failure(endpoint: Endpoint, error: Exception) -> str:
    who = endpoint.host or "the local model"
    if isinstance(error, ConnectionRefusedError | FileNotFoundError):
        return f"nothing answers at {endpoint.url}; start the model's server, or see assistant.url"
    if isinstance(error, TimeoutError):
        return f"{who} does not answer; try again, or a smaller model"
    if isinstance(error, socket.gaierror):
        return f"there is no host called {who}; see assistant.url"
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error) or type(error).__name__
    return f"{who}: {' '.join(reason.lower().split())[:200]}"
