from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.mail.rules.basics.tables import tables
from onward.mail.rules.read import read_message
from onward.mail.rules.types import Address, Message, Verdict
from onward.mail.rules.verdicts.beside import beside, names_opening, without_other_talks
from onward.mail.rules.verdicts.classification import Classification
from onward.mail.rules.verdicts.voice import Heard
from tests.mail.rules.letters import make_message

NOTHING_HEARD = Heard((), ("decline", "closed"), ())


def read(subject: str, text: str, *, sender: str = "hattie@crole.example") -> Verdict:
    return read_message(make_message(subject, text, sender=sender)).verdict


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        (
            "Your CV",
            "Robin,\n\nGave it to Marge Tull at the depot this morning. I said nothing,"
            " only that you're a good worker and always on time. Fingers crossed.\n\nDes",
        ),
        (
            "Ted at the tile shop",
            "Hello love,\n\nI was talking to your dad at the allotment and he said you're"
            " still looking. Ted's desperate for someone in the office. I hope you don't"
            " mind but I gave him your CV. He said he'd drop you a line.\n\nLove Des",
        ),
        (
            "Dein Lebenslauf",
            "Servus Robin,\n\nich hab gestern beim Kegeln mit dem Toll Toni geredet, der was"
            " in Ahorn die Fliesenfirma hat. Er sucht wen fürs Büro, weil seine Frau nimmer"
            " mag. Schick mir deinen Lebenslauf, dann druck ich ihm den aus.\n\nSepp",
        ),
    ],
)
def test_a_friend_who_hands_papers_on_says_no_to_nobody(
    subject: str, text: str
) -> None:
    assert read(subject, text) in {Verdict.OTHER, Verdict.AMBIGUOUS}


def test_who_hands_papers_on_can_also_bring_a_no() -> None:
    text = (
        "Hi Robin,\n\nI passed your CV to the client as agreed. Unfortunately they have"
        " decided to go with another candidate for the buyer position.\n\nHattie"
    )
    assert read("Buyer", text) is Verdict.REJECTION


def test_thanks_for_the_readers_notice_are_no_receipt() -> None:
    text = (
        "Robin\n\nGot your letter, thanks. Your last working day with us will be Friday"
        " 28 August, with four days as leave owed. I can't believe you are going.\n\nHattie"
    )
    assert read("Your notice", text) is Verdict.OTHER


@pytest.mark.parametrize(
    "words",
    [
        "Your last working day with us will be Friday.",
        "Dein letzter Arbeitstag ist dann der 29. Mai.",
        "Votre dernier jour de travail sera le 29 mai.",
        "Su último día de trabajo será el 29 de mayo.",
        "Abbiamo ricevuto le Sue dimissioni.",
        "Recebemos a sua carta de demissão.",
        "Je laatste werkdag is vrijdag.",
        "Otrzymałam Pani wypowiedzenie.",
        "Din sista arbetsdag blir på fredag.",
        "İstifa dilekçenizi aldık.",
    ],
)
def test_a_notice_is_known_in_each_language(words: str) -> None:
    said = Classification(Verdict.CONFIRMATION, 0.8)
    message = make_message("", words)
    assert beside(said, heard=NOTHING_HEARD, message=message).verdict is Verdict.OTHER


