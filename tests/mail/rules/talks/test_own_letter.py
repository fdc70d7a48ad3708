"""A letter in which its writer applies is no employer's word to the reader."""

from __future__ import annotations

import pytest

from onward.mail.rules.read import read_message
from onward.mail.rules.talks.own_letter import APPLIES, words_of_letter
from onward.mail.rules.types import ENDINGS, Address, Message, Verdict

LETTERS = {
    "de_hereby": (
        "Bewerbung Disponent Nahverkehr",
        "Sehr geehrte Frau Rautenberg,\n\nhiermit bewerbe ich mich bei Ihnen als Disponent.\n\n"
        "Mit freundlichen Grüßen\nJoris Quendt",
    ),
    "de_glad_to_talk": (
        "Bewerbung Lagerist",
        "Sehr geehrte Frau Rautenberg,\n\ngern möchte ich mich um die Stelle als Lagerist "
        "bewerben. Über ein Gespräch würde ich mich freuen.\n\nJoris Quendt",
    ),
    "de_papers": (
        "Bewerbung",
        "Guten Tag,\n\nanbei sende ich Ihnen meine Bewerbung für die Stelle als Erzieherin. Gern "
        "komme ich zu einem Vorstellungsgespräch vorbei.\n\nJoris Quendt",
    ),
    "de_unfortunately": (
        "Bewerbung Hausmeister",
        "Hallo Herr Lüdke,\n\nSie suchen einen Hausmeister. Darum bewerbe ich mich. Leider kann "
        "ich erst im März anfangen.\n\nJoris Quendt",
    ),
    "en_interview": (
        "Application dispatcher",
        "Dear Ms Hale,\n\nI would like to apply for the dispatcher position. I would be glad to "
        "have an interview.\n\nKind regards\nJoris Quendt",
    ),
    "en_attached": (
        "Kitchen assistant",
        "Dear Sir or Madam,\n\nPlease find attached my application for the post of kitchen "
        "assistant. I look forward to an interview at your convenience.\n\nJoris Quendt",
    ),
    "en_redundant": (
        "Receptionist vacancy",
        "Dear Mr Hale,\n\nI am writing to apply for the receptionist role on your website. "
        "Unfortunately I was made redundant in June. I am free for an interview next week.\n\nJQ",
    ),
    "en_cv": (
        "CV",
        "Hello,\n\nI have attached my CV for the driver job. When could I come in for an "
        "interview?\n\nThanks\nJoris",
    ),
    "fr_send": (
        "Candidature vendeuse",
        "Madame, Monsieur,\n\nJe me permets de vous adresser ma candidature au poste de vendeuse. "
        "Je serais heureuse de vous rencontrer lors d'un entretien.\n\nJoris Quendt",
    ),
    "fr_apply": (
        "Poste de magasinier",
        "Bonjour,\n\nVivement intéressé par votre offre, je souhaite postuler au poste de "
        "magasinier. Vous trouverez mon CV ci-joint.\n\nJoris Quendt",
    ),
    "es": (
        "Candidatura camarero",
        "Estimada señora:\n\nLe envío mi candidatura para el puesto de camarero. Quedo a su "
        "disposición para una entrevista.\n\nJoris Quendt",
    ),
    "it_apply": (
        "Candidatura magazziniere",
        "Gentile signora,\n\ncon la presente vorrei candidarmi per la posizione di magazziniere. "
        "Sarei lieto di un colloquio.\n\nJoris Quendt",
    ),
    "it_papers": (
        "Annuncio",
        "Buongiorno,\n\nin allegato trova il mio curriculum per il posto di cuoca. Resto a "
        "disposizione per un colloquio.\n\nJoris Quendt",
    ),
    "nl": (
        "Sollicitatie",
        "Geachte mevrouw,\n\nHierbij solliciteer ik naar de functie van magazijnmedewerker. Ik "
        "licht mijn motivatie graag toe in een gesprek.\n\nJoris Quendt",
    ),
    "pt": (
        "Vaga",
        "Bom dia,\n\nGostaria de me candidatar à vaga de motorista. Segue em anexo o meu "
        "currículo. Infelizmente só posso começar em março.\n\nJoris Quendt",
    ),
    "pl": (
        "Ogłoszenie",
        "Dzień dobry,\n\nzgłaszam swoją kandydaturę na stanowisko kasjera. Liczę na rozmowę.\n\n"
        "Joris Quendt",
    ),
    "sv": (
        "Ansökan",
        "Hej,\n\nJag söker härmed tjänsten som lagerarbetare. Jag kommer gärna på en intervju."
        "\n\nJoris Quendt",
    ),
    "tr": (
        "Başvuru",
        "Sayın Yetkili,\n\nkasiyer pozisyonuna başvurmak istiyorum. Özgeçmişim ektedir. Mülakata "
        "memnuniyetle gelirim.\n\nJoris Quendt",
    ),
}


