"""A place in reserve, a post that is filled already, and a no that a friend's brother got."""

from __future__ import annotations

import pytest

from onward.mail.rules.read import read_message
from onward.mail.rules.types import Address, Message, Reading, Verdict

_IN_RESERVE = [
    ("Re: Tu candidatura", "Gracias por asistir a la entrevista de grupo. Ha quedado usted en reserva: si la persona elegida no supera el periodo de prueba, la llamaremos."),
    ("Re: Tu candidatura", "Has quedado en reserva para el puesto de carretillera. Te avisaremos si queda una plaza."),
    ("Re: Tu candidatura", "Queda usted como primera reserva."),
    ("Re: Tu candidatura", "Te hemos dejado en reserva por si falla la persona seleccionada."),
    ("Re: Your application", "You have been placed in reserve: if the chosen person does not pass the trial period we will call you."),
    ("Re: Your application", "You are our reserve candidate for the post."),
    ("Re: Your application", "We are keeping you in reserve in case the first choice drops out."),
    ("AW: Ihre Bewerbung", "Sie stehen auf der Reserveliste: falls die ausgewählte Person die Probezeit nicht besteht, rufen wir Sie an."),
    ("AW: Ihre Bewerbung", "Sie sind unsere zweite Wahl; wir halten Sie in Reserve, falls die erste Person absagt."),
    ("AW: Ihre Bewerbung", "Wir haben Sie als Reserve vorgemerkt."),
    ("Re: Votre candidature", "Vous êtes en réserve : si la personne choisie ne valide pas sa période d'essai, nous vous appellerons."),
    ("Re: Votre candidature", "Nous vous gardons en réserve au cas où la personne retenue se désisterait."),
    ("Re: La tua candidatura", "È rimasta in riserva: se la persona scelta non supera la prova, la chiameremo."),
    ("Re: La tua candidatura", "La teniamo come riserva nel caso in cui la persona scelta rinunci."),
    ("Re: A tua candidatura", "Ficou em reserva: se a pessoa escolhida não passar no período experimental, ligamos-lhe."),
    ("Re: A tua candidatura", "Ficou como suplente para a vaga."),
    ("Re: Je sollicitatie", "U staat op reserve: als de gekozen persoon de proeftijd niet haalt, bellen wij u."),
    ("Re: Je sollicitatie", "Je bent onze reservekandidaat."),
    ("Re: Twoja aplikacja", "Jest Pani na liście rezerwowej: jeśli wybrana osoba nie przejdzie okresu próbnego, zadzwonimy."),
    ("Re: Twoja aplikacja", "Pozostaje Pani w rezerwie."),
    ("Re: Başvurunuz", "Yedek olarak kaldınız: seçilen kişi deneme süresini geçemezse sizi arayacağız."),
    ("Re: Başvurunuz", "Yedek adayımızsınız."),
    ("Sv: Din ansökan", "Du står som reserv: om den valda personen inte klarar provanställningen ringer vi dig."),
    ("Sv: Din ansökan", "Du är reserv till tjänsten."),
]  # fmt: skip
_STILL_A_NO = [
    'Tjänsten "Skoladministratör" är nu tillsatt. Du blev inte erbjuden tjänsten men finns kvar som reserv till och med 31 december om den som fått tjänsten skulle tacka nej.',
    "Du blev tyvärr inte erbjuden jobbet den här gången. Du finns kvar som reserv om den som fått det skulle tacka nej.",
]  # fmt: skip
_OF_KIN = [
    "Nena, a mi cuñado tampoco lo han cogido en el puerto, le dijeron que no daba el perfil. Tú tranquila que a ti sí te van a coger. Comemos el domingo?",
    "A mi hermana no la han cogido en el hospital.",
    "My brother-in-law didn't get the job at the port either, they told him he wasn't the right fit. See you Sunday?",
    "Meinen Schwager haben sie am Hafen auch nicht genommen, er passe nicht ins Profil. Essen wir am Sonntag?",
    "Mon beau-frère n'a pas été pris au port non plus, ils ont dit qu'il n'avait pas le profil. On mange dimanche ?",
    "Neanche mio cognato l'hanno preso al porto, hanno detto che non aveva il profilo. Pranziamo domenica?",
    "O meu cunhado também não ficou com o lugar no porto, disseram que não tinha o perfil. Almoçamos domingo?",
    "Mijn zwager is ook niet aangenomen in de haven, hij paste niet in het profiel. Eten we zondag samen?",
    "Mojego szwagra też nie przyjęli w porcie, powiedzieli, że nie pasuje do profilu. Obiad w niedzielę?",
    "Eniştemi de limanda işe almadılar, profile uymuyor demişler. Pazar yemek yiyelim mi?",
    "Min svåger fick inte heller jobbet i hamnen, de sa att han inte passade profilen. Ska vi äta på söndag?",
]  # fmt: skip
_OF_READER = [
    ("Re: lo tuyo", "Al final he cogido a mi sobrino, lo siento. A ti no te puedo coger."),
    ("Re: job", "I have given the job to my nephew, so I'm sorry, you didn't get it."),
    ("Re: Bewerbung", "Die Stelle hat mein Neffe bekommen, leider können wir Sie nicht nehmen."),
    ("Re: Tu candidatura", "Lamentamos comunicarle que no ha sido seleccionada. Mi hermana no estará en la oficina."),
]  # fmt: skip
_NO_RESERVE = [
    ("Tu candidatura", "Hemos elegido a otra persona para el puesto. Nos quedamos con tu currículum en reserva."),
    ("Your application", "Unfortunately we have chosen another candidate. We will keep your CV in reserve."),
    ("Your application", "We regret that you were not selected. You are not on our reserve list."),
    ("Ihre Bewerbung", "Leider haben wir uns für einen anderen Bewerber entschieden. Ihre Unterlagen behalten wir in Reserve."),
    ("Votre candidature", "Nous avons le regret de vous informer que votre candidature n'a pas été retenue. Nous gardons votre CV en réserve."),
]  # fmt: skip


