"""How long a talk takes and whom one meets, in the words of an invitation."""

from __future__ import annotations

import pytest

from onward.mail.rules.appointments.meeting import length_said, people_said


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("Samtalet tar cirka 45 minuter.", 45),
        ("Vi räknar med att intervjun tar ungefär en timme.", 60),
        ("Intervjun varar ca 30-45 minuter.", 45),
        ("The conversation will take about 45 minutes.", 45),
        ("We'd like to have a 30-minute call with you.", 30),
        ("The interview should last an hour and a half.", 90),
        ("Duration: 50 min", 50),
        ("It's a half-hour chat over Teams.", 30),
        ("Das Gespräch dauert ca. 60 Minuten.", 60),
        ("Für das Gespräch planen wir anderthalb Stunden ein.", 90),
        ("Bitte planen Sie für das Gespräch etwa eine Stunde ein.", 60),
        ("L'entretien durera environ 45 minutes.", 45),
        ("Un entretien d'une heure et demie est prévu, il dure 1h30.", None),
        ("La entrevista durará unos 40 minutos.", 40),
        ("Il colloquio durerà circa mezz'ora.", 30),
        ("A entrevista demora cerca de 45 minutos.", 45),
        ("Het gesprek duurt ongeveer een uur.", 60),
        ("Rozmowa potrwa około 45 minut.", 45),
        ("Görüşme yaklaşık 45 dakika sürecek.", 45),
        # What takes so long is something else, or none says which it is.
        ("The test takes 45 minutes.", None),
        ("Please arrive 10 minutes early.", None),
        ("We are a 15 minute walk from the station.", None),
        ("The call takes 30 minutes, the interview on site about 60 minutes.", None),
        ("Testet tar cirka 20 minuter.", None),
        ("Seien Sie bitte 10 Minuten vor Beginn des Gesprächs da.", None),
        ("We will meet you on 25 November at 10:30.", None),
        ("Your application was received 30 minutes ago.", None),
        # When it comes says nothing of how long it takes.
        ("We will call you in about 2 hours.", None),
        ("Your interview is in 30 minutes.", None),
        ("The interview is in an hour.", None),
        ("Das Gespräch ist in etwa 30 Minuten.", None),
        ("L'entretien commence dans 30 minutes.", None),
        ("La entrevista es dentro de 30 minutos.", None),
        ("Il colloquio è tra 30 minuti.", None),
        ("Het gesprek is over ongeveer 30 minuten.", None),
        ("Rozmowa jest za około 30 minut.", None),
        ("Intervjun är om cirka 30 minuter.", None),
        ("The interview in our office takes about 40 minutes.", 40),
        ("Das Gespräch im Büro dauert etwa 40 Minuten.", 40),
    ],
)
def test_how_long_a_talk_takes(text: str, minutes: int | None) -> None:
    assert length_said(text) == minutes


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Du träffar Karin och Ola.", "Karin, Ola"),
        (
            "Du kommer att träffa Karin Ek (HR), Ola Lind (CTO) och Eva.",
            "Karin Ek, Ola Lind, Eva",
        ),
        ("You'll meet Karin Ek and Sam.", "Karin Ek, Sam"),
        ("Du träffar Karin Rosdahl som är orderchef.", "Karin Rosdahl"),
        (
            "You will meet the Head, Dr Priya Raman, and the admissions team.",
            "Priya Raman",
        ),
        (
            "Vi som deltar: Johan Frid, HR-chef, och Nadja Berg, facklig representant",
            "Johan Frid, Nadja Berg",
        ),
        (
            "Participants: Ida Roe (Head of Sales), Tom Hall (CTO)",
            "Ida Roe, Tom Hall",
        ),
        ("You will be interviewed by Dr Ida Roe & Tom Hall.", "Ida Roe, Tom Hall"),
        ("Sie sprechen mit Frau Held und Jonas Beck.", "Frau Held, Jonas Beck"),
        ("Vous rencontrerez Claire Roux et Paul Morel.", "Claire Roux, Paul Morel"),
        ("Te reunirás con Ana y Pedro.", "Ana, Pedro"),
        ("Incontrerà Marta Greco e Luca.", "Marta Greco, Luca"),
        ("Vai conhecer Ana Reis e Pedro.", "Ana Reis, Pedro"),
        ("Je spreekt met Els de Wit en Daan.", "Els de Wit, Daan"),
        ("Rozmowę poprowadzą Anna Nowak i Marek.", "Anna Nowak, Marek"),
        ("Görüşeceğiniz kişiler: Ayşe Kaya ve Can", "Ayşe Kaya, Can"),
        # No people: a team, a day, a house.
        ("You'll meet the team on Monday.", ""),
        ("You will see Monday's schedule.", ""),
        ("Sie treffen Montag unser Team.", ""),
        ("Du träffar oss på Storgatan.", ""),
        ("Deltagare: HR och Ekonomi", ""),
        ("Sie treffen Herrn Wyss, Leiter Produktion.", "Herrn Wyss"),
    ],
)
def test_whom_one_meets(text: str, people: str) -> None:
    assert people_said(text) == people


@pytest.mark.parametrize("lead", ["We komen in ", "Wir sitzen in der ", "Vi ses på "])
@pytest.mark.parametrize("part", ["Aa-Bb-", "Aa Bb-", "Aa.Bb-", "A-", "Aa "])
def test_a_long_run_of_names_is_read_at_once(lead: str, part: str) -> None:
    # Of what can be parted in many ways, 1,200 characters once took 12 seconds.
    text = lead + part * (6_000 // len(part))
    assert people_said(text) == ""
    assert length_said(text) is None
