"""Owns English's rules of names, and the words they rest on.

A name is a run of words with capitals, joined by "of", "the" and the like where what it names allows; at the start of
a sentence its first word counts only if it is no particle. What it names is told by one of its own words ("Treaty",
"University", "War", "River"), by its first word, which is a given name or title, or by a profession before it.
"""

import re
from collections.abc import Iterator

from reader.facts.naming import MOST_WORDS, DetectedName, Reader, detected_in, people, phrases_of, words_of
from reader.facts.stream import TokenStream
from reader.facts.tokens import fold
from reader.model import FactKind

_TITLES = phrases_of(
    "Mr|Mrs|Ms|Miss|Dr|Prof|Professor|President|Prime Minister|Chancellor|King|Queen|Prince|Princess|Senator|Judge|"
    "Justice|Chief Justice|Minister|Foreign Minister|Sir|Lord|Lady|Dame|General|Admiral|Colonel|Major|Pope|Secretary|"
    "Governor|Captain|Saint|Emperor|Empress|Sultan|Caliph|Sheikh|Imam|Ayatollah|Rabbi|Bishop|Archbishop|Cardinal|"
    "Father|Sister|Ambassador|Mayor|Congressman|Congresswoman|Representative|Detective|Inspector|Sergeant|Lieutenant|"
    "Chairman|Chief Executive|Vice President|First Lady|Attorney General|Secretary of State"
)
_PROFESSIONS = words_of(
    "physicist|chemist|mathematician|biologist|astronomer|scientist|engineer|inventor|philosopher|historian|"
    "economist|poet|novelist|writer|author|playwright|journalist|critic|painter|sculptor|architect|composer|"
    "singer|musician|pianist|violinist|conductor|actor|actress|director|filmmaker|producer|photographer|coach|"
    "manager|captain|striker|midfielder|defender|goalkeeper|player|champion|swimmer|sprinter|boxer|cyclist|"
    "lawyer|attorney|judge|doctor|surgeon|nurse|professor|teacher|researcher|analyst|spokesman|spokeswoman|"
    "spokesperson|founder|cofounder|chairman|executive|activist|politician|leader|nephew|niece|son|daughter|"
    "brother|sister|wife|husband|father|mother|uncle|aunt|cousin|friend|colleague|student|pupil|assistant|"
    "explorer|general|designer|psychologist|linguist|translator|editor|author"
)
_KINDS = {
    FactKind.LAW: words_of(
        "Act|Treaty|Convention|Constitution|Directive|Regulation|Amendment|Charter|Protocol|Accord|Accords|"
        "Agreement|Code|Declaration|Statute|Covenant|Pact|Bill|Ordinance|Carta"
    ),
    FactKind.EVENT: words_of(
        "War|Battle|Revolution|Olympics|Championship|Championships|Cup|Open|Games|Prix|Summit|Conference|Siege|Crusade|"
        "Crusades|Uprising|Massacre|Festival|Expo|Biennale|Rebellion|Revolt|Marathon|Masters|Holocaust|Renaissance"
    ),
    FactKind.ORGANISATION: words_of(
        "University|Ministry|Bank|Institute|Department|Council|Agency|Association|Foundation|Corporation|Corp|"
        "Inc|Ltd|LLC|Company|Party|Commission|Committee|College|Museum|Court|Society|Union|Group|Press|Office|"
        "Parliament|Senate|Congress|Assembly|Authority|Bureau|Centre|Center|Centers|School|Academy|Hospital|"
        "Times|Post|Club|League|Federation|Airlines|Airways|Motors|Laboratory|Observatory|Service|Services|"
        "Organization|Organisation|Fund|Board|Administration|Exchange|Orchestra|Church|Army|Navy|Guard|Police|"
        "Records|Studios|Pictures|Journal|Brothers|Partners|Holdings|Systems|Technologies|Industries|"
        "Network|Trust|Alliance|Front|Movement|Forum|Institution|Chamber|Institutes|Library|Gallery|Theatre|"
        "Opera|Ballet|House|Nations|Sachs|Reserve|Treasury|FC|United"
    ),
    FactKind.PLACE: words_of(
        "River|Mount|Lake|City|County|Island|Islands|Sea|Ocean|Valley|Street|Road|Avenue|Square|Bridge|Airport|"
        "Park|Palace|Castle|Cathedral|Abbey|Desert|Peninsula|Bay|Strait|Province|Mountains|Canal|Station|Tower|"
        "District|Republic|Kingdom|Cape|Gulf|Hills|Beach|Coast|Stadium|Monastery|Basilica|Temple"
    ),
}
_HEADS = {word: kind for kind, words in _KINDS.items() for word in words}
_FIRST = words_of(
    "University|Ministry|Bank|Institute|Department|Treaty|Battle|Siege|Declaration|Republic|Kingdom|Gulf|"
    "Strait|Court|Council|Bay|Cape|Mount|Lake|Isle|House|Museum|Academy|Church|Secretary|Statute|Charter|"
    "Massacre|Convention|Peace"
)
"""Kinds that stand first: "University of …"."""
_NO_GIVEN = words_of(
    "May|April|June|August|Will|Hope|Sky|Art|Faith|Chad|Jordan|Georgia|Paris|Virginia|Austin|Chelsea|India|"
    "China|London|Brooklyn|Dakota|Israel|Asia|Santa|San|Royal|King|Duke|Major|Judge|Bishop|Pope|Dean|Baron|"
    "Earl|Christian|Summer|Winter|Autumn|Wednesday|Friday|Sunday|Monday|In|An|So|No|Many|Long|Young|Early|"
    "Western|Eastern|Northern|Southern|North|South|East|West|Great|New|Old|French|German|English|Spanish|Roman|"
    "Holy|Trinity|Star|Prince|Princess|Queen|Sir|Lord|Lady|Saint|Mercy|Justice|Liberty|Unity|America|Britain|"
    "Ireland|Holland|Kenya|Malta|Cuba|Savannah|Denver|Orlando|Houston|Phoenix|Carolina|Florida|Victoria|"
    "Florence|Alexandria|Persia|Troy|Roma|Vienna|Milan|Bengal|Man|Even|Every|Critics|Shares|Letters|Members|"
    "Law|Love|Rain|Melody|Harmony|Destiny|Heaven|Genesis|Exodus|Normal|Rich|Big|Prof|Professor|Cruz|Angel|"
    "Jesus|Christ|Messiah|Sultan|Sheikh|Shah|Khan"
)
_LINKING = words_of("van|von|der|den|de|del|della|di|da|dos|du|la|le|bin|ibn|al|el|ter|ten|zu|y")
_SHARES = words_of("shares|share|stock|stake|subsidiary|unit|division")
_PRIVATE = words_of("Agreement|Code|Covenant|Bill|Protocol")
"""Kinds of law that are more often something else."""
_OF_THE_LAW = words_of("Civil|Penal|Criminal|Tax|Labor|Labour|Commercial|Borders|Electoral|Family|International|Rights")
_PURPOSEFUL = words_of(
    "Organization|Organisation|Association|Centers|Centre|Center|Society|Campaign|Office|Committee|Council|Fund"
)
"""Kinds that stand first, with what they are for behind "for" or "of"."""
_EPITHETS = words_of(
    "Great|Conqueror|Magnificent|Terrible|Wise|Bold|Elder|Younger|Lionheart|Confessor|Navigator|Good|Pious|Fair"
)
_ROMAN = words_of("II|III|IV|V|VI|VII|VIII|IX|X|XI|XII|XIII|XIV|XV|XVI")
_PLAIN_NOUNS = words_of("Post|House|Office|School|Party|Group|Company|Service|Record|Board|Bill|Code|Act|Agreement")
"""Kinds behind "new" that are any of them: "New Post"."""
_FOLLOWED = words_of("of|for")
_WITHIN = words_of("and|the|for|of|in|on")


