"""Searching in a session: from here, round the ends, by other ways, from what was asked before."""

import pytest

from reader.model import Pos
from reader.search import Index, Matching, find
from reader.view import effects as asked
from reader.view.events import HitsFound, HitSought, HitsRenewed, KeyPressed
from reader.view.popups import ListKind, ListPopup
from reader.view.remarks import search_line
from reader.view.session import Session
from reader.view.update import step
from tests.documents import document_of
from tests.samples import english
from tests.view.replaying import Replay

ISOLATES = dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069"))

DOCUMENT = document_of(*(f"line {n} {'needle' if n % 10 == 0 else 'hay'}" for n in range(60)))


def replay_of(*keys: str, size: tuple[int, int] = (80, 12)) -> Replay:
    replay = Replay.of(DOCUMENT, size)
    replay.press(*keys)
    return replay


def hit_number(replay: Replay) -> int:
    hits, hit = replay.workspace.reading.hits, replay.workspace.reading.hit
    assert hits is not None
    assert hit is not None
    return hits.ordinal(hit)


def foot(replay: Replay) -> str:
    line = search_line(replay.workspace)
    return line.text.translate(ISOLATES) if line else ""


def alt(replay: Replay, letter: str) -> None:
    replay.happen(KeyPressed(f"alt+{letter}", letter, f"alt+{letter}"))


def test_the_next_hit_is_looked_for_from_where_one_reads() -> None:
    replay = replay_of("/", *"needle", "enter")
    assert hit_number(replay) == 0
    replay.press(*["pagedown"] * 3)
    here = replay.workspace.reading.cursor
    replay.press("n")
    hit = replay.workspace.reading.hit
    assert hit is not None
    assert hit.start >= here
    assert hit_number(replay) > 1
    replay.press("g", "n")
    assert hit_number(replay) == 0


def test_going_round_is_said_and_the_foot_tells_of_the_search_until_esc() -> None:
    replay = replay_of("/", *"needle", "enter")
    assert "1 of 6" in foot(replay)
    replay.press("N")
    assert "6 of 6 · back from the end" in foot(replay)
    replay.press("n")
    assert "1 of 6 · on from the start" in foot(replay)
    replay.press("n")
    assert foot(replay).startswith("needle  2 of 6  n N")
    replay.press("escape")
    assert foot(replay) == ""
    replay.press("n")
    assert "3 of 6" in foot(replay)


def test_enter_on_an_empty_line_searches_again_for_what_was_asked_last() -> None:
    replay = replay_of("/", *"needle", "enter", "escape", "/", "enter")
    assert replay.workspace.prompt is None
    assert hit_number(replay) == 1
    replay.press("/", "enter")
    assert hit_number(replay) == 2
    replay.press("/", "x", "backspace", "enter")
    assert hit_number(replay) == 2
    assert replay_of("/", "enter").workspace.reading.hits is None


def test_esc_takes_the_topmost_thing_alone() -> None:
    replay = replay_of("/", *"needle", "enter")
    reading = replay.workspace.reading
    replay.workspace = replay.workspace.with_reading(reading.selected(reading.cursor, reading.cursor + 3))  # type: ignore[arg-type]
    replay.press("escape")
    assert replay.workspace.reading.selection is None
    assert replay.workspace.reading.hits is not None
    replay.press("escape")
    assert replay.workspace.reading.hits is None


def test_what_is_not_found_stays_in_the_line_to_be_mended() -> None:
    replay = replay_of("/", *"neddle", "enter")
    prompt = replay.workspace.prompt
    assert prompt is not None
    assert (prompt.text, prompt.remark) == ("neddle", "nothing found")
    replay.press(*["backspace"] * 4, *"edle", "enter")
    assert replay.workspace.prompt is None
    assert hit_number(replay) == 0


def test_enter_before_anything_is_found_searches_all_the_same() -> None:
    replay = replay_of("/")
    for letter in "needle":
        replay.workspace, _ = step(replay.workspace, KeyPressed(letter, letter, letter))
    replay.press("enter")
    assert replay.workspace.prompt is None
    assert hit_number(replay) == 0


