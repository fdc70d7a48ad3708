from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.mail.rules.taught.learned import (
    LEAST_WORDS,
    RULE,
    Example,
    Lesson,
    Lessons,
    needles_of,
    sender_key,
)
from onward.mail.rules.taught.shapes import shape_of, wording_of
from onward.mail.rules.types import (
    SAYABLE,
    Address,
    Because,
    Meaning,
    Message,
    Reading,
    Verdict,
)
from tests.mail.rules.letters import all_letters, message_of

TEXT = (
    "Hello Robin,\n\nyour file has moved to the blue shelf and rests there for now.\n"
    "It will be looked at again by the keeper.\n\nBest regards\nThe desk\n"
)
OPEN = Reading(Verdict.AMBIGUOUS, 0.5, language="en")
DAY = date(2026, 11, 20)
LETTERS = [message_of(letter) for letter in all_letters()]


def mail(
    text: str = TEXT,
    *,
    subject: str = "Your file",
    sender: str = "desk@oakmere.example",
) -> Message:
    address = Address("The desk", sender)
    return Message("k", "k@x.example", None, address, subject, text)


def example(
    message: Message | None = None,
    *,
    meaning: Meaning = Meaning.REJECTION,
    name: str = "one",
    said_on: date = DAY,
    reading: Reading = OPEN,
) -> Example:
    message = message or mail()
    wording = wording_of(message, reading)
    shape = shape_of(wording)
    assert shape is not None
    return Example(
        id=name,
        meaning=meaning,
        said_on=said_on,
        address=message.sender.address,
        domain=message.sender.domain,
        system=reading.system,
        template=shape.template,
        kindred=shape.kindred,
        subject=shape.subject,
        kindred_subject=shape.kindred_subject,
        words=shape.words,
        needles=needles_of(shape.lines),
        read_as=reading.verdict.value,
        lines=shape.lines,
        sender_name=message.sender.name,
    )


def lesson(
    message: Message, *examples: Example, reading: Reading = OPEN
) -> Lesson | None:
    return Lessons(examples).lesson(message, reading)


def test_a_mail_of_the_same_wording_is_read_as_the_person_said() -> None:
    found = lesson(mail(TEXT.replace("Robin", "Kim")), example())
    assert found is not None
    assert found.reading.verdict is Verdict.REJECTION
    assert found.examples == ("one",)


def test_it_says_that_the_person_said_so_and_when() -> None:
    found = lesson(mail(), example())
    assert found is not None
    words = "you said so of a mail like this on 2026-11-20"
    assert found.reading.because == (Because(f"{RULE}:one", words, "example", 0, 0),)


def test_the_facts_of_the_mail_stay() -> None:
    reading = replace(OPEN, company="Oakmere", role="Porter")
    found = lesson(mail(), example(reading=reading), reading=reading)
    assert found is not None
    assert (found.reading.company, found.reading.role) == ("Oakmere", "Porter")


def test_nothing_is_said_where_the_reading_says_it_already() -> None:
    reading = replace(OPEN, verdict=Verdict.REJECTION)
    assert lesson(mail(), example(), reading=reading) is None


def test_without_examples_there_is_no_lesson() -> None:
    assert not Lessons()
    assert lesson(mail()) is None


@pytest.mark.parametrize(
    "text",
    [
        TEXT.replace("has moved", "has not moved"),
        TEXT.replace("blue", "red"),
        TEXT + "\nPS: You can start on Monday.\n",
        TEXT.replace("It will be looked at again by the keeper.\n", ""),
        "Something else altogether, which nobody has ever written before.",
    ],
)
def test_one_correction_never_speaks_for_mail_that_says_otherwise(text: str) -> None:
    assert lesson(mail(text), example()) is None


def test_the_very_same_wording_counts_whoever_sent_it_if_it_is_long_enough() -> None:
    other = mail(sender="jobs@farrowby.example")
    assert lesson(other, example()) is not None
    short = "Look at the page."
    one = example(mail(short))
    assert lesson(mail(short), one) is not None
    assert lesson(mail(short, sender="jobs@farrowby.example"), one) is None


