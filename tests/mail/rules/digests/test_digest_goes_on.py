"""Sentences that go on about an employer named before, or tell of one more than a list."""

from __future__ import annotations

import pytest

from onward.mail.rules.digests.sentences import sentences_of
from onward.mail.rules.digests.standings import standing_within
from onward.mail.rules.digests.words import Standing
from tests.mail.rules.digests.told import desk_message, told


def _told(subject: str, text: str) -> list[tuple[str, str, str]]:
    return told(desk_message(subject, text))


THIRD = [
    ("Your applications", "Tarn Windows (Glazier): they went with someone else.\nPell Bros (Roofer): would like to meet you on Monday.\n\nFor the third, Ashby Frames (Joiner), your application was received."),
    ("Rückmeldungen", "zwei Betriebe haben auf deine Bewerbung bei uns geantwortet:\n\nTarn Windows (Glazier): hat sich leider für jemand anderen entschieden.\nPell Bros (Roofer): möchte dich gern zur Probe dahaben und ruft an.\n\nBei der dritten, Ashby Frames (Joiner), wurde deine Bewerbung zugestellt."),
]  # fmt: skip


@pytest.mark.parametrize(("subject", "text"), THIRD)
def test_a_sentence_behind_a_list_tells_of_one_more(subject: str, text: str) -> None:
    told = _told(subject, text)
    assert [(company, role) for company, role, _ in told] == [
        ("Tarn Windows", "Glazier"),
        ("Pell Bros", "Roofer"),
        ("Ashby Frames", "Joiner"),
    ]
    assert told[0][2] == "rejection"
    assert told[1][2] in {"interview", "ambiguous"}
    assert told[2][2] in {"confirmation", "ambiguous"}


GOES_ON = [
    "Tarn Windows sagt Ja! Man möchte Sie als Glazier einstellen. Pell Bros hat die Stelle als Roofer anderweitig vergeben.",
    "Tarn Windows said yes. They would love to hire you as a Glazier. Pell Bros has filled the post of Roofer.",
    "Bei der Tarn Windows GmbH sieht es gut aus: Dort möchte man Ihnen die Stelle als Glazier anbieten. Die Pell Bros GmbH hat sich für einen anderen Roofer entschieden.",
]  # fmt: skip


@pytest.mark.parametrize("text", GOES_ON)
def test_a_sentence_may_speak_of_the_employer_named_before_it(text: str) -> None:
    found = [(x.company, x.role, x.hint) for x in sentences_of(text)]
    assert [name.removesuffix(" GmbH") for name, *_ in found] == [
        "Tarn Windows",
        "Pell Bros",
    ]
    assert [role for _, role, _ in found] == ["Glazier", "Roofer"]
    assert found[0][2] is Standing.OFFERED


@pytest.mark.parametrize(
    "text",
    [
        "Gute Nachrichten gibt es auch. Man möchte Sie als Glazier einstellen. Pell Bros hat die Stelle als Roofer anderweitig vergeben. Ashby Frames hat Ihnen als Joiner abgesagt.",
        "Good news comes first. They would love to hire you as a Glazier. Pell Bros has filled the post of Roofer. Ashby Frames turned you down as a Joiner.",
        "Tarn Windows said yes.\n\nThey would love to hire you as a Glazier. Pell Bros has filled the post of Roofer. Ashby Frames turned you down as a Joiner.",
        "Kurze Nachricht für Sie: Dort möchte man Ihnen die Stelle als Glazier anbieten. Pell Bros hat die Stelle als Roofer anderweitig vergeben. Ashby Frames hat Ihnen als Joiner abgesagt.",
    ],
)
def test_nobody_is_the_employer_where_none_is_named(text: str) -> None:
    assert [x.company for x in sentences_of(text)] == ["Pell Bros", "Ashby Frames"]


PHRASES = [
    ("möchte dich zur Probe dahaben", Standing.INVITED),
    ("Bewerbung zugestellt", Standing.WAITING),
    ("man möchte Ihnen die Stelle anbieten", Standing.OFFERED),
    ("hier gibt es ein Vertragsangebot", Standing.OFFERED),
    ("eles fecharam com você", Standing.OFFERED),
    # A no in the same words.
    ("können Ihnen die Stelle leider nicht anbieten", Standing.REJECTION),
    ("eles não fecharam com você", Standing.UNSURE),
    ("möchte dich nicht zur Probe einladen", Standing.UNSURE),
]  # fmt: skip


@pytest.mark.parametrize(("words", "standing"), PHRASES)
def test_more_words_say_where_something_stands(words: str, standing: Standing) -> None:
    assert standing_within(words) is standing
