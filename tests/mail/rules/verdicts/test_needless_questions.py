"""What a person is not asked about: lists, family, schools; and what they still are."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onward.mail.rules.read import read_message
from onward.mail.rules.types import Address, Because, Message, Verdict
from onward.mail.rules.verdicts.by_ear import is_list_of_openings
from onward.mail.rules.verdicts.classification import Classification, Clues
from onward.mail.rules.verdicts.thresholds import LEAST_UNNAMED, UNSPOKEN
from onward.mail.rules.verdicts.unnamed import asked_where_unsure
from onward.mail.rules.verdicts.voice import Heard, Said

INTENTS = (
    *("decline", "receipt", "invite", "assess", "offer"),
    *("outreach", "request", "closed", "alert"),
)
LISTED = "Novas vagas:\n- Telefonista - Viana\n- Fiel de armazém - Ovar\n"


def mail(subject: str, text: str, *, sender: str) -> Message:
    return Message("k", "k@x.example", None, Address("", sender), subject, text)


def _is_list(
    text: str, *, line: str, verdict: Verdict, is_answer: bool = False
) -> bool:
    start = text.index(line)
    loud = tuple(0.9 if intent == "decline" else 0.01 for intent in INTENTS)
    because = (Because("pt:alerta-de-vagas", "Novas vagas", "body", 0, 11),)
    clues = Clues(points=5, is_answer=is_answer)
    return is_list_of_openings(
        Classification(Verdict.JOB_ALERT, 0.95, because, "pt", clues),
        said=Classification(verdict, 0.55, because, "pt", clues),
        heard=Heard((Said("body", start, start + len(line), loud),), INTENTS, ()),
        message=mail("Alerta", text, sender="alertas@vagas.example"),
    )


def test_the_lines_of_a_list_make_no_no_of_an_alert() -> None:
    line = "- Telefonista - Viana"
    assert _is_list(LISTED, line=line, verdict=Verdict.REJECTION)
    assert _is_list(LISTED, line=line, verdict=Verdict.AMBIGUOUS)
    assert not _is_list(LISTED, line=line, verdict=Verdict.OUTREACH)
    assert not _is_list(LISTED, line=line, verdict=Verdict.REJECTION, is_answer=True)
    sentence = "A vaga de telefonista já foi preenchida."
    text = f"{sentence}\n{LISTED}"
    assert not _is_list(text, line=sentence, verdict=Verdict.REJECTION)


def test_a_no_that_nothing_says_in_mail_without_work_is_not_asked_about() -> None:
    because = (Because("voice:decline", "feliz pascoa", "body", 0, 12),)
    asked = Classification(Verdict.AMBIGUOUS, UNSPOKEN, because, "pt", Clues())
    assert asked_where_unsure(asked).verdict is Verdict.OTHER
    for clues in (
        Clues(is_known=True),
        Clues(is_answer=True),
        Clues(names_job=True),
        Clues(is_from_hiring=True),
        Clues(points=3),
    ):
        assert asked_where_unsure(replace(asked, clues=clues)).verdict is (
            Verdict.AMBIGUOUS
        )
    english = replace(asked, language="en")
    assert asked_where_unsure(english).verdict is Verdict.AMBIGUOUS


def test_a_rule_is_believed_sooner_of_a_mailbox_of_hiring() -> None:
    because = (Because("pt:convida", "passou à próxima etapa", "body", 0, 22),)
    clues = Clues(points=9, is_from_hiring=True)
    found = Classification(Verdict.INTERVIEW, LEAST_UNNAMED, because, "pt", clues)
    assert asked_where_unsure(found) is found
    strange = replace(found, clues=Clues(points=9))
    assert asked_where_unsure(strange).verdict is Verdict.AMBIGUOUS
    heard = (Because("voice:invite", "Olá", "body", 0, 3),)
    by_ear = replace(found, because=heard)
    assert asked_where_unsure(by_ear).verdict is Verdict.AMBIGUOUS


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        (
            "Reunião",
            "Bom dia,\nConvido-a para uma entrevista sobre o Tomás, dia 12 às 16h30, na"
            " escola.\nTeresa Couto, diretora de turma do 6.º B",
        ),
        (
            "Colloquio",
            "Buongiorno,\nvorrei fissare un colloquio con i genitori di Pietro, giovedì"
            " 12 marzo alle 15.30, a scuola.\nLaura Bianchi\ncoordinatrice di classe",
        ),
        (
            "Rendez-vous",
            "Bonjour,\nje souhaiterais vous rencontrer pour un entretien au sujet de Léa,"
            " le mardi 10 mars à 17h.\nN. Girard, professeure principale de la 5e B",
        ),
        (
            "Gesprek over Sem",
            "Beste ouders,\nik nodig jullie uit voor het oudergesprek over Sem op"
            " donderdag 12 maart om 15.15 uur.\nGroet, Marieke Dekker, groep 6",
        ),
        (
            "Samtal om Elsa",
            "Hej!\nVälkommen på utvecklingssamtal torsdag 12 mars kl 15.30.\nKlas Berg",
        ),
    ],
)
def test_a_talk_with_a_teacher_is_none_about_work(subject: str, text: str) -> None:
    told = read_message(mail(subject, text, sender="n.girard@skola-hugo.example"))
    assert told.verdict is Verdict.OTHER


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (
            "Boa tarde, olhe desculpe mas já arranjei um rapaz para ajudar na oficina.",
            Verdict.REJECTION,
        ),
        (
            "Bom dia, convido-a para uma entrevista para professora na nossa escola,"
            " dia 12 de março às 16h30. Teresa Couto, diretora",
            Verdict.INTERVIEW,
        ),
    ],
)
def test_what_strangers_say_about_work_is_told_as_before(
    text: str, verdict: Verdict
) -> None:
    told = read_message(mail("anuncio", text, sender="geral@serra.example"))
    assert told.verdict is verdict


def test_a_no_that_only_the_whole_sounds_like_is_never_told() -> None:
    text = "querido a tua tia ensinou me a escrever aqui. boa pascoa. venham cedo por causa do folar. trazei o vinho"
    told = read_message(mail("Boa Páscoa", text, sender="lurdes@correio.example"))
    assert told.verdict is not Verdict.REJECTION
