from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.mail.rules.around.sent_on import unwrapped
from onward.mail.rules.around.small_print import (
    bare_text,
    small_print,
    without_small_print,
)
from onward.mail.rules.read import read_message
from onward.mail.rules.types import Address, Message, Verdict

NO = "We have decided to go ahead with another candidate."
LETTER = (
    f"Dear Ada,\n\nthank you for the talk on Monday. {NO}\n\nKind regards\nQuillmoor"
)


def mail(text: str) -> Message:
    return Message("k", "m@x.example", None, Address("", "a@x.example"), "Hello", text)


def left(text: str) -> str:
    """Return what stays of a text, on one line."""
    return " ".join(without_small_print(mail(text)).text.split())


@pytest.mark.parametrize(
    "small",
    [
        "Sent from my iPhone",
        "Get Outlook for iOS",
        "View this email online | Forward to a friend (https://x.example/v/1)",
        "[EXTERNAL] This message originated from outside of the organisation.",
        "You don't often get email from a@x.example. Learn why this is important",
        "If you are not the intended recipient, you may not copy it. Please delete it.",
        "Unsubscribe | Privacy policy | Terms",
        "Facebook (https://facebook.example/x) LinkedIn Instagram",
        "About us: we have built boats since 1921. We like it.",
        "Read more ( https://x.example/click )",
        "Open my page (https://click.x.example/1)",
        "Zu meiner Seite (https://click.x.example/1)",
        "Registered office: 3 Tanner's Wharf. VAT no. GB 731 4402 19",
        "Tel. +44 1632 960 144",
        "www.quillmoor.example",
        "3 Tanner's Wharf, Port Ellery EX2 6JD",
        "Please consider the environment before printing this email.",
        "Von meinem iPhone gesendet",
        "Gesendet von iPhone",
        "Von unterwegs",
        "Im Browser ansehen",
        "Sie erhalten diese E-Mail, weil Sie sich angemeldet haben. Abmelden | Impressum",
        "Diese E-Mail enthält vertrauliche und/oder rechtlich geschützte Informationen. "
        "Das unerlaubte Kopieren ist nicht gestattet.",
        "Sitz der Gesellschaft: Wiesmoor | Amtsgericht Aurich HRB 204417",
        "Segelmacherweg 3 · 24999 Wiesmoor",
        "Ce message est confidentiel et réservé à son destinataire.",
        "Envoyé de mon iPhone",
    ],
)
def test_small_print_is_blanked_above_and_below_the_words(small: str) -> None:
    assert left(f"{LETTER}\n\n{small}") == left(LETTER) == " ".join(LETTER.split())
    assert left(f"{small}\n\n{LETTER}") == left(LETTER)


@pytest.mark.parametrize(
    "words",
    [
        NO,
        "We have hired somebody from outside our organisation.",
        "Your documents are kept confidential and we will be in touch.",
        "We need your consent to process your personal data before the interview.",
        "The test runs in your browser and takes an hour.",
        "Opening 20441 Pflegefachkraft",
        "Job reference PS-3306 Programme Support Officer",
        "Dear Zahra Weber, we have received your application.",
        "Datenschutzbeauftragte (m/w/d)",
        "Von meinem Chef habe ich gehört, dass Sie noch suchen.",
        "Wir behandeln Ihre Unterlagen vertraulich und melden uns.",
        "Über uns freuen sich viele, und Sie passen zu uns.",
        "Start the assessment (https://x.example/test)",
        "View your application (https://x.example/1)",
        "Quillmoor Careers (https://careers.quillmoor.example)",
    ],
)
def test_what_only_sounds_like_it_stays(words: str) -> None:
    assert left(f"Hello Ada,\n\n{words}\n\nKind regards") == left(
        f"Hello Ada,\n\n{words}\n\nKind regards"
    )
    assert words in without_small_print(mail(f"Hello Ada,\n\n{words}\n\nBye")).text


def test_the_name_of_the_firm_stays_before_its_register_and_its_street() -> None:
    text = f"{LETTER} GmbH, Hafenweg 3, 24999 Wiesmoor\nBergwerk AG | HRB 204417"
    assert left(text).endswith("Quillmoor GmbH, Bergwerk AG |")


def test_a_paragraph_that_is_mostly_small_print_goes_whole_but_never_words_before_it() -> (
    None
):
    text = (
        f"Hello Ada, {NO} If you are not the intended recipient, please delete it. It is "
        "confidential. Messages are scanned for viruses. Weather is no matter here."
    )
    assert left(text) == f"Hello Ada, {NO}"


def test_a_mail_that_has_nothing_else_keeps_its_words() -> None:
    text = "Unsubscribe | Privacy policy"
    assert small_print(text) == ()
    assert without_small_print(mail(text)).text == text


def test_a_no_above_long_small_print_is_read_as_one() -> None:
    small = (
        "This email and its attachments are confidential and may be privileged. If you "
        "have received this email in error, please notify the sender and delete it.\n\n"
        "We have received your message and process it in line with our privacy policy."
    )
    message = Message(
        "k",
        "m@x.example",
        None,
        Address("Quillmoor", "jobs@quillmoor.example"),
        "Your application as a nurse",
        f"{LETTER}\n\n{small}\n\nSent from my iPhone",
    )
    assert read_message(message).verdict is Verdict.REJECTION


def test_words_that_decided_are_found_at_their_place_in_the_text_as_it_stands() -> None:
    text = f"View in browser\n\n{LETTER}\n\nUnsubscribe | Privacy"
    message = Message(
        "k",
        "m@x.example",
        None,
        Address("Quillmoor", "jobs@quillmoor.example"),
        "Your application as a nurse",
        text,
    )
    reading = read_message(message)
    assert reading.because
    for because in reading.because:
        if because.where == "body":
            assert text[because.start : because.end] == because.words


def test_the_gate_reads_past_the_sentences_of_small_print() -> None:
    text = "Hello Ada. You may unsubscribe here. This email was sent to ada@x.example."
    assert bare_text(text) == "Hello Ada."
    assert bare_text(LETTER) is LETTER


_PIECES = st.sampled_from(
    [
        *(
            "Hello Ada,",
            NO,
            "\n",
            "\n\n",
            "> ",
            "unsubscribe",
            "hrb 1",
            "Sent from my ",
        ),
        *("about us:", "\u00ad", "İ", "www.x.example", "Hafenweg 3, 24999 Wiesmoor"),
        *("confidential", "|", "----", "linkedin", "(https://x.example)", ". "),
    ]
)


@given(text=st.lists(_PIECES, max_size=14).map("".join) | st.text())
def test_nothing_moves_and_spans_are_in_order(text: str) -> None:
    message = mail(text)
    plain = unwrapped(message).text
    assert len(plain) == len(text)
    assert all(
        new == old or (new == " " and not old.isspace())
        for new, old in zip(plain, text, strict=True)
    )
    spans = small_print(text)
    assert all(start < end for start, end in spans)
    assert all(first[1] < second[0] for first, second in pairwise(spans))
