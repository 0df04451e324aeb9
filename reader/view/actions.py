"""The table of everything that can be done: names, keys, help, hints and what it does.

Keys and rebinding, the command palette, the footers and the dispatch all come from it. The order is the palette's.
"""

from collections.abc import Iterable, Mapping

from reader.view import (
    appearance,
    arranging,
    autoscroll,
    bookmark_list,
    bookmarking,
    command_palette,
    conversation_reading,
    conversing,
    following,
    growing,
    hinting,
    leaving,
    moving,
    navigation,
    note_editor,
    rejecting,
    searching,
    selecting,
)
from reader.view.action_rows import ActionRow, Variant
from reader.view.arrange import PaneName
from reader.view.bookmarking import when_complete
from reader.view.choosing import choose
from reader.view.effects import Copy, NextEncoding, Redraw
from reader.view.keys import Action, Keymap
from reader.view.panel.fact_values import plain_value
from reader.view.prompt import PromptKind
from reader.view.prompting import ask
from reader.view.reading_position import facts_here
from reader.view.steps import Step, plain
from reader.view.workspace import Workspace


def _copy(workspace: Workspace, *, value: bool) -> Step:
    text = _copied(workspace, value=value)
    if not text:
        return workspace.said("message.nothing_to_copy"), ()
    return workspace.said("message.copied", text=" ".join(text.split())), (Copy(text),)


def _copied(workspace: Workspace, *, value: bool) -> str:
    """The text or the value under the cursor of the focused pane; "" where there is nothing.

    In the text, and where the pane has nothing of its own, the chosen text or the value of the first fact at the
    reading position.
    """
    own = workspace.focused.copied(value=value)
    if own is not None:
        return own
    reading = workspace.reading
    if not value:
        return reading.document.slice(reading.chosen)
    here = facts_here(reading)
    return plain_value(here[0]) if here else ""


def _search(workspace: Workspace) -> Workspace:
    """In the text; in a folder, in its files, listed in the tree."""
    if not workspace.document.is_folder or workspace.sections.vacancy:
        return ask(workspace, PromptKind.SEARCH)
    return _search_tree(workspace.focused_on(PaneName.SECTIONS))


def _search_tree(workspace: Workspace) -> Workspace:
    return ask(workspace, PromptKind.FILES if workspace.document.is_folder else PromptKind.TREE)


def _show_commands(workspace: Workspace) -> Step:
    return command_palette.opened(workspace, ACTIONS, _GROUPS), ()


def _show_themes(workspace: Workspace) -> Step:
    return command_palette.themes_opened(workspace), ()


_FACTS = PaneName.FACTS
_CONVERSATION = PaneName.CONVERSATION

_STEP = appearance.MEASURE_STEP