def _read(subject: str, text: str, *, address: str = "rrhh@citrics.example") -> Reading:
    sender = Address("", address)
    message = Message("k", "k@mail.example", None, sender, subject, text)
    return read_message(message, is_known=True)


@pytest.mark.parametrize(("subject", "text"), _IN_RESERVE)
def test_who_stands_in_reserve_has_no_no(subject: str, text: str) -> None:
    verdict = _read(subject, text).verdict
    assert verdict in {Verdict.CONFIRMATION, Verdict.AMBIGUOUS}


def test_a_condition_beside_the_reserve_is_no_no() -> None:
    text = (
        "Gracias por asistir a la entrevista de grupo. Ha quedado usted en reserva: si la "
        "persona elegida no supera el periodo de prueba, la llamaremos."
    )
    reading = _read("Re: Entrevista de grupo", text)
    assert reading.verdict is Verdict.CONFIRMATION
    assert "en reserva" in reading.because[0].words


@pytest.mark.parametrize(("subject", "text"), _NO_RESERVE)
def test_papers_that_are_kept_take_no_no_back(subject: str, text: str) -> None:
    assert _read(subject, text).verdict is Verdict.REJECTION


@pytest.mark.parametrize("text", _OF_KIN)
def test_a_no_of_a_friends_family_is_ordinary(text: str) -> None:
    sender = Address("Conchi", "conchi@mail.example")
    message = Message("k", "k@mail.example", None, sender, "Re: lo del trabajo", text)
    assert read_message(message).verdict is Verdict.OTHER


@pytest.mark.parametrize(("subject", "text"), _OF_READER)
def test_a_no_beside_somebodys_family_stays_one(subject: str, text: str) -> None:
    assert _read(subject, text).verdict is Verdict.REJECTION


def test_a_post_named_at_length_is_filled_by_its_own_words() -> None:
    text = (
        "Hola Inés:\n\nEl puesto de encargada de muelle ya está cubierto, pero en enero "
        "abrimos otro igual y me gustaría contar contigo. ¿Te va bien que te llame el lunes?"
    )
    reading = _read("Re: Tu candidatura", text)
    assert reading.verdict is Verdict.REJECTION
    assert "ya está cubierto" in reading.because[0].words


@pytest.mark.parametrize("text", _STILL_A_NO)
def test_it_is_the_employer_who_says_no_and_not_who_may_turn_it_down(text: str) -> None:
    message = Message(
        key="k",
        message_id="1@hr.example",
        sent_at=None,
        sender=Address("", "hr@svedala.example"),
        subject="Information om rekryteringen",
        text=f"Hej Maja,\n\n{text}\n\nHälsningar\nSvedala kommun",
    )
    reading = read_message(message)
    assert reading.verdict is Verdict.REJECTION
    assert all("tacka" not in each.words for each in reading.because)