@pytest.mark.parametrize(
    ("verdict", "subject", "words"),
    [
        (Verdict.CONFIRMATION, "Your application", "Your last day here is Friday."),
        (Verdict.INTERVIEW, "Bewerbung", "Das Elterngespräch leitet Frau Korn."),
        (Verdict.ASSESSMENT, "Shortlisted", "There is an eye test on the day."),
    ],
)
def test_a_word_of_an_application_keeps_a_verdict(
    verdict: Verdict, subject: str, words: str
) -> None:
    said = Classification(verdict, 0.8)
    message = make_message(subject, words)
    assert beside(said, heard=NOTHING_HEARD, message=message) == said


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        (
            "Beratungsgespräch",
            "Guten Tag Frau Vale,\n\npasst es Ihnen am Dienstag um 10 Uhr zu einem Gespräch"
            " bei uns in der Filiale? Wir möchten mit Ihnen über Ihr Depot sprechen.\n\n"
            "Freundliche Grüße\nJörg Mohn\nKundenberater",
        ),
        (
            "Elterngespräch",
            "Sehr geehrte Frau Vale,\n\nich möchte Sie gern zu einem Gespräch über Lina"
            " einladen. Passt es Ihnen am Donnerstag um 15 Uhr?\n\nK. Ahlers",
        ),
        (
            "Kennenlernen",
            "Liebe Robin,\n\nschön, dass du bei uns mitspielen willst. Wir würden dich gern"
            " kennenlernen, komm doch am Mittwoch um 19 Uhr zur Probe.\n\nMusikverein Loh",
        ),
        (
            "A guest for March",
            "Hi Robin,\n\nI make a podcast about small boats with some two thousand"
            " listeners. We'd love to interview you about the ferry. Would Wednesday at 10"
            " suit you?\n\nPia",
        ),
        (
            "Anfrage",
            "Guten Tag Frau Vale,\n\nich würde Sie gern für einen Artikel über alte Fähren"
            " in unserer Zeitung interviewen. Passt Ihnen Mittwoch um 10 Uhr für ein"
            " Interview? Unsere Leser mögen so etwas.\n\nPia Loh",
        ),
    ],
)
def test_a_talk_about_something_else_is_none_of_an_employer(
    subject: str, text: str
) -> None:
    assert read(subject, text) is Verdict.OTHER


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        (
            "Welcome to the Crole talent community",
            "Hi Robin,\n\nthanks for staying in touch. Your profile stays with us for a"
            " year, and you can take your consent back at any time.\n\nCrole People Team",
        ),
        (
            "Willkommen im Crole-Talentpool",
            "Servus Robin,\n\nschön, dass du mit uns in Verbindung bleibst. Dein Profil bleibt"
            " ein Jahr im Talentpool gespeichert.\n\nDein Crole People-Team",
        ),
        (
            "Bienvenue dans notre vivier",
            "Bonjour Robin,\n\nmerci de rester en contact. Votre profil sera conservé douze"
            " mois.\n\nL'équipe Crole",
        ),
    ],
)
def test_a_welcome_to_a_pool_offers_nothing(subject: str, text: str) -> None:
    assert read(subject, text) is Verdict.OTHER


@pytest.mark.parametrize(
    "text",
    [
        "Guten Tag Frau Vale,\n\ndanke für Ihr Interesse. Möchten Sie am Dienstag um 10 Uhr"
        " zu einem Vorstellungsgespräch zu uns in der Filiale Nord kommen?\n\nIna Roe",
        "Hallo Robin,\n\ndeine Unterlagen gefallen uns. Magst du am Dienstag um 8 Uhr für"
        " drei Tage zur Probe kommen, damit wir uns kennenlernen?\n\nTischlerei Loh",
    ],
)
def test_a_branch_and_a_trial_stay_an_employers(text: str) -> None:
    assert read("Dienstag", text) is Verdict.INTERVIEW


def test_a_talk_at_an_employers_is_an_interview_without_a_job_named() -> None:
    text = (
        "Guten Tag Frau Vale,\n\npasst es Ihnen am Dienstag um 10 Uhr zu einem Gespräch bei"
        " uns im Haus?\n\nFreundliche Grüße\nJana Reich\nPersonalabteilung\nReich GmbH"
    )
    assert read("Termin", text) is Verdict.INTERVIEW


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        (
            "Bookkeeper post",
            "Dear Robin,\n\nI wrote to you in March that the panel had chosen another"
            " candidate. She has since dropped out, and you were our second choice. Are you"
            " still interested in the post?\n\nHattie Crole",
        ),
        (
            "Stelle als Buchhalterin",
            "Guten Tag Frau Vale,\n\nim März hatten wir Ihnen geschrieben, dass wir uns für"
            " eine andere Bewerberin entschieden haben. Diese ist nun abgesprungen. Haben"
            " Sie noch Interesse an der Stelle?\n\nHattie Crole",
        ),
        (
            "Poste de comptable",
            "Madame,\n\nNous vous avions indiqué en mars que nous avions retenu une autre"
            " candidature. Cette personne s'est finalement désistée et nous souhaitons"
            " revenir vers vous : êtes-vous toujours intéressée par le poste ?\n\nL. Pons",
        ),
    ],
)
def test_a_no_of_before_is_none_where_the_reader_is_asked_anew(
    subject: str, text: str
) -> None:
    assert read(subject, text) is Verdict.INFORMATION_REQUEST


