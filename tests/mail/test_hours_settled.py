"""Hours of an interview that a few words settle: asked about, agreed, in place of the old one."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import EventKind
from onward.applications.services import arrange, asks, rounds_of
from onward.people.models import Person
from tests.mail.own_story import ME, THEM, import_story, raw

pytestmark = pytest.mark.django_db
INVITED = {
    "en": (
        "Night Porter",
        "Dear Robin, we would like to invite you to an interview for the Night Porter position on Tuesday, 17 March at 10:30.",
    ),
    "fr": (
        "Commis-comptable",
        "Bonjour Robin, merci pour votre candidature au poste de commis-comptable. Nous aimerions vous rencontrer en entrevue le mardi 17 mars à 10 h 30.",
    ),
    "de": (
        "Nachtportier",
        "Guten Tag Robin Vale, wir laden Sie zum Vorstellungsgespräch als Nachtportier am Dienstag, 17. März 2026 um 10:30 Uhr ein.",
    ),
    "es": (
        "Recepcionista",
        "Hola Robin: nos gustaría invitarte a una entrevista para el puesto de recepcionista el martes 17 de marzo a las 10:30.",
    ),
    "it": (
        "Receptionist",
        "Buongiorno Robin, la invitiamo a un colloquio per la posizione di receptionist martedì 17 marzo alle 10:30.",
    ),
    "pt": (
        "Rececionista",
        "Olá Robin, gostaríamos de a convidar para uma entrevista para a vaga de rececionista na terça-feira, 17 de março, às 10h30.",
    ),
    "nl": (
        "Receptionist",
        "Beste Robin, graag nodigen wij je uit voor een sollicitatiegesprek als receptionist op dinsdag 17 maart om 10.30 uur.",
    ),
    "pl": (
        "Recepcjonistka",
        "Dzień dobry, zapraszamy na rozmowę kwalifikacyjną na stanowisko recepcjonistka we wtorek 17 marca o godz. 10:30.",
    ),
    "sv": (
        "Receptionist",
        "Hej Robin, vi vill bjuda in dig till en intervju för tjänsten som receptionist tisdag den 17 mars kl. 10.30.",
    ),
    "tr": (
        "Resepsiyonist",
        "Merhaba Robin, resepsiyonist pozisyonu için sizi 17 Mart Salı günü saat 10:30'da görüşmeye davet ediyoruz.",
    ),
}
# They ask about another hour of its own day, and the person says yes.
IN_PLACE = {
    "fr": (
        "Est-ce que 11 h 15 au lieu de 10 h 30 mardi vous conviendrait?",
        "Oui, 11 h 15 c'est parfait pour moi.",
    ),
    "en": (
        "Would 11:15 instead of 10:30 on Tuesday work for you?",
        "Yes, 11:15 is fine.",
    ),
    "de": (
        "Würde Ihnen am Dienstag 11:15 Uhr statt 10:30 Uhr passen?",
        "Ja, 11:15 Uhr passt gut.",
    ),
    "es": (
        "¿Te iría bien el martes a las 11:15 en vez de a las 10:30?",
        "Sí, a las 11:15 perfecto.",
    ),
    "it": (
        "Andrebbe bene martedì alle 11:15 invece che alle 10:30?",
        "Sì, alle 11:15 va benissimo.",
    ),
    "pt": (
        "Terça-feira às 11h15 em vez das 10h30 dava-lhe jeito?",
        "Sim, às 11h15 está ótimo.",
    ),
    "nl": (
        "Zou dinsdag 11.15 uur in plaats van 10.30 uur ook lukken?",
        "Ja, 11.15 uur is prima.",
    ),
    "pl": (
        "Czy we wtorek o 11:15 zamiast o 10:30 Pani odpowiada?",
        "Tak, 11:15 pasuje.",
    ),
    "sv": (
        "Skulle kl. 11.15 i stället för 10.30 på tisdag passa dig?",
        "Ja, 11.15 går bra.",
    ),
    "tr": ("Salı günü saat 10:30 yerine 11:15 size uyar mı?", "Evet, 11:15 uygun."),
}
HOUR_ALONE = {
    "fr": ("Pourrions-nous repousser à 15 h 30?", "15 h 30 ça marche"),
    "en": ("Could we push it to 3:30?", "3:30 works"),
    "de": ("Könnten wir es auf 15:30 Uhr verschieben?", "15:30 Uhr geht"),
    "es": ("¿Podríamos pasarla a las 15:30?", "A las 15:30 me va bien"),
    "it": ("Potremmo spostarlo alle 15:30?", "Le 15:30 vanno bene"),
    "pt": ("Podemos passar para as 15h30?", "Às 15h30 pode ser"),
    "nl": ("Kunnen we het verschuiven naar 15.30 uur?", "15.30 uur lukt"),
    "pl": ("Czy możemy przesunąć na 15:30?", "15:30 pasuje"),
    "sv": ("Kan vi flytta det till kl. 15.30?", "15.30 funkar"),
    "tr": ("Saat 15:30'a alabilir miyiz?", "15:30 uygun"),
}
# The person asks, and they say yes.
OWN_WISH = {
    "fr": (
        "Bonjour Kim, est-ce qu'on pourrait mettre ça à 16 h au lieu de 10 h 30?",
        "Oui, 16 h c'est bon",
    ),
    "en": ("Hi Kim, could we make it 4 pm instead of 10:30?", "Yes, 4 pm is fine"),
    "de": ("Hallo Kim, ginge auch 16 Uhr statt 10:30 Uhr?", "Ja, 16 Uhr ist gut"),
    "es": (
        "Hola Kim, ¿podría ser a las 16:00 en vez de a las 10:30?",
        "Sí, a las 16:00 está bien",
    ),
    "it": (
        "Buongiorno Kim, potremmo fare alle 16 invece che alle 10:30?",
        "Sì, alle 16 va bene",
    ),
    "pt": ("Olá Kim, podia ser às 16h em vez das 10h30?", "Sim, às 16h está bem"),
    "nl": (
        "Hoi Kim, zou het ook om 16 uur kunnen in plaats van 10.30 uur?",
        "Ja, 16 uur is goed",
    ),
    "pl": (
        "Dzień dobry, czy mogłoby być o 16:00 zamiast o 10:30?",
        "Tak, 16:00 jest dobrze",
    ),
    "sv": ("Hej Kim, skulle det gå kl. 16 i stället för 10.30?", "Ja, kl. 16 går bra"),
    "tr": ("Merhaba Kim, 10:30 yerine 16:00 olabilir mi?", "Evet, 16:00 uygun"),
}
# Another hour is told of somebody's train.
OTHER_FACT = {
    "fr": (
        "Finalement 11h15, même jour, ok? Mon train arrive à 10h",
        "ok pas de problème",
    ),
    "en": ("Actually 11:15, same day, ok? My train gets in at 10:00.", "ok no problem"),
    "de": (
        "Doch lieber 11:15 Uhr, gleicher Tag, ok? Mein Zug kommt erst um 10 Uhr an.",
        "ok, kein Problem",
    ),
    "es": (
        "Al final a las 11:15, el mismo día, ¿vale? Mi tren llega a las 10:00.",
        "vale, sin problema",
    ),
    "it": (
        "Alla fine alle 11:15, stesso giorno, ok? Il mio treno arriva alle 10:00.",
        "ok nessun problema",
    ),
    "pt": (
        "Afinal às 11h15, no mesmo dia, pode ser? O meu comboio chega às 10h.",
        "ok, sem problema",
    ),
    "nl": (
        "Toch liever 11.15 uur, zelfde dag, ok? Mijn trein komt om 10 uur aan.",
        "ok geen probleem",
    ),
    "pl": (
        "Jednak o 11:15, tego samego dnia, dobrze? Mój pociąg przyjeżdża o 10:00.",
        "ok, nie ma problemu",
    ),
    "sv": (
        "Kan vi ta kl. 11.15 i stället, samma dag, ok? Mitt tåg kommer kl. 10.",
        "ok inga problem",
    ),
    "tr": (
        "Aynı gün 11:15 olsun mu? Trenim saat 10:00'da geliyor.",
        "tamam, sorun değil",
    ),
}
NEXT_DAY = {
    "fr": (
        "Je dois déplacer notre rencontre. Le lendemain à la même heure, ça vous va?",
        "Oui",
    ),
    "en": (
        "I have to move our interview. The day after at the same time, would that work?",
        "Yes",
    ),
    "de": (
        "Ich muss unser Gespräch verschieben. Am Tag darauf zur gleichen Zeit, passt das?",
        "Ja",
    ),
    "es": (
        "Tengo que mover nuestra entrevista. ¿Al día siguiente a la misma hora te va bien?",
        "Sí",
    ),
    "it": (
        "Devo spostare il nostro colloquio. Il giorno dopo alla stessa ora va bene?",
        "Sì",
    ),
    "pt": (
        "Tenho de remarcar a nossa entrevista. No dia seguinte à mesma hora, pode ser?",
        "Sim",
    ),
    "nl": (
        "Ik moet ons gesprek verzetten. De dag erna op dezelfde tijd, lukt dat?",
        "Ja",
    ),
    "pl": (
        "Muszę przełożyć naszą rozmowę. Następnego dnia o tej samej godzinie, pasuje?",
        "Tak",
    ),
    "sv": ("Jag måste flytta vår intervju. Dagen efter vid samma tid, går det?", "Ja"),
    "tr": ("Görüşmemizi ertelemem gerekiyor. Ertesi gün aynı saatte olur mu?", "Evet"),
}
SAME_HOUR = {
    "fr": "Il propose jeudi prochain 19 mars, même heure.",
    "en": "He says next Thursday Mar 19 same time",
    "de": "Er sagt nächsten Donnerstag, 19. März, gleiche Uhrzeit.",
    "es": "Dice que el próximo jueves 19 de marzo, a la misma hora.",
    "it": "Dice giovedì prossimo 19 marzo, stessa ora.",
    "pt": "Ele diz na próxima quinta-feira, 19 de março, à mesma hora.",
    "nl": "Hij zegt volgende donderdag 19 maart, zelfde tijd.",
    "pl": "Mówi, że w przyszły czwartek 19 marca, o tej samej godzinie.",
    "sv": "Han säger nästa torsdag den 19 mars, samma tid.",
    "tr": "Gelecek perşembe 19 Mart, aynı saatte diyor.",
}
# Written more than a week before: the interview's own weekday.
ITS_WEEKDAY = {
    "fr": "Parfait, à mardi à 15 h 30.",
    "en": "Great, see you Tuesday at 3:30 pm",
    "de": "Super, bis Dienstag um 15:30 Uhr.",
    "es": "Genial, nos vemos el martes a las 15:30.",
    "it": "Perfetto, ci vediamo martedì alle 15:30.",
    "pt": "Ótimo, vemo-nos na terça-feira às 15h30.",
    "nl": "Top, tot dinsdag om 15.30 uur.",
    "pl": "Super, do zobaczenia we wtorek o 15:30.",
    "sv": "Bra, vi ses på tisdag kl. 15.30.",
    "tr": "Harika, salı günü saat 15:30'da görüşürüz.",
}
KEPT = "17 10:30"


def mails(language: str, *turns: tuple[str, str], days: int = 9) -> list[bytes]:
    """Return a conversation: the invitation of 4 March, then one mail a day from `days` on."""
    subject, invited = INVITED[language]
    said = [(THEM, invited, 2)]
    said += [(who, text, days + place) for place, (who, text) in enumerate(turns)]
    return [
        raw(
            number=number,
            sender=who,
            to=ME if who == THEM else THEM,
            subject=f"Re: {subject}" if place else subject,
            text=f"{text}\n\n{'Robin' if who == ME else 'Kim Alder'}",
            answers=said[place - 1][2] if place else 0,
            labels="Sent" if who == ME else "Inbox",
        )
        for place, (who, text, number) in enumerate(said)
    ]


def told(owner: Person) -> list[str]:
    """Return when the interviews of the only application are, "-" for one without a day."""
    rounds = rounds_of(owner, Application.objects.get())
    begins = [each.begins(zone_name="UTC") for each in rounds]
    return [f"{each:%d %H:%M}" if each else "-" for each in begins]


@pytest.mark.parametrize("language", INVITED)
@pytest.mark.parametrize(
    ("words", "begins"),
    [
        (IN_PLACE, "17 11:15"),
        (HOUR_ALONE, "17 15:30"),
        (OTHER_FACT, "17 11:15"),
        (NEXT_DAY, "18 10:30"),
    ],
    ids=["in-place", "hour-alone", "other-fact", "next-day"],
)
def test_a_yes_to_what_they_ask_settles_it(
    owner: Person,
    tmp_path: Path,
    language: str,
    words: dict[str, tuple[str, str]],
    begins: str,
) -> None:
    asked, answer = words[language]
    import_story(owner, tmp_path, mails(language, (THEM, asked), (ME, answer)))
    assert told(owner) == [begins]


@pytest.mark.parametrize("language", INVITED)
def test_what_they_only_ask_leaves_it_and_is_shown(
    owner: Person, tmp_path: Path, language: str
) -> None:
    import_story(owner, tmp_path, mails(language, (THEM, IN_PLACE[language][0])))
    assert told(owner) == [KEPT]
    (asked,) = asks(owner, now=datetime(2026, 3, 12, 9, tzinfo=UTC))
    assert f"{asked.round.asked_for:%d %H:%M}" == "17 11:15"


@pytest.mark.parametrize("language", INVITED)
def test_a_yes_to_the_hour_that_the_person_asks_for_settles_it(
    owner: Person, tmp_path: Path, language: str
) -> None:
    wish, answer = OWN_WISH[language]
    import_story(owner, tmp_path, mails(language, (ME, wish), (THEM, answer)))
    assert told(owner) == ["17 16:00"]


@pytest.mark.parametrize("language", INVITED)
def test_another_day_at_the_same_hour_needs_no_more_words(
    owner: Person, tmp_path: Path, language: str
) -> None:
    import_story(owner, tmp_path, mails(language, (THEM, SAME_HOUR[language])))
    assert told(owner) == ["19 10:30"]


@pytest.mark.parametrize("language", INVITED)
def test_a_weekday_is_that_of_the_interview_however_far_off(
    owner: Person, tmp_path: Path, language: str
) -> None:
    story = mails(language, (THEM, ITS_WEEKDAY[language]), days=4)
    import_story(owner, tmp_path, story)
    assert told(owner) == ["17 15:30"]


@pytest.mark.parametrize(
    ("turns", "begins"),
    [
        (
            [(ME, "Could we make it 4 pm instead?"), (THEM, "Yes, 4 is fine")],
            "17 16:00",
        ),
        (
            [
                (THEM, "Luc asks if 2:30 works instead of 10:30 on Tuesday?"),
                (ME, "Yes 2:30 is fine"),
                (THEM, "Perfect, so Tuesday 2:30 it is"),
            ],
            "17 14:30",
        ),
        (
            [
                (ME, "Tuesday I am at the hospital. Could we do another day?"),
                (THEM, "No prob. He says next Tuesday Mar 24 same time"),
                (ME, "Great, see you then"),
            ],
            "24 10:30",
        ),
        (
            [
                (ME, "Tuesday I am at the hospital. Could we do another day?"),
                (THEM, "No problem, Friday then, same time?"),
                (ME, "Great, see you then"),
            ],
            "13 10:30",
        ),
        (
            [
                (THEM, "Sorry, am stuck at a site all day. Friday same time?"),
                (ME, "No problem, Friday at 10:30 (13th)."),
            ],
            "13 10:30",
        ),
    ],
    ids=[
        *("bare-figure", "said-again", "answered-by-a-date", "answered-by-a-question"),
        "same-hour-said-out",
    ],
)
def test_short_turns_settle_it(
    owner: Person, tmp_path: Path, turns: list[tuple[str, str]], begins: str
) -> None:
    import_story(owner, tmp_path, mails("en", *turns))
    assert told(owner) == [begins]


@pytest.mark.parametrize(
    "turns",
    [
        [(THEM, IN_PLACE["en"][0]), (ME, "10:30 would be perfect for me.")],
        [(THEM, IN_PLACE["en"][0]), (ME, "No, sorry, I work until noon.")],
        [(THEM, "See you on Tuesday at 10:30, then. The team joins us at 11:15.")],
        [(THEM, "We keep Tuesday at 10:30 instead of 11:15.")],
        [(THEM, "You will hear from us the next day.")],
        [(THEM, "Yes, 4 copies of your CV are fine.")],
        [
            (ME, "Can I send the form by 4 pm tomorrow?"),
            (THEM, "Yes, 4 is fine"),
        ],
    ],
)
def test_what_settles_no_other_hour_leaves_it(
    owner: Person, tmp_path: Path, turns: list[tuple[str, str]]
) -> None:
    import_story(owner, tmp_path, mails("en", *turns))
    assert told(owner) == [KEPT]


def test_an_hour_in_place_of_the_one_set_by_hand_is_of_the_same_interview(
    owner: Person, tmp_path: Path
) -> None:
    asked = "Luc asks if 2:30 works instead of 1:30 on Thursday?"
    again = "Perfect, so Thursday 2:30 it is"
    turns = [(THEM, asked), (ME, "Yes 2:30 is fine"), (THEM, again)]
    story = mails("en", *turns, days=12)
    import_story(owner, tmp_path, story[:1])
    event = Event.objects.get(kind=EventKind.INTERVIEW)
    by_hand = datetime(2026, 3, 19, 13, 30, tzinfo=UTC)
    now = datetime(2026, 3, 13, 9, tzinfo=UTC)
    arrange(owner, event, details={"starts_at": by_hand}, now=now)
    import_story(owner, tmp_path, story)
    assert told(owner) == ["19 14:30"]
