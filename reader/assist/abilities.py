"""A server's account of the model it has: its name, its context, whether it calls tools and sees.

llama.cpp tells at ``/props``, vLLM the context in ``/v1/models``; what a server does not say is not known.
"""

import json
from collections.abc import Callable, Mapping
from contextlib import closing
from http import HTTPStatus
from http.client import HTTPException, HTTPResponse
from time import monotonic
from typing import Any

from reader.assist.client import Endpoint, connection_to, failure_of, refused
from reader.model import AssistantError
from reader.named_tuples import NamedTuple

CONTEXT = 8_192
"""Tokens a model takes, where it does not say."""

MOST = 32_768
"""Tokens of a question at most, unless the configuration says more."""

_LONGEST = 8 << 20
"""Bytes of a list of models; a service has hundreds."""

_WITHIN = 4.0
"""Seconds in which a server tells what it can do; one that does not is asked all the same."""


class Abilities(NamedTuple):
    """The abilities of a model, as far as its server says.

    Attributes:
        model: Its name; "" where nothing says.
        context: The tokens it takes; 0 where nothing says.
        calls: Whether it calls tools.
        sees: Whether it takes pictures.
        others: How many further models the server has.
    """

    model: str = ""
    context: int = 0
    calls: bool | None = None
    sees: bool | None = None
    others: int = 0


def abilities_of(endpoint: Endpoint) -> Abilities:
    """Ask a server; no text is sent.

    Raises:
        AssistantError: It cannot be reached, or refuses.
    """
    listed = _said(endpoint, "/models")
    models = [each for each in _list(listed.get("data")) if isinstance(each, dict)]
    named = [each for each in models if each.get("id") == endpoint.model]
    own = (named or models or [{}])[0]
    props = _said(endpoint, "/props", above=True, asked=False)
    settings = _table(props.get("default_generation_settings"))
    context = _number(settings.get("n_ctx")) or _number(own.get("max_model_len"))
    sees = _table(props.get("modalities")).get("vision")
    calls = _table(props.get("chat_template_caps")).get("supports_tools")
    return Abilities(
        endpoint.model or _text(own.get("id")),
        context,
        calls if isinstance(calls, bool) else None,
        sees if isinstance(sees, bool) else None,
        max(0, len(models) - 1),
    )


def context_of(endpoint: Endpoint, ask: Callable[[Endpoint], Abilities] = abilities_of) -> int:
    """The tokens a question may take: what the model takes, within bounds; what is usual where nothing says.

    A model that takes a hundred thousand tokens reads them for minutes on a small machine.

    Args:
        endpoint: Who is asked.
        ask: Asks what it can do, or remembers it.
    """
    try:
        told = ask(endpoint).context
    except AssistantError:  # the question itself will tell
        told = 0
    return min(told, MOST) or CONTEXT


def _said(endpoint: Endpoint, name: str, *, above: bool = False, asked: bool = True) -> Mapping[str, Any]:
    """A server's answer at an address, or above ``/v1``; where it need not say anything, a refusal is nothing."""
    connection, path = connection_to(endpoint)
    connection.timeout = _WITHIN
    headers = {"Authorization": f"Bearer {endpoint.key}"} if endpoint.key else {}
    try:
        with closing(connection):
            connection.request("GET", (path.removesuffix("/v1") if above else path) + name, headers=headers)
            with closing(connection.getresponse()) as response:
                if response.status == HTTPStatus.OK:
                    return _object_in(response)
                if asked and response.status not in {HTTPStatus.NOT_FOUND, HTTPStatus.METHOD_NOT_ALLOWED}:
                    raise refused(response, endpoint)
    except (OSError, HTTPException, ValueError) as error:
        if asked:
            raise failure_of(endpoint, error) from None
    return {}


def _object_in(response: HTTPResponse) -> Mapping[str, Any]:
    """The JSON object that a server sends; an empty one where it sends something else, or takes its time."""
    data, until = b"", monotonic() + _WITHIN
    while len(data) < _LONGEST and monotonic() < until and (piece := response.read1(1 << 16)):
        data += piece
    try:
        return _table(json.loads(data))
    except (ValueError, RecursionError):
        return {}


def _list(said: object) -> list[Any]:
    return said if isinstance(said, list) else []


def _table(said: object) -> Mapping[str, Any]:
    return said if isinstance(said, dict) else {}


def _text(said: object) -> str:
    return said if isinstance(said, str) else ""


def _number(said: object) -> int:
    return said if isinstance(said, int) and not isinstance(said, bool) and 0 < said < 1 << 40 else 0
