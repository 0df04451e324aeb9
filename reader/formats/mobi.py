"""MOBI and AZW3, the books of Kindles: MOBI 6 (HTML whose links are places in bytes) and KF8 (XHTML in parts).

Source: the format "MOBI" as the MobileRead wiki describes it; numbers are big-endian, places count bytes of the
unpacked text. Of a file that holds both, KF8 is read. Books that are protected are refused.
"""

import re
import struct
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from html import unescape

from reader.formats.beginning import SNAPSHOTS_GROW
from reader.formats.builder import Builder
from reader.formats.charsets import decoded
from reader.formats.contents import DEEPEST, NEAR, ContentsEntry, Headings
from reader.formats.drafts import Draft
from reader.formats.markup import Markup
from reader.formats.markup_elements import attributes_of, direction_of
from reader.formats.mobi_header import KindleHeader
from reader.formats.mobi_index import MobiIndex
from reader.formats.palm import Packing, Records, is_whole, texts_of
from reader.formats.pictures import BEGINNING, Picture, size_of_picture
from reader.formats.raw import Raw
from reader.formats.registry import parser_of
from reader.formats.trees import html_tree, name_of
from reader.model import Awaited, Direction, Document, DocumentError, Metadata, NoticeCode, notice_of
from reader.values import replace

_AUTHOR, _DATE, _BOUNDARY, _TITLE, _LANGUAGE, _WRITING, _PROGRESSION = 100, 106, 121, 503, 524, 525, 527
_RIGHT_TO_LEFT = frozenset({"ar", "he", "fa", "ur", "yi", "ps", "ckb", "syr", "dv", "ug", "sd"})
_POSITION, _LABEL, _DEPTH, _FRAGMENT = 1, 3, 4, 6

_FILEPOS = re.compile(rb"<(a|reference)\b([^<>]{0,1000}?)\bfilepos\s*=\s*[\"']?0*(\d{1,10})[\"']?", re.IGNORECASE)
_KINDLE = re.compile(rb"kindle:pos:fid:([0-9A-V]{1,8}):off:([0-9A-V]{1,12})")
_BREAK = re.compile(rb"<mbp:pagebreak[^<>]{0,200}>(?:\s*</mbp:pagebreak>)?", re.IGNORECASE)
_CONTENTS = re.compile(rb"<reference\b[^<>]{0,500}type\s*=\s*[\"']?toc[\"' ][^<>]{0,500}", re.IGNORECASE)
_LINK = re.compile(rb"<a\b[^<>]{0,500}href=\"#at-(\d+)\"[^<>]{0,500}>(.{0,1000}?)</a>", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"<[^<>]*>")
_MARKED = re.compile(rb"<(?:p|div|html|body|h[1-6]|br|b|i)\b[^<>]{0,500}>", re.IGNORECASE)
_FIRST_SNAPSHOT = 1 << 16
"""Bytes of its text after which a book is first shown: some screens of it."""

_LONGEST_TAG = 2_000
_LONGEST_CONTENTS = 100_000
_MOST_PARTS = 20_000
_MOST_MOVED = 4 << 30
"""Bytes that are moved to put a book's parts together; of real ones some times its length."""


def document_of(raw: Raw) -> Document:
    """The document of a book.

    Raises:
        DocumentError: It is protected, cut short at its beginning, or packed in a way that is not known.
    """
    book = _KindleBook(raw)
    return book.document(b"".join(book.texts()))


def snapshots_of(raw: Raw) -> Iterator[Document]:
    """The same document as it grows; each snapshot is made anew, for links and contents lead to places in bytes.

    Raises:
        DocumentError: As above.
    """
    book = _KindleBook(raw)
    pieces: list[bytes] = []
    size, due = 0, _FIRST_SNAPSHOT
    for piece in book.texts():
        if size >= due:
            yield from _KindleBook(raw).beginning(b"".join(pieces))
            due = size * SNAPSHOTS_GROW
        pieces.append(piece)
        size += len(piece)
    yield book.document(b"".join(pieces))


