"""Answers are told apart from keys, however they are cut and mixed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.terminal.replies import DEVICE_STATUS, Answers, ReplyParser, questions
from tests.terminal.recordings import RECORDED

KEYS = ("j", "ذ", "\x1b[A", "\x1b[1;5C", "\x1bOP", "\x1b[200~بحث\x1b[201~", "\x1b[<0;3;4M", "\r", "\x1b[5~", "q")


def answers_to(text: str) -> Answers:
    parser = ReplyParser()
    assert parser.feed(text) == ""
    return parser.answers


@given(st.sampled_from(sorted(RECORDED)), st.data())
def test_answers_in_pieces_say_the_same(name: str, data: st.DataObject) -> None:
    text = RECORDED[name]
    cuts = sorted(data.draw(st.sets(st.integers(1, len(text) - 1), max_size=12)))
    parser = ReplyParser()
    typed = [parser.feed(text[a:b]) for a, b in zip([0, *cuts], [*cuts, len(text)], strict=True)]
    assert "".join(typed) == ""
    assert parser.answers == answers_to(text)


@given(st.sampled_from(sorted(RECORDED)), st.lists(st.sampled_from(KEYS), max_size=6), st.data())
def test_keys_typed_between_answers_come_out_in_order(name: str, keys: list[str], data: st.DataObject) -> None:
    replies = ["\x1b" + part for part in RECORDED[name].replace("\x1b\\", "\0").split("\x1b") if part]
    stream = [reply.replace("\0", "\x1b\\") for reply in replies]
    for key in keys:
        stream.insert(data.draw(st.integers(0, len(stream))), key)
    wanted = "".join(part for part in stream if part in KEYS)
    text = "".join(stream)
    cut = data.draw(st.integers(0, len(text)))
    parser = ReplyParser()
    typed = parser.feed(text[:cut]) + parser.feed(text[cut:]) + parser.release()
    assert typed == wanted
    assert parser.answers == answers_to(RECORDED[name])


def test_a_lone_escape_is_given_back() -> None:
    parser = ReplyParser()
    assert parser.feed("\x1b") == ""
    assert parser.holding
    assert parser.release() == "\x1b"
    assert not parser.holding


@pytest.mark.parametrize("cut", ["\x1bP>|kit", "\x1b]11;rgb:00", "\x1b[?62;1"])
def test_half_an_answer_that_never_ends_is_nobodys_typing(cut: str) -> None:
    parser = ReplyParser()
    assert parser.feed(cut) == ""
    assert parser.release() == ""
    assert parser.feed("j") == "j"


@pytest.mark.parametrize("answer", ["\x1b[?62;1;4c", "\x1b[0n", "\x1b[>41;354;0c", "\x1b[?69;0$y"])
@pytest.mark.parametrize("cut", [1, 2])
def test_the_rest_of_an_answer_that_was_cut_where_a_key_may_be_is_no_key(answer: str, cut: int) -> None:
    parser = ReplyParser()
    assert parser.feed(answer[:cut]) == ""
    assert parser.release() == answer[:cut]
    assert parser.feed(answer[cut:] + "j") == "j"
    assert parser.feed("\x1b") + parser.release() + parser.feed("[") + parser.feed("?") == "\x1b[?"


def test_what_likely_is_an_answer_is_waited_for_longer_while_one_is_due() -> None:
    parser = ReplyParser()
    parser.feed(RECORDED["xterm"] + "\x1b[")
    usual = parser.patience
    parser.asked += 1
    assert parser.patience > usual
    parser.feed("0n\x1b[")
    assert parser.patience == usual


def test_a_string_without_end_is_not_waited_for_for_ever() -> None:
    parser = ReplyParser()
    assert parser.feed("\x1bP>|" + "x" * 100_000)
    assert not parser.holding


def test_reports_of_arrival_are_counted() -> None:
    parser = ReplyParser()
    assert parser.feed("a\x1b[0nb\x1b[0n") == "ab"
    assert parser.acknowledged == 2
    assert DEVICE_STATUS == "\x1b[5n"


def test_the_last_question_is_the_one_everything_answers() -> None:
    assert questions({}).endswith("\x1b[c")
    assert not answers_to(RECORDED["kitty"].removesuffix("\x1b[?62;c")).complete
    assert answers_to(RECORDED["kitty"]).complete


def test_screen_is_not_asked_what_it_passes_on() -> None:
    assert "\x1b]11" in questions({"TERM": "xterm"})
    assert "\x1b]11" not in questions({"TERM": "screen.xterm-256color"})
