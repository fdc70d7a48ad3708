"""Ends that are told in plain words of the trade: on ice, fully staffed, the one from before is back."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from onward.mail.rules.read import read_message
from onward.mail.rules.types import ENDINGS, Address, Message, Verdict
from onward.mail.rules.verdicts.classify import classify

_AT = datetime(2026, 3, 11, 9, tzinfo=UTC)


def _mail(text: str, *, subject: str) -> Message:
    return Message(
        "k",
        "k@mail.example",
        _AT,
        Address("Sven Roth", "s.roth@quillmoor.example"),
        subject,
        f"{text}\n\nSven",
        to=(Address("Robin", "robin@home.example"),),
    )


def _read(text: str, *, is_known: bool = False, subject: str = "Robin") -> Verdict:
    return read_message(_mail(text, subject=subject), is_known=is_known).verdict


@pytest.mark.parametrize(
    "text",
    [
        "Ik vond het zo'n fijn gesprek vorige week. Onze directie heeft de groepshulp voorlopig in de ijskast gezet. Ik mag nu niemand aannemen.",
        "Görüşmemiz çok güzeldi. Yönetim yardımcı kadrosunu şimdilik dondurdu. Şu an kimseyi işe alamıyorum.",
        "Quick update on Ommen: the client has withdrawn the request, they will manage with the people they have.",
        "Bonjour Robin,\n\nPetit point sur Ommen : le client a retiré sa demande pour le poste, ils font avec le personnel qu'ils ont.",
        "Breve aggiornamento su Ommen: il cliente ha ritirato la richiesta e il posto non c'è più, si arrangiano con le persone che hanno.",
        "Krótka wiadomość o Ommen: klient wycofał zapotrzebowanie, radzą sobie ludźmi, których mają.",
        "Kort uppdatering om Ommen: kunden har dragit tillbaka förfrågan, de löser det med folket de har.",
        "Hoi Robin,\n\nKorte update over Ommen: de opdrachtgever heeft de aanvraag ingetrokken, ze lossen het op met de mensen die ze hebben. Balen. We gaan weer verder zoeken!",
    ],
)
def test_what_is_on_ice_or_taken_back_by_the_client_went_away(text: str) -> None:
    assert _read(text, is_known=True) is Verdict.POSITION_CLOSED


@pytest.mark.parametrize(
    "text",
    [
        "Bedankt voor je open sollicitatie. Op dit moment zitten we in alle drie de winkels vol. Je cv bewaren we in de map.",
        "Thank you for your speculative application. At the moment we are fully staffed in all three shops. We will keep your CV on file.",
        "Danke für deine Initiativbewerbung. Im Moment sind wir in allen drei Läden voll besetzt. Deinen Lebenslauf heben wir auf.",
        "Gracias por tu candidatura espontánea. Ahora mismo estamos completos en las tres tiendas. Guardamos tu currículum.",
        "Obrigada pela candidatura espontânea. De momento estamos completos nas três lojas. Guardamos o currículo.",
        "Dziękujemy za zgłoszenie. W tej chwili mamy komplet we wszystkich trzech sklepach. CV zachowamy.",
        "Tack för din spontanansökan. Just nu är vi fullbemannade i alla tre butikerna. Vi sparar ditt cv.",
    ],
)
def test_who_is_full_says_no(text: str) -> None:
    assert _read(text) is Verdict.REJECTION


@pytest.mark.parametrize(
    "text",
    [
        "Tot mijn spijt moet ik de afspraak van morgen afzeggen. Een oud-medewerkster van de bakkerij heeft zich gemeld en die nemen ze terug. U hoeft dus niet te gaan.",
        "I'm sorry, I have to cancel tomorrow's appointment. A former assistant of theirs has come forward and they are taking her back. So you don't need to go.",
        "Je dois malheureusement annuler le rendez-vous de demain. Une ancienne vendeuse s'est manifestée et ils la reprennent. Inutile d'y aller.",
        "Purtroppo devo annullare l'appuntamento di domani. Si è fatta viva una ex dipendente e riprendono lei. Non serve che vada.",
        "Niestety muszę odwołać jutrzejsze spotkanie. Zgłosiła się dawna pracownica i przyjmują ją z powrotem. Nie musi pani iść.",
        "Tyvärr måste jag ställa in mötet i morgon. En tidigare anställd har hört av sig och de tar tillbaka henne. Du behöver alltså inte gå.",
    ],
)
def test_who_takes_back_somebody_from_before_says_no(text: str) -> None:
    assert _read(text, is_known=True) is Verdict.REJECTION


@pytest.mark.parametrize(
    "text",
    [
        "Uw sollicitatie naar de functie gastvrouw is ontvangen onder nummer HW-47. De gesprekken staan gepland op 9 juni.",
        "Votre candidature au poste d'hôtesse a été reçue. Les entretiens sont prévus le 9 juin.",
    ],
)
def test_the_day_of_everybodys_talks_is_no_invitation(text: str) -> None:
    assert _read(text) is Verdict.CONFIRMATION


@pytest.mark.parametrize(
    "text",
    [
        "Wij zitten deze week vol met afspraken, maar je gesprek van dinsdag 17 maart om 10.00 uur gaat gewoon door.",
        "We are taking her back to the station after your interview on Tuesday 17 March at 10 am, so please be on time.",
        "De verbouwing is in de ijskast gezet, dus het feest gaat gewoon door. Neem je zwemspullen mee.",
    ],
)
def test_full_weeks_and_things_on_ice_are_no_end(text: str) -> None:
    assert _read(text) not in ENDINGS


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Hallo Robin,\n\nIk heb je cv gelezen, ziet er goed uit. Ik bel je maandag 16 maart om kwart voor 2 als dat schikt.", Verdict.INTERVIEW),
        ("Wij hebben met het hele team je brief gelezen. Heb je zin om dinsdag 12 mei om 19.00 uur bij onze teamavond aan te schuiven?", Verdict.INTERVIEW),
        ("Bedankt voor het telefoongesprek over de functie. Ik wil graag dat je een keer in de winkel komt, maandag 23 maart 16.00 uur?", Verdict.INTERVIEW),
        ("Een woonvorm in de omgeving zoekt een zorgassistent voor 24 uur. Wil je dat ik je cv doorstuur?", Verdict.OUTREACH),
    ],
)  # fmt: skip
def test_dutch_ways_to_ask_somebody_in(text: str, verdict: Verdict) -> None:
    assert classify(_mail(text, subject="je sollicitatie")).verdict is verdict


@pytest.mark.parametrize("is_known", [True, False])
def test_a_plain_invitation_of_somebody_known_is_not_asked_about(
    *, is_known: bool
) -> None:
    text = (
        "Je hebt een belafspraak met Fleur Hage (recruiter).\n\n"
        "Maandag 13 april 2026, 16:00 - 16:20 uur\nFleur belt je op 06 00 11 24 57"
    )
    verdict = _read(text, is_known=is_known, subject="Belafspraak gepland")
    assert verdict is (Verdict.INTERVIEW if is_known else Verdict.AMBIGUOUS)


@pytest.mark.parametrize(
    "text",
    [
        "Hey Robin, update from Corvane: they were going to extend to you but their parent co. put "
        "a freeze on all contractor headcount thru year end, so this one's dead for now. Super "
        "frustrating, I know. Nothing you did. I'll keep you posted on others.",
        "Bad news, Robin: Corvane put a freeze on contractor headcount through year end, so this "
        "one is dead.",
        "Hi Robin, the owners have placed a freeze on hiring until spring, so I can't go any "
        "further with the clerk's job.",
    ],
)
def test_a_freeze_that_ends_one_job_is_no_no(text: str) -> None:
    read = _read(text, is_known=True, subject="Re: Contract role")
    assert read is Verdict.POSITION_CLOSED


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        (
            "Hi Robin, the client went with another candidate, so this one's dead. Sorry.",
            {Verdict.REJECTION},
        ),
        (
            "Hi Robin, despite the freeze on contractors they want you! Can you start Monday?",
            {Verdict.OFFER},
        ),
        (
            "Hi Robin, they put a freeze on contractors but yours was approved before that, so "
            "nothing changes for you.",
            {Verdict.AMBIGUOUS, Verdict.OTHER},
        ),
        (
            "Hi Robin, they put a freeze on hiring, it does not affect your start on Monday.",
            {Verdict.AMBIGUOUS, Verdict.OTHER},
        ),
        (
            "Hi Robin, they put a freeze on headcount last month, that is lifted now. Are you "
            "still free?",
            {Verdict.AMBIGUOUS, Verdict.OTHER, Verdict.OUTREACH},
        ),
        (
            "Hi Robin, they decided on someone else before the freeze.",
            {Verdict.REJECTION},
        ),
    ],
)
def test_a_freeze_beside_other_words_ends_nothing_itself(
    text: str, verdicts: set[Verdict]
) -> None:
    assert _read(text, is_known=True, subject="Re: Contract role") in verdicts
