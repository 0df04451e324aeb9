"""EPUB 2 and 3: the chapters of the spine in one document, with the book's own contents as its sections.

What the package document says is :mod:`reader.formats.epub_package`'s. Links between chapters lead to places in the
text: a place's name is its part's name, ``#`` and its identifier. The book's own contents (the navigation of EPUB 3,
the NCX of EPUB 2) say what its sections are and how they nest.
"""

from collections.abc import Iterator

from reader.formats.archive import Archive, resolved
from reader.formats.builder import Builder
from reader.formats.contents import Headings
from reader.formats.epub_contents import contents_of, entries_by_part
from reader.formats.epub_package import package_of
from reader.formats.markup import Markup
from reader.formats.markup_elements import attributes_of, direction_of
from reader.formats.pictures import BEGINNING, Picture, size_of_picture
from reader.formats.raw import Raw
from reader.formats.trees import name_of, xml_tree
from reader.formats.under_way import UnderWay
from reader.model import Awaited, Document, DocumentError, NoticeCode, notice_of
from reader.text.patterns import lazy_pattern

_ADDRESS = lazy_pattern(r"[A-Za-z][A-Za-z0-9+.-]*:")


def written(raw: Raw) -> UnderWay:
    """The document of a book.

    Raises:
        DocumentError: It is no archive, is encrypted, or names no chapters that can be read.
    """
    return _Book(raw)


class _Book(UnderWay):
    """A book under way.

    Args:
        raw: Its bytes.

    Raises:
        DocumentError: It is no archive, is encrypted, or names no chapters.
    """

    def __init__(self, raw: Raw) -> None:
        self.builder = Builder()
        self._archive = Archive(raw.data, self.builder.notice)
        self._asked = raw.options.direction
        self._package = package_of(self._archive, raw.meta("epub"))
        self._chapters = frozenset(self._package.spine)
        entries = contents_of(self._archive, self._package)
        self._entries = entries_by_part(entries, self._chapters)
        self._headings = Headings()
        self._direction = self._package.direction
        self._missing = 0
        self._seen: set[str] = set()
        self._written = 0

    def steps(self) -> Iterator[None]:
        """Write it, chapter by chapter."""
        for part in self._package.spine:
            if self._written:
                yield
            self._write(part)

    def _write(self, part: str) -> None:
        """Append a chapter; one that cannot be read is counted."""
        self._written += 1
        builder = self.builder
        try:
            root = xml_tree(self._archive.part(part), builder.notice, part)
        except DocumentError:
            self._missing += 1
            return
        for element in (root, *root):
            self._direction = self._direction or direction_of(attributes_of(element))
        body = next((child for child in root if name_of(child) == "body"), root)
        builder.end()
        since = builder.count
        builder.place(part)

        def address(href: str) -> str:
            if _ADDRESS.match(href):
                return href
            target = resolved(part, href)
            if target not in self._chapters:
                return ""
            fragment = href.partition("#")[2]
            return f"#{target}#{fragment}" if fragment else f"#{target}"

        def picture(source: str) -> Picture:
            name = resolved(part, source)
            is_cover = name in self._package.covers
            return Picture(
                size_of_picture(self._archive.beginning(name, BEGINNING)),
                self._package.meta.title if is_cover else "",
                name,
            )

        Markup(builder, part=part, prefix=f"{part}#", address=address, picture=picture).write(body)
        entries = self._entries.get(part, ()) if part not in self._seen else ()
        self._seen.add(part)
        builder.revise(since, lambda drafts: self._headings.set_by(drafts, entries))

    def document(self, *, complete: bool) -> Document:
        """The document as far as it has been written.

        Raises:
            DocumentError: The whole has been, and not one chapter could be read.
        """
        if complete and self._missing == len(self._package.spine):
            raise DocumentError("damaged: none of its chapters can be read")
        if complete and self._missing:
            total = len(self._package.spine)
            self.builder.notice(notice_of(NoticeCode.CHAPTERS_LOST, count=self._missing, total=total))
        awaited = None if complete else self._awaited()
        return self.builder.document(self._package.meta, direction=self._asked, stated=self._direction, awaited=awaited)

    def _awaited(self) -> tuple[Awaited, ...]:
        """The entries of chapters that are not written."""
        to_come = self._package.spine[self._written :]
        return tuple(Awaited(entry.title, entry.level) for part in to_come for entry in self._entries.get(part, ()))
