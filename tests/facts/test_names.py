import pytest

from reader.facts.detection import language_of_text
from reader.model import FactKind
from tests.facts.finding import facts_in, only_fact


def test_one_entity_has_one_name_in_all_scripts() -> None:
    found = facts_in("قالت ميتا و‘ميتا’ وMeta إنها ستستثمر", "ar", FactKind.ORGANISATION)
    assert [words for words, _ in found] == ["ميتا", "ميتا", "Meta"]
    assert {(fact.entity, fact.count) for _, fact in found} == {("ميتا", 3)}


def test_particles_are_not_part_of_a_name() -> None:
    assert only_fact("سافر إلى المدينة بفرنسا", "ar", FactKind.PLACE)[0] == "فرنسا"


def test_an_unknown_latin_name_is_what_the_words_around_it_say() -> None:
    assert only_fact("أعلنت شركة Qoria أمس", "ar", FactKind.ORGANISATION)[0] == "Qoria"
    assert only_fact("حضر مؤتمر Zarqa أمس", "ar", FactKind.EVENT)[0] == "Zarqa"
    assert only_fact("أطلقت نموذج zk4-lite أمس", "ar", FactKind.PRODUCT)[0] == "zk4-lite"


def test_an_acronym_has_its_long_form_in_the_same_or_another_script() -> None:
    arabic = only_fact("ولا سيما اللائحة العامة لحماية البيانات (GDPR).", "ar", FactKind.ACRONYM)
    english = only_fact("the General Data Protection Regulation (GDPR) applies", "en", FactKind.ACRONYM)
    reverse = only_fact("the WHO (World Health Organization) said", "en", FactKind.ACRONYM)
    assert arabic[1].value == {"short": "GDPR", "long": "اللائحة العامة لحماية البيانات"}
    assert english[1].value == {"short": "GDPR", "long": "General Data Protection Regulation"}
    assert reverse[1].value == {"short": "WHO", "long": "World Health Organization"}


def test_words_before_a_parenthesis_that_do_not_spell_it_are_no_long_form() -> None:
    assert facts_in("he said it was fine (OK) then", "en", FactKind.ACRONYM) == []


def test_quotations_are_terms_or_sentences_and_never_open() -> None:
    term = only_fact("سماها ‘غرف الحرب’ أمس", "ar", FactKind.QUOTED_TERM)
    sentence = only_fact("قال: «لن نعود إلى هذا المكان مرة أخرى ما دمنا أحياء.»", "ar", FactKind.QUOTATION)
    assert term[0] == "غرف الحرب"
    assert sentence[0].startswith("لن نعود")
    assert facts_in("قال «كذا ولم يغلق ‘القوس", "ar", FactKind.QUOTED_TERM, FactKind.QUOTATION) == []


def test_nested_quotes_are_one_quotation() -> None:
    assert only_fact("«أ «ب» ج»", "ar", FactKind.QUOTED_TERM)[0] == "أ «ب» ج"


def test_links_and_addresses_end_before_the_sentence_does() -> None:
    link = only_fact("انظر HTTPS://Example.com/A_b?q=1 (هنا).", "ar", FactKind.LINK)
    email = only_fact("راسل Info@Example.com.", "ar", FactKind.EMAIL)
    assert link[1].value == "https://example.com/A_b?q=1"
    assert (email[0], email[1].value) == ("Info@Example.com", "info@example.com")
    assert (
        facts_in("https://example.com/2024/05/17?p=25%20", "ar", FactKind.DATE, FactKind.NUMBER, FactKind.PERCENT) == []
    )


def test_phones_are_told_from_years_dates_and_sums() -> None:
    assert only_fact("هاتف (+١)   ٦٥٠ - ٧٠١  ٨٨٨٧", "ar", FactKind.PHONE)[1].value == "+16507018887"
    assert only_fact("تلفن 09122002580", "fa", FactKind.PHONE)[1].value == "09122002580"
    assert facts_in("2014-2018 و 12-05-2020 و 1,234,567,890 و 40 000 000", "ar", FactKind.PHONE) == []


def test_the_language_is_told_by_letters_and_frequent_words() -> None:
    texts = {
        "ar": "هذا كتاب في تاريخ العلوم عند العرب",
        "fa": "این کتاب درباره تاریخ علم است",
        "ur": "یہ کتاب علم کی تاریخ کے بارے میں ہے",
        "he": "זה ספר על ההיסטוריה של המדע",
        "en": "This is a book about the history of science",
    }
    assert {code: language_of_text(text) for code, text in texts.items()} == {code: code for code in texts}


def test_the_document_decides_what_a_short_text_leaves_open() -> None:
    assert language_of_text("نود و دو", "fa") == "fa"
    assert language_of_text("123", "he") == "he"


PERSONS = [
    ("ar", "قال الرئيس الأمريكي محمود درويش إن", "محمود درويش"),
    ("ar", "والتقى الدكتور سامي حداد بالطلاب", "سامي حداد"),
    ("ar", "كان خالد بن الوليد قائدا", "خالد بن الوليد"),
    ("fa", "آقای رضا امیری گفت", "رضا امیری"),
    ("he", "ראש הממשלה דוד כהן אמר", "דוד כהן"),
    ("en", "as Dr. Ada Lovelace wrote", "Ada Lovelace"),
    ("en", "that Alan Turing wrote", "Alan Turing"),
]


@pytest.mark.parametrize(("language", "text", "name"), PERSONS, ids=[row[2] for row in PERSONS])
def test_a_person_is_told_by_title_and_given_name(language: str, text: str, name: str) -> None:
    assert only_fact(text, language, FactKind.PERSON)[0] == name


INSTITUTIONS = [
    ("ar", "أعلنت وزارة الخارجية الأردنية أمس", "وزارة الخارجية الأردنية"),
    ("ar", "درس بجامعة القاهرة ثم عاد", "جامعة القاهرة"),
    ("he", "הודיע משרד החינוך אתמול", "משרד החינוך"),
    ("en", "the University of Jordan said", "University of Jordan"),
]


@pytest.mark.parametrize(("language", "text", "name"), INSTITUTIONS, ids=[row[2] for row in INSTITUTIONS])
def test_an_institution_is_told_by_its_kind(language: str, text: str, name: str) -> None:
    assert only_fact(text, language, FactKind.ORGANISATION)[0] == name


@pytest.mark.parametrize("text", ["هو كريم جدا", "الرئيس يقول كلاما", "شركة كبيرة جدا", "محمد صلى وصام"])
def test_ordinary_words_are_not_made_names(text: str) -> None:
    assert facts_in(text, "ar", FactKind.PERSON, FactKind.ORGANISATION) == []


def test_what_is_quoted_again_and_again_after_its_kind_is_a_name() -> None:
    text = "أطلقت نموذج ‘قمرة’ أمس. يعمل ‘قمرة’ بسرعة. عاد ‘قمرة’ وذكر ‘الأمان’ و‘الأمان’ و‘الأمان’."
    found = facts_in(text, "ar", FactKind.PRODUCT, FactKind.QUOTED_TERM)
    assert [(words, str(fact.kind)) for words, fact in found] == [("قمرة", "product")] * 3 + [
        ("الأمان", "quoted_term")
    ] * 3


def test_the_word_for_arabic_names_no_broadcaster() -> None:
    text = "Most of them never try, and a reader of Arabic (العربية) learns to read backwards."
    assert facts_in(text, "en", FactKind.ORGANISATION) == []