def names(stream: TokenStream) -> Iterator[DetectedName]:
    """The names in a chunk of English."""
    return detected_in(stream, _detect_at)


def _detect_at(reader: Reader, i: int) -> DetectedName | None:
    return _name_at(reader, i) if _is_capital(reader, i) else None


def kind_of_words(name: str) -> FactKind | None:
    """What a name in Latin letters names by its own words alone; None when they do not tell."""
    words = [fold(word) for word in re.split(r"[\s\u00a0-]+", name)]
    shouted = name.partition(" ")[0].isupper()
    if len(words) < 2:
        return None
    if words[-1] in _HEADS or (words[0] in _FIRST and words[1] == "of"):
        return _HEADS.get(words[-1]) or _HEADS.get(words[0])
    if (
        words[0] in people("en", "given")
        and words[0] not in _NO_GIVEN
        and not shouted
        and name.isascii()
        and "-" not in name
    ):
        return FactKind.PERSON
    return None


def _name_at(reader: Reader, i: int) -> DetectedName | None:
    titled = reader.phrase(i, _TITLES, "")
    if titled is not None:
        if reader.sign(titled) == ".":
            titled += 1
        if _is_capital(reader, titled) and reader.key(titled) not in reader.function_words:
            end = _person_end(reader, titled)
            if not _head_in(reader, titled, end):
                return reader.told(FactKind.PERSON, titled, end)
    if reader.key(i) in reader.function_words:
        return None
    if reader.key(i - 1) in ("of", "in") and reader.key(i - 2) in _SHARES and not _breaks_off(reader, i):
        end = _person_end(reader, i)
        return reader.told(FactKind.ORGANISATION, i, end)
    return _headed(reader, i) or _person(reader, i)


