"""A server on loopback that answers as it is told to: the broken ones, which no real server can be asked to be."""

import json
import socket
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n"


def delta(**said: Any) -> bytes:
    return b"data: " + json.dumps({"choices": [{"delta": said}]}, ensure_ascii=False).encode() + b"\n\n"


def finish(why: str = "stop") -> bytes:
    return b"data: " + json.dumps({"choices": [{"delta": {}, "finish_reason": why}]}).encode() + b"\n\ndata: [DONE]\n\n"


def response(status: str, body: bytes, kind: str = "application/json", *headers: str) -> bytes:
    head = [f"HTTP/1.1 {status}", f"Content-Type: {kind}", f"Content-Length: {len(body)}", *headers]
    return "\r\n".join(head).encode() + b"\r\n\r\n" + body


@dataclass
class Server:
    """What it was asked, in order."""

    url: str = ""
    asked: list[dict[str, Any]] = field(default_factory=list)
    heads: list[str] = field(default_factory=list)
    gone: threading.Event = field(default_factory=threading.Event)
    """Set when the client has ended the connection."""


@contextmanager
def serving(*answers: Iterable[bytes | float]) -> Iterator[Server]:
    """A server that sends each connection one answer: pieces of bytes, and seconds to wait between them."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        server = Server(f"http://127.0.0.1:{listening.getsockname()[1]}/v1")
        thread = threading.Thread(target=_serve, args=(listening, server, answers), daemon=True)
        thread.start()
        yield server
    thread.join(5)


def _serve(listening: socket.socket, server: Server, answers: Iterable[Iterable[bytes | float]]) -> None:
    for answer in answers:
        try:
            connection = _asked(listening, server)
        except OSError:
            return
        with connection:
            try:
                for piece in answer:
                    if isinstance(piece, bytes):
                        connection.sendall(piece)
                    elif _went(connection, piece):
                        server.gone.set()
                        break
            except OSError:
                server.gone.set()


def _asked(listening: socket.socket, server: Server) -> socket.socket:
    """The next connection that asks a question; what the model can do, nobody has told this server."""
    while True:
        connection, _ = listening.accept()
        if _read(connection, server):
            return connection
        with connection:
            connection.sendall(b"HTTP/1.1 404 No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")


def _went(connection: socket.socket, seconds: float) -> bool:
    """Wait; whether the client ended the connection meanwhile."""
    connection.settimeout(seconds)
    started = time.monotonic()
    try:
        while time.monotonic() - started < seconds:
            if not connection.recv(1):
                break
        else:
            return False
    except TimeoutError:
        return False
    except OSError:
        pass
    finally:
        connection.settimeout(None)
    return True


def _read(connection: socket.socket, server: Server) -> bool:
    """Take a request in; whether it is a question."""
    data = b""
    while b"\r\n\r\n" not in data:
        data += connection.recv(1 << 16)
    head, _, body = data.partition(b"\r\n\r\n")
    if head.startswith(b"GET"):
        return False
    length = next((int(line[15:]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length:")), 0)
    while len(body) < length:
        body += connection.recv(1 << 16)
    server.heads.append(head.decode())
    server.asked.append(json.loads(body) if body else {})
    return True
