"""The memory of one document while it is read: the place, its bookmarks, how the screen was set up.

Everything is asked of the store and none of it waited for. A store that cannot be read makes no difference to reading:
it is as one in which nothing was remembered.
"""

from collections.abc import Callable, Iterable
from typing import TypeVar

from reader.model import Document, FactKind, Pos, Range, StateError
from reader.named_tuples import NamedTuple
from reader.store import Annotation, AnnotationKind, Colour, PlacedAnnotation, RecentDocument, Store
from reader.text.layout import Justification
from reader.values import dataclass
from reader.view.theme_names import THEMES

_PANES = "panes"
_LANGUAGE = "language"
_JUSTIFICATION = "justification"
_UNDERLINED = "underlined"
_WHOLE = "facts_of"
_WIDE = "wide_lines"
_SIDEWAYS, _BROKEN = "sideways", "broken"
_DOCUMENT, _SECTION = "document", "section"
_ENCODING = "encoding"
_SEARCHES = "searches"
_SHARES = "widths"
_PACE = "pace"
_THEME = "theme"
_GREETED, _YES, _NO = "greeted", "yes", "no"
_SPACING, _RULER = "line_spacing", "ruler"

Result = TypeVar("Result")


class Share(NamedTuple):
    """The cells that a pane has been given in windows of a size.

    Attributes:
        size: The windows: their columns in steps of ten.
        pane: The pane's name.
        width: Its cells.
    """

    size: int
    pane: str
    width: int

    @staticmethod
    def size_of(columns: int) -> int:
        """The size of a window."""
        return columns // 10 * 10


def _shares_in(setting: str) -> tuple[Share, ...]:
    """The widths in a setting; what is no width is left out."""
    parts = (word.split(":") for word in setting.split())
    fields = [part for part in parts if len(part) == 3 and part[0].isdecimal() and part[2].isdecimal()]
    return tuple(Share(int(size), pane, int(width)) for size, pane, width in fields)


@dataclass(frozen=True, slots=True)
class SetUp:
    """How the screen is set up, as far as that is remembered; None for what is not chosen.

    Attributes:
        panes: The names of the panes that are wanted.
        language: The interface's language.
        justification: How lines are filled.
        underlined: The kinds of facts that are underlined.
        whole: Whether the facts of whole documents are shown, and not those of a section.
        sideways: Whether wide lines are scrolled sideways, and not broken.
        searches: The queries asked before, the latest first.
        shares: The widths that panes have been given.
        pace: How many code points a minute are read.
        theme: The name of the theme.
        greeted: Whether a first start was told what to press.
        spacing: The empty rows between lines.
        ruler: Whether the line one reads is lit.
    """

    panes: frozenset[str] | None = None
    language: str | None = None
    justification: Justification | None = None
    underlined: frozenset[FactKind] | None = None
    whole: bool | None = None
    sideways: bool | None = None
    searches: tuple[str, ...] | None = None
    shares: tuple[Share, ...] | None = None
    pace: int | None = None
    theme: str | None = None
    greeted: bool | None = None
    spacing: int | None = None
    ruler: bool | None = None


@dataclass(frozen=True, slots=True)
class Memory:
    """The memory of a document when it is opened.

    Attributes:
        position: Where one was when it was last left.
        set_up: How the screen was set up.
    """

    position: Pos | None = None
    set_up: SetUp = SetUp()


