from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onward.mail.rules.types import Address, Message
from onward.mail.rules.verdicts.voice import sender_signs
from onward.mail.rules.verdicts.voice_words import (
    Company,
    Marks,
    envelope_buckets,
    heard_words,
    word_buckets,
)
from tests.mail.rules.plainly import (
    bucket,
    mail_features,
    sentence_features,
    tokens,
    word_features,
)

WORDS = st.text(alphabet="aeinotx’'äß 1.,:?!\n@/") | st.text()
NEGATIONS = frozenset({"not", "no", "nie"})
CONDITIONS = frozenset({"if", "falls", "a"})
SENTENCES = st.lists(
    st.sampled_from(["not", "if", "a", "b", "don't", "falls", "job", "x'n't"]),
    max_size=12,
)


@given(WORDS)
def test_words_are_those_of_the_plain_way(text: str) -> None:
    assert heard_words(text) == [word.encode() for word in tokens(text)]


@given(st.text(alphabet="abcdefghij'", min_size=1, max_size=24))
def test_a_word_has_the_buckets_of_its_features(word: str) -> None:
    first, parts = word_buckets(word.encode())
    assert [first, *parts] == [key for key, _ in word_features(word)]


@given(SENTENCES)
def test_a_sentence_has_the_buckets_of_its_features(words: list[str]) -> None:
    plain = [word.encode() for word in words]
    company = Company(plain)
    marks = Marks(
        plain,
        negations=frozenset(word.encode() for word in NEGATIONS),
        conditions=frozenset(word.encode() for word in CONDITIONS),
    )
    found = [
        *company.pair_buckets,
        *company.triples,
        *company.skipped,
        *marks.buckets(plain),
    ]
    features = sentence_features(words, negations=NEGATIONS, conditions=CONDITIONS)
    assert sorted(found) == sorted(map(bucket, features))


@given(SENTENCES, SENTENCES)
def test_a_mail_has_the_buckets_of_its_features(
    body: list[str], subject: list[str]
) -> None:
    message = Message(
        "k",
        "k@x.example",
        None,
        Address("", "no-reply@x.example"),
        " ".join(subject),
        "",
    )
    text = " ".join(body)
    features = mail_features(message, text=text, system="Greenhouse")
    pairs = set(Company(heard_words(text)).pairs)
    signs = sender_signs(message, system="Greenhouse")
    envelope = envelope_buckets(heard_words(message.subject), signs=signs)
    found = [*(bucket(pair.decode()) for pair in pairs), *envelope]
    assert sorted(found) == sorted(map(bucket, features))


def test_numbers_links_and_addresses_are_one_word_each() -> None:
    text = "Call 0151 2233 or see https://quill.example/a?b=1, mail to jo@quill.example"
    assert heard_words(text) == [
        *(b"call", b"0", b"0", b"or", b"see", b"xlink", b"mail", b"to", b"xaddress")
    ]


@given(st.text(max_size=200))
def test_words_are_plain_and_short(text: str) -> None:
    assert all(0 < len(word) <= 24 for word in heard_words(text))


def test_a_short_word_is_not_taken_apart() -> None:
    assert not word_buckets(b"not")[1]
    assert word_buckets(b"regret")[1]
