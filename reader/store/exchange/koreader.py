"""KOReader's notes on a book (``metadata.*.lua``) and its exports of them (JSON, HTML): read, nothing executed.

Newer versions keep ``annotations``, older ones ``bookmarks`` and ``highlight`` by page. A highlight with words of the
user's is a highlight and a note here, for both are there.
"""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import PurePath

from reader.store.exchange import lua
from reader.store.exchange.checking import made_id, quote_anchor, text_of
from reader.store.records import Annotation, AnnotationKind, Colour

_COLOURS = {
    "yellow": Colour.YELLOW,
    "orange": Colour.YELLOW,
    "olive": Colour.GREEN,
    "green": Colour.GREEN,
    "cyan": Colour.BLUE,
    "blue": Colour.BLUE,
    "purple": Colour.PINK,
    "red": Colour.PINK,
    "pink": Colour.PINK,
    "gray": Colour.YELLOW,
}

_KNOWN = ("annotations", "bookmarks", "highlight", "doc_props", "doc_path", "stats")


def is_lua(beginning: str) -> bool:
    """Whether a text may be such a file."""
    return beginning.startswith(("return", "--")) and any(f'"{name}"' in beginning for name in _KNOWN)


def is_html(beginning: str) -> bool:
    """Whether a text may be an export as HTML."""
    head = beginning[:4000].lower()
    return head.startswith("<") and ("koreader" in head or "bm-" in head or "highlight" in head)


def is_json(value: object) -> bool:
    """Whether a JSON value may be an export: of one book, or of several."""
    if not isinstance(value, dict):
        return False
    return isinstance(value.get("entries"), list) or isinstance(value.get("documents"), list)


def from_lua(text: str) -> Iterator[Annotation]:
    """The annotations of one book.

    Raises:
        ValueError: It is no table of literals.
    """
    book = lua.table(text)
    properties = _mapping(book.get("doc_props") or book.get("stats"))
    path = str(book.get("doc_path") or "")
    title = str(properties.get("title") or PurePath(path).stem)
    marks = list(_mapping(book.get("annotations")).values()) or [
        *_old_highlights(_mapping(book.get("highlight"))),
        *_old_bookmarks(_mapping(book.get("bookmarks")), with_text=not book.get("highlight")),
    ]
    for one in marks:
        yield from _mark(_mapping(one), title, path)


def from_json(value: object) -> Iterator[Annotation]:
    """The annotations of an export: ``entries`` of a book, or ``documents`` that have them."""
    whole = _mapping(value)
    documents = whole.get("documents")
    for each in documents if isinstance(documents, list) else [whole]:
        book = _mapping(each)
        title, path = str(book.get("title") or ""), str(book.get("file") or "")
        entries = book.get("entries")
        for entry in entries if isinstance(entries, list) else []:
            one = _mapping(entry)
            seconds = one.get("time")
            when = datetime.fromtimestamp(float(str(seconds)), UTC).isoformat() if seconds else None
            yield from _mark({**one, "datetime": when, "color": one.get("color")}, title, path)


def from_html(text: str) -> Iterator[Annotation]:
    """The annotations of an export as HTML: blocks of the classes ``bm-text`` and ``bm-note`` under a heading each."""
    from lxml import html  # noqa: PLC0415 - for this form only

    title, chapter = "", ""
    text_before: dict[object, object] | None = None
    for element in html.document_fromstring(text).iter():
        if not isinstance(element.tag, str):
            continue
        names = set((element.get("class") or "").split())
        words = " ".join(element.text_content().split())
        if element.tag in {"h1", "title"} and not title:
            title = words
        elif element.tag in {"h2", "h3"} or "bm-chapter" in names:
            chapter = words
        elif names & {"bm-text", "highlight", "hl-text"} and words:
            if text_before is not None:
                yield from _mark(text_before, title, "")
            text_before = {"text": element.text_content().strip(), "chapter": chapter}
        elif names & {"bm-note", "note", "hl-note"} and words and text_before is not None:
            text_before["note"] = element.text_content().strip()
    if text_before is not None:
        yield from _mark(text_before, title, "")


def _old_highlights(pages: Mapping[object, object]) -> Iterator[dict[object, object]]:
    for on_page in pages.values():
        for one in _mapping(on_page).values():
            yield dict(_mapping(one))


def _old_bookmarks(bookmarks: Mapping[object, object], *, with_text: bool) -> Iterator[dict[object, object]]:
    """Bookmarks of pages, and of highlights where those stand nowhere else; what the user wrote is ``text``."""
    for each in bookmarks.values():
        one = dict(_mapping(each))
        if one.get("highlighted"):
            if with_text or one.get("text"):
                yield {**one, "text": one.get("notes"), "note": one.get("text")}
        else:
            yield {**one, "text": "", "note": one.get("text") or one.get("notes")}


def _mark(one: Mapping[object, object], title: str, path: str) -> Iterator[Annotation]:
    quote = text_of(str(one.get("text") or ""))
    note = text_of(str(one.get("note") or ""))
    chapter = text_of(str(one.get("chapter") or ""))
    when = _time(one.get("datetime"))
    changed = _time(one.get("datetime_updated") or one.get("datetime"))
    is_highlight = bool(quote) and bool(one.get("drawer") or one.get("pos0") or quote)
    kinds = [AnnotationKind.HIGHLIGHT] if is_highlight else [AnnotationKind.BOOKMARK]
    if note and (is_highlight or not _is_generated(note)):
        kinds.append(AnnotationKind.NOTE)
    for kind in kinds:
        # The place tells two marks apart; what can be changed later does not.
        place = one.get("pos0") or one.get("page") or quote
        yield Annotation(
            id=made_id("koreader", path or title, kind, place, one.get("datetime"), quote),
            kind=kind,
            path=path,
            title=title,
            anchor=quote_anchor(quote or chapter, headings=(chapter,) if chapter else ()),
            created=when,
            changed=changed,
            note=note if kind is AnnotationKind.NOTE else "",
            colour=_COLOURS.get(str(one.get("color")), Colour.YELLOW) if kind is AnnotationKind.HIGHLIGHT else None,
        )


def _is_generated(note: str) -> bool:
    """Whether a bookmark's words are the program's own: which page it is on, and when it was made."""
    return " @ " in note


def _time(written: object) -> datetime:
    if not written:
        return datetime(1970, 1, 1, tzinfo=UTC)
    time = datetime.fromisoformat(str(written))
    return time if time.tzinfo else time.replace(tzinfo=UTC)


def _mapping(value: object) -> Mapping[object, object]:
    return value if isinstance(value, dict) else {}
