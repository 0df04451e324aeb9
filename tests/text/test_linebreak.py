"""Break opportunities in the texts of this reader's languages. ``|`` stands for one, ``¶`` for one that must be."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.text.linebreak import opportunities


def broken(text: str) -> str:
    found = opportunities(text)
    signed = text
    for at in reversed(found.allowed):
        signed = signed[:at] + ("¶" if at in found.mandatory else "|") + signed[at:]
    return signed


@pytest.mark.parametrize(
    "text",
    [
        "قال |محمد: |«السلام |عليكم»، |ثم |مضى.",
        "هل |جئت؟ |نعم!",
        "شركة |Meta |(ميتا) |في |2024",
        "نسبة |50٪ |و3.5% |و١٬٢٣٤٫٥ |دينار",
        "می‌خواهم |بروم؛ |شاید.",
        "کیا |یہ |ٹھیک |ہے؟ |ہاں۔",
        "בית־הספר |(של |דנה) |ב-12:30",
        'צה"ל |ארה״ב',
        "well-|known |state-|of-|the-|art",
        "https://|example.org/|a/|b?|c=d",
        "$5 |and |€3,50 |or |-7",
        "漢|字、|か|な。",
        "a\u00a0b |c\u202fd\u2060e",
        "ab\u200b|cd",
        "hy\u00ad|phen",
        "one |— |two",
        "wait… |what",
        "[1] |(2) |{3}",
    ],
)
def test_where_lines_may_break(text: str) -> None:
    assert broken(text.replace("|", "")) == text


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n", "\v", "\f", "\x85", "\u2028", "\u2029"])
def test_line_ends_break_lines(end: str) -> None:
    assert broken(f"سطر{end}{end}آخر") == f"سطر{end}¶{end}¶آخر"


def test_marks_and_joiners_are_no_place_to_break() -> None:
    assert opportunities("س\u064eل\u0651\u0627م\u200dب").allowed == []
    assert opportunities("👨\u200d👩\u200d👧").allowed == []


def test_there_is_no_hyphenation() -> None:
    assert opportunities("مستشفياتهم" * 10).allowed == []


@settings(deadline=None)
@given(
    st.text(st.one_of(st.characters(), st.sampled_from(" \n\r\u200b\u00a0\u064eاب12.,()-/\u200d\u05d0")), max_size=60)
)
def test_opportunities_are_inside_the_text_in_order_and_mandatory_ones_among_them(text: str) -> None:
    found = opportunities(text)
    assert found.allowed == sorted(set(found.allowed))
    assert all(0 < at < len(text) for at in found.allowed)
    assert set(found.mandatory) <= set(found.allowed)
    ended = [at for at in found.mandatory if text[at - 1] not in "\n\r\v\f\x85\u2028\u2029"]
    assert ended == []
