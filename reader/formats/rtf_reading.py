"""A pass over rich text: groups on a stack, control words, text in the code pages of its fonts; written as a page."""

import re
from collections.abc import Iterator
from html import escape

from reader.formats.rtf_words import (
    CHARSETS,
    LOOKS,
    PIECE,
    SIGN,
    SIGNS,
    SYMBOLS,
    TOKEN,
    UNREAD,
    UNSIGNED,
    Characters,
    code_page_of,
)
from reader.named_tuples import NamedTuple

DEEPEST = 500
"""Groups in groups that are followed; what stands deeper is passed over."""

_HEADING = re.compile(r"(?:heading|titre|überschrift|عنوان|כותרת)\s*([1-9])", re.IGNORECASE)
_LINK = re.compile(r'HYPERLINK\s+(?:\\l\s+)?"([^"]{1,2000})"')
_MOST_NOTES = 20_000
_PAGE = 1 << 14
"""Code points of the page that are read at a time."""

_HALF = re.compile("[\ud800-\udfff]")
_FIRST_HALF = re.compile("[\ud800-\udbff]")

_SIDES = {"ql": "left", "qr": "right", "qc": "center"}


class _State(NamedTuple):
    """The settings a group inherits and gives back at its end."""

    goes: str = "text"
    code_page: str = "cp1252"
    looks: frozenset[str] = frozenset()
    hidden: bool = False
    skipped: int = 1
    starred: bool = False


class _Look(NamedTuple):
    """The properties of a paragraph."""

    direction: str = ""
    level: int = 0
    in_table: bool = False
    side: str = ""


class _Outside(NamedTuple):
    """The place a note stands in: the line before it, and how many groups are open around its own."""

    line: list[str]
    look: _Look
    depth: int