ACTIONS: tuple[ActionRow, ...] = (
    ActionRow(Action.LINE_UP, ("up", "k"), plain(lambda w: w.moved(-1)), "key.line_up"),
    ActionRow(Action.LINE_DOWN, ("down", "j"), plain(lambda w: w.moved(1)), "key.line_down"),
    ActionRow(Action.PAGE_DOWN, ("space", "pagedown", "ctrl+f"), plain(lambda w: w.paged(1)), "key.page_down"),
    ActionRow(Action.PAGE_UP, ("b", "pageup", "ctrl+b"), plain(lambda w: w.paged(-1)), "key.page_up"),
    ActionRow(Action.HALF_DOWN, ("ctrl+d",), plain(lambda w: w.moved(w.half_page)), "key.half_page_down"),
    ActionRow(Action.HALF_UP, ("ctrl+u",), plain(lambda w: w.moved(-w.half_page)), "key.half_page_up"),
    ActionRow(Action.START, ("g", "home"), plain(lambda w: w.to_end(last=False)), "key.start"),
    ActionRow(Action.END, ("G", "end"), plain(growing.to_end), "key.end"),
    ActionRow(Action.FOLLOW, ("F",), growing.follow, "key.follow"),
    ActionRow(Action.NEXT_SECTION, ("]",), lambda w: moving.to_section(w, 1), "key.next_section", "footer.section"),
    ActionRow(Action.PREVIOUS_SECTION, ("[",), lambda w: moving.to_section(w, -1), "key.previous_section"),
    ActionRow(Action.GOTO, (":",), plain(lambda w: ask(w, PromptKind.GOTO)), "key.goto"),
    ActionRow(Action.BACK, ("backspace", "alt+left"), navigation.back, "key.back", "footer.back"),
    ActionRow(Action.FORWARD, ("shift+backspace", "alt+right"), navigation.forward, "key.forward"),
    ActionRow(Action.AUTOSCROLL, ("P",), autoscroll.toggle, "key.autoscroll"),
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
        "key.fold_left",
        "footer.fold",
        (Variant(PaneName.TEXT, lambda w: appearance.turn(w, right=False), "footer.aside"),),
    ),
    ActionRow(
        Action.FOLD_RIGHT,
        ("right",),
        plain(lambda w: w.folded_towards(right=True)),
        "key.fold_right",
        "footer.fold",
        (Variant(PaneName.TEXT, lambda w: appearance.turn(w, right=True), "footer.aside"),),
    ),
    ActionRow(
        Action.SEARCH,
        ("/",),
        plain(_search),
        "key.search",
        "footer.search",
        (
            Variant(_FACTS, plain(lambda w: ask(w, PromptKind.FILTER)), "footer.filter"),
            Variant(PaneName.SECTIONS, plain(_search_tree), "footer.filter"),
            Variant(_CONVERSATION, conversation_reading.ask_for_words, "footer.search"),
        ),
    ),
    ActionRow(
        Action.NEXT_HIT,
        ("n",),
        lambda w: moving.to_hit(w, 1),
        "key.next_hit",
        variants=(
            Variant(_FACTS, lambda w: moving.to_mention(w, 1), "footer.mention"),
            Variant(_CONVERSATION, lambda w: conversation_reading.to_hit(w, 1), "footer.next_hit"),
        ),
    ),
    ActionRow(
        Action.PREVIOUS_HIT,
        ("N",),
        lambda w: moving.to_hit(w, -1),
        "key.previous_hit",
        variants=(
            Variant(_FACTS, lambda w: moving.to_mention(w, -1), "footer.mention"),
            Variant(_CONVERSATION, lambda w: conversation_reading.to_hit(w, -1), "footer.next_hit"),
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
    ActionRow(Action.COPY, ("y",), lambda w: _copy(w, value=False), "key.copy", "footer.copy"),
    ActionRow(Action.COPY_VALUE, ("Y",), lambda w: _copy(w, value=True), "key.copy_value", "footer.value"),
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
        "key.next_link",
        variants=(Variant(_CONVERSATION, lambda w: conversation_reading.to_link(w, 1), "footer.citation"),),
    ),
    ActionRow(
        Action.PREVIOUS_LINK,
        ("O",),
        lambda w: following.to_link(w, -1),
        "key.previous_link",
        variants=(Variant(_CONVERSATION, lambda w: conversation_reading.to_link(w, -1), "footer.citation"),),
    ),
    ActionRow(
        Action.LINKS,
        ("h",),
        hinting.begin,
        "key.link_numbers",
        variants=(Variant(_CONVERSATION, conversation_reading.list_quotations, "footer.citation"),),
    ),
    ActionRow(Action.ASK, ("A",), conversing.ask_for_question, "key.ask", "footer.ask"),
    ActionRow(Action.CONVERSATION, ("c",), conversing.show, "key.conversation"),
    ActionRow(Action.EXPLAIN, ("x",), conversing.explain, "key.explain"),
    ActionRow(Action.TRANSLATE, ("t",), conversing.translate, "key.translate"),
    ActionRow(Action.SUM_UP, ("S",), conversing.sum_up, "key.sum_up"),
    ActionRow(Action.DESCRIBE, ("p",), conversing.describe, "key.describe"),
    ActionRow(Action.NEXT_PANE, ("tab",), plain(lambda w: arranging.move_focus(w, 1)), "key.next_pane", "footer.pane"),
    ActionRow(Action.PREVIOUS_PANE, ("shift+tab",), plain(lambda w: arranging.move_focus(w, -1)), "key.previous_pane"),
    ActionRow(Action.SECTIONS, ("s",), lambda w: arranging.toggle(w, PaneName.SECTIONS), "key.sections"),
    ActionRow(Action.FACTS, ("f",), lambda w: arranging.toggle(w, PaneName.FACTS), "key.facts"),
    ActionRow(Action.SCOPE, ("w",), plain(Workspace.scope_toggled), "key.scope", "footer.scope"),
    ActionRow(Action.WHY, ("r",), rejecting.question, "key.why", "footer.why"),
    ActionRow(
        Action.UNDERLINE,
        ("u",),
        plain(moving.toggle_underlines),
        "key.underline",
        "footer.underline",
        (Variant(_FACTS, plain(moving.toggle_kind_underlined), "footer.underline"),),
    ),
    ActionRow(Action.PANE_NARROWER, ("<",), lambda w: arranging.resize(w, -arranging.SHARE_STEP), "key.pane_narrower"),
    ActionRow(Action.PANE_WIDER, (">",), lambda w: arranging.resize(w, arranging.SHARE_STEP), "key.pane_wider"),
    ActionRow(Action.ALONE, ("z",), arranging.toggle_alone, "key.alone"),
    ActionRow(Action.MARKS, ("d",), appearance.toggle_marks, "key.marks"),
    ActionRow(Action.JUSTIFY, ("J",), appearance.next_justification, "key.justify"),
    ActionRow(Action.SPACING, ("D",), appearance.toggle_spacing, "key.spacing"),
    ActionRow(Action.RULER, ("M",), appearance.toggle_ruler, "key.ruler"),
    ActionRow(Action.NARROWER, ("-",), lambda w: appearance.change_measure(w, -_STEP), "key.narrower"),
    ActionRow(Action.WIDER, ("=",), lambda w: appearance.change_measure(w, _STEP), "key.wider"),
    ActionRow(Action.WIDE_LINES, ("W",), appearance.toggle_sideways, "key.wide"),
    ActionRow(Action.ENCODING, ("v",), lambda w: (w, (NextEncoding(),)), "key.encoding"),
    ActionRow(Action.THEME, ("T",), _show_themes, "key.theme"),
    ActionRow(Action.LANGUAGE, ("L",), appearance.next_language, "key.language"),
    ActionRow(Action.REDRAW, ("ctrl+l",), lambda w: (w, (Redraw(),)), "key.redraw"),
    ActionRow(
        Action.RECENT,
        ("o",),
        navigation.ask_for_recent,
        "key.recent",
        variants=(Variant(_CONVERSATION, conversation_reading.ask_for_file, "footer.export"),),
    ),
    ActionRow(Action.RELOAD, ("R",), navigation.reload, "key.reload"),
    ActionRow(Action.EDIT, ("e",), navigation.edit_document, "key.edit"),
    ActionRow(Action.HELP, ("?", "ctrl+p"), _show_commands, "key.help", "footer.help"),
    ActionRow(Action.QUIT, ("q",), leaving.leave, "key.quit", "footer.quit"),
    ActionRow(Action.CANCEL, ("escape",), moving.cancel),
)

_GROUPS: Mapping[Action, str] = {
    Action.LINE_UP: "moving",
    Action.SEARCH: "finding",
    Action.BOOKMARK: "marking",
    Action.LINK: "links",
    Action.ASK: "asking",
    Action.NEXT_PANE: "panes",
    Action.MARKS: "looks",
    Action.RECENT: "document",
    Action.HELP: "program",
}
"""The groups of the table, by the first action of each; worded by the text ``group.NAME``."""


def keymap_of(changes: Mapping[str, Iterable[str]] | None = None) -> Keymap:
    """The keys of the table, some of them changed by the configuration.

    Raises:
        UsageError: See :class:`~reader.view.keys.Keymap`.
    """
    return Keymap({row.action: row.keys for row in ACTIONS}, changes)