def test_names_that_nobody_found_may_differ_from_the_same_sender_only() -> None:
    near = TEXT.replace("blue shelf", "blue shelf at Leeds")
    other = TEXT.replace("blue shelf", "blue shelf at York")
    assert lesson(mail(other), example(mail(near))) is not None
    stranger = mail(other, sender="jobs@farrowby.example")
    assert lesson(stranger, example(mail(near))) is None


def test_mail_of_one_system_is_of_one_sender() -> None:
    near = TEXT.replace("blue shelf", "blue shelf at Leeds")
    other = TEXT.replace("blue shelf", "blue shelf at York")
    reading = replace(OPEN, system="Greenhouse")
    one = example(mail(near), reading=reading)
    stranger = mail(other, sender="jobs@farrowby.example")
    assert lesson(stranger, one, reading=reading) is not None


def test_at_a_free_provider_a_sender_is_an_address() -> None:
    assert sender_key(address="a@gmail.com", domain="gmail.com") == "a@gmail.com"
    assert sender_key(address="a@oak.example", domain="oak.example") == "oak.example"


def test_too_few_words_teach_nothing() -> None:
    short = mail("See you.", subject="Hi")
    one = example(short)
    assert one.words < LEAST_WORDS
    assert not Lessons([one])
    assert lesson(short, one) is None


def test_examples_that_contradict_each_other_leave_it_to_the_person() -> None:
    later = example(meaning=Meaning.INTERVIEW, name="two", said_on=date(2026, 11, 21))
    closed = replace(OPEN, verdict=Verdict.CONFIRMATION, confidence=0.9)
    found = lesson(mail(), example(), later, reading=closed)
    assert found is not None
    assert found.meaning is Meaning.AMBIGUOUS
    assert found.reading.verdict is Verdict.AMBIGUOUS
    assert found.reading.confidence == 0.5
    assert [each.rule for each in found.reading.because] == [
        f"{RULE}:two",
        f"{RULE}:one",
    ]


def test_each_further_example_that_agrees_makes_a_little_surer() -> None:
    names = "abcdefg"
    sure = [
        found.reading.confidence
        for count in range(1, len(names) + 1)
        if (found := lesson(mail(), *(example(name=x) for x in names[:count])))
    ]
    assert sure == sorted(sure)
    assert sure[0] < sure[-1] < 1


def test_the_very_same_wording_from_elsewhere_is_less_sure() -> None:
    near, far = lesson(mail(), example()), lesson(mail(sender="a@b.example"), example())
    assert near is not None
    assert far is not None
    assert far.reading.confidence < near.reading.confidence


def test_a_reply_is_no_verdict_of_reading_and_stays_a_meaning() -> None:
    reading = replace(OPEN, verdict=Verdict.CONFIRMATION)
    found = lesson(mail(), example(meaning=Meaning.REPLY), reading=reading)
    assert found is not None
    assert found.meaning is Meaning.REPLY
    assert found.reading.verdict is Verdict.AMBIGUOUS


def test_ordinary_mail_is_looked_at_only_from_a_sender_that_is_known() -> None:
    ordinary = Reading(Verdict.OTHER, 0.9, language="en")
    assert lesson(mail(), example(), reading=ordinary) is not None
    stranger = mail(sender="jobs@farrowby.example")
    assert lesson(stranger, example(), reading=ordinary) is None


def test_what_is_not_about_the_search_and_read_so_is_let_pass() -> None:
    alert = Reading(Verdict.JOB_ALERT, 0.9, language="en")
    assert lesson(mail(), example(meaning=Meaning.OTHER), reading=alert) is None
    assert lesson(mail(), example(meaning=Meaning.OTHER)) is not None


@given(st.sampled_from(LETTERS), st.sampled_from(LETTERS), st.sampled_from(SAYABLE))
def test_no_letter_teaches_anything_about_a_letter_of_other_words(
    one: Message, other: Message, meaning: Meaning
) -> None:
    wordings = {
        tuple(shape.lines) if (shape := shape_of(wording_of(each, OPEN))) else ()
        for each in (one, other)
    }
    found = lesson(other, example(one, meaning=meaning))
    if len(wordings) > 1:
        assert found is None
    elif found is not None:
        assert found.meaning is meaning


