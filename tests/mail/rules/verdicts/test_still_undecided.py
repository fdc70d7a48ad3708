"""Kind word that nothing is decided yet: no no, and no invitation, in ten languages."""

from __future__ import annotations

import pytest

from onward.mail.rules.read import read_message
from onward.mail.rules.types import Verdict
from tests.mail.rules.letters import make_message

SENDER = "studio@lindner-praxis.example"
NOTHING_YET = {Verdict.AMBIGUOUS, Verdict.CONFIRMATION}


def read(subject: str, text: str) -> Verdict:
    return read_message(make_message(subject, text, sender=SENDER)).verdict


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        (
            "R: Candidatura segreteria",
            "Non ci siamo scordati di lei: purtroppo siamo indietro con i colloqui, decidiamo dopo l'Epifania.",
        ),
        (
            "R: Candidatura segreteria",
            "Non la dimentichiamo: purtroppo la procedura si sta allungando, una risposta arriva a fine mese.",
        ),
        (
            "R: Candidatura segreteria",
            "Purtroppo la decisione slitta a gennaio: non è dipeso da noi.",
        ),
        (
            "Re: Front desk",
            "You're not forgotten; I'm afraid we are behind with the interviews and decide after Easter.",
        ),
        (
            "Re: Front desk",
            "Unfortunately no decision has been made yet, I won't know before March.",
        ),
        (
            "AW: Bewerbung Empfang",
            "Vergessen sind Sie nicht: leider zieht sich die Auswahl, wir entscheiden nach Ostern.",
        ),
        (
            "AW: Bewerbung Empfang",
            "Leider sind wir mit den Bewerbungen im Rückstand und wissen vor März nichts.",
        ),
        (
            "RE: Candidature",
            "Vous n'êtes pas oubliée : malheureusement la sélection traîne, nous déciderons après Pâques.",
        ),
        (
            "RE: Candidature",
            "Désolée, nous ne sommes pas en avance : la décision est repoussée à mars.",
        ),
        (
            "RE: Solicitud",
            "No nos olvidamos de usted: por desgracia la decisión se ha aplazado, no será antes de marzo.",
        ),
        (
            "RE: Candidatura",
            "Infelizmente a decisão foi adiada para março, não depende de nós.",
        ),
        (
            "RE: Candidatura",
            "Infelizmente estamos atrasados com as entrevistas e só decidimos depois da Páscoa.",
        ),
        (
            "RE: Sollicitatie",
            "We vergeten je niet: helaas lopen we uit met de procedure, na Pasen beslissen we.",
        ),
        (
            "RE: Sollicitatie",
            "Helaas is de keuze uitgesteld, we weten het niet voor maart.",
        ),
        (
            "Odp: Aplikacja",
            "Nie zapomnieliśmy: niestety rekrutacja się przeciąga, zdecydujemy po Wielkanocy.",
        ),
        (
            "SV: Ansökan",
            "Du är inte glömd: tyvärr är vi sena med urvalet, vi bestämmer oss efter påsk.",
        ),
        (
            "Ynt: Başvuru",
            "Sizi unutmadık: maalesef değerlendirme uzadı, bayramdan sonra karar vereceğiz.",
        ),
    ],
)
def test_what_takes_longer_is_no_no_and_no_invitation(subject: str, text: str) -> None:
    assert read(subject, text) in NOTHING_YET


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        (
            "R: Candidatura segreteria",
            "La selezione è andata per le lunghe, ci scusi. Purtroppo abbiamo scelto un'altra candidata.",
        ),
        (
            "R: Candidatura segreteria",
            "Non l'abbiamo dimenticata: purtroppo il posto è andato a un'altra persona.",
        ),
        (
            "Re: Front desk",
            "Sorry that it has been taking longer than planned. We have decided to go with another candidate.",
        ),
        (
            "RE: Candidature",
            "Nous avons pris du retard, pardon. Malheureusement nous avons retenu une autre personne.",
        ),
        (
            "RE: Sollicitatie",
            "Het duurde langer dan gedacht. Helaas hebben we voor een andere kandidaat gekozen.",
        ),
        (
            "RE: Candidatura",
            "O processo atrasou-se. Infelizmente a escolha recaiu sobre outra candidata.",
        ),
    ],
)
def test_a_no_beside_the_delay_stands(subject: str, text: str) -> None:
    assert read(subject, text) is Verdict.REJECTION


@pytest.mark.parametrize(
    "text",
    [
        "Sorry that everything is taking longer. I'm afraid the answer is no.",
        "Wszystko się przeciąga. Niestety, tym razem się nie udało.",
        "Todo se ha retrasado. Lamentablemente la respuesta es no.",
    ],
)
def test_a_no_of_few_words_behind_the_delay_stands(text: str) -> None:
    assert read("Re: Application", text) is Verdict.REJECTION


