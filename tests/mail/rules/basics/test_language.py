from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.mail.rules.basics.language import (
    codes,
    count_marks,
    language_data,
    language_words,
    languages_in,
    main_language,
)
from onward.mail.rules.verdicts.classify import guess_language

WRITTEN = Path(__file__).parents[4] / "benchmarks" / "training" / "written"
LEAST_CHARS = 60
# English and German mails of few words were written on purpose, and are read anyway.
LEAST_SHARE = {"en": 0.95, "de": 0.95}


def test_the_words_of_a_text_are_counted_for_each_language() -> None:
    counts = count_marks("wir haben das buch und die karte nicht")
    assert counts["de"] >= 5
    assert counts["en"] < 2
    assert set(counts) == set(codes())


@given(st.dictionaries(st.sampled_from(codes()), st.integers(0, 300), min_size=1))
def test_english_and_german_are_always_read_and_at_most_two_more(
    counts: dict[str, int],
) -> None:
    read = languages_in(counts)
    assert {"de", "en"} <= set(read)
    assert len(read) <= 4
    assert list(read) == sorted(read)


def test_a_guest_language_is_read_where_it_is_as_common_as_any() -> None:
    assert languages_in({"de": 0, "en": 4, "fr": 9}) == ("de", "en", "fr")
    assert languages_in({"de": 0, "en": 40, "fr": 9}) == ("de", "en")
    assert languages_in({"de": 0, "en": 0, "fr": 2}) == ("de", "en")


def test_a_word_with_a_letter_of_one_language_is_counted_once() -> None:
    assert count_marks("değerlendirdiğimiz aşağıdaki yazıyı")["tr"] == 3
    assert count_marks("sayın sipariş,")["tr"] == 2
    assert count_marks("źdźbło")["pl"] == 1
    assert count_marks("größe naïve ação")["tr"] == 0


@pytest.mark.parametrize("code", codes())
def test_written_mail_is_read_in_its_own_language(code: str) -> None:
    lines = (WRITTEN / f"{code}.jsonl").read_text(encoding="utf-8").splitlines()
    mails = [mail for mail in map(json.loads, lines) if len(mail["text"]) > LEAST_CHARS]
    least = LEAST_SHARE.get(code, 0.97) * len(mails)
    low = [f"{mail['subject']}\n{mail['text']}".lower() for mail in mails]
    assert sum(code in languages_in(count_marks(text)) for text in low) >= least
    assert sum(guess_language(mail["text"]) == code for mail in mails) >= least


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("de", "Angekommen, danke! Frau Roe schaut morgen drüber. LG Tanja"),
        ("de", "Ciao Mia, brauchen dieses Jahr niemand mehr, hab schon drei."),
        ("en", "Cheers Kim, got it, look Friday. Pop round whenever."),
        ("es", "vale, mañana hablamos. Besos"),
        ("fr", "Salut Kim, bien reçu, merci. Bisous"),
        ("it", "Ciao Kim, grazie, domani ti chiamo. Baci"),
        ("nl", "Hoi Kim, bedankt, lukt vandaag. Groetjes"),
        ("pl", "Cześć Kim, dzięki, jutro dzwonię. Pozdrawiam"),
        ("pt", "Oi Kim, obrigada, amanhã falamos. Beijos"),
        ("sv", "Hej Kim, tack, ringer imorgon. Mvh"),
        ("tr", "Merhaba Kim, teşekkürler, yarın ararım."),
    ],
)
def test_a_note_of_a_few_words_is_read_in_its_own_language(
    code: str, text: str
) -> None:
    assert main_language(text.lower()) == code


@given(st.text(max_size=200))
def test_any_text_has_a_language(text: str) -> None:
    assert main_language(text.lower()) in codes()


@pytest.mark.parametrize("code", codes())
def test_the_words_of_a_language_are_read_without_its_rules(code: str) -> None:
    whole, words = language_data(code), language_words(code)
    assert {"marks", "faint", "gate", "text"} <= words.keys()
    assert words.items() <= whole.items()
    assert "rules" not in words
    behind = ("context", "voids", "classes", "rules")
    assert whole.keys() - words.keys() == set(behind)
