"""The table of everything that can be done: names, keys, help, hints and what it does.

Keys and rebinding, the help, the footers and the dispatch all come from it. The order is the help's.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from reader.view import (
    appearance,
    arranging,
    bookmark_list,
    bookmarking,
    conversing,
    following,
    hinting,
    leaving,
    moving,
    navigation,
    note_editor,
    searching,
    selecting,
)
from reader.view.action_rows import ActionRow, Variant
from reader.view.arrange import PaneName
from reader.view.bookmarking import when_complete
from reader.view.choosing import choose
from reader.view.effects import Copy, NextEncoding, Redraw
from reader.view.help_list import help_items
from reader.view.keys import Action, Keymap
from reader.view.list_model import ListModel
from reader.view.popups import ListKind, ListPopup
from reader.view.prompt import Question
from reader.view.prompting import ask
from reader.view.steps import Step, plain
from reader.view.workspace import Workspace


def _copy(workspace: Workspace, *, value: bool) -> Step:
    text = workspace.copied(value=value)
    if not text:
        return workspace.said("message.nothing_to_copy"), ()
    return workspace.said("message.copied", text=" ".join(text.split())), (Copy(text),)


def _list_keys(workspace: Workspace) -> Step:
    items = help_items(ACTIONS, workspace.keymap, workspace.messages)
    return replace(workspace, popup=ListPopup(ListKind.HELP, ListModel(items).moved(0))), ()


_FACTS = PaneName.FACTS
_CONVERSATION = PaneName.CONVERSATION

ACTIONS: tuple[ActionRow, ...] = (
    ActionRow(Action.LINE_UP, ("up", "k"), plain(lambda w: w.moved(-1)), "key.line"),
    ActionRow(Action.LINE_DOWN, ("down", "j"), plain(lambda w: w.moved(1)), "key.line"),
    ActionRow(Action.PAGE_DOWN, ("space", "pagedown", "ctrl+f"), plain(lambda w: w.paged(1)), "key.page"),
    ActionRow(Action.PAGE_UP, ("b", "pageup", "ctrl+b"), plain(lambda w: w.paged(-1)), "key.page"),
    ActionRow(Action.HALF_DOWN, ("ctrl+d",), plain(lambda w: w.moved(w.half_page)), "key.half_page"),
    ActionRow(Action.HALF_UP, ("ctrl+u",), plain(lambda w: w.moved(-w.half_page)), "key.half_page"),
    ActionRow(Action.START, ("g", "home"), plain(lambda w: w.to_end(last=False)), "key.ends"),
    ActionRow(Action.END, ("G", "end"), plain(lambda w: w.to_end(last=True)), "key.ends"),
    ActionRow(Action.NEXT_SECTION, ("]",), lambda w: moving.to_section(w, 1), "key.section", "footer.section"),
    ActionRow(Action.PREVIOUS_SECTION, ("[",), lambda w: moving.to_section(w, -1), "key.section"),
    ActionRow(Action.NEXT_PANE, ("tab",), plain(lambda w: arranging.move_focus(w, 1)), "key.pane", "footer.pane"),
    ActionRow(Action.PREVIOUS_PANE, ("shift+tab",), plain(lambda w: arranging.move_focus(w, -1)), "key.pane"),
    ActionRow(
        Action.OPEN,
        ("enter",),
        choose,
        "key.open",
        "footer.open",
        (Variant(_FACTS, None, "footer.jump"), Variant(_CONVERSATION, None, "footer.jump")),
    ),
    ActionRow(
        Action.FOLD_LEFT,
        ("left",),
        plain(lambda w: w.folded_towards(right=False)),
        "key.fold",
        "footer.fold",
        (Variant(PaneName.TEXT, lambda w: appearance.turn(w, right=False), "footer.fold"),),
    ),
    ActionRow(
        Action.FOLD_RIGHT,
        ("right",),
        plain(lambda w: w.folded_towards(right=True)),
        "key.fold",
        "footer.fold",
        (Variant(PaneName.TEXT, lambda w: appearance.turn(w, right=True), "footer.fold"),),
    ),
    ActionRow(
        Action.SEARCH,
        ("/",),
        plain(lambda w: ask(w, Question.SEARCH)),
        "key.search",
        "footer.search",
        (
            Variant(_FACTS, plain(lambda w: ask(w, Question.FILTER)), "footer.filter"),
            Variant(_CONVERSATION, conversing.ask_for_words, "footer.search"),
        ),
    ),
    ActionRow(
        Action.NEXT_HIT,
        ("n",),
        lambda w: moving.to_hit(w, 1),
        "key.hits",
        variants=(
            Variant(_FACTS, lambda w: moving.to_mention(w, 1), "footer.mention"),
            Variant(_CONVERSATION, lambda w: conversing.to_hit(w, 1), "footer.next_hit"),
        ),
    ),
    ActionRow(
        Action.PREVIOUS_HIT,
        ("N",),
        lambda w: moving.to_hit(w, -1),
        "key.hits",
        variants=(
            Variant(_FACTS, lambda w: moving.to_mention(w, -1), "footer.mention"),
            Variant(_CONVERSATION, lambda w: conversing.to_hit(w, -1), "footer.next_hit"),
        ),
    ),
    ActionRow(Action.WORD, ("*",), searching.of_word, "key.word"),
    ActionRow(Action.HITS, ("l",), searching.list_hits, "key.hit_list"),
    ActionRow(Action.BOOKMARK, ("m",), when_complete(bookmarking.toggle_bookmark), "key.bookmark", "footer.bookmark"),
    ActionRow(Action.BOOKMARKS, ("'",), bookmark_list.show, "key.bookmarks", "footer.bookmarks"),
    ActionRow(Action.NOTE, ("a",), when_complete(note_editor.edit_here), "key.note"),
    ActionRow(Action.HIGHLIGHT, ("H",), when_complete(bookmarking.toggle_highlight), "key.highlight"),
    ActionRow(Action.COLOUR, ("K",), when_complete(bookmarking.next_colour), "key.colour"),
    ActionRow(Action.SELECT, ("V",), selecting.begin, "key.select"),
    ActionRow(Action.UNDO, ("U",), bookmarking.undo, "key.undo", "footer.undo"),
    ActionRow(Action.BACK, ("backspace", "alt+left"), navigation.back, "key.back", "footer.back"),
    ActionRow(Action.FORWARD, ("shift+backspace", "alt+right"), navigation.forward, "key.back"),
    ActionRow(Action.GOTO, (":",), plain(lambda w: ask(w, Question.GOTO)), "key.goto"),
    ActionRow(Action.SECTIONS, ("s",), lambda w: arranging.toggle(w, PaneName.SECTIONS), "key.sections"),
    ActionRow(Action.FACTS, ("f",), lambda w: arranging.toggle(w, PaneName.FACTS), "key.facts"),
    ActionRow(Action.SCOPE, ("w",), plain(Workspace.scope_toggled), "key.scope", "footer.scope"),
    ActionRow(
        Action.LINK,
        ("i",),
        following.follow_link,
        "key.link",
        variants=(Variant(_CONVERSATION, choose, "footer.jump"),),
    ),
    ActionRow(
        Action.NEXT_LINK,
        ("I",),
        lambda w: following.to_link(w, 1),
        "key.links",
        variants=(Variant(_CONVERSATION, lambda w: conversing.to_link(w, 1), "footer.citation"),),
    ),
    ActionRow(
        Action.PREVIOUS_LINK,
        ("O",),
        lambda w: following.to_link(w, -1),
        "key.links",
        variants=(Variant(_CONVERSATION, lambda w: conversing.to_link(w, -1), "footer.citation"),),
    ),
    ActionRow(Action.LINKS, ("h",), hinting.begin, "key.link_numbers"),
    ActionRow(
        Action.UNDERLINE,
        ("u",),
        plain(moving.toggle_underlines),
        "key.underline",
        "footer.underline",
        (Variant(_FACTS, plain(moving.toggle_kind_underlined), "footer.underline"),),
    ),
    ActionRow(Action.COPY, ("y",), lambda w: _copy(w, value=False), "key.copy", "footer.copy"),
    ActionRow(Action.COPY_VALUE, ("Y",), lambda w: _copy(w, value=True), "key.copy_value", "footer.value"),
    ActionRow(
        Action.RECENT,
        ("o",),
        navigation.ask_for_recent,
        "key.recent",
        variants=(Variant(_CONVERSATION, conversing.ask_for_file, "footer.export"),),
    ),
    ActionRow(Action.ASK, ("A",), conversing.ask_for_question, "key.ask", "footer.ask"),
    ActionRow(Action.CONVERSATION, ("c",), conversing.show, "key.conversation"),
    ActionRow(Action.EXPLAIN, ("x",), conversing.explain, "key.explain"),
    ActionRow(Action.TRANSLATE, ("t",), conversing.translate, "key.translate"),
    ActionRow(Action.SUM_UP, ("S",), conversing.sum_up, "key.sum_up"),
    ActionRow(Action.MARKS, ("d",), appearance.toggle_marks, "key.marks"),
    ActionRow(Action.JUSTIFY, ("J",), appearance.next_justification, "key.justify"),
    ActionRow(Action.NARROWER, ("-",), lambda w: appearance.change_measure(w, -appearance.MEASURE_STEP), "key.column"),
    ActionRow(Action.WIDER, ("=",), lambda w: appearance.change_measure(w, appearance.MEASURE_STEP), "key.column"),
    ActionRow(Action.PANE_NARROWER, ("<",), lambda w: arranging.resize(w, -arranging.SHARE_STEP), "key.pane_width"),
    ActionRow(Action.PANE_WIDER, (">",), lambda w: arranging.resize(w, arranging.SHARE_STEP), "key.pane_width"),
    ActionRow(Action.ALONE, ("z",), arranging.toggle_alone, "key.alone"),
    ActionRow(Action.WIDE_LINES, ("W",), appearance.toggle_sideways, "key.wide"),
    ActionRow(Action.RELOAD, ("R",), navigation.reload, "key.reload"),
    ActionRow(Action.ENCODING, ("v",), lambda w: (w, (NextEncoding(),)), "key.encoding"),
    ActionRow(Action.LANGUAGE, ("L",), appearance.next_language, "key.language"),
    ActionRow(Action.EDIT, ("e",), navigation.edit_document, "key.edit"),
    ActionRow(Action.REDRAW, ("ctrl+l",), lambda w: (w, (Redraw(),)), "key.redraw"),
    ActionRow(Action.HELP, ("?",), _list_keys, "key.help", "footer.help"),
    ActionRow(Action.QUIT, ("q",), leaving.leave, "key.quit", "footer.quit"),
    ActionRow(Action.CANCEL, ("escape",), moving.cancel),
)


def keymap_of(changes: Mapping[str, Iterable[str]] | None = None) -> Keymap:
    """The keys of the table, some of them changed by the configuration.

    Raises:
        UsageError: See :class:`~reader.view.keys.Keymap`.
    """
    return Keymap({row.action: row.keys for row in ACTIONS}, changes)