@pytest.mark.parametrize(
    "more",
    [
        "Should she drop out, we will ask whether you are still interested.",
        "If she has not withdrawn by May, would you still be interested?",
        "Are you still interested in other posts?",
    ],
)
def test_a_no_stands_as_long_as_nobody_is_gone(more: str) -> None:
    text = (
        "Dear Robin,\n\nThank you for coming to meet the panel in March, which we all"
        f" enjoyed. We have chosen another candidate for the post. {more}\n\nHattie Crole"
    )
    assert read("Bookkeeper post", text) is Verdict.REJECTION


@given(verdict=st.sampled_from(sorted(Verdict)), text=st.text(max_size=200))
def test_it_only_ever_leaves_a_verdict_or_softens_it(
    verdict: Verdict, text: str
) -> None:
    said = Classification(verdict, 0.7)
    message: Message = make_message("", text)
    told = beside(said, heard=NOTHING_HEARD, message=message)
    assert told.verdict in {verdict, Verdict.OTHER, Verdict.AMBIGUOUS}


def test_every_language_has_its_words() -> None:
    for code, table in tables("beside").items():
        parts = {
            "applied",
            "opening",
            "passes_on",
            "leaving",
            "gone",
            "perhaps",
            "again",
        }
        assert parts <= set(table), code


@pytest.mark.parametrize("code", sorted(tables("beside")))
@given(data=st.data())
def test_whatever_is_applied_for_else_holds_one_of_the_words_looked_for_first(
    code: str, data: st.DataObject
) -> None:
    table = tables("beside")[code]
    told = data.draw(st.from_regex(table["applied_else"]))
    assert any(word in told for word in table["else_words"])


@pytest.mark.parametrize("words", ["The ROLE is off.", "Die Stelle ist weg."])
def test_an_opening_is_named_in_any_case(words: str) -> None:
    assert names_opening(words)
    assert not names_opening("This afternoon is off.")


def test_plain_words_of_somebody_applied_to_are_asked_about() -> None:
    text = (
        "Robin! Of course I remember you and your dreadful puns. You're not wrong about"
        " the phone. But the sums don't add up this year, with the new oven to pay off,"
        " so I can't offer you anything. I'll hang on to the CV, and if that changes"
        " you're the first I'll ring. How is the knee?\n\nPia"
    )
    message = make_message(
        "Re: A hand at the counter?", text, sender="pia@crole.example"
    )
    assert read_message(message).verdict is Verdict.OTHER
    known = read_message(message, is_known=True)
    assert known.verdict is Verdict.AMBIGUOUS
    assert "can't offer you" in known.because[0].words


ELSEWHERE = [
    "Shall we talk about what else is around at four?",
    "Can you call me tomorrow so we can go through other roles?",
    "Wollen wir am Freitag um vier über andere Stellen sprechen?",
]


@pytest.mark.parametrize(
    ("told", "asks"),
    [
        ("They're not going to take you through for the Buyer job.", ELSEWHERE[0]),
        ("No joy with Quarry on the Buyer role I'm afraid.", ELSEWHERE[1]),
        ("Für die Stelle als Einkäufer nehmen sie jemand anderen.", ELSEWHERE[2]),
    ],
)
def test_a_talk_about_other_openings_is_no_interview(told: str, asks: str) -> None:
    text = f"Hello Robin,\n\n{told}\n\n{asks}\n\nTamsin"
    assert read("Update", text) is Verdict.REJECTION


def test_a_talk_about_this_opening_stays_an_interview() -> None:
    text = "Hello Robin,\n\nQuarry would like to meet you about the Buyer job on Friday at ten. {}\n\nTamsin"
    for asks in ("", *ELSEWHERE):
        assert read("Interview", text.format(asks)) is Verdict.INTERVIEW


