"""Things to know of a document beside its text: codes with values, worded by ``reader.locale``."""

from reader.enumerations import StrEnum
from reader.named_tuples import NamedTuple


class NoticeCode(StrEnum):
    """The event a notice reports; the texts ``notice.CODE`` of the interface say it in words."""

    ARTICLE_ONLY = "article_only"
    ARCHIVE_CUT = "archive_cut"
    CELLS_CUT = "cells_cut"
    CHAPTERS_LOST = "chapters_lost"
    CHAPTERS_UNORDERED = "chapters_unordered"
    CHARACTERS_CUT = "characters_cut"
    COLUMNS_CUT = "columns_cut"
    COLUMNS_JOINED = "columns_joined"
    COMMENTS = "comments"
    ENCODING_GUESSED = "encoding_guessed"
    ESCAPES_SHOWN = "escapes_shown"
    FACTS_OF_PARTS = "facts_of_parts"
    FILES_UNLISTED = "files_unlisted"
    FOLLOWED_ANEW = "followed_anew"
    FOLLOWED_GONE = "followed_gone"
    FORMAT_FAILED = "format_failed"
    FOLDERS_CLOSED = "folders_closed"
    LINES_AS_THEY_STAND = "lines_as_they_stand"
    LINES_FOLDED = "lines_folded"
    MARKDOWN_TOO_LARGE = "markdown_too_large"
    MARKUP_UNREAD = "markup_unread"
    MORE = "more"
    NESTED_TOO_DEEP = "nested_too_deep"
    NO_TEXT = "no_text"
    NOT_PERMITTED = "not_permitted"
    NOTE_LOST = "note_lost"
    OVERRIDES = "overrides"
    PART_CUT = "part_cut"
    PART_LOST = "part_lost"
    SAVED_AS_FORMS = "saved_as_forms"
    SAVED_AS_FORMS_REPAIRABLE = "saved_as_forms_repairable"
    SAVED_VISUAL_FORMS = "saved_visual_forms"
    SAVED_VISUAL_FORMS_REPAIRABLE = "saved_visual_forms_repairable"
    SAVED_VISUAL_HEBREW = "saved_visual_hebrew"
    SAVED_VISUAL_HEBREW_REPAIRABLE = "saved_visual_hebrew_repairable"
    TABLE_CUT = "table_cut"
    TAGS_CUT = "tags_cut"
    TEXT_CUT = "text_cut"


class Notice(NamedTuple):
    """One thing to know.

    Attributes:
        code: What it is.
        values: What its words leave open, by name: file names, parts, counts.
    """

    code: NoticeCode
    values: tuple[tuple[str, str | int], ...] = ()


def notice_of(code: NoticeCode, **values: str | int) -> Notice:
    """A notice with its values."""
    return Notice(code, tuple(values.items()))
