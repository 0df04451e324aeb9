"""What is remembered of one document while it is read: the place, its bookmarks, how the screen was set up.

Everything is asked of the store and none of it waited for. A store that cannot be read makes no difference to reading:
it is as one in which nothing was remembered.
"""

from collections.abc import Callable
from typing import TypeVar

from reader.model import Document, FactKind, Pos, Range, StateError
from reader.store import Annotation, Colour, Kind, PlacedAnnotation, RecentDocument, Store
from reader.text.layout import Justification
from reader.view.arrange import PaneName

_PANES = "panes"
_LANGUAGE = "language"
_JUSTIFICATION = "justification"
_UNDERLINED = "underlined"
_WHOLE = "facts_of"
_DOCUMENT, _SECTION = "document", "section"
_ENCODING = "encoding"

Result = TypeVar("Result")


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

    def made(self, part: Range, kind: Kind, *, note: str = "", colour: Colour | None = None) -> Annotation:
        """An annotation of a range, not yet kept."""
        return self.store.made(self._document, part, kind, note=note, colour=colour)

    def keep(self, *annotations: Annotation) -> int:
        """Have annotations be as these are; the number of the request."""
        return self.store.keep(self._document, *annotations)

    def drop(self, *annotations: Annotation) -> int:
        """Have annotations be gone; the number of the request."""
        return self.store.drop(*annotations)

    @property
    def recent(self) -> tuple[RecentDocument, ...]:
        """The files read last, but for this one; the latest first."""
        files: tuple[RecentDocument, ...] = self._read(self.store.recent, ())
        return tuple(file for file in files if file.path != self._document.meta.path)

    @property
    def panes(self) -> frozenset[PaneName]:
        """The panes that were wanted last; all of them at first."""
        saved = self._read(lambda: self.store.setting(_PANES), None)
        if saved is None:
            return frozenset(PaneName)
        return frozenset(name for name in PaneName if name in saved.split()) | {PaneName.TEXT}

    @panes.setter
    def panes(self, panes: frozenset[PaneName]) -> None:
        self.store.set_setting(_PANES, " ".join(sorted(panes)))

    @property
    def language(self) -> str:
        """The interface language that was chosen last; "" when none was."""
        return self._read(lambda: self.store.setting(_LANGUAGE), None) or ""

    @language.setter
    def language(self, language: str) -> None:
        self.store.set_setting(_LANGUAGE, language)

    @property
    def justification(self) -> Justification | None:
        """How lines were filled last; None when that was never chosen."""
        saved = self._read(lambda: self.store.setting(_JUSTIFICATION), None)
        return Justification(saved) if saved in set(Justification) else None

    @justification.setter
    def justification(self, justification: Justification) -> None:
        self.store.set_setting(_JUSTIFICATION, justification)

    @property
    def underlined(self) -> frozenset[FactKind]:
        """The kinds of facts that were underlined last; none at first."""
        saved = (self._read(lambda: self.store.setting(_UNDERLINED), None) or "").split()
        return frozenset(kind for kind in FactKind if kind in saved)

    @underlined.setter
    def underlined(self, kinds: frozenset[FactKind]) -> None:
        self.store.set_setting(_UNDERLINED, " ".join(sorted(kinds)))

    @property
    def whole(self) -> bool:
        """Whether the facts of whole documents were shown last; those of a section at first."""
        return self._read(lambda: self.store.setting(_WHOLE), None) == _DOCUMENT

    @whole.setter
    def whole(self, whole: bool) -> None:
        self.store.set_setting(_WHOLE, _DOCUMENT if whole else _SECTION)

    def encoding_for(self, terminal: str) -> str:
        """The encoding that was chosen in a terminal; "" when none was."""
        return self._read(lambda: self.store.setting(f"{_ENCODING}/{terminal}"), None) or ""

    def remember_encoding(self, terminal: str, encoding: str) -> None:
        """Keep the encoding chosen in a terminal."""
        self.store.set_setting(f"{_ENCODING}/{terminal}", encoding)

    def _read(self, step: Callable[[], Result], otherwise: Result) -> Result:
        try:
            return step()
        except StateError:
            return otherwise
