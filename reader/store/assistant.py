"""The configuration of an assistant: the table ``[assistant]`` of ``config.toml``."""

import os
import tomllib
from collections.abc import Mapping
from typing import TYPE_CHECKING

from reader.model import UsageError
from reader.store.configuration import configuration_file
from reader.values import dataclass

if TYPE_CHECKING:
    from reader.store.store import Store

_TEXTS = ("url", "model", "api_key_env", "mmproj")
_ALLOWED = "assistant/allowed/"


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
        UsageError: The table says what is not understood; one line that names the file.
    """
    path = configuration_file()
    try:
        said = tomllib.loads(path.read_text(encoding="utf-8")).get("assistant")
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(f"{path}: {error}; mend or remove it") from None
    if said is None:
        return None
    if not isinstance(said, dict):
        raise UsageError(f"{path}: [assistant] is a table with {', '.join((*_TEXTS, 'context'))}")
    if unknown := sorted(said.keys() - {*_TEXTS, "context"}):
        raise UsageError(f"{path}: [assistant] has no {unknown[0]!r}; known are {', '.join((*_TEXTS, 'context'))}")
    texts = {name: said.get(name, "") for name in _TEXTS}
    context = said.get("context", 0)
    if wrong := [name for name, value in texts.items() if not isinstance(value, str)]:
        raise UsageError(f"{path}: assistant.{wrong[0]} is a text in quotation marks")
    if not isinstance(context, int) or isinstance(context, bool) or not 0 <= context <= 10_000_000:
        raise UsageError(f"{path}: assistant.context is a number of tokens")
    if not texts["url"] and not texts["model"].endswith(".gguf"):
        raise UsageError(f"{path}: [assistant] wants a url, or the path of a .gguf file as model")
    key = environ.get(texts["api_key_env"], "") if texts["api_key_env"] else ""
    if texts["api_key_env"] and not key:
        raise UsageError(f"{path}: assistant.api_key_env: {texts['api_key_env']} is not set")
    return AssistantSettings(texts["url"], texts["model"], key, context, texts["mmproj"])


def is_allowed(store: "Store", host: str) -> bool:
    """Whether the user has said that text may be sent to a host."""
    return store.setting(_ALLOWED + host) is not None


def allow(store: "Store", host: str) -> None:
    """Remember that the user has said so."""
    store.set_setting(_ALLOWED + host, "yes")
