"""What is said of a text that is not what it looks like."""

from reader.formats import parse_text
from reader.formats.warnings import notices_of
from reader.text.layout import analyse
from tests.notices import worded
from tests.samples import ENGLISH, article

ARTICLE = article().slice(article().range)


def painted(text: str) -> str:
    """The text as a program would save it that saves what it has painted."""
    return "\n".join(line.text for part in text.splitlines() for line in analyse(part, 1).wrap(60))


def test_ordinary_text_needs_no_notice() -> None:
    assert notices_of(ARTICLE) == ()
    assert notices_of(ENGLISH) == ()
    assert notices_of("كلمة \ufef5 واحدة فيها شكل واحد") == ()


def test_text_in_visual_order_is_told() -> None:
    (notice,) = map(worded, notices_of(painted(ARTICLE)))
    assert notice.startswith("Saved in visual order")


def test_text_of_forms_in_logical_order_is_told() -> None:
    (notice,) = map(worded, notices_of("\n".join(line[::-1] for line in painted(ARTICLE).splitlines())))
    assert notice.startswith("Saved as presentation forms")


def test_overrides_are_counted() -> None:
    (notice,) = map(worded, notices_of("a\u202eb\u202c \u202dc"))
    assert notice.startswith("2 bidirectional overrides")


def test_plain_text_carries_its_notices() -> None:
    assert len(parse_text(painted(ARTICLE)).meta.notices) == 1
