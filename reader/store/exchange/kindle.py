"""Kindle's ``My Clippings.txt``: what was marked in all books, one entry after the other, whatever language it is in.

An entry is the book's title with its author in brackets, a line that says what it is, where, and when, an empty line,
and the text; a line of equals signs ends it. What kind it is and when it was made is said in the device's language:
the words of a dozen are known, and an entry in another is taken for what its text makes it.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from reader.named_tuples import NamedTuple
from reader.store.exchange.checking import made_id, quote_anchor, text_of
from reader.store.records import Annotation, AnnotationKind, Colour

_END = re.compile(r"^={6,}[ \t]*$", re.MULTILINE)
_TITLE = re.compile(r"^(?P<title>.*?)\s*(?:\((?P<author>[^()]*(?:\([^()]*\)[^()]*)*)\))?\s*$")
_PLACE = re.compile(r"(\d+)(?:\s*[-\u2013\u2014]\s*(\d+))?")

_NOTE = re.compile(
    r"\bnote\b|notiz|\bnota\b|заметк|メモ|笔记|筆記|ملاحظة|הערה|یادداشت|نوٹ|notitie|\bnot\b|anteckning|메모",
    re.IGNORECASE,
)
_BOOKMARK = re.compile(
    r"bookmark|lesezeichen|signet|marcador|segnalibro|закладк|ブックマーク|书签|書籤|إشارة مرجعية|علامة|סימנייה|نشانک|"
    r"bladwijzer|yer imi|bokmärke|북마크",
    re.IGNORECASE,
)

_MONTHS = {
    name: month
    for month, names in enumerate(
        (
            "january januar janvier enero gennaio januari janeiro января ocak يناير ינואר ژانویه جنوری",
            "february februar février febrero febbraio februari fevereiro февраля şubat فبراير פברואר فوریه فروری",
            "march märz maerz mars marzo maart março marco марта mart مارس מרץ مارس مارچ",
            "april avril abril aprile апреля nisan أبريل אפריל آوریل اپریل",
            "may mai mayo maggio mei maio мая mayıs mayis مايو מאי مه مئی",
            "june juni juin junio giugno junho июня haziran يونيو יוני ژوئن جون",
            "july juli juillet julio luglio julho июля temmuz يوليو יולי ژوئیه جولائی",
            "august août aout agosto augustus августа ağustos agustos أغسطس אוגוסט اوت اگست",
            "september septembre septiembre settembre setembro сентября eylül eylul سبتمبر ספטמבר سپتامبر ستمبر",
            "october oktober octobre octubre ottobre outubro октября ekim أكتوبر אוקטובר اکتبر اکتوبر",
            "november novembre noviembre novembro ноября kasım kasim نوفمبر נובמבר نوامبر نومبر",
            "december dezember décembre diciembre dicembre dezembro декабря aralık ديسمبر דצמבר دسامبر دسمبر",
        ),
        1,
    )
    for name in names.split()
}

_NUMERIC_DATE = re.compile(r"(\d{4})\s*[年년./-]\s*(\d{1,2})\s*[月월./-]\s*(\d{1,2})")
_YEAR = re.compile(r"\b((?:19|20)\d\d)\b")
_DAY = re.compile(r"(?<![\d:.])(\d{1,2})(?!\d)(?!\s*[:.]\d\d)")
_CLOCK = re.compile(r"(\d{1,2})[:.](\d\d)(?:[:.](\d\d))?")
_AFTERNOON = re.compile(r"\bp\.?\s?m\b|下午|午後|오후|م(?![\w])|ب\.ظ|אחה", re.IGNORECASE)
_MORNING = re.compile(r"\ba\.?\s?m\b|上午|午前|오전|ص(?![\w])|ق\.ظ", re.IGNORECASE)
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")


def is_one(beginning: str) -> bool:
    """Whether a text may be such a file."""
    beginning = _with_line_feeds(beginning[:100_000])
    return bool(_END.search(beginning)) and "\n- " in beginning[:4000]


def annotations(text: str) -> Iterator[Annotation]:
    """The marked passages, without texts cut at the device's limit and entries cut short."""
    entries = list(_entries(_with_line_feeds(text)))
    marked = [entry for entry in entries if entry.kind is AnnotationKind.HIGHLIGHT]
    for entry in entries:
        yield _annotation(entry, marked)


