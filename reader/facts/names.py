"""Owns names: which stretches of a text name a person, organisation, product, place, event or law.

Four witnesses, in this order: the gazetteer (:mod:`reader.facts.gazetteer`), whose entries hold one entity's names in
all languages; titles, given names and kinds of institution (:mod:`reader.facts.naming`); words in Latin letters inside
right-to-left text, which are names unless they are the document's language; and what the author announces as a name
and sets in quotes again and again. What kind of thing an unknown name is, the words before it tell («مؤتمر», «شركة»).
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from reader.facts.extractor import Context
from reader.facts.gazetteer import Name, gazetteer_of
from reader.facts.lexicon import Role
from reader.facts.naming import told_names
from reader.facts.tokens import TokenKind, fold
from reader.model import FactKind


class Mention(NamedTuple):
    """A name in a stretch of text.

    ``entity`` is the key mentions of one thing share, ``name`` the words without particles.
    """

    start: int
    end: int
    kind: FactKind
    entity: str
    name: str
    known: bool


_LATIN_NAME = re.compile(
    r"(?<![\w@./&<-])(?:[A-Z][\w’']*(?:[&-][A-Za-z0-9]+)*|[a-z]+[A-Z][\w]*|[a-z]+\d[\w]*(?:-[A-Za-z0-9]+)*)"
    r"(?:[ \u00a0](?:[A-Z0-9][\w’']*(?:[&-][A-Za-z0-9]+)*))*(?![\w@])"
)
_EVENT = re.compile(r"(?:Con|Conf|Conference|Summit|Expo|Fest|Festival|Forum|Cup|Olympics)\b")
_MODEL = re.compile(r"(?:[A-Z]{1,3}|[A-Za-z]*[a-z])-?\d[\w.]*(?:-[A-Za-z0-9]+)*")
_WORDS = re.compile(r"(?:[A-Z][\w’']*[a-z][\w’']*|[a-z]+[A-Z]\w*)(?:[ \u00a0&-][A-Z0-9][\w’']*)*")


def mentions(text: str, context: Context) -> Iterator[Mention]:
    """The names in a stretch of text, in order, none overlapping another; the longer of two stands."""
    found = list(_gazetteer_mentions(text, context))
    for told in told_names(context.scan):
        inner = [mention for mention in found if mention.start < told.end and told.start < mention.end]
        if all(told.start <= mention.start and mention.end <= told.end for mention in inner) and not any(
            mention.end - mention.start == told.end - told.start for mention in inner
        ):
            found = [mention for mention in found if mention not in inner]
            name = text[told.start : told.end]
            found.append(Mention(told.start, told.end, told.kind, fold_name(name), name, known=False))
    found.sort()
    if context.language != "en":
        found.extend(_latin_names(text, [(mention.start, mention.end) for mention in found]))
    yield from sorted(found)


def fold_name(name: str) -> str:
    """The key of a name of several words."""
    return " ".join(map(fold, name.split()))


def _gazetteer_mentions(text: str, context: Context) -> Iterator[Mention]:
    lexicon = gazetteer_of(context.language)
    scan = context.scan
    tokens = scan.tokens
    i = 0
    while i < len(tokens):
        hit = lexicon.hit(tokens, i, Role.NAME) if tokens[i].kind is TokenKind.WORD else None
        if hit is None or not isinstance(hit.value, Name) or not _is_name(text, scan.start(i), hit.value, hit.article):
            i += 1
            continue
        start = scan.start_without(i, len(hit.conjunction) + len(hit.preposition))
        end = scan.end(hit.end)
        yield Mention(start, end, hit.value.kind, hit.value.entity, text[start:end], known=True)
        i = hit.end


def _is_name(text: str, start: int, name: Name, article: str) -> bool:
    """Whether a gazetteer word is used as a name.

    Names take no article, and Latin ones a capital unless they have none.
    """
    if article:
        return False
    if text[start].isascii() and text[start].isalpha() and not name.small:
        return text[start].isupper()
    return True


def _latin_names(text: str, taken: list[tuple[int, int]]) -> Iterator[Mention]:
    """Latin names in a text of another script that the gazetteer does not know."""
    at = 0
    for match in _LATIN_NAME.finditer(text):
        start, end = match.span()
        while at < len(taken) and taken[at][1] <= start:
            at += 1
        if at < len(taken) and taken[at][0] < end:
            continue
        name = match[0]
        kind = _kind_of(text, start, name)
        if kind is not None:
            yield Mention(start, end, kind, fold_name(name), name, known=False)


def _kind_of(text: str, start: int, name: str) -> FactKind | None:
    """What unknown Latin letters name, by the words before them and their shape; None for keys, codes and shouting.

    Letters with digits are a model (``R1``, ``GPT-4``); words with capitals are an organisation more often than not.
    """
    told = FactKind.EVENT if _EVENT.search(name) else kind_before(text, start)
    if told is not None and len(name) > 1:
        return told
    if _MODEL.fullmatch(name):
        return FactKind.PRODUCT
    return FactKind.ORGANISATION if len(name) > 3 and _WORDS.fullmatch(name) else None


def kind_before(text: str, start: int) -> FactKind | None:
    """What the words before ``start`` announce: an event, an organisation, a product, or nothing."""
    before = fold_name(text[max(0, start - 40) : start].rstrip("‘“\"'«( ")).split()
    if not before:
        return None
    if any(word.endswith(_EVENT_WORDS) for word in before[-3:]):
        return FactKind.EVENT
    if before[-1].endswith(_COMPANY_WORDS):
        return FactKind.ORGANISATION
    return FactKind.PRODUCT if before[-1].endswith(_PRODUCT_WORDS) else None


_EVENT_WORDS = tuple(
    fold(word) for word in ("مؤتمر", "قمة", "فعالية", "معرض", "مهرجان", "کنفرانس", "همایش", "כנס", "ועידת", "کانفرنس")
)
_COMPANY_WORDS = tuple(fold(word) for word in ("شركة", "مجموعة", "مختبر", "شرکت", "حברת", "חברת", "کمپنی"))
_PRODUCT_WORDS = tuple(
    fold(word)
    for word in ("نموذج", "تطبيق", "منصة", "برنامج", "موقع", "لعبة", "هاتف", "مدل", "اپلیکیشن", "אפליקציית", "ایپ")
)
