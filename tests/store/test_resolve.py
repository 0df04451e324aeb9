import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import AnchorState, Document, Range, range_of
from reader.store.alignment import aligned_blocks
from reader.store.fingerprints import Fingerprints
from reader.store.records import anchor_json, anchor_of
from reader.store.resolve import ResolvedAnchor, Resolver
from tests.documents import document_of, pos_before
from tests.samples import SEED

PARAGRAPHS = [line for line in SEED.read_text(encoding="utf-8").splitlines() if line]
SENTENCE = re.compile(r"[^\s.؟!][^.؟!]*[.؟!]?")


def place(document: Document, needle: str) -> Range:
    start = pos_before(document, needle)
    return range_of(start, start + len(needle))


def found_again(before: Document, part: Range, after: Document, *, versions_known: bool = True) -> ResolvedAnchor:
    old = Fingerprints(before)
    anchor = anchor_of(anchor_json(old.anchor_at(part)))
    return Resolver(Fingerprints(after), old.blocks if versions_known else ()).resolve(anchor)


@given(st.lists(st.text(st.sampled_from("اب \u064ex\n🇸")), max_size=5), st.integers(0, 40), st.integers(0, 10))
def test_a_place_in_the_same_text_is_where_it_was(paragraphs: list[str], start: int, length: int) -> None:
    document = document_of(*paragraphs)
    part = range_of(min(start, len(document)), min(start + length, len(document)))
    assert found_again(document, part, document_of(*paragraphs)) == ResolvedAnchor(AnchorState.EXACT, part)


@given(st.integers(0, len(PARAGRAPHS) - 1), st.integers(0, 60), st.integers(0, 40), st.randoms(use_true_random=False))
def test_a_place_in_an_unchanged_block_moves_with_it(block: int, start: int, length: int, rng: random.Random) -> None:
    before = document_of(*PARAGRAPHS)
    text = PARAGRAPHS[block]
    start = min(start, len(text))
    end = min(start + length, len(text))
    shuffled = ["مقدمة جديدة", *PARAGRAPHS]
    rng.shuffle(shuffled)
    after = document_of(*shuffled)
    first = before.blocks[block].range.start
    found = found_again(before, range_of(first + start, first + end), after)
    moved = after.blocks[shuffled.index(text)].range.start
    assert found == ResolvedAnchor(AnchorState.MOVED, range_of(moved + start, moved + end))


def test_a_quote_is_found_in_a_block_that_grew() -> None:
    before = document_of("مقدمة.", "جملة أولى قصيرة. الجملة المقصودة هنا تماما. جملة أخيرة بعدها.", "خاتمة.")
    after = document_of("مقدمة.", "زيادة. جملة أولى قصيرة. الجملة المقصودة هنا تماما. جملة أخيرة بعدها.", "خاتمة.")
    needle = "الجملة المقصودة هنا تماما."
    assert found_again(before, place(before, needle), after) == ResolvedAnchor(AnchorState.MOVED, place(after, needle))


def test_points_added_to_the_text_are_no_obstacle() -> None:
    before = document_of("قال: الذكاء الاصطناعي مفيد للناس جميعا. ثم سكت.")
    after = document_of("قال: الذَّكاء الاصطناعيّ مفيدٌ للناس جميعًا. ثم سكت طويلا.")
    found = found_again(before, place(before, "الذكاء الاصطناعي مفيد للناس جميعا."), after)
    assert found == ResolvedAnchor(AnchorState.APPROXIMATE, place(after, "الذَّكاء الاصطناعيّ مفيدٌ للناس جميعًا."))


def test_an_edited_sentence_is_found_approximately() -> None:
    before = document_of("أول الكلام. تعتمد الشركات الكبرى على هذه النماذج في خدماتها. آخر الكلام.")
    after = document_of("أول الكلام. تعتمد معظم الشركات الكبرى اليوم على هذه النماذج في خدماتها. آخر الكلام.")
    found = found_again(before, place(before, "تعتمد الشركات الكبرى على هذه النماذج في خدماتها."), after)
    wanted = place(after, "تعتمد معظم الشركات الكبرى اليوم على هذه النماذج في خدماتها.")
    assert found == ResolvedAnchor(AnchorState.APPROXIMATE, wanted)


def test_a_lookalike_that_was_there_before_is_another_place() -> None:
    lookalike = "تعتمد الشركات الكبرى على هذه النماذج في خدماتها كلها."
    before = document_of("تعتمد الشركات الكبرى على هذه النماذج في خدماتها.", lookalike)
    after = document_of("نص آخر مختلف تماما لا علاقة له بما سبق أبدا.", lookalike)
    found = found_again(before, place(before, "تعتمد الشركات الكبرى على هذه النماذج في خدماتها."), after)
    assert found == ResolvedAnchor(AnchorState.ORPHAN, None)


def test_one_of_two_equal_blocks_is_told_by_its_neighbours() -> None:
    before = document_of("أ", "مكرر هنا", "ب", "مكرر هنا", "ج")
    after = document_of("أ", "مكرر هنا", "ب", "جديد", "مكرر هنا", "ج")
    found = found_again(before, before.blocks[3].range, after)
    assert found == ResolvedAnchor(AnchorState.MOVED, after.blocks[4].range)


def test_a_short_quote_without_its_context_proves_nothing() -> None:
    before = document_of("كان في البيت رجل كريم")
    after = document_of("ذهب الناس في كل اتجاه ولم يعودوا")
    assert found_again(before, place(before, "في"), after).range is None


