"""Rich text (RTF 1.9.1): paragraphs, headings, lists as they are numbered, tables, links, notes, looks.

Text in the code pages of its fonts and in Unicode is read, with the directions that paragraphs state. Pictures,
drawings and what is hidden are passed over; nothing that is embedded is opened.
"""

from collections.abc import Iterator

from reader.formats.builder import Builder
from reader.formats.pages import write_page
from reader.formats.raw import Raw
from reader.formats.rtf_reading import RtfReading
from reader.formats.under_way import UnderWay
from reader.formats.xml_source import MarkupRoom
from reader.model import Document, Metadata, NoticeCode, notice_of
from reader.values import replace


def written(raw: Raw) -> UnderWay:
    """The document of rich text; damaged, as far as it goes."""
    return _RichText(raw)


class _RichText(UnderWay):
    """A document under way.

    Args:
        raw: Its bytes.
    """

    def __init__(self, raw: Raw) -> None:
        self.builder = Builder()
        self._reading = RtfReading(raw.data)
        self._raw = raw

    def steps(self) -> Iterator[None]:
        """Write it, some paragraphs at a time."""
        room = MarkupRoom(self.builder.notice)
        for page in self._reading.pages():
            write_page(self.builder, room.bounded(page))
            yield
            if room.is_full:
                break
        if self._reading.too_deep:
            self.builder.notice(notice_of(NoticeCode.NESTED_TOO_DEEP))

    def document(self, *, complete: bool) -> Document:
        """The document as far as it has been written."""
        about = {name: "".join(words).strip() for name, words in self._reading.about.items()}
        meta: Metadata = self._raw.meta("rtf")
        meta = replace(meta, title=about.get("title", ""), author=about.get("author", ""))
        awaited = None if complete else ()
        return self.builder.document(meta, direction=self._raw.options.direction, awaited=awaited)
