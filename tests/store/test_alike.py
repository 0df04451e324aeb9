"""What is like a quote elsewhere is saved with a mark, and tells the place of one from that of the other."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from reader.model import AnchorState, Document, range_of
from reader.store import AnnotationKind, Store
from reader.store.alike import KEPT, LONGEST, alike
from reader.store.fingerprints import Fingerprints
from reader.store.resolve import Resolver
from tests.documents import document_of, pos_before

FORMULA = "فعلى هذه الصفة وأمثالها يكون غلط البصر في مجرد الحس من أجل خروج {} عن عرض الاعتدال."
SUBJECTS = ("الحجم", "الضوء", "الوضع", "البعد", "الكثافة")
BOOK = [f"وأما الفصل الذي في {subject} فقد تقدم القول فيه. {FORMULA.format(subject)}" for subject in SUBJECTS]


def marked(document: Document, needle: str) -> tuple[str, ...]:
    start = document.slice(document.range).index(needle)
    return alike(document, range_of(start, start + len(needle)))


def found_again(before: Document, after: Document, needle: str) -> str:
    """What a mark on a text is found to be after an edit; "" where it is gone."""
    fingerprints = Fingerprints(before)
    start = pos_before(before, needle)
    part = range_of(start, start + len(needle))
    anchor = replace(fingerprints.anchor_at(part), alike=alike(before, part))
    found = Resolver(Fingerprints(after), fingerprints.blocks).resolve(anchor)
    assert (found.range is None) is (found.state is AnchorState.ORPHAN)
    return after.slice(found.range) if found.range else ""


def test_the_likest_of_other_places_are_kept_repetitions_first() -> None:
    book = document_of(*BOOK, FORMULA.format("الحجم"), "وأما ما لا يشبه شيئا مما تقدم ذكره فهو هذا.")
    kept = marked(book, FORMULA.format("الحجم"))
    assert {FORMULA.format(subject) for subject in SUBJECTS} == set(kept)
    assert kept[0] == FORMULA.format("الحجم")  # said twice
    assert marked(book, "وأما ما لا يشبه شيئا مما تقدم ذكره فهو هذا.") == ()


def test_of_sentences_that_are_alike_one_that_was_deleted_is_not_taken_for_another() -> None:
    after = [text.replace("تقدم القول", "مر الكلام") for text in BOOK[1:]]
    assert found_again(document_of(*BOOK), document_of(*after), FORMULA.format("الحجم")) == ""


def test_one_that_was_edited_is_told_by_the_words_that_are_its_own() -> None:
    after = [text.replace("تقدم القول", "مر الكلام").replace("وأمثالها ", "") for text in BOOK]
    found = found_again(document_of(*BOOK), document_of(*after), FORMULA.format("الوضع"))
    assert found == FORMULA.format("الوضع").replace("وأمثالها ", "")


def test_one_whose_own_word_was_replaced_is_not_guessed() -> None:
    after = [text.replace("الحجم", "الشيء") for text in BOOK]
    assert found_again(document_of(*BOOK), document_of(*after), FORMULA.format("الحجم")) == ""


def test_it_is_kept_with_a_mark_and_read_again() -> None:
    store = Store.in_memory()
    book = document_of(*BOOK)
    start = pos_before(book, FORMULA.format("الحجم"))
    part = range_of(start, start + len(FORMULA.format("الحجم")))
    store.keep(book, store.made(book, part, AnnotationKind.BOOKMARK))
    assert store.settle()
    (kept,) = store.all_annotations()
    assert kept.anchor.alike == alike(book, part)
    assert len(kept.anchor.alike) == len(SUBJECTS) - 1


@given(
    st.lists(st.text(st.sampled_from("اب \u064ex\n🇸\ud800\0."), max_size=40), min_size=1, max_size=6),
    st.integers(0, 60),
    st.integers(0, 60),
)
def test_any_text_has_a_bounded_answer(paragraphs: list[str], start: int, length: int) -> None:
    document = document_of(*paragraphs)
    part = range_of(min(start, len(document)), min(start + length, len(document)))
    found = alike(document, part)
    assert len(found) <= KEPT
    assert all(0 < len(text) <= LONGEST * 2 for text in found)