def mail(
    text: str,
    *,
    subject: str = "Re: Bewerbung",
    sender: str = "j.quendt@postfach.example",
    to: str = "rautenberg@lohwald.example",
    headers: dict[str, str] | None = None,
) -> Message:
    return Message(
        key="k",
        message_id="k@x.example",
        sent_at=None,
        sender=Address("Joris Quendt", sender),
        subject=subject,
        text=text,
        to=(Address("", to),),
        headers=headers or {},
    )


@pytest.mark.parametrize("name", LETTERS)
def test_a_letter_of_application_is_asked_about_and_is_of_whom_it_goes_to(
    name: str,
) -> None:
    subject, text = LETTERS[name]
    reading = read_message(mail(text, subject=subject))
    assert reading.verdict is Verdict.AMBIGUOUS
    assert [each.rule for each in reading.because] == [APPLIES]
    assert reading.company == "Lohwald"
    assert reading.contact.address == ""


def test_the_words_stand_where_they_are_said() -> None:
    _, text = LETTERS["de_hereby"]
    words = words_of_letter(mail(text))
    assert words is not None
    assert text[words.start : words.end] == words.words == "hiermit bewerbe ich mich"


LETTER = LETTERS["de_hereby"][1]
NO = (
    "Sehr geehrter Herr Quendt,\n\nvielen Dank für Ihre Bewerbung. Leider haben wir uns für einen "
    "anderen Bewerber entschieden.\n\nMit freundlichen Grüßen\nIna Rautenberg"
)
QUOTED = "\n".join(f"> {line}" for line in LETTER.split("\n"))
ME = "j.quendt@postfach.example"


@pytest.mark.parametrize(
    "text",
    [
        f"{NO}\n\n{QUOTED}",
        f"{NO}\n\nAm 28.07.2026 um 08:12 schrieb Joris Quendt:\n{QUOTED}",
        f"{NO}\n\nVon: Joris Quendt\nGesendet: Dienstag, 28. Juli 2026 08:12\n"
        f"An: Ina Rautenberg\nBetreff: Bewerbung\n\n{LETTER}",
        f"{NO}\n\n-----Ursprüngliche Nachricht-----\n{LETTER}",
        # Nothing sets the letter off.
        f"{NO}\n\n{LETTER}",
        "Sehr geehrter Herr Quendt,\n\nSie schrieben: „hiermit bewerbe ich mich“. Leider haben "
        "wir uns für einen anderen Bewerber entschieden.",
    ],
)
def test_who_answers_above_a_letter_says_their_own(text: str) -> None:
    reading = read_message(mail(text, sender="rautenberg@lohwald.example", to=ME))
    assert reading.verdict is Verdict.REJECTION


