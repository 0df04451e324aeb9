"""Addresses as other programs take them: what is taken out of them, and their parts; no address is an error.

Source: the WHATWG URL Standard (4.4): tabs and line ends are no part of an address, nor are controls and spaces around
it; whatever else could do something where it is pasted is percent-encoded (1.3).
"""

import re
from urllib.parse import quote, urlsplit

from reader.named_tuples import NamedTuple
from reader.text.patterns import lazy_pattern

_NEVER = str.maketrans("", "", "\t\n\r")
_AROUND = "".join(map(chr, range(0x21)))
_ACTIVE = lazy_pattern(
    "[\x00-\x20\x7f-\xa0\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb]"
)
"""Characters that drive a terminal or a shell they are pasted into, or make an address look like another one."""


class Parts(NamedTuple):
    """The scheme and the host of an address in lower case; "" where there is none that can be told."""

    scheme: str
    host: str


def cleaned(address: str) -> str:
    """An address without what is no part of it, and with what could do something percent-encoded."""
    return _ACTIVE.sub(_encoded, address.translate(_NEVER).strip(_AROUND))


def _encoded(match: re.Match[str]) -> str:
    return quote(match[0], errors="replace")


def parts_of(address: str) -> Parts:
    """The parts of an address, however it is written."""
    try:
        found = urlsplit(address)
        return Parts(found.scheme.lower(), (found.hostname or "").lower())
    except ValueError:  # a bracket that is not closed, a host that changes when it is normalised
        return Parts("", "")
