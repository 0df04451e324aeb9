"""The document as a whole: who wrote it, how long it takes to read, what to beware of."""

from collections.abc import Callable, Iterator
from pathlib import Path

from reader.locale import LANGUAGES, Messages
from reader.model import Document, NoticeCode, notice_of
from reader.text.patterns import lazy_pattern
from reader.values import dataclass
from reader.view.fact_parts import has_parts
from reader.view.styled import StyledText, TextRole, isolated, styled

_PACE = {"ar": 138, "he": 187, "en": 228}
_PACE_ELSEWHERE = 184
"""Words a minute, of readers of short texts in 17 languages (Trauzettel-Klosinski and Dietz, IOVS 53, 2012, table 2).

The mean of all is taken for languages that were not measured. They read aloud: readers who do not are faster.
"""

_WORD = lazy_pattern(r"\w\S*")
"""Once in each stretch without white space that holds a letter or digit."""


def _never() -> bool:
    return False


@dataclass(frozen=True, slots=True)
class About:
    """Findings that need the whole text: worked out in a worker.

    Attributes:
        words: How many there are; stretches without white space that hold a letter or digit.
        modified: When the file was last changed, ISO 8601 in universal time, or "".
    """

    words: int
    modified: str = ""

    @classmethod
    def of(cls, document: Document, cancelled: Callable[[], bool] = _never) -> "About":
        """Count the words and look at the file's time stamp; a count that is cancelled is of no use."""
        words = 0
        for block in document.blocks:
            if cancelled():
                break
            words += len(_WORD.findall(document.slice(block.range)))
        return cls(words, _modified(document.meta.path))


def _modified(path: str) -> str:
    if path in ("", "-"):
        return ""
    from datetime import UTC, datetime  # noqa: PLC0415 - the interface is there before it

    try:
        stamp = Path(path).stat().st_mtime
        return datetime.fromtimestamp(stamp, UTC).date().isoformat()
    except (OSError, ValueError, OverflowError):
        return ""


def minutes_to_read(words: int, language: str) -> int:
    """About how long a text takes; at least a minute."""
    return max(1, round(words / _PACE.get(language.partition("-")[0], _PACE_ELSEWHERE)))


def labelled(label: str, value: str, role: TextRole = TextRole.TEXT) -> StyledText:
    """A label and its value, neither of which changes the other's order."""
    return isolated(label, TextRole.MUTED) + styled("  ") + isolated(value, role)


def about_lines(document: Document, about: About | None, messages: Messages) -> Iterator[tuple[str, str, TextRole]]:
    """The name of each label (``about.NAME``), the value and its look; what is not known is left out."""
    meta, number = document.meta, messages.number
    if meta.replaced:
        yield "replaced", number(meta.replaced), TextRole.ERROR
    for notice in meta.notices:
        yield "notice", messages.notice(notice), TextRole.NOTICE
    if has_parts(document) and meta.format != "code":
        yield "notice", messages.notice(notice_of(NoticeCode.FACTS_OF_PARTS)), TextRole.NOTICE
    for name, value in (("title", meta.title), ("author", meta.author), ("publisher", meta.publisher)):
        if value:
            yield name, " ".join(value.split()), TextRole.TEXT
    if meta.date:
        yield "date", _day(meta.date, messages), TextRole.TEXT
    if meta.language:
        yield "language", language_name(meta.language, messages), TextRole.TEXT
    yield "direction", messages.text(f"about.{document.direction}"), TextRole.TEXT
    if document.sections:
        yield "sections", number(len(document.sections)), TextRole.TEXT
    if about:
        yield "words", number(about.words), TextRole.TEXT
        yield "time", reading_time(document, about, messages), TextRole.TEXT
    kinds = [name for name in (meta.format, meta.encoding) if name]
    if kinds:
        yield "format", " · ".join(kinds), TextRole.TEXT
    if about and about.modified:
        yield "modified", _day(about.modified, messages), TextRole.TEXT


def _day(said: str, messages: Messages) -> str:
    """A date as the language writes it; what is no whole ISO 8601 date as it was said."""
    from datetime import date  # noqa: PLC0415 - see above

    try:
        return messages.date(date.fromisoformat(said.partition("T")[0]))
    except ValueError:
        return said


def reading_time(document: Document, about: About, messages: Messages) -> str:
    """About how long the document takes to read, in words."""
    minutes = minutes_to_read(about.words, document.meta.language)
    return messages.text("about.roughly", time=messages.duration(minutes))


def language_name(tag: str, messages: Messages) -> str:
    """A language's name in the interface's language; its tag where the reader has none."""
    primary = tag.partition("-")[0].lower()
    return messages.text(f"language.{primary}") if primary in LANGUAGES else tag
