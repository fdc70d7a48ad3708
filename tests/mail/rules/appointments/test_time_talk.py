"""What people say of a time on which they had agreed, in the ten languages."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.mail.rules.appointments import time_talk
from onward.mail.rules.appointments.time_talk import (
    Says,
    says_of_time,
    without_questions,
)
from onward.mail.rules.basics.text import fold

MONDAY = date(2026, 3, 9)
TUESDAY = date(2026, 3, 10)


def said(text: str) -> Says:
    return says_of_time(fold(text), told_on=MONDAY)


@pytest.mark.parametrize(
    "text",
    [
        "I'm sorry, tomorrow is off.",
        "Our driver is ill, so I won't manage tomorrow.",
        "Leider wird es morgen nichts.",
        "Wir schaffen es morgen nicht.",
        "Demain je ne serai pas là.",
        "Mañana no va a poder ser.",
        "Domani non ce la faccio.",
        "Amanhã não consigo.",
        "Morgen gaat niet lukken.",
        "Jutro nie dam rady.",
        "Yarın yetişemiyorum.",
        "I morgon hinner jag inte.",
    ],
)
def test_a_day_that_cannot_be_is_told_with_its_day(text: str) -> None:
    assert said(text).is_off
    assert said(text).off_days == {TUESDAY}


@pytest.mark.parametrize(
    "text",
    [
        "If tomorrow is not possible, call me.",
        "Falls es morgen nicht klappt, rufen Sie mich an.",
        "Si demain vous avez un empêchement, appelez-moi.",
        "Si mañana no puedes, llámame.",
        "Se domani ha un imprevisto, mi chiami.",
        "Caso amanhã não dê, ligue-me.",
        "Als het morgen niet lukt, bel me.",
        "Jeśli jutro nie może Pan przyjść, proszę dzwonić.",
        "Yarın gelemezseniz beni arayın.",
        "Ifall du får förhinder i morgon, ring.",
        "We look forward to tomorrow at 10.",
        "Sie können morgen leider nicht im Hof parken.",
        "Je kan morgen niet voor de deur parkeren.",
        "Du kan inte parkera på gården i morgon.",
    ],
)
def test_what_would_be_or_is_about_something_else_takes_no_day_away(text: str) -> None:
    assert not said(text).is_off


@pytest.mark.parametrize(
    "text",
    [
        "Fine, see you then.",
        "Passt mir gut.",
        "Entendu, à mercredi.",
        "Perfecto, el miércoles entonces.",
        "Va bene, a presto.",
        "Combinado, até lá.",
        "Prima, tot dan.",
        "Świetnie, do zobaczenia.",
        "Tamam, görüşürüz.",
        "Toppen, vi ses.",
    ],
)
def test_few_words_say_yes(text: str) -> None:
    assert said(text).agrees
    assert not said(text).is_off


@pytest.mark.parametrize(
    "text",
    [
        "On Tuesday the lift is out, please take the stairs.",
        "Please note that tomorrow the car park is off limits.",
        "Morgen fällt der Fahrstuhl aus, bitte nehmen Sie die Treppe.",
        "Die Klingel geht morgen leider nicht.",
        "L'ascenseur n'est pas disponible demain.",
        "Il parcheggio domani non è possibile.",
        "De lift gaat morgen niet werken.",
        "Hissen är inte möjlig i morgon.",
    ],
)
def test_what_is_off_at_the_house_takes_no_day_away(text: str) -> None:
    assert not said(text).off_days


@pytest.mark.parametrize(
    "text",
    [
        "The lift is out tomorrow, so I can't make it.",
        "Because of the trains I won't manage tomorrow.",
        "Wegen der S-Bahn schaffe ich es morgen nicht.",
        "A cause du train je ne serai pas là demain.",
        "Por el tren mañana no llego.",
        "Door de trein ga ik het morgen niet redden, morgen gaat niet lukken.",
    ],
)
def test_a_train_that_is_off_can_take_the_day_away(text: str) -> None:
    assert said(text).is_off
    assert said(text).off_days == {TUESDAY}


def test_questions_are_left_out_and_the_rest_stays() -> None:
    text = "Tomorrow is off. Could you come on Thursday at 9:30? Best wishes"
    assert without_questions(text) == "Tomorrow is off.\nBest wishes"


@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    assert said(text) == said(text)


@given(st.text("abc déı,", min_size=1, max_size=60))
def test_what_is_asked_alone_leaves_nothing(text: str) -> None:
    assert without_questions(f"{text}?") == ""


PIECES = (
    *("Thursday at one then", "can we say ten instead?", "yes, that works", "perfect"),
    *("unfortunately Tuesday is off", "the lift is out on Tuesday", "new time: Friday"),
    *("it stays as planned", "afterwards you meet the team", "passt", "leider geht es nicht"),
    *("wir machen Freitag", "plutôt jeudi", "d'accord", "niet om tien", "kanske", "if"),
    *("\n", "\n\n", ". ", ": ", "? ", ", ", " ", "> ", "\0"),
)  # fmt: skip


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=12), max_size=14))
def test_looking_for_all_sentences_at_once_leaves_none_out(pieces: list[str]) -> None:
    own = " ".join(pieces)
    found = says_of_time(own, told_on=MONDAY)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(
            time_talk, "_kinds_in", lambda _low: frozenset(time_talk._KINDS)
        )
        assert says_of_time(own, told_on=MONDAY) == found