@given(st.text(max_size=60), st.sampled_from(ELSEWHERE), st.text(max_size=60))
def test_what_is_asked_elsewhere_is_blanked_in_its_place(
    before: str, asks: str, after: str
) -> None:
    message = make_message("Update", f"{before}.\n\n{asks}\n\n{after}")
    rest = without_other_talks(message)
    if rest is not None:
        assert len(rest.text) == len(message.text)
        assert asks not in rest.text or asks in f"{before}{after}"


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Application received", "Dear applicant, we acknowledge receipt of your application for a residence permit. A decision takes eight weeks."),
        ("Application received", "Dear Robin, your application for a Student visa (class B2) was received on 4 May. Processing times are on our website."),
        ("Your application", "Unfortunately your application for a personal loan has been declined. You may apply again in six months."),
        ("Election result", "Thank you for standing in the allotment committee election. You were not elected; we wish you all the best."),
        ("Ihr Antrag", "Ihr Antrag auf Wohngeld ist eingegangen. Wir prüfen Ihre Unterlagen und melden uns."),
        ("Ihre Bewerbung", "Ihre Bewerbung um den Kleingarten konnte leider nicht berücksichtigt werden. Wir haben uns für andere entschieden."),
        ("Votre demande", "Nous avons bien reçu votre demande de naturalisation. Elle sera étudiée, et nous reviendrons vers vous."),
        ("Su solicitud", "Lamentamos comunicarle que su solicitud de hipoteca ha sido rechazada."),
        ("Ansökan", "Vi har tagit emot din ansökan om bygglov. Du får besked inom tio veckor."),
        ("Wniosek", "Państwa wniosek o kredyt został odrzucony. Z przykrością informujemy o negatywnej decyzji."),
        ("Uw aanvraag", "Helaas is uw aanvraag voor een hypotheek afgewezen."),
    ],
)  # fmt: skip
def test_an_application_for_something_that_is_no_work_is_ordinary(
    subject: str, text: str
) -> None:
    assert read(subject, text) in {Verdict.OTHER, Verdict.JOB_ALERT}


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Thank you for your application for Loan Officer at Crole. We have received it and will review it.", Verdict.CONFIRMATION),
        ("Unfortunately your application for the position of visa clerk has been unsuccessful.", Verdict.REJECTION),
        ("Ihre Bewerbung für die Stelle im Wohngeldamt ist eingegangen. Wir prüfen sie.", Verdict.CONFIRMATION),
        ("Danke für Ihre Bewerbung auf die Leitung Ehrenamt. Sie ist bei uns eingegangen, der Vorstand tagt im Mai.", Verdict.CONFIRMATION),
        ("Thank you for your application for Head of Membership. We have received it and will review it.", Verdict.CONFIRMATION),
        ("Nous avons bien reçu votre candidature de chargée de crédit et reviendrons vers vous.", Verdict.CONFIRMATION),
        ("Hemos recibido correctamente su candidatura de asesora de crédito. Le mantendremos informada.", Verdict.CONFIRMATION),
        ("Abbiamo ricevuto la sua candidatura di addetto prestito. Le faremo sapere.", Verdict.CONFIRMATION),
        ("Recebemos a sua candidatura a gestora de crédito. Entraremos em contacto.", Verdict.CONFIRMATION),
        ("Vi har tagit emot din ansökan till handläggare bygglov. Du får besked inom tio dagar.", Verdict.CONFIRMATION),
    ],
)  # fmt: skip
def test_a_job_with_such_things_is_one(text: str, verdict: Verdict) -> None:
    assert read("Your application", text) is verdict


@pytest.mark.parametrize(
    "text",
    [
        "Thank you for your application for an Airebank Everyday account.",
        "Thank you for your application for an Everyday savings account.",
        "vielen Dank für Ihre Bewerbung um ein Girokonto.",
        "Merci de votre demande : candidature pour un compte épargne.",
    ],
)
def test_what_a_bank_received_is_no_application(text: str) -> None:
    decided = f"Hello Robin,\n\n{text} We will let you know our decision.\n\nAirebank"
    read_as = read(
        "We've received your application", decided, sender="a@airebank.example"
    )
    assert read_as is Verdict.OTHER


