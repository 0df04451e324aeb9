import random
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.facts import (
    Context,
    Extractor,
    Found,
    as_csv,
    as_json,
    as_markdown,
    extract,
    extract_blocks,
    extraction,
    extractor,
    glossary,
)
from reader.locale import Messages
from reader.model import (
    Block,
    BlockKind,
    Blocks,
    Direction,
    Document,
    Fact,
    FactKind,
    FactLook,
    Gathered,
    Mark,
    Section,
    Span,
    Text,
    range_of,
)
from reader.view.fact_looks import label_of, look_of
from reader.view.panel.grouping import Grouping
from reader.view.styled import TextRole
from tests.documents import document_of
from tests.facts.finding import facts_in

PIECES = [
    "80 مليار دولار",
    "‘ميتا’",
    "عام 2023",
    "29 أبريل",
    "الساعة 3",
    "ساعتين",
    "خمسة وعشرون",
    "(GDPR)",
    "«",
    "»",
    "‘",
    "31 فبراير",
    "1٢3",
    "9999999999",
    "ناقص",
    "و",
    "من",
    "إلى",
    "بين",
    "على",
    "שלוש מאות",
    "בשעה",
    "סיוון",
    "بیست و پنج",
    "سال ۱۳۹۹",
    "ساڑھے",
    "بجے",
    "half past",
    "Q4",
    "$",
    "%",
    "-",
    "/",
    ":",
    ".",
    ",",
    "،",
    "\n",
    "\u200f",
    "\u202b",
    "https://a.b/c",
    "a@b.cd",
    "+1 650 701 8887",
    "ً",
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join) | st.text(max_size=80)


@given(TEXTS, st.sampled_from(["", "ar", "fa", "ur", "he", "en"]))
def test_facts_lie_inside_one_block_in_order_with_something_to_show(text: str, language: str) -> None:
    document = document_of(*text.split("\n"), language=language)
    facts = extract(document)
    for fact in facts:
        block = document.blocks[document.block_index_at(fact.range.start)]
        assert block.range.start <= fact.range.start < fact.range.end <= block.range.end
        assert document.slice(fact.range).strip()
        assert fact.value != ""
    assert [fact.range.start for fact in facts] == sorted(fact.range.start for fact in facts)


@given(TEXTS, st.sampled_from(["ar", "he", "en"]))
def test_reading_twice_or_block_by_block_finds_the_same(text: str, language: str) -> None:
    document = document_of(*text.split("\n"), language=language)
    *_, last = extract_blocks(document)
    assert extract(document) == last == extract(document)


def test_a_long_block_is_read_in_chunks_with_the_same_result(monkeypatch: pytest.MonkeyPatch) -> None:
    sentences = [
        "دفع 80 مليار دولار في عام 2023. ",
        "نشرت ‘ميتا’ نموذج R1 في 29 أبريل. ",
        "بلغ العدد خمسة وعشرين ألفا. ",
    ]
    text = "".join(random.Random(4).choices(sentences, k=400))  # noqa: S311 - any order will do
    whole = extract(document_of(*text.split("\n"), language="ar"))
    monkeypatch.setattr(extraction, "CHUNK", 500)
    assert extract(document_of(*text.split("\n"), language="ar")) == whole


def test_only_the_part_asked_for_is_returned_but_all_of_it_is_read() -> None:
    text = "قالت ‘ميتا’ ذلك\nوقالت Meta أيضا"
    document = document_of(*text.split("\n"), language="ar")
    [fact] = extract(document, part=range_of(0, text.index("\n")))
    assert (fact.kind, fact.count) == (FactKind.ORGANISATION, 2)


def test_a_cancelled_extraction_stops_between_stretches_and_says_how_far_it_came() -> None:
    document = document_of(*["عام 2023", "عام 2024", "عام 2025"], language="ar")
    told: list[float] = []
    facts = extract(document, cancelled=lambda: len(told) == 2, progress=told.append)
    assert [fact.value for fact in facts] == ["2023", "2024"]
    assert told == sorted(told)
    assert told[-1] < 1


