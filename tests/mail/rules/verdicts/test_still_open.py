"""Somebody got another opening, and the one that the reader applied for is still there."""

from __future__ import annotations

import pytest

from onward.mail.rules.read import read_message
from onward.mail.rules.types import Address, Message, Verdict
from onward.mail.rules.verdicts.still_open import STILL_OPEN

_STILL_OPEN_TO_READER = [
    ("Front desk", "Hi Dana, we hired somebody for the other front desk job, yours is still open. Talk soon."),
    ("Medical Biller", "We hired someone for the day shift, but the evening biller job you applied for is still open and we'd like to talk Thursday."),
    ("Your application", "The warehouse position has been filled. The position you applied for, loader, is not yet filled and you are still in the running."),
    ("Re: Night Porter", "We've gone with somebody else for the Leeds post, but you're still very much in the running for York."),
    ("Re: Your application", "You may have heard that the head baker job went to Mick. The one you asked about is still free."),
    ("AW: Ihre Bewerbung", "Guten Tag Frau Moser, für die Stelle am Empfang haben wir uns für eine andere Bewerberin entschieden. Die Stelle, auf die Sie sich beworben haben, ist noch offen."),
    ("AW: Ihre Bewerbung", "Die Filiale Ost hat jemanden gefunden, die Stelle dort ist vergeben. Ihre ist weiterhin frei."),
    ("Re: Votre candidature", "Bonjour, nous avons retenu une autre personne pour le poste de Lyon, mais celui pour lequel vous avez postulé est toujours à pourvoir."),
    ("Re: Tu candidatura", "Hola, hemos elegido a otra persona para el puesto de mañana. La plaza a la que te has presentado sigue libre."),
    ("Re: La tua candidatura", "Buongiorno, per il posto di Torino abbiamo scelto un'altra persona. La posizione per cui si è candidata è ancora aperta."),
    ("Re: A tua candidatura", "Olá, escolhemos outra pessoa para a vaga da manhã. A vaga a que se candidatou continua em aberto."),
    ("Re: Je sollicitatie", "Dag Anouk, voor de functie in Gent hebben we een andere kandidaat gekozen. De vacature waarop je gesolliciteerd hebt, is nog open."),
    ("Re: Twoja aplikacja", "Dzień dobry, na stanowisko w Łodzi wybraliśmy inną osobę. Stanowisko, na które Pani aplikowała, jest nadal wolne."),
    ("Sv: Din ansökan", "Hej, till tjänsten i Lund har vi valt en annan kandidat. Tjänsten du sökte är fortfarande ledig."),
    ("Re: Başvurunuz", "Merhaba, İzmir'deki pozisyon için başka bir adayla ilerleme kararı aldık. Sizin başvurduğunuz pozisyon hâlâ açık."),
]  # fmt: skip
_STILL_A_NO = [
    ("Your application", "We have filled the position you applied for. If one of our other jobs is still open, feel free to apply."),
    ("Your application", "Thank you for interviewing. We hired someone else for the biller position, but you are still under consideration for future roles."),
    ("Your application", "The position you applied for is no longer open, as we have hired another candidate."),
    ("Your application", "We have decided to move forward with another candidate. The posting is still open on some boards, please ignore it."),
    ("Your application", "Although the position you applied for is still open, we have decided not to move forward with your application."),
    ("Re: Medical Biller", "You asked whether the job you applied for is still open. I'm sorry, we hired someone last week."),
    ("Re: Medical Biller", "We hired someone for the biller job you applied for. The front desk job is still open if you want to try for that."),
    ("AW: Ihre Bewerbung", "Sie fragen, ob die Stelle, auf die Sie sich beworben haben, noch offen ist: Leider haben wir uns für eine andere Bewerberin entschieden."),
    ("AW: Ihre Bewerbung", "Leider haben wir uns für einen anderen Bewerber entschieden. Falls Ihre Stelle noch offen ist, bleiben Sie dort."),
    ("Re: Votre candidature", "Nous avons retenu une autre personne pour ce poste. Le vôtre n'est plus à pourvoir."),
    ("Re: Tu candidatura", "Lamentamos comunicarle que hemos elegido a otra persona para el puesto al que se presentó. Otras vacantes siguen abiertas."),
    ("Re: La tua candidatura", "Purtroppo abbiamo scelto un'altra persona. Altre posizioni sono ancora aperte sul nostro sito."),
    ("Re: A tua candidatura", "Infelizmente escolhemos outra pessoa para a vaga a que se candidatou. O seu perfil continua disponível na nossa base."),
    ("Re: Je sollicitatie", "Helaas hebben we een andere kandidaat gekozen. Uw profiel blijft nog beschikbaar in onze database."),
    ("Your application", "The position you applied for is still open, but you are not a match for it."),
]  # fmt: skip


def _mail(subject: str, text: str) -> Message:
    sender = Address("Kim Gray", "kim@bright-harbour.example")
    return Message("k", "k@bright-harbour.example", None, sender, subject, text)


@pytest.mark.parametrize(("subject", "text"), _STILL_OPEN_TO_READER)
@pytest.mark.parametrize("is_known", [True, False])
def test_nobody_is_told_a_no_of_an_opening_that_is_still_open(
    subject: str, text: str, is_known: bool
) -> None:
    reading = read_message(_mail(subject, text), is_known=is_known)
    assert reading.verdict is Verdict.AMBIGUOUS
    assert [each.rule for each in reading.because] == [STILL_OPEN]


@pytest.mark.parametrize(("subject", "text"), _STILL_A_NO)
def test_a_no_stays_one_beside_what_else_is_open(subject: str, text: str) -> None:
    assert read_message(_mail(subject, text)).verdict is Verdict.REJECTION
