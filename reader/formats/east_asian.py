"""Encodings of Chinese, Japanese and Korean with two bytes a character: told by the characters that texts are full of.

Units: bytes. In each of them the common characters stand together; bytes of another encoding hardly ever make a text
without an error, and still less often one of common characters.
"""

import codecs
import re
from collections.abc import Callable

from reader.named_tuples import NamedTuple
from reader.text.patterns import lazy_pattern

_SAMPLE = 1 << 16
_FEWEST = 4
"""Characters below which nothing is said."""

_KANA = lazy_pattern("[\u3041-\u30fe]")
_HANGUL = lazy_pattern("[\uac00-\ud7a3]")
_COMMON_HANGUL = lazy_pattern(
    "[가각간감강개거건것게경계고공과관교구국군그글금기길김나남내너네년노누는니다단당대데도동되된두드든들등디때라람랑래러런레려력로록료루르른를름리린마만말면모목무문물미민바박반받발방배번법보본부분불비사산상새색생서석선설성세소속수스습시식신실심아안알았야양어언업없었에여역연열였영예오온요용우운울원월위유으은을음의이인일임있자작장재저적전정제조종주중증지진질차참처천체초추출취치카크키타터테통트특파포표품프하학한할함합해했행현형화회후히]"
)
_WIDE = lazy_pattern("[\u3041-\u30fe\u3400-\u9fff\uac00-\ud7a3]")
_COMMON_GB = lazy_pattern(rb"[\xb0-\xd7][\xa1-\xfe]")
_COMMON_BIG5 = lazy_pattern(rb"[\xa4-\xc6][\x40-\x7e\xa1-\xfe]")


class _Encoding(NamedTuple):
    """An encoding, how many of its characters are of the common ones, and the share from which they are enough."""

    name: str
    common: Callable[[str], int]
    share: float


def _counted(pattern: re.Pattern[str]) -> Callable[[str], int]:
    return lambda text: len(pattern.findall(text))


def _common_in(name: str, pattern: re.Pattern[bytes]) -> Callable[[str], int]:
    def common(text: str) -> int:
        return sum(bool(pattern.fullmatch(c.encode(name, "ignore"))) for c in _WIDE.findall(text))

    return common


_ENCODINGS = (
    _Encoding("euc_jp", _counted(_KANA), 0.2),
    _Encoding("shift_jis", _counted(_KANA), 0.2),
    _Encoding("cp932", _counted(_KANA), 0.2),  # as Windows has it
    _Encoding("euc_kr", _counted(_HANGUL), 0.9),
    _Encoding("cp949", _counted(_COMMON_HANGUL), 0.75),
    _Encoding("big5", _common_in("big5", _COMMON_BIG5), 0.85),
    _Encoding("gb18030", _common_in("gb18030", _COMMON_GB), 0.85),
)


_ESCAPES = (("iso2022_jp", (b"\x1b$B", b"\x1b$@", b"\x1b(J")), ("iso2022_kr", (b"\x1b$)C",)))


def escaped(data: bytes) -> str:
    """The encoding of seven-bit text that changes its characters by escapes (ISO 2022); "" where it does not."""
    sample = data[:_SAMPLE]
    for name, escapes in _ESCAPES:
        if any(escape in sample for escape in escapes) and sample.isascii():
            text = data.decode(name, "replace")
            if "\ufffd" not in text and len(_WIDE.findall(text)) >= _FEWEST:
                return name.replace("_", "-")
    return ""


def east_asian(data: bytes) -> str:
    """The encoding of a text in Chinese, Japanese or Korean; "" where it is in none of them."""
    sample = data[:_SAMPLE]
    for encoding in _ENCODINGS:
        try:
            text = codecs.getincrementaldecoder(encoding.name)("strict").decode(sample, final=len(data) <= _SAMPLE)
        except UnicodeDecodeError:
            continue
        wide = len(_WIDE.findall(text))
        others = sum(not c.isascii() and c.isalpha() for c in text) - wide
        if wide >= _FEWEST and others <= wide // 10 and encoding.common(text) >= encoding.share * wide:
            return encoding.name.replace("_", "-")
    return ""
