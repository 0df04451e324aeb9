"""Texts and logs of any size: their text stays on disk, and their blocks are numbers in arrays.

What the beginning tells (title, language, direction, encoding) is told of all of it. UTF-8 is read where it stands;
what is in another encoding is converted once into a file of our own.

Units: bytes read, code points of the text.
"""

import codecs
import os
from collections.abc import Callable, Iterator, Sequence
from io import FileIO, IncrementalNewlineDecoder
from itertools import chain
from typing import IO

from reader.formats.beginning import LENGTH, beginning_of
from reader.formats.charsets import MARKS, VISUAL, decoded
from reader.formats.code import LineParser
from reader.formats.json_text import is_json
from reader.formats.packed_blocks import PackedArrays, PackedBlocks
from reader.formats.paged_text import PAGE, Pages
from reader.formats.plain_blocks import PlainParser
from reader.formats.printed_sections import HeadingLine, headings_of_log, tree_of_printed
from reader.formats.raw import Raw
from reader.formats.registry import parser_of
from reader.formats.terminal import PrintedParser
from reader.formats.text import MOST_LINES, beginning_of_text
from reader.formats.warnings import OVERRIDES
from reader.formats.windows import WINDOW, TextWindow, WindowParser, cut_of
from reader.model import Block, BlockKind, Direction, Document, DocumentError, Metadata, NoticeCode, notice_of
from reader.model.section_tree import SectionTree
from reader.model.spool import keep, spooled
from reader.text.patterns import lazy_pattern
from reader.values import replace

HEAD = 2 * LENGTH
"""Bytes at its beginning that it is judged by."""

FOLLOWED = frozenset(("text", "code", "terminal"))
"""Formats that are text as it stands: it can stay on disk, and be followed as it grows."""

_DRESSED = lazy_pattern("[\x1b\b]")

_FIRST, _GROWTH = 16 << 20, 4
"""Code points of the first snapshot behind the beginning, and how many times as long the next ones are."""


