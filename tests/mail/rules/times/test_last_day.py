"""Last days: what asks for them, the ends of weeks and months, stretches of days."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.mail.rules.times.last_day import last_day, last_moment

TOLD_ON = date(2026, 8, 5)  # a Wednesday


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("We need these by Monday 10 August.", 10),
        ("Please tell us what you eat by Monday 10 August.", 10),
        ("Could I have it by noon on Monday 10 August?", 10),
        ("Can you get the forms to me by midday Monday?", 10),
        ("We would be glad to have the sketch by Monday 10 August.", 10),
        ("The link expires in five days, so on Monday at 7:15 am, please.", 10),
        ("Der Link läuft in 120 Stunden ab, also am Montag um 7:15 Uhr, bitte.", 10),
        ("Redaktionsschluss ist Montag um 10 Uhr.", 10),
        ("Get them to me no later than next Monday, 10 August.", 10),
        ("Please upload it within five days of this email.", 10),
        ("Wir bitten Sie, beides bis zum 10.08.2026 nachzureichen.", 10),
        ("Bitte bis Montagabend, danach bin ich im Urlaub.", 10),
        ("Ich brauche das bis längstens 10. August.", 10),
        ("Gib das bitte innerhalb von fünf Tagen ab.", 10),
        ("Merci de nous transmettre le dossier avant le 10 août.", 10),
        ("Necesitamos tu título antes del 10 de agosto.", 10),
        ("Ci servono i documenti entro il 10 agosto.", 10),
        ("Precisamos do seu diploma até 10 de agosto.", 10),
        ("Graag ontvangen we je diploma uiterlijk 10 augustus.", 10),
        ("Potrzebujemy dyplomu do 10 sierpnia.", 10),
        ("Diplomanıza 10 Ağustos'a kadar ihtiyacımız var.", 10),
        ("Vi behöver ditt betyg senast den 10 augusti.", 10),
        # Nothing in words known asks: that a day bounds something is enough.
        ("Push your work by 11:59 p.m. on Monday, August 10 and we'll look at it.", 10),
        ("The folder should reach the yard by Monday 10 August.", 10),
        (
            "Your file is wanted here by 10 August so that you can start on 1 September.",
            10,
        ),
        ("The window will be closed on 10th Aug at 6:30 PM sharp.", 10),
        ("The offer stands until 5:00 p.m. Central on Monday, August 10.", 10),
        ("Kindly convey your acceptance by Monday, the 10th.", 10),
        ("Please email it not later than five days from today.", 10),
        ("Would you send me a number within the week?", 12),
        ("Please sign within fourteen days of the date of this letter.", 19),
        ("It has to be with us the day before, August 10, at the latest, please.", 10),
        ("Spätestens am Montag sollte das auf dem Tisch liegen.", 10),
        ("Der Zugang ist fünf Tage lang gültig, bitte beachten.", 10),
        ("Frist: 10.08.2026", 10),
        ("The link dies at 23:59 on Monday 10 August, and nobody can revive it.", 10),
        ("Back to me by Monday would be lovely as I'm reading them on the train.", 10),
        ("Der Zugang schließt am Montag, 10. August, um 23:59 Uhr.", 10),
        ("End of play Monday please, the list goes in on Tuesday morning.", 10),
        ("If you could get it done by Monday I'll send your CV over.", 10),
        ("Wenn du es bis Montag schickst, melden wir uns.", 10),
        ("Wenn das innert fünf Tagen möglich wäre, ginge es schneller.", 10),
        ("Das Attest, das bis 10. August vorliegen muss, geht an uns.", 10),
        ("Le dossier doit nous parvenir avant le 10 août.", 10),
        ("La scheda va spedita alla sede entro il 10 agosto.", 10),
    ],
)
def test_whatever_is_asked_for_has_its_last_day(text: str, day: int) -> None:
    assert last_day(text, told_on=TOLD_ON, kind="to_answer") == date(2026, 8, day)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Please send it by the end of the week.", date(2026, 8, 7)),
        ("Please send it by the end of next week.", date(2026, 8, 14)),
        ("Let me know by the middle of next week.", date(2026, 8, 12)),
        ("Please send it by the end of the month.", date(2026, 8, 31)),
        ("Please send it by the end of September.", date(2026, 9, 30)),
        ("Please send it by the end of May.", date(2027, 5, 31)),
        ("Bitte senden Sie es bis Ende der Woche.", date(2026, 8, 7)),
        ("Bitte senden Sie es bis Ende nächster Woche.", date(2026, 8, 14)),
        ("Sag uns bis Mitte kommender Woche Bescheid.", date(2026, 8, 12)),
        ("Bitte reichen Sie es bis Ende des Monats ein.", date(2026, 8, 31)),
        ("Bitte reichen Sie es bis zum Monatsende ein.", date(2026, 8, 31)),
        ("Bitte reichen Sie es bis Ende Februar ein.", date(2027, 2, 28)),
        ("Merci de répondre avant la fin du mois.", date(2026, 8, 31)),
        ("Rogamos respuesta antes de fin de mes.", date(2026, 8, 31)),
        ("La preghiamo di rispondere entro la fine del mese.", date(2026, 8, 31)),
        ("Pedimos resposta até ao fim do mês.", date(2026, 8, 31)),
        ("Graag antwoord vóór het einde van de maand.", date(2026, 8, 31)),
        ("Prosimy o odpowiedź do końca miesiąca.", date(2026, 8, 31)),
        ("Vi behöver ditt svar senast i slutet av månaden.", date(2026, 8, 31)),
    ],
)
def test_the_end_of_a_week_or_month_is_a_day(text: str, day: date) -> None:
    assert last_day(text, told_on=TOLD_ON, kind="to_answer") == day


@pytest.mark.parametrize(
    "text",
    [
        "We will let you know by the end of the week.",
        "The placement runs from 3 September until 25 September, please note.",
        "Bitte beachten: Das Praktikum geht vom 3. September bis 25. September.",
        "If nothing in the next two weeks suits, please reply.",
        "We are away until 10 August.",
        "The decision falls by 10 August.",
        "Interviews run until 10 August.",
        "Bis 10. August bin ich im Urlaub.",
        "Ich gebe Ihnen spätestens am Wochenende Bescheid.",
        "Die Gespräche laufen bis 10. August.",
        "Le bureau est fermé jusqu'au 10 août.",
        "Siamo in ferie fino al 10 agosto.",
        "You started at the end of July.",
        "Please answer by 10 August, or by 12 August.",
    ],
)
def test_promises_stretches_and_doubts_are_none(text: str) -> None:
    assert last_day(text, told_on=TOLD_ON, kind="to_answer") is None


@pytest.mark.parametrize(
    "text",
    [
        "We are closed until the 10th, please answer then.",
        "Please note that the office is closed until the 10th.",
        "I'm on leave until Monday, so please send it to Anna.",
        "I am away until Monday, could you resend the link then?",
        "Please note we are closed until the end of the month.",
        "Bitte beachten Sie, dass das Büro bis zum 10. August geschlossen ist.",
        "Ich bin bis Montag im Urlaub, bitte wenden Sie sich an Frau Klee.",
        "Merci de noter que le bureau est fermé jusqu'au 10 août.",
        "Tenga en cuenta, por favor, que la oficina está cerrada hasta el 10 de agosto.",
        "La preghiamo di notare che l'ufficio è chiuso fino al 10 agosto.",
        "Por favor note que o escritório está fechado até 10 de agosto.",
        "Houd er graag rekening mee dat het kantoor tot 10 augustus gesloten is.",
        "Prosimy pamiętać, że biuro jest zamknięte do 10 sierpnia.",
        "Observera att kontoret tyvärr är stängt till den 10 augusti, vänligen vänta.",
        "Lütfen unutmayın, ofisimiz 10 Ağustos'a kadar kapalı.",
    ],
)
@pytest.mark.parametrize("kind", ["to_do", "to_answer"])
def test_the_end_of_an_absence_is_no_last_day(text: str, kind: str) -> None:
    assert last_day(text, told_on=TOLD_ON, kind=kind) is None


@pytest.mark.parametrize(
    "text",
    [
        "Please send it by Monday as we are closed then.",
        "Please reply by 10 August, the office is closed until 20 August.",
        "You have until Monday to send it to us, I am away after that.",
        "Wegen Urlaub bitte bis Montag antworten.",
        "Merci de répondre avant le 10 août, le bureau sera fermé.",
        "Vanwege vakantie graag tot 10 augustus reageren.",
    ],
)
def test_what_is_asked_for_before_an_absence_has_its_last_day(text: str) -> None:
    assert last_day(text, told_on=TOLD_ON, kind="to_answer") == date(2026, 8, 10)


@pytest.mark.parametrize(
    "text",
    [
        "Please pass it to me by Monday.",
        "Please pass by Monday the forms to me.",
        "Please bring your visitor pass by Monday.",
        "Please return your pass by Monday.",
        "Please drop your answer to us by Monday.",
        "Please have your references come by Monday.",
        "Please tell us by Monday whether you could drop by.",
    ],
)
def test_what_is_passed_on_by_a_day_has_its_last(text: str) -> None:
    assert last_day(text, told_on=TOLD_ON) == date(2026, 8, 10)


@pytest.mark.parametrize(
    "text",
    [
        "Could you pass by Monday?",
        "Can you drop by Monday with the papers?",
        "I'd love you to swing by Monday.",
        "Please pop by on Monday.",
        "I'll come by next Monday to see you, please be in.",
        "Stop by Monday, please.",
    ],
)
def test_a_visit_has_no_last_day(text: str) -> None:
    assert last_day(text, told_on=TOLD_ON) is None


def test_the_end_of_a_window_for_a_test_is_its_last_day() -> None:
    text = "Der Zugang zum Test ist vom 6.8.2026 bis einschließlich 10.8.2026 offen."
    assert last_day(text, told_on=TOLD_ON) == date(2026, 8, 10)


def test_days_may_be_counted_from_the_mail() -> None:
    text = "The link stops working five days from the date of this mail."
    assert last_day(text, told_on=TOLD_ON) == date(2026, 8, 10)


def test_the_coming_weekday_is_not_today() -> None:
    text = "Fotos bitte bis kommenden Mittwoch an diese Adresse."
    assert last_day(text, told_on=TOLD_ON, kind="to_answer") == date(2026, 8, 12)


def test_what_is_asked_for_first_wins_over_other_wishes() -> None:
    text = "Your decision by 10 August, please.\nWe need your photo by 20 August."
    found = last_day(text, told_on=TOLD_ON, kind="to_answer")
    assert found == date(2026, 8, 10)


@pytest.mark.parametrize("told_on", [date(2026, 8, 8), date(2026, 8, 9)])
def test_at_the_weekend_the_end_of_the_week_is_over(told_on: date) -> None:
    assert last_day("Please send it by the end of the week.", told_on=told_on) is None


@given(
    st.dates(date(2020, 1, 1), date(2035, 12, 31)),
    st.sampled_from(["week", "month", "next week"]),
)
def test_no_end_lies_behind(told_on: date, what: str) -> None:
    article = "" if what == "next week" else "the "
    text = f"Please send it by the end of {article}{what}."
    found = last_day(text, told_on=told_on)
    assert found is None or told_on <= found <= told_on + timedelta(days=31)


@pytest.mark.parametrize(
    "text",
    [
        "We need your form on Monday 10 August at the latest.",
        "Wir brauchen Ihre Angaben am Montag, 10. August spätestens.",
        "Merci de déposer le dossier le lundi 10 août dernier délai.",
        "Necesitamos tu respuesta el lunes 10 como muy tarde.",
        "La preghiamo di rispondere lunedì 10 agosto al più tardi.",
        "Pedimos a sua resposta no dia 10 de agosto no máximo.",
        "Merci de le passer : le lien est valable cinq jours.",
    ],
)
def test_words_behind_a_day_make_it_the_last(text: str) -> None:
    assert last_day(text, told_on=TOLD_ON, kind="to_answer") == date(2026, 8, 10)


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("Could I have it by noon on Monday 10 August?", time(12)),
        ("Please complete the test by 5pm on Monday 10 August.", time(17)),
        ("Get it to me before Monday 6pm, please.", time(18)),
        ("Redaktionsschluss ist Montag um 10 Uhr.", time(10)),
        ("Bitte geben Sie uns bis Montag, 10. August, 12 Uhr Bescheid.", time(12)),
        ("Votre réponse est attendue avant le lundi 10 août à 12h.", time(12)),
        ("Si prega di rispondere entro lunedì 10 agosto alle ore 12.", time(12)),
        ("Le ruego que responda antes del lunes 10 de agosto a las 14:00.", time(14)),
        ("Graag horen we uiterlijk maandag 10 augustus om 12.00 uur.", time(12)),
        ("Prosimy o odpowiedź do poniedziałku 10 sierpnia do godz. 12:00.", time(12)),
        ("Please send it by Monday 10 August at 11:59 pm.", None),
        ("Please confirm by Monday 10 August that 3pm suits you.", None),
        ("Please send it by Monday 10 August, at 9 or at 11.", None),
        ("Please send it by Monday 10 August. We open at 9.", None),
        ("We need these by Monday 10 August.", None),
    ],
)
def test_the_hour_beside_a_last_day_is_told(text: str, hour: time | None) -> None:
    found = last_moment(text, told_on=TOLD_ON, kind="to_answer")
    found = found or last_moment(text, told_on=TOLD_ON)
    assert found is not None
    assert (found.day, found.hour) == (date(2026, 8, 10), hour)


@given(st.text(max_size=200))
def test_a_last_moment_is_of_the_last_day(text: str) -> None:
    found = last_moment(text, told_on=TOLD_ON)
    assert (found.day if found else None) == last_day(text, told_on=TOLD_ON)


@pytest.mark.parametrize(
    "text",
    [
        "Mejla ditt svar till mig senast fredag 12 juni kl. 12.00.",
        "Maila lösningen till mig senast den 12 juni.",
        "Komplettera din ansökan senast den 12 juni.",
        "Ladda upp dokumentet senast fredag 12 juni.",
        "Email me your answer by Friday 12 June.",
        "Bitte mailen Sie mir Ihre Lösung bis Freitag, 12. Juni.",
        "Mail je antwoord uiterlijk vrijdag 12 juni.",
    ],
)
def test_what_is_mailed_or_added_by_a_day_has_a_last_day(text: str) -> None:
    assert last_day(text, told_on=date(2026, 6, 8)) == date(2026, 6, 12)
