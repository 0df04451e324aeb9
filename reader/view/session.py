"""What is remembered of one document while it is read: the place, its bookmarks, how the screen was set up.

Everything goes through to the store at once. A store that cannot be written makes no difference to reading: ``notice``
then says so in one line, and what was to be remembered is lost with the program.
"""

from collections.abc import Callable
from typing import TypeVar

from reader.model import Document, FactKind, Pos, Range, StateError
from reader.store import PlacedBookmark, RecentDocument, Store
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
        notice: What the user should know of the opening of the store.
    """

    def __init__(self, store: Store, document: Document, notice: str = "") -> None:
        self._store = store
        self._document = document
        self.notice = notice
        """Why something could not be remembered; "" while all is well."""

    def of_another(self, document: Document) -> "Session":
        """The memory of another document in the same store."""
        return Session(self._store, document)

    @property
    def position(self) -> Pos | None:
        """Where one was when the document was last left."""
        return self._kept(lambda: self._store.position(self._document), None)

    @position.setter
    def position(self, pos: Pos) -> None:
        self._kept(lambda: self._store.save_position(self._document, pos), None)

    @property
    def bookmarks(self) -> tuple[PlacedBookmark, ...]:
        """The document's bookmarks and where they are now."""
        return self._kept(lambda: self._store.bookmarks(self._document), ())

    def add_bookmark(self, part: Range, note: str = "", *, highlight: bool = False) -> None:
        """Mark a range."""
        self._kept(lambda: self._store.add_bookmark(self._document, part, note, highlight=highlight), None)

    def set_note(self, bookmark: str, note: str) -> None:
        """Put other words on a mark."""
        self._kept(lambda: self._store.set_note(bookmark, note), None)

    def set_highlight(self, bookmark: str, *, highlight: bool) -> None:
        """Show the marked text highlighted, or no longer."""
        self._kept(lambda: self._store.set_highlight(bookmark, highlight=highlight), None)

    @property
    def recent(self) -> tuple[RecentDocument, ...]:
        """The files read last, but for this one; the latest first."""
        files: tuple[RecentDocument, ...] = self._kept(lambda: self._store.recent(), ())  # noqa: PLW0108 - see _kept
        return tuple(file for file in files if file.path != self._document.meta.path)

    def remove_bookmark(self, bookmark: str) -> None:
        """Take a mark away."""
        self._kept(lambda: self._store.remove_bookmark(bookmark), None)

    @property
    def panes(self) -> frozenset[PaneName]:
        """The panes that were wanted last; all of them at first."""
        saved = self._kept(lambda: self._store.setting(_PANES), None)
        if saved is None:
            return frozenset(PaneName)
        return frozenset(name for name in PaneName if name in saved.split()) | {PaneName.TEXT}

    @panes.setter
    def panes(self, panes: frozenset[PaneName]) -> None:
        self._kept(lambda: self._store.set_setting(_PANES, " ".join(sorted(panes))), None)

    @property
    def language(self) -> str:
        """The interface language that was chosen last; "" when none was."""
        return self._kept(lambda: self._store.setting(_LANGUAGE), None) or ""

    @language.setter
    def language(self, language: str) -> None:
        self._kept(lambda: self._store.set_setting(_LANGUAGE, language), None)

    @property
    def justification(self) -> Justification | None:
        """How lines were filled last; None when that was never chosen."""
        saved = self._kept(lambda: self._store.setting(_JUSTIFICATION), None)
        return Justification(saved) if saved in set(Justification) else None

    @justification.setter
    def justification(self, justification: Justification) -> None:
        self._kept(lambda: self._store.set_setting(_JUSTIFICATION, justification), None)

    @property
    def underlined(self) -> frozenset[FactKind]:
        """The kinds of facts that were underlined last; none at first."""
        saved = (self._kept(lambda: self._store.setting(_UNDERLINED), None) or "").split()
        return frozenset(kind for kind in FactKind if kind in saved)

    @underlined.setter
    def underlined(self, kinds: frozenset[FactKind]) -> None:
        self._kept(lambda: self._store.set_setting(_UNDERLINED, " ".join(sorted(kinds))), None)

    @property
    def whole(self) -> bool:
        """Whether the facts of whole documents were shown last; those of a section at first."""
        return self._kept(lambda: self._store.setting(_WHOLE), None) == _DOCUMENT

    @whole.setter
    def whole(self, whole: bool) -> None:
        self._kept(lambda: self._store.set_setting(_WHOLE, _DOCUMENT if whole else _SECTION), None)

    def encoding_for(self, terminal: str) -> str:
        """The encoding that was chosen in a terminal; "" when none was."""
        return self._kept(lambda: self._store.setting(f"{_ENCODING}/{terminal}"), None) or ""

    def remember_encoding(self, terminal: str, encoding: str) -> None:
        """Keep the encoding chosen in a terminal."""
        self._kept(lambda: self._store.set_setting(f"{_ENCODING}/{terminal}", encoding), None)

    def close(self) -> None:
        """Let go of the store."""
        self._kept(self._store.close, None)

    def _kept(self, step: Callable[[], Result], otherwise: Result) -> Result:
        try:
            return step()
        except StateError as error:
            self.notice = str(error)
            return otherwise