def test_of_a_sentence_broken_over_lines_all_of_it_is_looked_for() -> None:
    sentence = "كانت السفينة\nتبحر بين جزر بعيدة في ليل\nطويل لا قمر فيه."
    before = document_of("مقدمة.", f"أول الكلام هنا. {sentence} ثم وصلت.", "خاتمة.")
    edited = sentence.replace("كانت", "ظلت").replace("\n", " ")
    after = document_of("مقدمة.", f"بدء القول هنا. {edited} فوصلت.", "خاتمة.")
    assert found_again(before, place(before, sentence), after).range == place(after, edited)


def test_a_place_over_several_blocks_keeps_its_length() -> None:
    lines = ["السطر الأول من القصيدة الطويلة", "السطر الثاني من القصيدة الطويلة", "السطر الثالث هنا"]
    before = document_of(*lines)
    part = range_of(0, before.blocks[1].range.end)
    after = document_of("جديد", lines[0] + ".", *lines[1:])
    found = found_again(before, part, after)
    assert found.range is not None
    assert after.slice(found.range).startswith(lines[0])
    assert found.range.length == part.length


def test_a_position_is_found_by_what_stood_around_it() -> None:
    before = document_of("مقدمة", "هذه جملة سابقة طويلة قليلا ثم هذا موضع القراءة الحالي في النص")
    after = document_of("مقدمة", "إضافة", "قبلها: هذه جملة سابقة طويلة قليلا ثم هذا موضع القراءة الحالي في النص")
    pos = pos_before(before, "هذا موضع")
    wanted = pos_before(after, "هذا موضع")
    found = found_again(before, Range(pos, pos), after, versions_known=False)
    assert found.range == Range(wanted, wanted)


def test_nothing_is_found_in_a_text_that_was_emptied() -> None:
    before = document_of("كان هنا نص طويل بما يكفي")
    assert found_again(before, before.range, document_of()) == ResolvedAnchor(AnchorState.ORPHAN, None)
    assert found_again(before, before.range, document_of("")) == ResolvedAnchor(AnchorState.ORPHAN, None)


class Edited:
    """The seed article with some sentences removed and words changed; knows where each sentence went."""

    def __init__(self, share: float, seed: int) -> None:
        rng = random.Random(seed)  # noqa: S311 - no secret
        words = " ".join(PARAGRAPHS).split()
        self.before = document_of(*PARAGRAPHS)
        self.sentences: dict[Range, Range | None] = {}
        edited: list[str] = []
        at = 0
        for block in self.before.blocks:
            text = self.before.slice(block.range)
            pieces: list[str] = []
            length = 0
            for match in SENTENCE.finditer(text):
                changed = " ".join(_changed(match[0].split(), words, share, rng))
                gone = rng.random() < 0.1 or not changed
                part = range_of(block.range.start + match.start(), block.range.start + match.end())
                if len(match[0].split()) > 3:
                    self.sentences[part] = None if gone else range_of(at + length, at + length + len(changed))
                if not gone:
                    pieces.append(changed)
                    length += len(changed) + 1
            if pieces:
                edited.append(" ".join(pieces))
                at += length
        self.after = document_of(*edited)


def _changed(sentence: list[str], words: list[str], share: float, rng: random.Random) -> list[str]:
    """Of the words a share is, in equal parts, left out, replaced, and added to."""
    changed = []
    for word in sentence:
        chance = rng.random() / share if share else 3
        if chance < 1 / 3:
            continue
        changed.append(rng.choice(words) if chance < 2 / 3 else word)
        if 2 / 3 <= chance < 1:
            changed.append(rng.choice(words))
    return changed


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize(("share", "least"), [(0.0, 1.0), (0.03, 0.98), (0.25, 0.9)])
def test_random_edits_never_lead_to_a_wrong_place(share: float, least: float, seed: int) -> None:
    edited = Edited(share, seed)
    old = Fingerprints(edited.before)
    resolver = Resolver(Fingerprints(edited.after), old.blocks)
    kept = right = 0
    for part, wanted in edited.sentences.items():
        found = resolver.resolve(old.anchor_at(part)).range
        if wanted is None:
            assert found is None, f"{edited.before.slice(part)} was removed: {edited.after.slice(found)}"
            continue
        kept += 1
        if found is not None:
            common = min(found.end, wanted.end) - max(found.start, wanted.start)
            assert common * 2 > wanted.length, f"{edited.after.slice(wanted)}: {edited.after.slice(found)}"
            right += 1
    assert kept > 60
    assert right >= least * kept


@given(st.lists(st.sampled_from([b"a", b"b", b"c", b"d", b"e"]), max_size=12), st.data())
def test_aligned_blocks_are_equal_and_used_once(former: list[bytes], data: st.DataObject) -> None:
    present = data.draw(st.permutations(former)) + data.draw(st.lists(st.sampled_from([b"a", b"f"]), max_size=3))
    found = aligned_blocks(former, present)
    assert all(former[old] == present[new] for old, new in found.items())
    assert len(set(found.values())) == len(found)


@given(st.lists(st.sampled_from([b"a", b"b", b"c"]), max_size=12))
def test_the_same_blocks_align_with_themselves(blocks: list[bytes]) -> None:
    assert aligned_blocks(blocks, blocks) == {index: index for index in range(len(blocks))}


def test_an_anchor_keeps_thirty_two_characters_on_either_side() -> None:
    document = document_of("a" * 100 + "needle" + "z" * 100)
    anchor = Fingerprints(document).anchor_at(place(document, "needle"))
    assert (anchor.before, anchor.after) == ("a" * 32, "z" * 32)
