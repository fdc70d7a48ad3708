"""What a later mail on a talk says of its place and of whom one meets."""

from __future__ import annotations

import pytest

from onward.mail.rules.appointments.told_later import people_later, place_later

KNOWN = "our office, 12 Mill Lane, Leeds"


@pytest.mark.parametrize(
    ("text", "known", "place"),
    [
        (
            "We meet in our depot, 5 Dock Road, instead.",
            KNOWN,
            "our depot, 5 Dock Road",
        ),
        (
            "New address for Tuesday: 5 Dock Road, York. See you.",
            KNOWN,
            "5 Dock Road, York",
        ),
        ("Please come to our office on Tuesday.", "", "our office"),
        (
            "Wir treffen uns in unserem anderen Büro, Hafenstr. 3. Die Uhrzeit bleibt.",
            "Lindenstraße 12, Köln",
            "in unserem anderen Büro, Hafenstr. 3",
        ),
        (
            "La entrevista será en nuestra oficina de la Calle Mayor 14. La hora no cambia.",
            "Calle Real 3",
            "en nuestra oficina de la Calle Mayor 14",
        ),
        (
            "Görüşme Bağdat Caddesi No: 12 adresinde yapılacak.",
            "Moda Caddesi No: 3",
            "Bağdat Caddesi No: 12",
        ),
        # On a screen now.
        ("The interview is on Teams now.", KNOWN, ""),
        ("Das Gespräch findet per Video statt.", "Lindenstraße 12", ""),
        # The same, told shorter, and none.
        ("Please come to our office on Tuesday.", KNOWN, None),
        ("See you on Tuesday at our office in Mill Lane.", KNOWN, None),
        ("Kommen Sie bitte in unser Büro.", "Lindenstraße 12, Köln", None),
        ("Zapraszamy na rozmowę do naszego biura.", "ul. Długa 5", None),
        ("Intervjun hålls på vårt kontor.", "Storgatan 4", None),
        ("The interview is on Teams.", "", None),
        ("See you on Tuesday.", KNOWN, None),
        ("Do not come to 5 Dock Road.", KNOWN, None),
    ],
)
def test_the_place_that_a_later_mail_tells(
    text: str, known: str, place: str | None
) -> None:
    assert place_later(text, known=known) == place


@pytest.mark.parametrize(
    ("text", "known", "people"),
    [
        ("You will meet Olga Winter.", "Ida Roe, Tom Hall", "Olga Winter"),
        ("Sie sprechen mit Jonas Beck.", "", "Jonas Beck"),
        ("You will meet Ida Roe.", "Ida Roe, Tom Hall", None),
        ("You will meet the team.", "Ida Roe", None),
    ],
)
def test_whom_one_meets_by_a_later_mail(
    text: str, known: str, people: str | None
) -> None:
    assert people_later(text, known=known) == people


@pytest.mark.parametrize(
    "text",
    [
        # Who rings tells of the talk, which is where it was.
        "We have to move your interview to Thursday, 19 March at 16:00. I'll call you on "
        "Wednesday with the details.",
        "We have to move your interview to Thursday. I'll give you a quick phone call before.",
        "Wir müssen Ihr Gespräch auf Donnerstag verschieben. Wir rufen Sie um 9 Uhr kurz an.",
        "Nous devons déplacer votre entretien à jeudi. Nous vous appellerons mercredi à 9 h.",
        "Tenemos que mover su entrevista al jueves. Le llamaremos el miércoles a las 9.",
        "Dobbiamo spostare il Suo colloquio a giovedì. La chiameremo alle 9.",
        "We moeten je gesprek naar donderdag verplaatsen. We bellen je om 9 uur.",
        "Vi måste flytta din intervju till torsdag. Vi ringer dig kl. 9.",
        # Why a talk is moved, and where its writers are.
        "I have to visit my mother in the hospital, so your interview is moved to Thursday.",
        "The meeting of the board at the town hall runs late, so your interview moves to Thursday.",
        "We are at the trade fair in Hall 4 on Tuesday, so the interview moves to Thursday.",
        "We meet at the town hall because of the board, so the interview moves to Thursday.",
        "Wegen eines Termins in der Schule verschieben wir das Gespräch auf Donnerstag.",
        "Je dois aller à l'hôpital mardi, donc votre entretien aura lieu jeudi.",
        "Tengo una reunión en la escuela, así que la entrevista pasa al jueves.",
        "Devo andare in ospedale, quindi il colloquio si terrà giovedì.",
        "Ik moet naar het ziekenhuis, dus het gesprek is donderdag.",
        "Tenho de ir ao hospital, por isso a entrevista será na quinta-feira.",
        "Muszę być w szpitalu, więc rozmowa odbędzie się w czwartek.",
        "Hastanede olmam gerekiyor, görüşme perşembe günü yapılacak.",
        "Jag måste till sjukhuset, så intervjun är på torsdag.",
    ],
)
def test_what_else_a_later_mail_tells_is_no_place(text: str) -> None:
    assert place_later(text, known=KNOWN) is None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The room has changed, we meet in room 4 now.", "room 4"),
        ("Your interview will now take place at 5 Dock Road.", "5 Dock Road"),
        (
            "Please come to our depot behind the station.",
            "our depot behind the station",
        ),
        ("Wir treffen uns jetzt in unserem Lager.", "in unserem Lager"),
        ("L'entretien aura lieu dans notre dépôt.", "dans notre dépôt"),
        ("La entrevista será en nuestro almacén.", "en nuestro almacén"),
        ("Il colloquio si terrà nel nostro deposito.", "nel nostro deposito"),
        ("Het gesprek is nu in ons magazijn.", "in ons magazijn"),
        ("A entrevista será agora no nosso armazém.", "no nosso armazém"),
        ("Rozmowa odbędzie się teraz w naszym magazynie.", "w naszym magazynie"),
        ("Intervjun är nu på vårt lager.", "på vårt lager"),
        # A call with the details, and a place; a hospital, and the talk's own street.
        (
            "New address: 5 Dock Road, York. I'll call you on Wednesday with the details.",
            "5 Dock Road, York",
        ),
        (
            "I have to visit my mother in the hospital. So please come to 5 Dock Road on Friday.",
            "5 Dock Road",
        ),
        ("Your interview will be a video call on Teams now.", ""),
        ("Ihr Gespräch findet am Telefon statt. Wir rufen Sie um 9 Uhr an.", ""),
    ],
)
def test_a_place_that_is_told_of_the_talk_itself(text: str, place: str) -> None:
    assert place_later(text, known=KNOWN) == place