def _breaks_off(reader: Reader, i: int) -> bool:
    """Whether more capitals follow with "of" or "&", so that the name is longer than its first words."""
    return reader.key(i + 1) in _FOLLOWED or reader.sign(i + 1) == "&" or not reader.joined(i)


def _headed(reader: Reader, i: int) -> DetectedName | None:
    """A run of capitals of which one word says what it names; "of" and "and" join where a capital follows."""
    end, plain_end = i, None
    while end - i < MOST_WORDS + 4:
        if _is_capital(reader, end) and (end == i or reader.joined(end)):
            end += 1
            continue
        if end > i and _is_hyphen(reader, end + 1):
            end += 2
            continue
        if plain_end is None:
            plain_end = end
        joints = end
        while joints - end < 2 and reader.key(joints) in _WITHIN and reader.joined(joints):
            joints += 1
        if joints == end or not _is_capital(reader, joints) or not reader.joined(joints):
            if reader.sign(end) in "'’&" and reader.sign(end) and _is_capital(reader, end + 1):
                end += 1
                continue
            break
        if reader.key(end) == "and" and not _and_joins(reader, i, end):
            break
        if reader.key(end) in ("in", "on", "for") and not _takes_purpose(reader, i, end):
            break
        end = joints
    if reader.key(i) == "new" and end - i == 2 and reader.key(end - 1) in _PLAIN_NOUNS:
        return None
    for stop in dict.fromkeys((end, plain_end or end)):
        kind = _kind_of(reader, i, stop)
        if kind is not None and (kind is not FactKind.LAW or _is_of_the_law(reader, i, stop)):
            return reader.told(kind, i, stop)
    return None


