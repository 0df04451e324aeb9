"""The configuration of an assistant: the table ``[assistant]`` of ``config.toml``."""

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING

from reader.model import UsageError
from reader.store.configuration import configuration_file, lines_of_settings, settings_in
from reader.values import dataclass

if TYPE_CHECKING:
    from reader.store.store import Store

_TEXTS = ("url", "model", "api_key_env", "mmproj")
_KNOWN = ", ".join((*_TEXTS, "context"))
_ALLOWED = "assistant/allowed/"

MOST_CONTEXT = 10_000_000
"""Tokens that a model may be said to take at most."""


@dataclass(frozen=True, slots=True)
class AssistantSettings:
    """Who answers questions.

    Attributes:
        url: The server's address, up to and with ``/v1``; "" for a model of this machine.
        model: The model's name there, or the path of a GGUF file.
        key: The key, from the environment variable that ``api_key_env`` names; "" for none.
        context: Tokens the model takes; 0 where nothing is said.
        mmproj: The path of the GGUF file that lets a model of this machine see; "" for none.
    """

    url: str = ""
    model: str = ""
    key: str = ""
    context: int = 0
    mmproj: str = ""

    @property
    def is_local(self) -> bool:
        """Whether it is a file of this machine."""
        return not self.url


def assistant_settings(environ: Mapping[str, str] = os.environ) -> AssistantSettings | None:
    """The assistant that is configured; None when none is: then nothing is ever connected to.

    Raises:
        UsageError: The table says what is not understood; one line that names the file and the line in it. Lines
            elsewhere that are no TOML are passed over.
    """
    path = configuration_file()
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: {error}; mend or remove it") from None
    said = settings_in(path, text, []).get("assistant")
    if said is None:
        return None
    lines = dict(lines_of_settings(text))

    def wrong(name: str, what: str) -> UsageError:
        table = lines.get("assistant")
        line = lines.get(f"assistant.{name}", table)
        return UsageError(f"{path}:{line}: {what}" if line else f"{path}: {what}")

    if not isinstance(said, dict):
        raise wrong("", f"[assistant] is a table with {_KNOWN}")
    if unknown := next((name for name in said if name not in {*_TEXTS, "context"}), None):
        raise wrong(unknown, f"[assistant] has no {unknown!r}; known are {_KNOWN}")
    texts = {name: said.get(name, "") for name in _TEXTS}
    context = said.get("context", 0)
    if name := next((name for name, value in texts.items() if not isinstance(value, str)), None):
        raise wrong(name, f"assistant.{name} is a text in quotation marks")
    if not isinstance(context, int) or isinstance(context, bool) or not 0 <= context <= MOST_CONTEXT:
        raise wrong("context", f"assistant.context is a number of tokens, from 0 to {MOST_CONTEXT}")
    if not texts["url"] and not texts["model"].endswith(".gguf"):
        raise wrong("model", "[assistant] wants a url, or the path of a .gguf file as model")
    key = environ.get(texts["api_key_env"], "") if texts["api_key_env"] else ""
    if texts["api_key_env"] and not key:
        raise wrong("api_key_env", f"assistant.api_key_env: {texts['api_key_env']} is not set")
    return AssistantSettings(texts["url"], texts["model"], key, context, texts["mmproj"])


def is_allowed(store: "Store", host: str) -> bool:
    """Whether the user has said that text may be sent to a host."""
    return store.setting(_ALLOWED + host) is not None


def allow(store: "Store", host: str) -> None:
    """Remember that the user has said so."""
    store.set_setting(_ALLOWED + host, "yes")