class Session:
    """A document's memory.

    Args:
        store: Where it is kept.
        document: The document that is read.

    Attributes:
        store: Where it is kept.
    """

    def __init__(self, store: Store, document: Document) -> None:
        self.store = store
        self._document = document

    @property
    def document(self) -> Document:
        """The document this is the memory of."""
        return self._document

    def of_another(self, document: Document) -> "Session":
        """The memory of another document in the same store."""
        return Session(self.store, document)

    @property
    def position(self) -> Pos | None:
        """Where one was when the document was last left."""
        return self._read(lambda: self.store.position(self._document), None)

    @position.setter
    def position(self, pos: Pos) -> None:
        self.store.save_position(self._document, pos)

    @property
    def annotations(self) -> tuple[PlacedAnnotation, ...]:
        """The document's annotations and where they are now."""
        return self._read(lambda: self.store.annotations(self._document), ())

    def made(self, part: Range, kind: AnnotationKind, *, note: str = "", colour: Colour | None = None) -> Annotation:
        """An annotation of a range, not yet kept."""
        return self.store.made(self._document, part, kind, note=note, colour=colour)

    def keep(self, *kept: Annotation, dropped: Iterable[Annotation] = ()) -> int:
        """Have annotations be as these are, and others be gone; the number of the request."""
        return self.store.keep(self._document, *kept, dropped=dropped)

    @property
    def recent(self) -> tuple[RecentDocument, ...]:
        """The files read last, but for this one; the latest first."""
        files: tuple[RecentDocument, ...] = self._read(self.store.recent, ())
        return tuple(file for file in files if file.path != self._document.meta.path)

    @property
    def memory(self) -> Memory:
        """The memory of the document; of one that is not complete only how the screen was set up."""
        if not self._document.complete:
            return Memory(set_up=self.set_up)
        return Memory(self.position, self.set_up)

    @property
    def set_up(self) -> SetUp:
        """How the screen was set up last."""
        panes, underlined = self._setting(_PANES), self._setting(_UNDERLINED)
        justification, whole = self._setting(_JUSTIFICATION), self._setting(_WHOLE)
        sideways, shares, pace = self._setting(_WIDE), self._setting(_SHARES), self._setting(_PACE)
        searches = self._setting(_SEARCHES)
        return SetUp(
            None if panes is None else frozenset(panes.split()),
            self._setting(_LANGUAGE),
            Justification(justification) if justification in set(Justification) else None,
            None if underlined is None else frozenset(kind for kind in FactKind.known() if kind in underlined.split()),
            None if whole is None else whole == _DOCUMENT,
            None if sideways is None else sideways == _SIDEWAYS,
            None if searches is None else tuple(searches.split("\n")),
            None if shares is None else _shares_in(shares),
            int(pace) if pace and pace.isdecimal() else None,
            theme if (theme := self._setting(_THEME)) in THEMES else None,
            self._setting(_GREETED) == _YES or None,
            int(spacing) if (spacing := self._setting(_SPACING)) in {"0", "1"} else None,
            None if (ruler := self._setting(_RULER)) is None else ruler == _YES,
        )

    def remember(self, changes: SetUp) -> None:
        """Keep how the screen is set up; what is None stays as it was remembered."""
        settings = {
            _PANES: None if changes.panes is None else " ".join(sorted(changes.panes)),
            _LANGUAGE: changes.language,
            _JUSTIFICATION: changes.justification,
            _UNDERLINED: None if changes.underlined is None else " ".join(sorted(changes.underlined)),
            _WHOLE: None if changes.whole is None else _DOCUMENT if changes.whole else _SECTION,
            _WIDE: None if changes.sideways is None else _SIDEWAYS if changes.sideways else _BROKEN,
            _SEARCHES: None if changes.searches is None else "\n".join(changes.searches),
            _SHARES: None if changes.shares is None else " ".join(":".join(map(str, one)) for one in changes.shares),
            _PACE: None if changes.pace is None else str(changes.pace),
            _THEME: changes.theme,
            _GREETED: _YES if changes.greeted else None,
            _SPACING: None if changes.spacing is None else str(changes.spacing),
            _RULER: None if changes.ruler is None else _YES if changes.ruler else _NO,
        }
        for name, value in settings.items():
            if value is not None:
                self.store.set_setting(name, value)

    def _setting(self, name: str) -> str | None:
        return self._read(lambda: self.store.setting(name), None)

    def encoding_for(self, terminal: str) -> str:
        """The encoding that was chosen in a terminal; "" when none was."""
        return self._setting(f"{_ENCODING}/{terminal}") or ""

    def remember_encoding(self, terminal: str, encoding: str) -> None:
        """Keep the encoding chosen in a terminal."""
        self.store.set_setting(f"{_ENCODING}/{terminal}", encoding)

    def _read(self, step: Callable[[], Result], otherwise: Result) -> Result:
        try:
            return step()
        except StateError:
            return otherwise