def picture_in(data: bytes, place: str) -> bytes:
    """The picture of a book at a place that its document names."""
    number = place.removeprefix("record-")
    return Records(data)[int(number)] if number.isdecimal() else b""


class _KindleBook:
    """A book under way."""

    def __init__(self, raw: Raw) -> None:
        self._raw = raw
        self._builder = Builder()
        self._records = Records(raw.data)
        first = KindleHeader(self._records[0])
        if first.short(12):
            raise DocumentError("protected by DRM, and the reader has no key; a copy without it opens")
        self._header = self._kf8_in(first) or first
        self._first_picture = first.index(108)
        self._entries: list[ContentsEntry] = []
        self._direction: Direction | None = None

    def _kf8_in(self, first: KindleHeader) -> KindleHeader | None:
        """The header of the KF8 in a book that holds both."""
        for value in first.said.get(_BOUNDARY, ()):
            number = int.from_bytes(value[:4], "big")
            header = KindleHeader(self._records[number], number)
            if header.is_kf8 and not header.short(12):
                return header
        return None

    def document(self, text: bytes) -> Document:
        """The document of the whole text.

        Raises:
            DocumentError: It is none.
        """
        if not is_whole(self._records, self._packing()):
            self._builder.notice(notice_of(NoticeCode.TEXT_CUT))
        if text.startswith(b"%MOP"):
            raise DocumentError(
                "a print replica, which is pictures of pages (a PDF inside a Kindle book); open the PDF"
            )
        if not self._header.is_mobi and not _MARKED.search(text):
            return self._plain(text)
        for page in self._kf8_pages(text) if self._header.is_kf8 else self._page(text):
            self._write(page)
        entries = self._entries
        self._builder.revise(0, lambda drafts: Headings().set_by(drafts, entries))
        return self._builder.document(self._meta(), direction=self._raw.options.direction, stated=self._stated())

    def beginning(self, text: bytes) -> Iterator[Document]:
        """The document of a text whose end has not come; none where what is to come may change it."""
        cut = max(text.rfind(begins) for begins in (b"<p", b"<div", b"<h"))
        if text.startswith(b"%MOP") or cut <= 0 or not (self._header.is_mobi or _MARKED.search(text)):
            return
        text = text if self._header.is_kf8 else text[:cut]
        for page in self._kf8_pages(text, whole=False) if self._header.is_kf8 else self._page(text):
            self._write(page)
        entries = self._entries
        if not entries and not self._header.is_kf8 and _CONTENTS.search(text):
            return  # headings are as the contents say that are to come
        awaited: list[Awaited] = []

        def begun(drafts: list[Draft]) -> list[Draft]:
            # An entry's heading is looked for in some blocks, all of which must be there.
            there = {name for draft in drafts[:-NEAR] for name, _ in draft.places}
            come = [entry for entry in entries if entry.place in there]
            awaited.extend(Awaited(entry.title, entry.level) for entry in entries[len(come) :])
            return Headings().set_by(drafts, come)[:-NEAR]

        self._builder.revise(0, begun)
        yield self._builder.document(
            self._meta(), direction=self._raw.options.direction, stated=self._stated(), awaited=tuple(awaited)
        )

    def texts(self) -> Iterator[bytes]:
        """Its text, piece by piece.

        Raises:
            DocumentError: It is packed in a way that is not known, or there is too much of it.
        """
        return texts_of(self._records, self._packing())

    def _packing(self) -> Packing:
        header = self._header
        tables = header.index(112)
        count = min(header.number(116), 1000) if tables >= 0 and header.has(116) else 0
        return Packing(
            header.short(0),
            header.base + 1,
            header.short(8),
            header.short(242) if header.has(240) else 0,
            tuple(self._records[tables + number] for number in range(count)),
        )

    def _plain(self, text: bytes) -> Document:
        """A text of PalmDOC."""
        document = parser_of("text")(replace(self._raw, data=text))
        meta = replace(document.meta, format="mobi", title=self._name())
        return replace(document, meta=meta)

    # Pages

    def _page(self, text: bytes) -> Iterator[bytes]:
        """The page of MOBI 6, with the places that links and contents lead to."""
        self._entries = self._contents(lambda values: values.get(_POSITION, [])[:1])
        places = {int(found[3]) for found in _FILEPOS.finditer(text)}
        toc = _CONTENTS.search(text)
        start = re.search(rb"filepos\s*=\s*[\"']?0*(\d{1,10})", toc[0]) if toc else None
        places |= {int(entry.place.removeprefix("at-")) for entry in self._entries}
        page = _with_places(text, {place: f"at-{place}" for place in places})
        page = _FILEPOS.sub(rb'<\1\2href="#at-\3"', page)
        if not self._entries and start:
            begins = page.find(f'id="at-{int(start[1])}"'.encode())
            broken = _BREAK.search(page, begins + 1) if begins >= 0 else None
            ends = min(broken.start() if broken else len(page), begins + _LONGEST_CONTENTS)
            found = _LINK.finditer(page, begins, ends) if begins >= 0 else ()
            entries = (ContentsEntry(self._words(each[2]), 1, f"at-{int(each[1])}") for each in found)
            self._entries = sorted((e for e in entries if e.title), key=lambda entry: int(entry.place[3:]))
        yield _BREAK.sub(b"<div></div>", page)

    def _kf8_pages(self, text: bytes, *, whole: bool = True) -> Iterator[bytes]:
        """The parts of KF8: each a frame, and the pieces that are put into it; of a beginning those that are whole."""
        flows = self._records[self._header.index(192)]
        if flows[:4] == b"FDST" and len(flows) >= 20:
            text = text[: struct.unpack_from(">I", flows, 16)[0]]
        fragments = MobiIndex(self._records, self._header.index(248)).entries
        inserted = [int(entry.name) if entry.name.isdigit() and len(entry.name) < 12 else 0 for entry in fragments]
        lengths = [(entry.values.get(_FRAGMENT) or [0, 0])[1:2] for entry in fragments]
        names: dict[int, str] = {}

        def place(fragment: int, offset: int) -> str:
            at = inserted[fragment] + offset if fragment < len(inserted) else -1
            return names.setdefault(at, f"at-{at}") if at >= 0 else ""

        def link(found: "re.Match[bytes]") -> bytes:
            return b"#" + place(int(found[1], 32), int(found[2], 32)).encode()

        def first(values: dict[int, list[int]]) -> list[int]:
            said = values.get(_FRAGMENT, [])
            named = place(*said[:2]) if len(said) > 1 else ""
            return [int(named[3:])] if named else []

        self._entries = self._contents(first)
        for found in _KINDLE.finditer(text):
            link(found)
        sought = sorted(names)
        number = moved = 0
        frames = MobiIndex(self._records, self._header.index(252)).entries[:_MOST_PARTS]
        for frame in frames:
            count = (frame.values.get(_POSITION) or [0])[0]
            start, length = (frame.values.get(_FRAGMENT) or [0, 0])[:2]
            end = start + length
            part = bytearray(text[start:end])
            for piece in range(number, min(number + count, len(fragments))):
                size = (lengths[piece] or [0])[0]
                at = max(0, inserted[piece] - start)
                part[at:at] = text[end : end + size]
                end += size
                moved += len(part)
                if moved > _MOST_MOVED:
                    raise DocumentError("damaged: its parts are put together without end")
            if end > len(text) and not whole:
                return
            number += count
            near = sought[bisect_left(sought, start) : bisect_right(sought, start + len(part))]
            own = {at - start: names[at] for at in near}
            yield _KINDLE.sub(link, _with_places(bytes(part), own))
        if not frames:
            yield text

    def _contents(self, position: Callable[[dict[int, list[int]]], list[int]]) -> list[ContentsEntry]:
        """The book's own contents, in the order of their places."""
        number = self._header.index(244)
        if number < 0:
            return []
        index = MobiIndex(self._records, number)
        entries = []
        for entry in index.entries:
            at = position(entry.values)
            label = entry.values.get(_LABEL, [])
            title = self._words(index.text(label[0])) if label else ""
            if at and title:
                level = (entry.values.get(_DEPTH) or [0])[0]
                entries.append(ContentsEntry(title, min(DEEPEST, level + 1), f"at-{at[0]}"))
        return sorted(entries, key=lambda entry: int(entry.place[3:]))

    def _words(self, data: bytes) -> str:
        text = decoded(data, declared=self._header.encoding).text
        return " ".join(unescape(_TAG.sub("", text)).split())

    def _write(self, page: bytes) -> None:
        encoding = self._header.encoding
        asked = self._raw.options.encoding
        if encoding == "utf-8" and asked == "auto":
            text = page.decode("utf-8", "replace")
        else:
            text = decoded(page, asked=asked, declared=encoding).text
        root = html_tree(text, self._builder.notice)
        if root is None:
            return
        body = next((child for child in root if name_of(child) == "body"), root)
        for element in (root, body):
            self._direction = self._direction or direction_of(attributes_of(element))
        for picture in body.iter("img", "image"):
            number = picture.get("recindex") or ""
            if number.isdecimal() and len(number) < 8:
                picture.set("src", f"kindle:embed:{int(number)}")
        self._builder.end()
        Markup(self._builder, picture=self._picture, lines=False).write(body)

    def _picture(self, source: str) -> Picture:
        """A picture by its number, which is of 32 digits in KF8."""
        found = re.match(r"kindle:embed:([0-9A-V]{1,8})", source)
        if not found or self._first_picture < 0:
            return Picture()
        number = int(found[1], 32 if self._header.is_kf8 else 10) if found[1].isalnum() else 0
        record = self._first_picture + number - 1
        return Picture(size_of_picture(self._records[record][:BEGINNING]), "", f"record-{record}")

    # What the book says of itself

    def _name(self) -> str:
        name = self._raw.data[:32].partition(b"\0")[0]
        return decoded(name).text.replace("_", " ").strip()

    def _meta(self) -> Metadata:
        header = self._header
        offset, length = header.number(84), header.number(88)
        full = self._words(header.record[offset : offset + length]) if header.has(88) and length < 10_000 else ""
        title = next(iter(header.words(_TITLE)), "") or full or self._name()
        return replace(
            self._raw.meta("mobi"),
            title=title,
            author="; ".join(header.words(_AUTHOR)),
            date=next(iter(header.words(_DATE)), ""),
            language=next(iter(header.words(_LANGUAGE)), ""),
            encoding=header.encoding or "utf-8",
        )

    def _stated(self) -> Direction | None:
        """The direction that the book states; the order of its pages alone may be that of columns."""
        header = self._header
        language = next(iter(header.words(_LANGUAGE)), "")[:2].lower()
        is_rtl = "horizontal-rl" in header.words(_WRITING)
        is_turned = "rtl" in header.words(_PROGRESSION) and language in _RIGHT_TO_LEFT
        return Direction.RTL if is_rtl or is_turned else self._direction


def _with_places(text: bytes, names: dict[int, str]) -> bytes:
    """A page with names at places, before the tag or the letter that is there."""
    pieces: list[bytes] = []
    done = 0
    for at in sorted(names):
        if not 0 <= at <= len(text):
            continue
        place = at
        opened = text.rfind(b"<", max(done, at - _LONGEST_TAG), at)
        if opened >= 0 and text.find(b">", opened, at) < 0:
            place = opened
        while place > done and place < len(text) and text[place] & 0xC0 == 0x80:
            place -= 1
        place = max(place, done)
        pieces += (text[done:place], f'<a id="{names[at]}"></a>'.encode())
        done = place
    return b"".join((*pieces, text[done:]))