@pytest.mark.parametrize(
    "text",
    [
        "Please send us your CV and tell us why you would like to apply for the post.",
        "We would like to apply our usual rates. Your CV is attached to your file.",
        "Please find attached our application form; we look forward to meeting you.",
        "I have attached your CV as you sent it to me; the interview is on Tuesday at 10.",
        "I saw you applied for the dispatcher job. Are you free on Tuesday at 10?",
        "Sie haben sich bei uns als Disponent beworben. Im Anhang Ihre Unterlagen zurück.",
        "Wenn Sie sich um die Stelle bewerben möchten, schicken Sie uns Ihren Lebenslauf.",
        "Anbei finden Sie Ihre Bewerbungsunterlagen zurück.",
        "Vous avez postulé au poste de vendeuse. Votre candidature nous est bien parvenue.",
        "Ha presentado su candidatura al puesto de camarero. Adjuntamos su currículum.",
        "Hai presentato la tua candidatura. In allegato il tuo curriculum.",
        "U heeft bij ons gesolliciteerd. Uw cv vindt u in de bijlage.",
        "Du har sökt tjänsten som lagerarbetare. Ditt cv bifogas.",
        "Kasiyer pozisyonuna başvurdunuz. Özgeçmişiniz ektedir.",
        "I was asked for a reference: Joris Quendt applied to you, and I would have him back.",
    ],
)
def test_others_words_of_an_application_are_no_letter(text: str) -> None:
    assert words_of_letter(mail(text, sender="ina@lohwald.example", to=ME)) is None


@pytest.mark.parametrize(
    "headers", [{"auto-submitted": "auto-generated"}, {"list-id": "<jobs.example>"}]
)
def test_a_machine_repeats_what_the_reader_wrote(headers: dict[str, str]) -> None:
    text = f"Kopie Ihrer Nachricht an uns:\n\n{LETTER}"
    message = mail(text, sender="kontakt@lohwald.example", to=ME, headers=headers)
    assert words_of_letter(message) is None


def test_an_address_that_takes_no_replies_wrote_no_letter() -> None:
    assert words_of_letter(mail(LETTER, sender="noreply@lohwald.example")) is None


def test_ordinary_mail_stays_ordinary() -> None:
    text = (
        "Dear Sam,\n\nI would like to apply for a place on the pottery course.\n\nJoris"
    )
    assert read_message(mail(text, subject="Pottery")).verdict is Verdict.OTHER


SENT_ON = (
    "-------- Weitergeleitete Nachricht --------\nBetreff: Bewerbung\n"
    "Datum: Tue, 28 Jul 2026 08:12:00 +0200\nVon: Paul Reimer <p.reimer@web.example>\n"
    f"An: rautenberg@lohwald.example\n\n{LETTER}"
)


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Fwd: Bewerbung", SENT_ON),
        ("WG: Bewerbung", f"Hallo Joris, kennst du ihn?\n\nIna\n\n{SENT_ON}"),
        ("Meine Bewerbung", f"Hallo Joris, kannst du mal drüberlesen?\n\n{LETTER}"),
    ],
)
def test_somebody_elses_letter_that_is_shown_to_the_reader_is_no_answer(
    subject: str, text: str
) -> None:
    message = mail(text, subject=subject, sender="ina@lohwald.example", to=ME)
    said = read_message(message).verdict
    assert said not in (*ENDINGS, Verdict.INTERVIEW, Verdict.OFFER)


@pytest.mark.parametrize(
    "text",
    [
        "Sehr geehrter Herr Quendt,\n\nwir laden Sie herzlich zum Vorstellungsgespräch am "
        "Dienstag, 11.08.2026 um 10 Uhr ein.\n\nIna Rautenberg\n\n" + LETTER,
        "Hello Joris,\n\nwould you like to apply for the dispatcher position? We would be glad to "
        "have you for an interview on Tuesday at 10.\n\nIna Rautenberg",
    ],
)
def test_an_invitation_stays_one(text: str) -> None:
    message = mail(text, subject="Disponent", sender="ina@lohwald.example", to=ME)
    assert read_message(message).verdict is Verdict.INTERVIEW