def test_queries_asked_before_come_back_in_another_session_too() -> None:
    replay = replay_of("/", *"hay", "enter", "/", *"needle", "enter", "/", "up")
    assert replay.workspace.prompt is not None
    assert replay.workspace.prompt.text == "needle"
    replay.press("up", "up")
    assert replay.workspace.prompt.text == "hay"
    replay.press("down")
    assert replay.workspace.prompt.text == "needle"
    replay.press("down")
    assert replay.workspace.prompt.text == ""
    assert any(isinstance(effect, asked.Remember) and effect.changes.searches for effect in replay.asked)
    session = Session(replay.store, DOCUMENT)
    for effect in replay.asked:
        if isinstance(effect, asked.Remember):
            session.remember(effect.changes)
    later = Replay.of(DOCUMENT, store=replay.store)
    assert later.workspace.searches.past == ("needle", "hay")
    later.press("n")
    assert hit_number(later) == 0


def test_keys_change_how_the_query_is_meant_while_it_is_typed() -> None:
    replay = replay_of("/", *"NEEDLE")
    assert "1 of 6" in replay.workspace.prompt.remark.translate(ISOLATES)  # type: ignore[union-attr]
    alt(replay, "c")
    assert replay.workspace.prompt.remark == "nothing found"  # type: ignore[union-attr]
    alt(replay, "c")
    alt(replay, "x")
    assert replay.workspace.searches.matching == Matching(exact=True)
    alt(replay, "r")
    assert replay.workspace.searches.matching == Matching(pattern=True)
    replay.press(*["backspace"] * 6, *r"[nN](ee)+dle$")
    assert "1 of 6" in replay.workspace.prompt.remark.translate(ISOLATES)  # type: ignore[union-attr]
    replay.press("(")
    assert replay.workspace.prompt.remark == "unfinished regex"  # type: ignore[union-attr]


def test_the_word_under_the_cursor_is_searched_for() -> None:
    replay = Replay.of(english())
    replay.press("*")
    reading = replay.workspace.reading
    assert reading.hits is not None
    assert reading.hits.matching.words
    assert reading.hit is not None
    assert replay.workspace.searches.past[0] == reading.hits.query


def test_hits_are_listed_with_what_stands_around_them() -> None:
    replay = replay_of("/", *"needle", "enter", "n", "l")
    popup = replay.workspace.popup
    assert isinstance(popup, ListPopup)
    assert popup.kind is ListKind.HITS
    assert len(popup.model.items) == 6
    assert "line 10 needle" in popup.model.items[1].text.text
    replay.press("down", "enter")
    assert hit_number(replay) == 2
    replay.press("l", "l")
    assert replay.workspace.popup is None


def test_an_edit_can_be_undone_and_done_again() -> None:
    replay = replay_of("/", *"one", "space", *"two", "ctrl+w", "ctrl+underscore")
    assert replay.workspace.prompt is not None
    assert replay.workspace.prompt.text == "one two"
    replay.press("ctrl+underscore")
    assert replay.workspace.prompt.text.startswith("one")
    assert replay.workspace.prompt.text != "one two"
    replay.press("alt+underscore", "alt+underscore")
    assert replay.workspace.prompt.text == "one "


def test_a_key_waits_for_no_hit_that_is_far_away(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(find, "SEGMENT", 64)
    replay = Replay.of(DOCUMENT, (80, 12))
    rare = Index(DOCUMENT).find("line 55")
    replay.happen(HitsFound("line 55", rare, replay.workspace.reading.viewpoint, asked_before=True))
    (hit,) = rare
    rare = Index(DOCUMENT).find("line 55")
    replay.happen(HitsRenewed(replay.workspace.document, rare))
    for key in ("n", "N"):
        replay.press("g")
        asked_for, left = len(replay.asked), replay.workspace.reading.cursor
        before = replay.workspace
        workspace, effects = step(before, KeyPressed(key, key, key))
        if key == "n":
            assert effects == (asked.SeekHit(rare, left, 1),)
            assert workspace.reading.cursor == left
        replay.press(key)
        assert replay.workspace.reading.hit == hit
        assert len([effect for effect in replay.asked[asked_for:] if isinstance(effect, asked.SeekHit)]) == (key == "n")


def test_a_hit_that_was_looked_for_comes_too_late_for_another_search_and_for_who_reads_on() -> None:
    replay = replay_of("/", *"needle", "enter")
    before = replay.workspace.reading
    assert before.hits
    assert before.hit
    replay.happen(HitSought(Index(DOCUMENT).find("line 55"), before.hit.end, 1))
    assert replay.workspace.reading == before
    replay.happen(HitSought(before.hits, Pos(before.hit.end + 1), 1))
    assert replay.workspace.reading == before
    replay.happen(HitSought(before.hits, before.hit.end, 1))
    assert hit_number(replay) == 1