@given(
    st.lists(st.sampled_from(SAYABLE), min_size=1, max_size=5),
    st.sampled_from(list(Verdict)),
)
def test_a_lesson_is_what_all_examples_say_or_open(
    meanings: list[Meaning], verdict: Verdict
) -> None:
    reading = replace(OPEN, verdict=verdict)
    examples = [example(meaning=m, name=str(n)) for n, m in enumerate(meanings)]
    found = lesson(mail(), *examples, reading=reading)
    if found is None:
        return
    assert 0.5 <= found.reading.confidence < 1
    expected = meanings[0] if len(set(meanings)) == 1 else Meaning.AMBIGUOUS
    assert found.meaning is expected
    assert set(found.examples) == {each.id for each in examples}


@given(st.sampled_from(LETTERS))
def test_every_letter_holds_the_needles_of_its_own_shape(message: Message) -> None:
    shape = shape_of(wording_of(message, OPEN))
    if shape is None:
        return
    low = f"{message.subject}\n{message.text}".lower()
    assert all(needle in low for needle in needles_of(shape.lines))


NEAR = (
    "Hello Robin,\n\nthank you for your application to our house. We have received your "
    "documents and our team will look at them with care. As soon as there is news from "
    "harrowgate we will be in touch with you.\n\nBest regards\nThe desk\n"
)
NEARLY = NEAR.replace("harrowgate", "quillmoor wexcombe")


def test_nearly_the_same_wording_of_the_same_address_is_read_as_the_person_said() -> (
    None
):
    found = lesson(mail(NEARLY), example(mail(NEAR)))
    assert found is not None
    assert found.is_nearly
    assert found.reading.verdict is Verdict.REJECTION
    words = "you said so of a mail in nearly the same words on 2026-11-20"
    assert found.reading.because == (Because(f"{RULE}:one", words, "example", 0, 0),)


def test_nearly_the_same_wording_with_one_word_that_turns_it_is_let_be() -> None:
    for word in ("not", "no longer", "unfortunately", "hardly"):
        turned = NEARLY.replace("have received", f"have {word} received")
        assert lesson(mail(turned), example(mail(NEAR))) is None


def test_nearly_the_same_wording_of_another_address_is_let_be() -> None:
    other = mail(NEARLY, sender="people@oakmere.example")
    assert lesson(other, example(mail(NEAR))) is None


def test_at_the_address_of_a_system_the_name_that_is_shown_counts_too() -> None:
    shared = replace(OPEN, system="greenhouse")
    one = example(mail(NEAR), reading=shared)
    assert lesson(mail(NEARLY), one, reading=shared) is not None
    named = replace(mail(NEARLY), sender=Address("Elsewhere", "desk@oakmere.example"))
    assert lesson(named, one, reading=shared) is None
    nameless = replace(mail(NEARLY), sender=Address("", "desk@oakmere.example"))
    unnamed = replace(one, sender_name="")
    assert lesson(nameless, unnamed, reading=shared) is None


def test_nearly_the_same_wording_that_reading_takes_otherwise_is_let_be() -> None:
    read = replace(OPEN, verdict=Verdict.CONFIRMATION)
    assert lesson(mail(NEARLY), example(mail(NEAR)), reading=read) is None


def test_nearly_the_same_wording_as_another_part_of_a_calendar_is_let_be() -> None:
    sent = replace(mail(NEARLY), calendar={"METHOD": "CANCEL"})
    assert lesson(sent, example(mail(NEAR))) is None


def test_an_example_of_the_very_wording_goes_before_one_that_is_nearly_so() -> None:
    near = example(mail(NEAR))
    same = example(
        mail(NEARLY), name="two", meaning=Meaning.OFFER, said_on=date(2026, 1, 2)
    )
    found = lesson(mail(NEARLY), near, same)
    assert found is not None
    assert (found.meaning, found.examples) == (Meaning.OFFER, ("two",))
    assert not found.is_nearly


def test_examples_nearly_alike_that_contradict_each_other_say_nothing() -> None:
    other = example(
        mail(NEAR.replace("harrowgate", "torvald")), name="two", meaning=Meaning.OFFER
    )
    assert lesson(mail(NEARLY), other) is not None
    assert lesson(mail(NEARLY), other, example(mail(NEAR))) is None