HOSTILE = [
    "1" * 300_000,
    "1 " * 20_000,
    "خمسة " * 10_000,
    "مليون " * 10_000,
    "الصباح " * 5_000,
    "«كلمة " * 8_000,
    "‘" * 40_000,
    "(" * 40_000,
    "31/02/2020 " * 4_000,
    "1-" * 20_000,
    "a@" * 20_000,
    "ساڑھے " * 5_000,
    "ناقص " * 8_000,
]


@pytest.mark.exhaustive
@pytest.mark.parametrize("text", HOSTILE, ids=[text[:8] for text in HOSTILE])
def test_hostile_text_is_read_to_its_end(text: str) -> None:
    document = document_of(*text.split("\n"), language="ar")
    told: list[float] = []
    facts = extract(document, progress=told.append)
    assert told[-1] == 1
    assert all(fact.kind not in {FactKind.DATE, FactKind.QUOTED_TERM, FactKind.QUOTATION} for fact in facts)


class HashtagExtractor:
    """What a package of the user's might bring."""

    def extract(self, text: str, context: Context) -> Iterable[Found]:
        assert context.stream.text == text
        start = text.find("#")
        if start >= 0:
            yield Found(FactKind.TERM, start, text.index(" ", start), text[start + 1 : text.index(" ", start)])
            yield Found(FactKind.TERM, -5, 2, "outside")


def test_an_extractor_of_the_users_own_adds_its_facts(monkeypatch: pytest.MonkeyPatch) -> None:
    assert isinstance(HashtagExtractor(), Extractor)
    monkeypatch.setattr(extraction, "installed_extractors", lambda: (HashtagExtractor(),))
    assert [words for words, _ in facts_in("سطر\nوسم #ذكاء هنا", "ar", FactKind.TERM)] == ["#ذكاء"]


MOVE = FactKind.of("chess_move", FactLook.NAME, Gathered.BY_NAME, {"en": "Moves", "ar": "نقلات"})


class MoveExtractor:
    """A package with a kind of fact of its own, and one it gives by its bare name."""

    def extract(self, text: str, context: Context) -> Iterable[Found]:  # noqa: ARG002 - the interface's
        for match in re.finditer(r"[KQRBN][a-h][1-8]", text):
            yield Found(MOVE, match.start(), match.end(), match[0], reason="notation")
        for match in re.finditer(r"#\w+", text):
            yield Found("hashtag", match.start(), match.end(), match[0])  # type: ignore[arg-type]


def test_a_kind_of_another_package_is_a_fact_like_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extraction, "installed_extractors", lambda: (MoveExtractor(),))
    document = document_of("Then Qh5 won $5, Qh5 again. #chess")
    facts = extract(document)
    assert [(str(fact.kind), fact.value) for fact in facts] == [
        ("chess_move", "Qh5"),
        ("money", 5),
        ("chess_move", "Qh5"),
        ("hashtag", "#chess"),
    ]
    assert facts[0].kind is MOVE
    assert facts[0].reason == "notation"
    assert '"kind": "hashtag"' in "\n".join(as_json(document, facts))
    assert "## chess_move" in "\n".join(as_markdown(document, facts))
    grouping = Grouping.of(document, facts)
    assert [(str(kind), len(groups)) for kind, groups in grouping.kinds.items()] == [
        ("money", 1),
        ("chess_move", 1),
        ("hashtag", 1),
    ]
    labels = {kind: label_of(kind, Messages("ar")) for kind in grouping.kinds}
    assert labels[MOVE] == "نقلات"
    assert labels[FactKind("hashtag")] == "hashtag"
    assert label_of(MOVE, Messages("he")) == "Moves"
    assert look_of(MOVE) is TextRole.FACT_NAME


class _EntryPoint:
    def __init__(self, name: str, loaded: object) -> None:
        self.name = name
        self._loaded = loaded

    def load(self) -> object:
        return self._loaded


