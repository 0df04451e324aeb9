"""Books that are not whole: without a container or package document, or with chapters under a lock."""

from reader.formats.archive import Archive, resolved
from reader.formats.markup_elements import attributes_of
from reader.formats.trees import xml_tree
from reader.model import DocumentError, NoticeCode, notice_of

ENCRYPTION = "META-INF/encryption.xml"
_PAGE_NAMES = (".xhtml", ".html", ".htm")


def package_found(archive: Archive) -> str:
    """The part that is called as package documents are; "" where there is none."""
    return next((name for name in archive.names if name.lower().endswith(".opf")), "")


def chapters_found(archive: Archive) -> tuple[str, ...]:
    """The pages of a book that does not say what its chapters are, in the order they are stored in.

    Raises:
        DocumentError: There are none.
    """
    found = tuple(name for name in archive.names if name.lower().endswith(_PAGE_NAMES))
    if not found:
        raise DocumentError("damaged: the book names no chapters")
    archive.notice(notice_of(NoticeCode.CHAPTERS_UNORDERED))
    return found


def locked_parts(archive: Archive) -> frozenset[str]:
    """The parts that are encrypted, as in books that only one shop's program may open (OCF 3.3, 4.2.5)."""
    if ENCRYPTION not in archive:
        return frozenset()
    try:
        root = xml_tree(archive.part(ENCRYPTION))
    except DocumentError:
        return frozenset()
    return frozenset(resolved("", attributes_of(element).get("uri", "")) for element in root.iter("{*}CipherReference"))