@pytest.mark.parametrize(
    "text",
    [
        "We haven't decided yet, so we would like to invite you to a second interview on Tuesday at 10 am.",
        "Non abbiamo ancora deciso e vorremmo rivederla martedì alle 10 per un secondo colloquio.",
        "Vi har inte bestämt oss än och vill träffa dig igen på tisdag kl 10.",
        "Nous n'avons pas encore pris de décision et souhaitons vous revoir mardi à 10h pour un second entretien.",
        "Todavía no hemos decidido y queremos invitarle a una segunda entrevista el martes a las 10:00.",
        "Ainda não decidimos e gostávamos de a convidar para uma segunda entrevista na terça às 10h.",
        "We hebben nog niet besloten en willen je dinsdag om 10.00 uur uitnodigen voor een tweede gesprek.",
        "Jeszcze nie podjęliśmy decyzji i zapraszamy na drugą rozmowę we wtorek o 10:00.",
        "Henüz karar vermedik, sizi salı günü saat 10:00'da ikinci görüşmeye davet ediyoruz.",
    ],
)
def test_an_invitation_in_the_same_sentence_stands(text: str) -> None:
    assert read("Re: Application", text) is Verdict.INTERVIEW


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        (
            "R: Candidatura segreteria",
            "Siamo indietro con la selezione. Può venire a un colloquio lunedì 7 dicembre alle 10?",
        ),
        (
            "Re: Front desk",
            "It's all taking longer than planned. Could you come in for an interview on Monday at 10?",
        ),
        (
            "RE: Candidatura",
            "Estamos atrasados com a seleção. Pode vir a uma entrevista na segunda-feira às 10h?",
        ),
    ],
)
def test_an_invitation_beside_the_delay_stands(subject: str, text: str) -> None:
    assert read(subject, text) is Verdict.INTERVIEW


def test_what_the_other_voice_leaves_open_stays_its_own_word() -> None:
    text = "Wir haben noch nicht entschieden und möchten Sie am Dienstag um 10 Uhr zu einem zweiten Gespräch einladen."
    reading = read_message(make_message("Re: Bewerbung", text, sender=SENDER))
    assert reading.verdict in {Verdict.INTERVIEW, Verdict.AMBIGUOUS}
    assert all(each.rule != "undecided" for each in reading.because)


@pytest.mark.parametrize(
    "text",
    [
        "They're all in a six week trial now so goodness knows when they'll sit down and decide on the junior clerk. I'll nag.",
        "Thank you for your time on Thursday. We have one further candidate to see and won't be in a position to let anyone know about the housing post until Wednesday at the earliest.",
        "The trustees were split after the interviews for the warden's job. We won't have an answer before the new year, sorry.",
        "It was good to meet you about the bar manager role. We've offered it to somebody else first and are waiting to hear whether she takes it.",
        "We can't tell you anything until the council has signed off the budget for the post.",
        "We've made an offer to one person and are waiting to hear what they say. You're our next choice. I should know by Monday.",
    ],
)  # fmt: skip
def test_others_who_come_first_decide_nothing_of_the_reader(text: str) -> None:
    assert read("Re: thank you", f"Hi Josh,\n\n{text}\n\nFran") in NOTHING_YET