@pytest.mark.parametrize(
    "role", ["Account Manager", "Accounts Clerk", "Key Account Lead"]
)
def test_a_role_with_accounts_is_one(role: str) -> None:
    text = f"Hello Robin,\n\nThank you for your application for the role of {role}. We will be in touch."
    assert read("We've received your application", text) is Verdict.CONFIRMATION


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        (
            "Kaffee?",
            "Hallo Robin,\n\nhast du die Stelle bei der Bank bekommen? Bei mir war es leider wieder"
            " eine Absage. Kaffee am Freitag um 15 Uhr?\n\nLG Gabi",
        ),
        (
            "Hallo",
            "Hallo Robin,\n\nmich haben sie leider nicht genommen, sie haben sich für eine Jüngere"
            " entschieden. Und bei dir?\n\nTina",
        ),
        (
            "Coffee?",
            "Hi Robin,\n\ndid you get the bank job? I got another rejection, they went with somebody"
            " younger. Coffee on Friday?\n\nGabi",
        ),
    ],
)
def test_a_friends_own_no_is_none_of_the_readers(subject: str, text: str) -> None:
    assert read(subject, text, sender="gabi@friends.example") is Verdict.OTHER


@pytest.mark.parametrize(
    "text",
    [
        "Ihre Bewerbung ist leider erst nach Ende der Ausschreibungsfrist bei uns eingelangt und kann"
        " daher nicht mehr berücksichtigt werden.",
        "Your application was received after the deadline, so we are unable to include it.",
        "Je sollicitatie is helaas na de sluitingsdatum ontvangen en kan niet meer worden meegenomen.",
    ],
)
def test_what_arrived_too_late_is_a_no(text: str) -> None:
    assert read("Application as a gardener", text) is Verdict.REJECTION


def test_what_arrived_late_and_is_looked_at_all_the_same_is_none() -> None:
    text = "Your application was received after the deadline, but we will still consider it."
    assert read("Application as a gardener", text) is not Verdict.REJECTION


def _from_office(name: str, subject: str, text: str) -> Message:
    sender = Address(name, "noreply@office.example")
    return replace(make_message(subject, text), sender=sender)


@pytest.mark.parametrize(
    ("name", "subject", "text"),
    [
        ("UK Visas and Immigration", "Your application", "We have received your application for the Ukraine Permission Extension scheme."),
        ("UK Visas and Immigration", "Application received", "Thank you. Your application has been received and we will contact you about the next steps."),
        ("Home Office", "Your application", "We have received your application for permission to stay under the Homes for Ukraine scheme."),
        ("DVSA", "Your test result", "Dear Robin, unfortunately you did not pass your theory test on this occasion. You may book again after three working days."),
        ("Rathaus", "Ihr Ergebnis", "Leider haben Sie die Theorieprüfung nicht bestanden. Sie können sich erneut anmelden."),
        ("Ausländerbehörde Kiel", "Ihr Antrag", "Wir haben Ihre Unterlagen erhalten und prüfen sie. Leider müssen wir Ihren Antrag ablehnen."),
        ("Préfecture du Rhône", "Votre demande", "Nous avons bien reçu votre demande. Votre dossier est en cours d'examen."),
        ("Migrationsverket", "Din ansökan", "Vi har tagit emot din ansökan och återkommer när den har behandlats."),
    ],
)  # fmt: skip
def test_what_an_office_for_visas_or_licences_decides_is_no_work(
    name: str, subject: str, text: str
) -> None:
    message = _from_office(name, subject, text)
    assert read_message(message).verdict is Verdict.OTHER


@pytest.mark.parametrize(
    ("name", "text", "verdict"),
    [
        ("UK Visas and Immigration", "Thank you for your application for the role of Caseworker. We have received it and will be in touch.", Verdict.CONFIRMATION),
        ("DVSA", "Thank you for applying for the job of Driving Examiner. Unfortunately we will not be taking your application further.", Verdict.REJECTION),
        ("Tayside Buses", "Thank you for your application for the position of Driving Test Coordinator. We have received it.", Verdict.CONFIRMATION),
    ],
)  # fmt: skip
def test_work_at_such_an_office_is_work(name: str, text: str, verdict: Verdict) -> None:
    message = _from_office(name, "Your application", text)
    assert read_message(message).verdict is verdict