class LargeText:
    """A text under way, whose beginning is known.

    Args:
        beginning: The document of its beginning.
        parser: What finds its blocks.
        pages: Where its text is.
    """

    def __init__(self, beginning: Document, parser: WindowParser, pages: Pages) -> None:
        self._beginning = beginning
        self._parser = parser
        self._pages = pages
        self._arrays = PackedArrays()
        self._pieces: list[str] = []
        """The text behind the last window."""
        self._held = 0
        self._start, self._line = 0, 1
        self._overrides = 0
        self._printed: list[HeadingLine] = []

    def __len__(self) -> int:
        """Code points that were added."""
        return self._pages.length

    @property
    def replaced(self) -> int:
        """How many sequences could not be decoded."""
        return self._pages.replaced

    def add(self, data: bytes, *, last: bool = False) -> None:
        """Add the next bytes of the file that the pages are in."""
        for at in range(0, max(1, len(data)), PAGE):
            self._add_page(data[at : at + PAGE], last=last and at + PAGE >= len(data))

    def _add_page(self, data: bytes, *, last: bool) -> None:
        text = self._pages.add(data, last=last)
        self._overrides += sum(map(text.count, OVERRIDES))
        self._pieces.append(text)
        self._held += len(text)
        if self._held > WINDOW:
            self._parse()

    def _parse(self) -> None:
        """Find the blocks of the windows that are there."""
        text, at = "".join(self._pieces), 0
        while cut := cut_of(text, at):
            piece = text[at:cut]
            self._printed += self._headings(piece)
            blocks, self._parser = self._parser.parsed(TextWindow(piece, self._start, self._line, last=False))
            self._arrays.extend(blocks)
            at, self._start, self._line = cut, self._start + len(piece), self._line + piece.count("\n")
        self._pieces = [text[at:]]
        self._held = len(text) - at

    def document(self, *, complete: bool, to_end: bool = True) -> Document:
        """The document of what has been added, or of the windows that are full."""
        self._parse()
        rest = "".join(self._pieces) if to_end else ""
        tail, _ = self._parser.parsed(TextWindow(rest, self._start, self._line))
        source, beginning = self._pages.snapshot(len(self) if to_end else self._start), self._beginning
        return replace(
            beginning,
            source=source,
            blocks=PackedBlocks(self._arrays, tail),
            root=(
                tree_of_printed([*self._printed, *self._headings(rest)], len(source))
                if self._is_printed
                else SectionTree(chain(self._arrays.headings(), _headings_in(tail)), len(source)).root
            ),
            meta=self._meta(beginning.meta),
            complete=complete,
        )

    @property
    def _is_printed(self) -> bool:
        """Whether it is what a command printed."""
        return self._beginning.is_printed

    def _headings(self, text: str) -> list[HeadingLine]:
        """The headings in the next of what a command printed."""
        return headings_of_log(text, self._start) if self._is_printed else []

    def _meta(self, meta: Metadata) -> Metadata:
        notices = [one for one in meta.notices if one.code is not NoticeCode.OVERRIDES]
        if self._overrides:
            notices.append(notice_of(NoticeCode.OVERRIDES, count=self._overrides))
        if isinstance(self._parser, LineParser) and meta.format == "text":
            notices.append(notice_of(NoticeCode.LINES_AS_THEY_STAND, count=MOST_LINES // 1_000_000))
        return replace(meta, replaced=self.replaced, notices=tuple(notices))


def is_large(kind: str, raw: Raw) -> bool:
    """Whether a text in a format can stay on disk, by its beginning.

    Not where the whole of it is turned round, or dressed with looks and links.
    """
    if kind not in FOLLOWED or raw.options.repair:
        return False
    head = raw.decoded()
    if kind == "terminal" and _DRESSED.search(head.text):
        return False
    return head.encoding != VISUAL and not (kind == "code" and is_json(head.text))


def snapshots_of_file(opened: Callable[[], FileIO], kind: str, raw: Raw) -> Iterator[Document]:
    """The document of a large file as it grows: its beginning, longer snapshots, the whole.

    Args:
        opened: Opens the file.
        kind: Its format.
        raw: Its first :data:`HEAD` bytes.

    Raises:
        DocumentError: It cannot be kept in another encoding.
    """
    document_of = beginning_of_text if kind == "text" else parser_of(kind)
    beginning = document_of(beginning_of(raw) or raw)
    yield replace(beginning, complete=False)
    with opened() as file:
        as_it_stands = kind == "code" or _has_most_lines(file)
        # What begins in ASCII may be in any encoding that has it: the first other bytes tell.
        undecided = raw.options.encoding == "auto" and raw.data.isascii()
        wanted = _FIRST
        while True:
            parser = LineParser(beginning.direction) if as_it_stands else _parser_of(kind, beginning, raw)
            stored = _Stored(file, beginning.meta.encoding)
            large = LargeText(beginning, parser, stored.pages)
            for data in stored.chunks():
                large.add(data)
                if undecided and not data.isascii():
                    undecided = False
                    sample = _read(file, max(0, stored.pages.end - len(data)), HEAD)
                    if (encoding := decoded(sample).encoding) != beginning.meta.encoding:
                        beginning = replace(beginning, meta=replace(beginning.meta, encoding=encoding))
                        break
                if len(large) >= wanted:
                    wanted *= _GROWTH
                    yield large.document(complete=False, to_end=False)
            else:
                large.add(b"", last=True)
                yield large.document(complete=True)
                return


def _headings_in(tail: Sequence[Block]) -> Iterator[tuple[int, int, int]]:
    return ((*block.range, block.depth) for block in tail if block.kind is BlockKind.HEADING)


def _parser_of(kind: str, beginning: Document, raw: Raw) -> WindowParser:
    direction, fixed = beginning.direction, raw.options.direction != "auto"
    match kind:
        case "code":
            return LineParser(Direction.LTR)
        case "terminal":
            return PrintedParser(direction, direction if fixed else None)
        case _:
            return PlainParser(int(direction.is_rtl), fixed)


class Arriving:
    """A text that comes piece by piece, and is kept on disk.

    Args:
        kind: Its format.
        raw: Its beginning, which is added like the rest.
        file: The file it is in, where it comes from one.
    """

    def __init__(self, kind: str, raw: Raw, file: IO[bytes] | None = None) -> None:
        beginning = parser_of(kind)(raw)
        self._encoding = beginning.meta.encoding
        self._mark = _mark_length(raw.data, self._encoding)
        self._decode = _decoder(self._encoding)
        self._kept: IO[bytes] | None = None
        if file and self._encoding == "utf-8":
            pages = Pages(FileIO(os.dup(file.fileno())), self._mark)
        else:
            self._kept = spooled()
            pages = Pages(self._kept)
        self._large = LargeText(beginning, _parser_of(kind, beginning, raw), pages)

    def add(self, data: bytes, *, last: bool = False) -> None:
        """Add what came.

        Raises:
            DocumentError: There is no room for it.
        """
        mark, self._mark = self._mark, max(0, self._mark - len(data))
        data = data[mark:]
        if self._kept:
            data = self._decode(data, last).encode("utf-8", "replace")
            keep(self._kept, data)
        self._large.add(data, last=last)

    def document(self, *, complete: bool) -> Document:
        """The document of what has been added."""
        return self._large.document(complete=complete)


def _decoder(encoding: str) -> Callable[[bytes, bool], str]:
    """Decodes piece by piece, every line end a line feed."""
    return IncrementalNewlineDecoder(codecs.getincrementaldecoder(encoding)("replace"), translate=True).decode


def _mark_length(beginning: bytes, encoding: str) -> int:
    return next((len(mark) for mark, name in MARKS if name == encoding and beginning.startswith(mark)), 0)


def _has_most_lines(file: IO[bytes]) -> bool:
    """Whether a text has so many lines that they are shown as they stand."""
    lines = at = 0
    while lines <= MOST_LINES and (data := _read(file, at, 1 << 20)):
        lines += data.count(b"\n")
        at += len(data)
    return lines > MOST_LINES


class _Stored:
    """A file as UTF-8: itself, or what is made of it.

    Attributes:
        pages: Where the text is.
    """

    def __init__(self, file: IO[bytes], encoding: str) -> None:
        self._file = file
        self._encoding = encoding
        self._mark = _mark_length(_read(file, 0, 4), encoding)
        self._is_utf_8 = encoding == "utf-8"
        self._kept = FileIO(os.dup(file.fileno())) if self._is_utf_8 else spooled()
        self.pages = Pages(self._kept, self._mark if self._is_utf_8 else 0)

    def chunks(self) -> Iterator[bytes]:
        """The UTF-8, which stands where the pages look for it when it is given."""
        at = self._mark
        if self._is_utf_8:
            while data := _read(self._file, at, PAGE):
                yield data
                at += len(data)
            return
        decode = _decoder(self._encoding)
        while data := _read(self._file, at, PAGE):
            yield self._converted(decode(data, False))
            at += len(data)
        yield self._converted(decode(b"", True))

    def _converted(self, text: str) -> bytes:
        data = text.encode("utf-8", "replace")
        keep(self._kept, data)
        return data


def _read(file: IO[bytes], at: int, size: int) -> bytes:
    try:
        return os.pread(file.fileno(), size, at)
    except OSError as error:
        raise DocumentError(f"cannot be read: {(error.strerror or '').lower()}") from None