@pytest.mark.parametrize(
    "text",
    [
        "We've decided to offer the job to another candidate. We have one more person to see for a different post.",
        "We've gone with someone else for the clerk's job. You were our next choice and it was close.",
        "After careful thought we won't be inviting you to interview. We cannot tell you more until the audit is over.",
        "Unfortunately you haven't been selected for the post. We won't be able to let you have feedback until March.",
        "We are not able to offer you the apprenticeship. I should know by Monday if the other site needs anyone.",
        "I'm afraid the position has gone to somebody else. Nobody knows when they decide on the other vacancy.",
        "It didn't go your way this time. I can't let anyone see the scores until January.",
        "It didn't go your way this time. We'll have news on the Christmas jobs by Monday.",
        "We're giving it to Tom. I can't let anyone else know until Monday so keep it to yourself.",
    ],
)  # fmt: skip
def test_a_no_stays_one_beside_what_others_have_still_to_decide(text: str) -> None:
    said = read("Re: Shop job", f"Dear Josh,\n\n{text}\n\nFran")
    assert said is Verdict.REJECTION


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Saturday", "You're the next choice for captain. Lena knows when they pick the team."),
        ("Thesis", "You have two more people to interview before you can send your dissertation in."),
        ("Kitten", "You are the next choice if the first family changes their mind."),
        ("Re: flat share", "We have two more people to meet and then we'll decide. You seem great."),
    ],
)  # fmt: skip
def test_a_choice_of_other_kinds_is_left_alone(subject: str, text: str) -> None:
    assert read(subject, f"Hi Josh,\n\n{text}\n\nAnn") is Verdict.OTHER


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Nach Ihrem Besuch", "Sehr geehrter Herr Kranz, vielen Dank für das Gespräch am Montag zur Stelle Bauleiter Tiefbau (TB-12). Wir vergleichen noch mit jemandem aus dem Haus. Eine Entscheidung wird es erst nach der Sitzung am 9.12. geben."),
        ("Stand", "Sehr geehrter Herr Kranz, Sie fragten nach dem Stand zur Stelle Bauleiter. Es gibt noch einen internen Interessenten. Ein Ergebnis gibt es frühestens in der zweiten Dezemberwoche."),
        ("Where we are", "Dear Mr Crane, you asked how things stand with the Site Manager job. We're weighing you up against someone in-house. There won't be a result until after the board meeting at the earliest."),
        ("Site Manager", "Dear Mr Crane, I'm sorry this drags on. For the Site Manager post we're still comparing, and there will be no outcome before the directors meet in January."),
        ("Chef de chantier", "Bonjour Monsieur, pour le poste de chef de chantier nous hésitons encore entre vous et un collègue. Malheureusement pas de décision avant la réunion du 9 décembre."),
        ("Uitvoerder", "Beste meneer Kraan, voor de functie van uitvoerder vergelijken we nog met iemand van binnen. Helaas geen besluit voor de vergadering van 9 december."),
    ],
)  # fmt: skip
def test_who_compares_still_has_not_decided(subject: str, text: str) -> None:
    assert read(subject, text) in NOTHING_YET


@pytest.mark.parametrize(
    ("verdict", "subject", "text"),
    [
        (Verdict.REJECTION, "Bauleiter", "Sehr geehrter Herr Kranz, in der aktuellen Runde können wir Sie nicht berücksichtigen. Ergebnisse der nächsten Runde wird es erst im Mai geben."),
        (Verdict.REJECTION, "Bauleiter", "Sehr geehrter Herr Kranz, noch vergleichen wir zwei Bewerber, Sie sind leider nicht darunter. Danke für das Gespräch zur Stelle Bauleiter."),
        (Verdict.REJECTION, "Bauleiter", "Sehr geehrter Herr Kranz, wir haben uns für einen internen Interessenten entschieden. Neue Stellen wird es frühestens im Frühjahr geben."),
        (Verdict.REJECTION, "Bauleiter", "Sehr geehrter Herr Kranz, die Entscheidung ist gefallen, leider nicht für Sie. Über weitere Stellen gibt es erst im Mai eine Entscheidung."),
        (Verdict.REJECTION, "Site Manager", "Dear Mr Crane, we won't be offering you the Site Manager job. There'll be no decision on the other vacancy until spring."),
        (Verdict.REJECTION, "Site Manager", "Dear Mr Crane, we compared you with an internal candidate and have appointed her. There will be no further vacancies before spring."),
        (Verdict.POSITION_CLOSED, "Bauleiter", "Sehr geehrter Herr Kranz, die Stelle Bauleiter wird nicht besetzt. Eine neue Ausschreibung wird es frühestens nach dem Haushalt 2028 geben."),
        (Verdict.INTERVIEW, "Gespräch", "Sehr geehrter Herr Kranz, wir laden Sie zum Vorstellungsgespräch am 8.12. um 10 Uhr ein. Eine Entscheidung wird es erst nach allen Gesprächen geben."),
        (Verdict.INTERVIEW, "Interview", "Dear Mr Crane, we'd like to invite you to interview for Site Manager on Tuesday 8 December at 10am. There will be no decision before Christmas."),
        (Verdict.CONFIRMATION, "Ihre Bewerbung", "Sehr geehrter Herr Kranz, Ihre Bewerbung als Bauleiter ist bei uns eingegangen. Eine Entscheidung wird es erst nach dem 20.12. geben."),
        (Verdict.OTHER, "Ihr Bauantrag", "Sehr geehrter Herr Kranz, zu Ihrem Bauantrag wird es erst nach der Sitzung am 9.12. eine Entscheidung geben. Ein Ergebnis gibt es frühestens am 10.12."),
        (Verdict.OTHER, "Your extension", "Dear Mr Crane, there will be no decision on the extension to your house before the committee meets on 9 December."),
    ],
)  # fmt: skip
def test_a_decision_told_beside_a_day_stands(
    verdict: Verdict, subject: str, text: str
) -> None:
    assert read(subject, text) is verdict
