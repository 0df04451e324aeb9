"""Lua tables as a program writes its settings: read, and nothing in them run.

What is understood is a ``return`` of a table constructor with literals (the reference manual of Lua 5.4, 3.1 and
3.4.9): names and calls are none, so that a file that computes something is refused.
"""

import re
from collections.abc import Iterator

from reader.named_tuples import NamedTuple

Table = dict[object, object]

DEEPEST = 100
"""Tables in tables."""

_TOKEN = re.compile(
    r"""
    (?P<space>\s+ | --\[(?P<level>=*)\[.*?\](?P=level)\] | --[^\n]*)
    | (?P<number>-?\s*(?:0[xX][0-9a-fA-F]+ | \d+\.?\d*(?:[eE][-+]?\d+)? | \.\d+(?:[eE][-+]?\d+)?))
    | (?P<string>"(?:[^"\\\n]|\\(?s:.))*" | '(?:[^'\\\n]|\\(?s:.))*')
    | (?P<long>\[(?P<eq>=*)\[\n?(?P<body>(?s:.*?))\](?P=eq)\])
    | (?P<name>[A-Za-z_]\w*)
    | (?P<sign>[{}\[\]=,;])
    """,
    re.VERBOSE | re.DOTALL,
)

_ESCAPE = re.compile(r"\\(?:(\d{1,3})|x([0-9a-fA-F]{2})|u\{([0-9a-fA-F]+)\}|z\s*|(\r\n|\n\r|.))", re.DOTALL)
_LETTERS = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}
_LITERALS: dict[str, object] = {"true": True, "false": False, "nil": None}


class _Token(NamedTuple):
    kind: str
    value: object


def table(text: str) -> Table:
    """The table a file returns; entries without a key have the numbers from 1 on.

    Raises:
        ValueError: It is none, or holds something that is no literal.
    """
    tokens = _Tokens(text)
    tokens.take("name", "return")
    value = _value(tokens, 0)
    if isinstance(value, dict) and tokens.peek() is None:
        return value
    raise ValueError("no table alone")


class _Tokens:
    """The tokens of a text, the next one looked at before it is taken."""

    def __init__(self, text: str) -> None:
        self._rest = _tokens(text)
        self._next = next(self._rest, None)

    def peek(self) -> _Token | None:
        """The next one; None at the end."""
        return self._next

    def take(self, kind: str | None = None, value: object = None) -> _Token:
        """The next one, which has to be such."""
        token = self._next
        if token is None or (kind and token.kind != kind) or (value is not None and token.value != value):
            raise ValueError(f"not expected: {token}")
        self._next = next(self._rest, None)
        return token

    def is_sign(self, sign: str) -> bool:
        """Whether a sign comes next."""
        return self._next == _Token("sign", sign)


def _tokens(text: str) -> Iterator[_Token]:
    at = 0
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None:
            raise ValueError(f"not understood at {at}")
        at = match.end()
        if match["number"]:
            written = match["number"].replace(" ", "")
            yield _Token("value", int(written, 16) if "x" in written.lower() else float(written))
        elif match["string"]:
            yield _Token("value", _unescaped(match["string"][1:-1]))
        elif match["long"]:
            yield _Token("value", match["body"])
        elif match["name"]:
            yield _Token("name", match["name"])
        elif match["sign"]:
            yield _Token("sign", match["sign"])


def _value(tokens: _Tokens, depth: int) -> object:
    if depth > DEEPEST:
        raise ValueError("too deep")
    if tokens.is_sign("{"):
        return _table(tokens, depth)
    token = tokens.take()
    if token.kind == "value":
        return token.value
    if token.kind == "name" and token.value in _LITERALS:
        return _LITERALS[str(token.value)]
    raise ValueError(f"no literal: {token}")


def _table(tokens: _Tokens, depth: int) -> Table:
    found: Table = {}
    count = 0
    tokens.take("sign", "{")
    while not tokens.is_sign("}"):
        token = tokens.peek()
        if tokens.is_sign("["):
            tokens.take()
            key = _value(tokens, depth + 1)
            tokens.take("sign", "]")
            tokens.take("sign", "=")
        elif token and token.kind == "name" and token.value not in _LITERALS:
            key = tokens.take().value
            tokens.take("sign", "=")
        else:
            count += 1
            key = float(count)
        found[_key(key)] = _value(tokens, depth + 1)
        if not tokens.is_sign("}"):
            sign = tokens.take("sign")
            if sign.value not in {",", ";"}:
                raise ValueError(f"not expected: {sign}")
    tokens.take("sign", "}")
    return found


def _key(value: object) -> object:
    if value is None or isinstance(value, dict):
        raise ValueError("no key")
    return value


def _unescaped(written: str) -> str:
    """A string's text; escapes by number are bytes, of UTF-8 as a rule."""
    if "\\" not in written:
        return written
    data = bytearray()
    at = 0
    for match in _ESCAPE.finditer(written):
        data += written[at : match.start()].encode("utf-8", "surrogatepass")
        at = match.end()
        decimal, hexadecimal, point, other = match.groups()
        if decimal or hexadecimal:
            data.append(int(decimal, 10) & 0xFF if decimal else int(hexadecimal, 16))
        elif point:
            data += chr(int(point, 16)).encode("utf-8", "surrogatepass")
        elif other:
            data += _LETTERS.get(other, "\n" if other.strip() == "" else other).encode("utf-8", "surrogatepass")
    data += written[at:].encode("utf-8", "surrogatepass")
    return data.decode("utf-8", "replace")