def test_entry_points_give_classes_or_objects_and_others_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    ready = HashtagExtractor()
    points = [_EntryPoint("c", object()), _EntryPoint("b", ready), _EntryPoint("a", HashtagExtractor)]
    monkeypatch.setattr("importlib.metadata.entry_points", lambda *, group: points if group == extractor.GROUP else [])
    extractor.installed_extractors.cache_clear()
    try:
        first, second = extractor.installed_extractors()
    finally:
        extractor.installed_extractors.cache_clear()
    assert isinstance(first, HashtagExtractor)
    assert second is ready


def test_the_glossary_ranks_what_the_document_uses_most() -> None:
    text = "درس الذكاء الاصطناعي ثم الذكاء الاصطناعي. مجال الذكاء الاصطناعي واسع. كتب عن حقوق النشر، ثم حقوق النشر."
    terms = glossary(document_of(*text.split("\n"), language="ar"))
    assert [(term.words, term.uses) for term in terms] == [("الذكاء الاصطناعي", 3), ("حقوق النشر", 2)]


def test_exports_leave_out_what_the_text_does_not_say() -> None:
    document = document_of(*["دفع 80 مليار دولار | في عام 2023"], language="ar")
    facts = extract(document)
    money, date = as_json(document, facts)
    assert (
        money
        == '{"kind": "money", "start": 4, "end": 18, "text": "80 مليار دولار", "value": 80000000000, "unit": "USD"}'
    )
    assert '"value": "2023"' in date
    assert list(as_csv(document, facts))[1] == "money,4,18,80 مليار دولار,80000000000,USD,,,,,,"
    assert "| 80 مليار دولار | 80000000000 | USD |  |" in list(as_markdown(document, facts))


def test_links_behind_words_are_facts_and_code_states_none() -> None:
    text = "انظر هنا\nx = 80 دولار"
    here = range_of(5, 8)
    paragraph = Block(
        BlockKind.PARAGRAPH, range_of(0, 8), Direction.RTL, spans=(Span(here, Mark.LINK, "https://a.example/b"),)
    )
    code = Block(BlockKind.CODE, range_of(9, len(text)), Direction.LTR)
    whole = range_of(0, len(text))
    document = Document(Text(text), Blocks((paragraph, code)), Section(range_of(0, 0), whole, 0), Direction.RTL)
    assert extract(document) == (Fact(FactKind.LINK, here, "https://a.example/b"),)


def test_digits_inside_a_telephone_number_are_no_other_fact() -> None:
    assert [str(fact.kind) for _, fact in facts_in("هاتف +966 55 123 4567 و 5")] == ["phone", "number"]


@contextmanager
def counted_calls() -> Iterator[list[int]]:
    """How many functions are called meanwhile: a measure of work that no other program disturbs."""
    calls = [0]

    def count(_frame: object, event: str, _argument: object) -> None:
        calls[0] += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        yield calls
    finally:
        sys.setprofile(before)


NAMES_AND_MARKS = {
    "quotation marks never closed": ("ar", "«‘“„"),
    "apostrophes": ("en", "'a "),
    "capitals": ("en", "Aaaa Bbbb "),
    "the same person": ("ar", "محمد أحمد "),
    "brackets": ("ar", "ميتا (Meta) "),
    "brackets never closed": ("ar", "ميتا ("),
    "a long form with a name in it": ("ar", "اتحاد مصر كبير (ABC) "),
    "heads": ("ar", "جامعة الملك "),
    "joints": ("en", "University of the "),
    "titles": ("he", "ראש הממשלה "),
    "kinds": ("ur", "پنجاب یونیورسٹی "),
    "topics": ("fa", "وزارت امور خارجه و "),
}


