"""What the doctor tells of the assistant."""

import json
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from reader.assist import abilities
from reader.assist.abilities import MOST, context_of
from reader.assist.client import Endpoint
from reader.cli.doctor import assistant_line

SAID = {
    "/v1/models": {"data": [{"id": "qwen3-4b"}, {"id": "other", "max_model_len": 4096}]},
    "/props": {
        "default_generation_settings": {"n_ctx": 40_960},
        "modalities": {"vision": True},
        "chat_template_caps": {"supports_tools": False},
    },
}


@pytest.fixture
def url() -> Iterator[str]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            said = SAID.get(self.path)
            self.send_response(200 if said else 404)
            self.end_headers()
            self.wfile.write(json.dumps(said).encode())

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/v1"
    server.shutdown()
    server.server_close()


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("READER_CONFIG", str(tmp_path / "config.toml"))
    return tmp_path / "config.toml"


def test_it_says_who_answers_and_what_it_can_do(url: str, config: Path) -> None:
    config.write_text(f'[assistant]\nurl = "{url}"\n', encoding="utf-8")
    line = assistant_line()
    assert line.endswith(f"qwen3-4b at {url}, takes 40,960 tokens, calls tools: no, sees pictures, 1 more models")
    assert context_of(Endpoint(url)) == MOST  # no question takes minutes to be read


def test_a_server_that_answers_anything_with_a_stream_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(abilities, "_WITHIN", 0.1)
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def drip() -> None:
            for _ in range(2):
                connection, _ = listening.accept()
                with connection, suppress(OSError):
                    connection.recv(4096)
                    connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
                    while True:
                        connection.sendall(b": x\n")
                        time.sleep(0.02)

        threading.Thread(target=drip, daemon=True).start()
        assert context_of(Endpoint(f"http://127.0.0.1:{listening.getsockname()[1]}/v1")) == abilities.CONTEXT


def test_what_a_server_does_not_say_is_not_known(config: Path, url: str) -> None:
    config.write_text(f'[assistant]\nurl = "{url.removesuffix("/v1")}/elsewhere"\nmodel = "m"\n', encoding="utf-8")
    assert "m at" in assistant_line()
    assert "does not say" in assistant_line()


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("", "none: see"),
        ('[assistant]\nurl = "http://127.0.0.1:9/v1"', "nothing answers"),
        ("[assistant]\nurl = 3", "assistant.url"),
        ('[assistant]\nmodel = "/no/such.gguf"', "assistant"),
    ],
)
def test_whatever_is_wrong_is_one_line(config: Path, table: str, said: str) -> None:
    config.write_text(table, encoding="utf-8")
    assert said in assistant_line()
    assert "\n" not in assistant_line()