def _with_line_feeds(text: str) -> str:
    """Line ends as line feeds; a byte-order mark may stand before every title."""
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\ufeff", "")


class _Entry(NamedTuple):
    """An entry as it stands: ``place`` is the first and the last number told of, the last kind of them told."""

    heading: str
    about: str
    words: str
    kind: AnnotationKind
    place: tuple[int, int]


def _entries(text: str) -> Iterator[_Entry]:
    for entry in _END.split(text):
        lines = entry.strip("\n").split("\n")
        if len(lines) < 2 or not lines[1].lstrip().startswith("-"):
            continue
        about, words = lines[1].strip().translate(_DIGITS), "\n".join(lines[2:]).strip()
        # The page comes before the location, where both are told; the time comes behind the last bar.
        places = _PLACE.findall(about.rpartition("|")[0])
        first, last = places[-1] if places else ("0", "")
        yield _Entry(lines[0].strip(), about, words, _kind(about, words), (int(first), int(last or first)))


def _annotation(entry: _Entry, marked: Sequence[_Entry]) -> Annotation:
    heading, about, words, kind, place = entry
    named = _TITLE.match(heading)
    title = text_of(named["title"] if named else heading)
    when = _when(about)
    quote = words if kind is AnnotationKind.HIGHLIGHT else ""
    if kind is AnnotationKind.NOTE:  # it stands at the end of what was marked for it
        quote = next((one.words for one in marked if one.heading == heading and _holds(one.place, place)), "")
    return Annotation(
        id=made_id("kindle", heading, kind, *place, about.rpartition("|")[2], words[:100]),
        kind=kind,
        path="",
        title=title,
        anchor=quote_anchor(quote),
        created=when,
        changed=when,
        note=text_of(words) if kind is AnnotationKind.NOTE else "",
        colour=Colour.YELLOW if kind is AnnotationKind.HIGHLIGHT else None,
    )


def _holds(place: tuple[int, int], other: tuple[int, int]) -> bool:
    return place[0] <= other[0] <= place[1]


def _kind(about: str, words: str) -> AnnotationKind:
    said = about.partition("|")[0]
    if _BOOKMARK.search(said) or not words:
        return AnnotationKind.BOOKMARK
    return AnnotationKind.NOTE if _NOTE.search(said) else AnnotationKind.HIGHLIGHT


def _when(about: str) -> datetime:
    """When it was made, as far as it is understood; the beginning of time where it is not."""
    said = about.rpartition("|")[2]
    day = _date(said)
    if day is None:
        return datetime(1970, 1, 1, tzinfo=UTC)
    hour = minute = second = 0
    if clock := _CLOCK.search(said):
        hour, minute, second = int(clock[1]), int(clock[2]), int(clock[3] or 0)
        if hour < 12 and _AFTERNOON.search(said):
            hour += 12
        elif hour == 12 and _MORNING.search(said):
            hour = 0
    try:
        return datetime(*day, hour, minute, second, tzinfo=UTC)
    except ValueError:
        return datetime(1970, 1, 1, tzinfo=UTC)


def _date(said: str) -> tuple[int, int, int] | None:
    if numeric := _NUMERIC_DATE.search(said):
        return int(numeric[1]), int(numeric[2]), int(numeric[3])
    year = _YEAR.search(said)
    words = re.findall(r"[^\W\d_]+", said.lower())
    month = next((_MONTHS[word] for each in words for word in (each, each.removeprefix("ב")) if word in _MONTHS), None)
    if year is None or month is None:
        return None
    day = next((int(found[1]) for found in _DAY.finditer(said) if found[1] != year[1]), None)
    return (int(year[1]), month, day) if day else None