@pytest.mark.exhaustive
@pytest.mark.parametrize("name", NAMES_AND_MARKS)
def test_crowded_names_and_marks_cost_no_more_than_their_length(name: str) -> None:
    language, unit = NAMES_AND_MARKS[name]
    steps = []
    for size in (4_000, 16_000):
        document = document_of(unit * (size // len(unit)), language=language)
        with counted_calls() as calls:
            extract(document)
        steps.append(calls[0])
    assert steps[1] < 6 * steps[0]


def test_many_persons_of_one_family_are_looked_for_in_one_pass() -> None:
    names = [f"محمد {first}{second}ر{third} " for first in "بجحخدشصضعغ" for second in "افقكلمنهوي" for third in "سعد"]
    steps = []
    for count in (75, 300):
        document = document_of("".join(f"قال {name}كذا. " for name in names[:count]), language="ar")
        with counted_calls() as calls:
            extract(document)
        steps.append(calls[0])
    assert steps[1] < 6 * steps[0]


LONE_MARKS = ["ـ", "ـــ", "َ", "ّ", "ۥ", "ۦ", "\u0301", "־", "ׁ", "\u06dd"]


@pytest.mark.parametrize("mark", LONE_MARKS)
@pytest.mark.parametrize(
    "sentence", ["قال عبد {} الرحمن إن السعر 5 دولارات", "אמר {} דוד כי {}", "Dr. {} Smith paid $5 {}"]
)
def test_a_mark_that_stands_alone_is_no_word(mark: str, sentence: str) -> None:
    failures: list[Exception] = []
    document = document_of(sentence.format(mark, mark))
    extract(document, failed=failures.append)
    assert failures == []


class Failing:
    """Raises in the middle of every second stretch."""

    def extract(self, text: str, context: Context) -> Iterable[Found]:  # noqa: ARG002 - the interface's
        yield Found(FactKind.TERM, 0, 1, "first")
        raise RuntimeError(text[:3])


def test_what_an_extractor_raises_is_told_once_and_the_rest_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    document = document_of("دفع 5 دولارات.\n\nودفع 7 دولارات.")
    plain = extract(document)
    monkeypatch.setattr(extraction, "installed_extractors", lambda: (Failing(),))
    failures: list[Exception] = []
    facts = extract(document, failed=failures.append)
    assert [str(failure) for failure in failures] == ["دفع"]
    assert set(plain) <= set(facts)


@pytest.mark.parametrize("part", ["mentions", "facts_of", "resolved", "TokenStream"])
def test_a_defect_of_any_part_costs_only_what_it_would_have_found(part: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise IndexError

    document = document_of("دفع محمد أحمد 5 دولارات في https://a.example")
    monkeypatch.setattr(extraction, part, broken)
    failures: list[Exception] = []
    facts = extract(document, failed=failures.append)
    assert len(failures) == 1
    assert part == "TokenStream" or FactKind.LINK in {fact.kind for fact in facts}


def test_an_extractor_that_cannot_be_loaded_costs_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    class Point:
        name = "broken"

        def load(self) -> object:
            raise ImportError("no module")

    monkeypatch.setattr("importlib.metadata.entry_points", lambda **_: [Point()])
    extractor.installed_extractors.cache_clear()
    try:
        failures: list[Exception] = []
        facts = extract(document_of("دفع 5 دولارات"), failed=failures.append)
    finally:
        extractor.installed_extractors.cache_clear()
    assert [str(failure) for failure in failures] == ["no module"]
    assert facts


_REPEATED = ("1,", "1-", "1:", "$", "a@", "/a.b?c=d&", "٠٫", "مئة و", "(A")


@pytest.mark.parametrize("unit", _REPEATED)
def test_twice_as_much_of_anything_takes_twice_as_many_steps(unit: str) -> None:
    _, once, twice = (_steps(document_of((unit * length)[:length])) for length in (200, 200, 400))
    assert twice < 2.5 * once


def _steps(document: Document) -> int:
    """How many functions are called to find a document's facts; more the first time, which makes tables."""
    calls = 0

    def counted(_: object, event: str, __: object) -> None:
        nonlocal calls
        calls += event == "call"

    sys.setprofile(counted)
    try:
        extract(document)
    finally:
        sys.setprofile(None)
    return calls
