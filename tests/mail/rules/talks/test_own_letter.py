"""A letter in which its writer applies is no employer's word to the reader."""

from __future__ import annotations

import pytest

from onward.mail.rules.read import read_message
from onward.mail.rules.talks import letter_words
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


TALK = "Thursday 3 December at 10am"
DECIDED = {
    "de_thanks_no": (
        "ich möchte mich herzlich für Ihre Bewerbung als Nachtportier bedanken. Leider haben wir "
        "uns für einen anderen Bewerber entschieden.",
        Verdict.REJECTION,
    ),
    "de_thanks_talk": (
        "ich möchte mich herzlich für Ihre Bewerbung als Nachtportier bedanken und Sie gerne zu "
        "einem Vorstellungsgespräch am 3. Dezember um 10 Uhr einladen.",
        Verdict.INTERVIEW,
    ),
    "de_thanks_offer": (
        "ich möchte mich aufrichtig für den Probetag bedanken. Wir bieten Ihnen die Stelle als "
        "Koch an.",
        Verdict.OFFER,
    ),
    "de_who_i_am": (
        "ich möchte mich kurz vorstellen: als Personalreferentin der Pension Seeblick darf ich "
        "Sie zu einem Vorstellungsgespräch am 3. Dezember um 10 Uhr einladen.",
        Verdict.INTERVIEW,
    ),
    "de_interest": (
        "ich möchte mich für Ihr Interesse bedanken, sich bei uns als Koch zu bewerben. Leider "
        "haben wir uns für einen anderen Bewerber entschieden.",
        Verdict.REJECTION,
    ),
    "de_tells_of_own": (
        "heute bewerbe ich mich selbst um eine neue Stelle im Haus. Leider haben wir uns für "
        "einen anderen Bewerber entschieden.",
        Verdict.REJECTION,
    ),
    "nl": (
        "Graag wil ik je bedanken voor je tijd en het solliciteren naar de functie van kok. "
        "Helaas gaan we niet met je verder in de procedure.",
        Verdict.REJECTION,
    ),
    "sv": (
        "Nu söker jag tjänstens chef. Tyvärr har vi gått vidare med andra kandidater till "
        "tjänsten.",
        Verdict.REJECTION,
    ),
    "it": (
        "Mi candido a fare da tutor ai nuovi. Siamo spiacenti di comunicarle che abbiamo scelto "
        "un altro candidato.",
        Verdict.REJECTION,
    ),
    "fr_accepted": (
        "ma candidature pour le poste de gérante étant acceptée, je quitte le service. Nous ne "
        "pouvons malheureusement pas donner suite à votre candidature.",
        Verdict.REJECTION,
    ),
    "fr_cv": (
        "mon CV est en pièce jointe pour que vous sachiez qui vous rencontrez. Nous vous invitons "
        "à un entretien le 3 décembre à 10 h.",
        Verdict.INTERVIEW,
    ),
    "en_check": (
        "Attached is the contract and my application form for your DBS check. We are pleased to "
        "offer you the position of night porter.",
        Verdict.OFFER,
    ),
    "en_quoted": (
        "You wrote:\n\nDear team, I would like to apply for the night porter position. Robin\n\n"
        "Unfortunately the post has been filled.",
        Verdict.REJECTION,
    ),
}


@pytest.mark.parametrize("name", DECIDED)
def test_what_an_employer_decided_is_told_whatever_they_say_of_applying(
    name: str,
) -> None:
    text, verdict = DECIDED[name]
    message = mail(
        f"Dear Robin,\n\n{text}", subject="Night porter", sender="ina@lohwald.example"
    )
    assert read_message(message).verdict is verdict


@pytest.mark.parametrize(
    "text",
    [
        *(
            text
            for name, (text, _) in DECIDED.items()
            if "tells" not in name and "quoted" not in name
        ),
        f"I'm applying to the client on your behalf today. They would like to invite you to an interview on {TALK}.",
        f"I am applying for the porter position on your behalf. Are you free on {TALK}?",
        f"Please accept this application pack. We would like to invite you to an interview on {TALK}.",
        "I would like to apply for funding for your post before we start. Come in on Monday.",
        "I would like to apply our usual rates to the position.",
        "Warum bewerbe ich mich? Bitte beantworten Sie diese Frage vor dem Gespräch.",
        "Gern bewerbe ich mich für Sie beim Kunden.",
        "Falls Sie sich fragen, wie man beginnt: „hiermit bewerbe ich mich“ geht immer.",
        "Je vous adresse votre candidature en retour.",
        "Le envío su candidatura al departamento.",
        "Ik solliciteer nooit op vrijdag, schreef u. Komt u dinsdag langs?",
        "Jag söker dig om tjänsten.",
        # Not where a letter begins.
        "We met on Monday. It was good. You were early. So I would like to apply for your post.",
    ],
)
def test_whoever_hires_writes_no_letter_of_application(text: str) -> None:
    message = mail(f"Dear Robin,\n\n{text}", sender="ina@lohwald.example", to=ME)
    assert words_of_letter(message) is None


def test_only_the_beginning_of_a_mail_is_looked_at(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    seen: list[int] = []

    def fold_counted(text: str) -> str:
        seen.append(len(text))
        return text

    monkeypatch.setattr(letter_words, "fold", fold_counted)
    text = "Could you come for an interview?\n" + "see my cv, my application\n" * 2_000
    assert words_of_letter(mail(text)) is None
    assert seen == [400]
