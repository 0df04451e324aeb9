"""The words of rich text (RTF 1.9.1): its tokens, code pages, characters by name, and what is not read."""

import re

_SIGN = rb"\\u(-?\d{1,10}) ?(?:\\'[0-9a-fA-F]{2}|[^\\{}\r\n])?"
SIGN = re.compile(_SIGN)
"""A character by its number, with the one sign for those that do not know it."""

UNSIGNED = re.compile(rb"\\u-?\d{1,10} ?\Z")
"""One at the end of some text whose sign has not come yet."""

_PIECE = (
    rb"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|((?:\\'[0-9a-fA-F]{2}){1,2000})|\\([^a-zA-Z'])|([{}])|([^\\{}\r\n]+)|[\r\n\\]"
)
PIECE = re.compile(_PIECE)
"""A control word and its number, bytes, a control symbol, a brace, or text."""

TOKEN = re.compile(rb"((?:" + _SIGN.replace(rb"(-?\d{1,10})", rb"-?\d{1,10}") + rb"|[ -\[\]-z|~]+){1,2000})|" + _PIECE)
"""The same, and before all of it what nearly all text is: ASCII, and characters by their numbers."""

CHARSETS = {
    0: "cp1252", 2: "cp1252", 77: "mac-roman", 128: "cp932", 129: "cp949", 134: "gbk", 136: "big5", 161: "cp1253",
    162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 179: "cp1256", 180: "cp1256", 181: "cp1255",
    186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250",
}  # fmt: skip
"""The code pages of fonts' character sets."""

_CODE_PAGES = {708: "iso8859-6", 936: "gbk", 1361: "johab", 10000: "mac-roman", 65001: "utf-8"}
SIGNS = {
    "tab": "\t", "emdash": "—", "endash": "–", "emspace": "\u2003", "enspace": "\u2002", "bullet": "•", "lquote": "‘",
    "rquote": "’", "ldblquote": "“", "rdblquote": "”", "ltrmark": "\u200e", "rtlmark": "\u200f", "zwj": "\u200d",
    "zwnj": "\u200c", "zwbo": "\u200b", "zwnbo": "\u2060",
}  # fmt: skip
SYMBOLS = {b"~": "\u00a0", b"_": "\u2011", b"-": "\u00ad", b"{": "{", b"}": "}", b"\\": "\\", b"\t": "\t"}
LOOKS = {"b": "b", "i": "i", "strike": "s", "striked": "s", "ul": "u", "super": "sup", "sub": "sub"}
UNREAD = frozenset(
    """
    colortbl datastore filetbl footer footerf footerl footerr generator header headerf headerl headerr latentstyles
    listoverridetable listtable objdata pict rsidtbl shppict themedata colorschememapping mmathPr xmlnstbl
    revtbl sp userprops wgrffmtfilter pnseclvl nonshppict falt panose template operator bkmkstart bkmkend
    """.split()  # noqa: SIM905 - as a table of names
)


def code_page_of(number: int) -> str:
    """The codec of a code page; that of western Windows for one that Python has not."""
    name = _CODE_PAGES.get(number, f"cp{number}")
    try:
        return name if bytes((65,)).decode(name) == "A" else "cp1252"
    except (LookupError, UnicodeError):
        return "cp1252"


class Characters(dict[bytes, str]):
    """Characters by their numbers as they are written, those beyond 16 bits in halves or not."""

    def __missing__(self, number: bytes) -> str:
        code = int(number)
        self[number] = found = chr(code if 0xFFFF < code <= 0x10FFFF else code % 0x10000)
        return found