class RtfReading:
    """A pass over the tokens: groups on a stack, and the page as it is written."""

    def __init__(self, data: bytes) -> None:
        self.about: dict[str, list[str]] = {}
        self.too_deep = False
        self._data = data
        self._page: list[str] = []
        self._written = 0
        self._characters = Characters()
        self._stack: list[_State] = []
        self._state = _State()
        self._document_page = "cp1252"
        self._look = _Look()
        self._line: list[str] = []
        self._cells: list[str] = []
        self._in_table = self._row_direction = ""
        self._bytes = bytearray()
        self._to_skip = self._passed = 0
        self._high = ""
        self._fonts: dict[int, str] = {}
        self._font = self._default_font = 0
        self._styles: dict[int, int] = {}
        self._style, self._style_name = 0, ""
        self._instruction: list[str] = []
        self._links: list[int] = []
        self._notes: list[str] = []
        self._outside: list[_Outside] = []

    def pages(self) -> Iterator[str]:
        """The elements that are read, as many at a time as fill some screens, and the notes behind them."""
        for token in TOKEN.finditer(self._data):
            run = token[1]
            if run is None:
                self._take(token.groups()[1:])
            elif self._passed:
                continue
            elif self._state.skipped == 1:
                self._take_run(run)
            else:
                for piece in PIECE.finditer(run):
                    self._take(piece.groups())
            if self._written >= _PAGE and not self._in_table and not self._outside:
                yield self._taken_page()
        self._flush()
        self._end_paragraph(whole=False)
        self._end_table()
        yield self._taken_page()
        yield "".join(self._notes)

    def _taken_page(self) -> str:
        page, self._page, self._written = "".join(self._page), [], 0
        return page

    def _write(self, html: str) -> None:
        self._page.append(html)
        self._written += len(html)

    def _take(self, piece: tuple[bytes | None, ...]) -> None:
        """Act on a piece, see :data:`PIECE`."""
        word, number, codes, symbol, brace, text = piece
        if brace == b"{":
            self._flush()
            if len(self._stack) >= DEEPEST:
                self._passed, self.too_deep = self._passed + 1, True
                return
            self._stack.append(self._state)
            self._state = self._state._replace(starred=False)
        elif brace == b"}":
            if self._passed:
                self._passed -= 1
            elif self._stack:
                self._end_group()
        elif self._passed:
            return
        elif word is not None:
            self._word(word.decode("ascii"), int(number) if number else None)
        elif codes is not None:
            self._byte(bytes.fromhex(codes.replace(b"\\'", b"").decode("ascii")))
        elif symbol is not None:
            self._symbol(symbol)
        elif text is not None:
            self._byte(text)

    def _take_run(self, run: bytes) -> None:
        """Take ASCII, and characters by their numbers, of which each has one sign for those that do not know it."""
        before, *parts = SIGN.split(run)
        self._byte(before)
        if not parts:
            return
        self._flush()
        signs = map(self._characters.__getitem__, parts[::2])
        self._put_signs("".join(sign + text.decode("ascii") for sign, text in zip(signs, parts[1::2], strict=True)))
        self._to_skip = int(bool(not parts[-1] and UNSIGNED.search(run, max(0, len(run) - 16))))

    def _put_signs(self, text: str) -> None:
        """Put characters of which those beyond 16 bits may come in halves; a half by itself is none."""
        if self._high or _HALF.search(text):
            text = self._high + text
            self._high = text[-1] if _FIRST_HALF.match(text, len(text) - 1) else ""
            text = text.removesuffix(self._high).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")
        self._put(text)

    def _byte(self, data: bytes) -> None:
        skipped = min(self._to_skip, len(data))
        self._to_skip -= skipped
        self._bytes += data[skipped:]

    def _flush(self) -> None:
        """Decode the bytes that wait."""
        self._to_skip = 0
        if self._bytes:
            text = self._bytes.decode(self._state.code_page, "replace")
            self._bytes.clear()
            self._high = ""
            self._put(text)

    def _put(self, text: str) -> None:
        state = self._state
        if state.goes == "text" and not state.hidden:
            html = escape(text, quote=False)
            for look in sorted(state.looks):
                html = f"<{look}>{html}</{look}>" if text.strip() else html
            self._line.append(html)
        elif state.goes == "field":
            self._instruction.append(text)
        elif state.goes == "style":
            self._style_name += text
            named = _HEADING.search(self._style_name)
            if named:
                self._styles[self._style] = int(named[1])
        elif state.goes in ("title", "author"):
            self.about.setdefault(state.goes, []).append(text)

    def _symbol(self, symbol: bytes) -> None:
        if symbol == b"*":
            self._state = self._state._replace(starred=True)
        elif symbol in b"\r\n":
            self._end_paragraph()
        elif symbol in SYMBOLS:
            self._flush()
            self._put(SYMBOLS[symbol])

    def _end_group(self) -> None:
        self._flush()
        ended, self._state = self._state, self._stack.pop()
        if ended.goes == "fonts" and self._state.goes != "fonts":
            self._state = self._state._replace(code_page=self._default_page())
        if ended.goes == "field" and self._state.goes != "field":
            target = _LINK.search("".join(self._instruction))
            if target and self._state.goes == "text":
                self._line.append(f'<a href="{escape(target[1])}">')
                self._links.append(len(self._stack) - 1)
        if self._links and len(self._stack) <= self._links[-1]:
            self._links.pop()
            self._line.append("</a>")
        if self._outside and len(self._stack) <= self._outside[-1].depth:
            self._end_note()

    def _begin_note(self) -> None:
        """A note takes what is written until its group ends."""
        self._outside.append(_Outside(self._line, self._look, len(self._stack) - 1))
        self._line, self._look = [], _Look()

    def _end_note(self) -> None:
        note, direction = self._taken(), _said(self._look)
        self._line, self._look, _ = self._outside.pop()
        if note and len(self._notes) < _MOST_NOTES:
            name = f"note-{len(self._notes) + 1}"
            self._line.append(f'<a role=doc-noteref href="#{name}">{len(self._notes) + 1}</a>')
            self._notes.append(f"<aside role=doc-footnote id={name}><p{direction}>{note}</p></aside>")

    def _word(self, word: str, number: int | None) -> None:
        self._flush()
        if word == "u" and number is not None:
            self._unicode(number)
        elif word in SIGNS:
            self._put(SIGNS[word])
        elif word in LOOKS:
            look = {LOOKS[word]}
            looks = self._state.looks - look if number == 0 else self._state.looks | look
            self._state = self._state._replace(looks=looks)
        else:
            self._control(word, number)

    def _unicode(self, number: int) -> None:
        self._put_signs(self._characters[b"%d" % number])
        self._to_skip = self._state.skipped

    def _control(self, word: str, number: int | None) -> None:
        """A control word that is neither a character nor a look of letters."""
        if not (self._place(word) or self._paragraph(word, number) or self._letters(word, number)):
            self._destination(word)

    def _place(self, word: str) -> bool:
        """Whether a control word ends a line, a paragraph, a cell or a row, or begins one."""
        if word in ("par", "sect", "page"):
            self._end_paragraph()
        elif word == "line":
            self._line.append("<br>")
        elif word in ("cell", "nestcell"):
            side = f" align={self._look.side}" if self._look.side else ""
            self._cells.append(f"<td{_said(self._look)}{side}>{self._taken()}</td>")
        elif word in ("row", "nestrow"):
            self._end_row()
        elif word == "trowd":
            self._row_direction = ""
        elif word in ("rtlrow", "taprtl"):
            self._row_direction = " dir=rtl"
        else:
            return False
        return True

    def _paragraph(self, word: str, number: int | None) -> bool:
        """Whether a control word says something of the paragraph."""
        if word == "pard":
            self._look = _Look()
        elif word == "intbl":
            self._look = self._look._replace(in_table=True)
        elif word in ("rtlpar", "ltrpar"):
            self._look = self._look._replace(direction=word[:3])
        elif word in _SIDES:
            self._look = self._look._replace(side=_SIDES[word])
        elif word == "outlinelevel" and number is not None:
            self._look = self._look._replace(level=number + 1 if 0 <= number < 9 else 0)
        elif word == "s" and number is not None:
            if self._state.goes == "style":
                self._style, self._style_name = number, ""
            elif number in self._styles:
                self._look = self._look._replace(level=self._styles[number])
        else:
            return False
        return True

    def _letters(self, word: str, number: int | None) -> bool:
        """Whether a control word says how what follows is written or shown."""
        state = self._state
        if word == "plain":
            self._state = state._replace(looks=frozenset(), hidden=False, code_page=self._default_page())
        elif word == "v":
            self._state = state._replace(hidden=number != 0)
        elif word == "ulnone":
            self._state = state._replace(looks=state.looks - {"u"})
        elif word == "nosupersub":
            self._state = state._replace(looks=state.looks - {"sup", "sub"})
        elif word == "uc" and number is not None:
            self._state = state._replace(skipped=min(max(number, 0), 100))
        else:
            return self._encoding(word, number)
        return True

    def _encoding(self, word: str, number: int | None) -> bool:
        """Whether a control word says in which code page text stands."""
        if word == "ansicpg" and number is not None:
            self._document_page = code_page_of(number)
            self._state = self._state._replace(code_page=self._document_page)
        elif word in ("mac", "pc", "pca"):
            self._document_page = {"mac": "mac-roman", "pc": "cp437", "pca": "cp850"}[word]
            self._state = self._state._replace(code_page=self._document_page)
        elif word == "deff" and number is not None:
            self._default_font = number
        elif word == "f" and number is not None:
            self._font = number
            if self._state.goes != "fonts":
                self._state = self._state._replace(code_page=self._fonts.get(number, self._document_page))
        elif word == "fcharset" and number is not None:
            if number in CHARSETS and number != 0:
                self._fonts[self._font] = CHARSETS[number]
        else:
            return False
        return True

    def _default_page(self) -> str:
        """The code page of the default font."""
        return self._fonts.get(self._default_font, self._document_page)

    def _destination(self, word: str) -> None:
        """A control word that says where the text of its group goes (1.9.1, "Destinations")."""
        state = self._state
        if state.goes == "unread":
            return
        if word == "fldinst":
            self._instruction.clear()
            self._state = state._replace(goes="field")
        elif word == "footnote":
            self._begin_note()
            self._state = state._replace(starred=False)  # as some writers mark it
        elif word == "stylesheet":
            self._state = state._replace(goes="style")
        elif word == "fonttbl":
            self._state = state._replace(goes="fonts")
        elif word == "info" or state.goes == "info":
            self._state = state._replace(goes=word if word in ("title", "author") else "info")
        elif word in UNREAD or state.starred:
            self._state = state._replace(goes="unread")

    def _taken(self) -> str:
        line, self._line = "".join(self._line), []
        return line.strip()

    def _end_paragraph(self, *, whole: bool = True) -> None:
        if whole and (self._look.in_table or self._outside):
            self._line.append("<br>")
            return
        html = self._taken()
        if not html:
            return
        self._end_table()
        name = f"h{min(self._look.level, 6)}" if self._look.level else "p"
        self._write(f"<{name}{_said(self._look)}>{html}</{name}>")

    def _end_row(self) -> None:
        if not self._in_table:
            self._in_table = f"<table{self._row_direction}>"
            self._write(self._in_table)
        cells, self._cells = self._cells, []
        self._write(f"<tr>{''.join(cells)}</tr>")

    def _end_table(self) -> None:
        if self._in_table:
            self._write("</table>")
            self._in_table = ""


def _said(look: _Look) -> str:
    return f" dir={look.direction}" if look.direction else ""