def _kind_of(reader: Reader, i: int, end: int) -> FactKind | None:
    """What a run names, by its last word, or by a word before "of" or "for"."""
    if end - i < 2:
        return None
    last = reader.key(end - 1)
    if reader.key(i) in _FIRST and end - i > 2 and reader.key(i + 1) == "of":
        return _HEADS.get(reader.key(i), FactKind.ORGANISATION)
    for k in range(i + 1, end):
        if reader.key(k) in _FOLLOWED and reader.key(k - 1) in _HEADS and k - 1 > i:
            return _HEADS[reader.key(k - 1)]
        if reader.key(k) in ("on", "for", "in") and reader.key(k - 1) in _HEADS:
            return _HEADS[reader.key(k - 1)]
    if reader.key(i) in _PURPOSEFUL and end - i > 2:
        return FactKind.ORGANISATION
    if reader.key(i) in ("lake", "mount", "cape") and end - i == 2:
        return FactKind.PLACE
    if last in _ROMAN or last.isdigit():
        last = reader.key(end - 2)
    if last in _HEADS:
        return _HEADS[last]
    return None


def _is_of_the_law(reader: Reader, i: int, end: int) -> bool:
    """Whether an "Agreement" or "Code" is a state's: a country, or a field of law, is in its name."""
    if not any(reader.key(k) in _PRIVATE for k in range(i, end)):
        return True
    return any(reader.key(k) in _OF_THE_LAW or reader.known(k) is not None for k in range(i, end))


def _and_joins(reader: Reader, i: int, at: int) -> bool:
    """Whether "and" stands inside a name: behind a kind and "of" or "for", never between two names of their own."""
    return any(reader.key(k) in ("for", "of", "on") for k in range(i, at))


def _takes_purpose(reader: Reader, i: int, at: int) -> bool:
    return (any(reader.key(k) in _HEADS for k in range(i, at)) and reader.key(at) == "for") or reader.key(i) in _FIRST


def _is_hyphen(reader: Reader, i: int) -> bool:
    return reader.sign(i - 1) == "-" and reader.stream.is_glued(i)


def _person(reader: Reader, i: int) -> DetectedName | None:
    """A given name and the capitals behind it; any capitals behind a profession."""
    key = reader.key(i)
    given = key in people("en", "given") and key not in _NO_GIVEN
    appositive = _profession_before(reader, i)
    if not given and not appositive:
        return None
    end = _person_end(reader, i)
    if (
        end - i < 2
        or _head_in(reader, i, end)
        or (not given and reader.stream.text[reader.stream.start(i) :][:2].isupper())
    ):
        return None
    return reader.told(FactKind.PERSON, i, end)


def _profession_before(reader: Reader, i: int) -> bool:
    at = i - 1
    if reader.sign(at) == "," and i > 1:
        at -= 1
    elif not reader.joined(i):
        return False
    return reader.key(at) in _PROFESSIONS and reader.stream.text[reader.stream.start(at)].islower()


def _person_end(reader: Reader, i: int) -> int:
    """Where the person's name that begins at ``i`` ends: capitals, initials, linking words, a number, an epithet."""
    end = i + 1
    while end - i < MOST_WORDS - 2:
        if _is_initial(reader, end - 1) and reader.sign(end) == "." and _is_capital(reader, end + 1):
            end += 2
        elif reader.joined(end) and _is_capital(reader, end) and reader.key(end) not in reader.function_words:
            end += 1
        elif _is_hyphen(reader, end + 1) and _is_capital(reader, end + 1):
            end += 2
        elif reader.joined(end) and reader.key(end) in _LINKING and _is_name_behind(reader, end + 1):
            end += 2 if _is_capital(reader, end + 1) else 3
        elif reader.joined(end) and reader.key(end) == "the" and reader.key(end + 1) in _EPITHETS:
            end += 2
        else:
            break
    return end


def _is_name_behind(reader: Reader, i: int) -> bool:
    return _is_capital(reader, i) or (reader.key(i) in _LINKING and _is_capital(reader, i + 1))


def _is_initial(reader: Reader, i: int) -> bool:
    return len(reader.key(i)) == 1


def _head_in(reader: Reader, i: int, end: int) -> bool:
    return any(reader.key(k) in _HEADS for k in range(i, end))


def _is_capital(reader: Reader, i: int) -> bool:
    return bool(reader.key(i)) and reader.stream.text[reader.stream.start(i)].isupper()
