from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.mail.rules.basics.language import HOME, codes
from onward.mail.rules.times.clock import times_in
from onward.mail.rules.times.days import days_in
from onward.mail.rules.times.languages import languages_of
from onward.mail.rules.times.last_day import last_day
from onward.mail.rules.times.when import appointment
from onward.mail.rules.times.when_words import Words, words_of

MONDAY = date(2026, 8, 3)


def words(language: str) -> Words:
    return words_of((language, "en"))


@pytest.mark.parametrize(
    ("language", "text", "moment"),
    [
        (
            "fr",
            "Nous vous proposons un entretien le mardi 11 août à 10h30.",
            "2026-08-11T10:30",
        ),
        (
            "it",
            "Passi mercoledì 12 agosto alle 18,30, le parlo io.",
            "2026-08-12T18:30",
        ),
        (
            "it",
            "colloquio il 12 agosto alle 18, 30 minuti in tutto",
            "2026-08-12T18:00",
        ),
        ("fr", "rendez-vous mardi 1er septembre 2026 à 9 h 30", "2026-09-01T09:30"),
        ("fr", "Pourriez-vous venir jeudi à 14h ?", "2026-08-06T14:00"),
        ("fr", "le 12/08 à 10h30", "2026-08-12T10:30"),
        ("fr", "12/08/2026, 10h30", "2026-08-12T10:30"),
        ("fr", "le mardi 11 à 10h", "2026-08-11T10:00"),
        ("fr", "demain à midi", "2026-08-04T12:00"),
        ("fr", "après-demain à dix heures", "2026-08-05T10:00"),
        ("fr", "lundi de la semaine prochaine à 10 heures", "2026-08-10T10:00"),
        ("fr", "entretien le 12 août de 10h à 11h", "2026-08-12T10:00"),
        ("fr", "mar. 11 août, 14:30", "2026-08-11T14:30"),
        ("fr", "le vendredi 7 août à 3 heures de l'après-midi", "2026-08-07T15:00"),
        ("fr", "Un entretien de 1h30 le 12 août à 9h", "2026-08-12T09:00"),
        ("fr", "jeudi 6 août à dix heures et demie", "2026-08-06T10:30"),
        ("es", "el martes 11 de agosto a las 10:30", "2026-08-11T10:30"),
        ("es", "el martes 11 de agosto de 2026 a las 10.30 h", "2026-08-11T10:30"),
        ("es", "mañana por la mañana a las 9", "2026-08-04T09:00"),
        ("es", "pasado mañana a las diez y media", "2026-08-05T10:30"),
        ("es", "jueves a las 4 de la tarde", "2026-08-06T16:00"),
        ("es", "este viernes a las 16:00 horas", "2026-08-07T16:00"),
        ("es", "11/08/2026 a las 11h", "2026-08-11T11:00"),
        ("es", "martes, día 11, a las 11:00", "2026-08-11T11:00"),
        ("es", "El lunes de la semana que viene a las 10:00", "2026-08-10T10:00"),
        ("es", "el 12 de agosto de 10:00 a 11:00", "2026-08-12T10:00"),
        ("es", "el miércoles 12 de agosto a mediodía", "2026-08-12T12:00"),
        ("it", "martedì 11 agosto alle ore 10.30", "2026-08-11T10:30"),
        ("it", "martedi' 11 agosto 2026 alle 10:30", "2026-08-11T10:30"),
        ("it", "giovedì alle dieci e mezza", "2026-08-06T10:30"),
        ("it", "giovedì dalle nove e mezza in poi", "2026-08-06T09:30"),
        ("pt", "quinta-feira, das 9 e meia às 11", "2026-08-06T09:30"),
        ("it", "domani alle 15", "2026-08-04T15:00"),
        ("it", "l'11 agosto dalle 10 alle 11", "2026-08-11T10:00"),
        ("it", "mercoledì 12/08 ore 11.00", "2026-08-12T11:00"),
        ("it", "il 12/08/2026 h 10:30", "2026-08-12T10:30"),
        ("it", "il 12 agosto alle 3 del pomeriggio", "2026-08-12T15:00"),
        ("it", "il 1° settembre alle 9", "2026-09-01T09:00"),
        ("it", "Lunedì della prossima settimana alle 10:00", "2026-08-10T10:00"),
        ("pt", "Serve-te quinta às 9h30?", "2026-08-06T09:30"),
        ("pl", "Proszę przyjść jutro na dziewiątą.", "2026-08-04T09:00"),
        ("es", "¿Puedes venir el jueves a las 9 al taller?", "2026-08-06T09:00"),
        ("tr", "Pazar günü saat 11'de", "2026-08-09T11:00"),
        ("pt", "terça-feira, 11 de agosto, às 10h30", "2026-08-11T10:30"),
        ("pt", "na terça, dia 11 de agosto, às 10h", "2026-08-11T10:00"),
        ("pt", "quinta-feira às 15h", "2026-08-06T15:00"),
        ("pt", "na sexta às 14:30", "2026-08-07T14:30"),
        ("pt", "A segunda entrevista será em 12 de agosto às 9h", "2026-08-12T09:00"),
        ("pt", "amanhã às 11 horas", "2026-08-04T11:00"),
        ("pt", "dia 12/08 às 10:30", "2026-08-12T10:30"),
        ("pt", "12/08/2026, 10h30 (horário de Brasília)", "2026-08-12T10:30"),
        ("pt", "segunda-feira da próxima semana às 10h", "2026-08-10T10:00"),
        ("pt", "sex, 07/08, às 3 da tarde", "2026-08-07T15:00"),
        ("nl", "op dinsdag 11 augustus om 10.30 uur", "2026-08-11T10:30"),
        ("nl", "dinsdag 11 aug. om 10u30", "2026-08-11T10:30"),
        ("nl", "dinsdag 11 augustus om kwart over twee", "2026-08-11T14:15"),
        ("nl", "donderdag om kwart voor elf", "2026-08-06T10:45"),
        ("nl", "donderdag om kwart over 9 bij ons", "2026-08-06T09:15"),
        ("nl", "donderdag om half drie", "2026-08-06T14:30"),
        ("nl", "donderdag om half 11", "2026-08-06T10:30"),
        ("sv", "på torsdag kvart över två", "2026-08-06T14:15"),
        ("sv", "på torsdag klockan kvart i elva", "2026-08-06T10:45"),
        ("pl", "w czwartek kwadrans po dziesiątej", "2026-08-06T10:15"),
        ("fr", "jeudi à dix heures et quart", "2026-08-06T10:15"),
        ("fr", "jeudi à onze heures moins le quart", "2026-08-06T10:45"),
        ("es", "el jueves a las diez y cuarto", "2026-08-06T10:15"),
        ("es", "el jueves a las 11 menos cuarto", "2026-08-06T10:45"),
        ("it", "giovedì alle dieci e un quarto", "2026-08-06T10:15"),
        ("pt", "na quinta-feira às dez e um quarto", "2026-08-06T10:15"),
        ("nl", "morgen om half elf", "2026-08-04T10:30"),
        ("nl", "Komende donderdag om 14:00 uur", "2026-08-06T14:00"),
        ("nl", "volgende week dinsdag om 10 uur", "2026-08-11T10:00"),
        ("nl", "dinsdag volgende week om 10 uur", "2026-08-11T10:00"),
        ("nl", "donderdag a.s. om 10.00 uur", "2026-08-06T10:00"),
        ("nl", "12-08-2026 om 14.15 uur", "2026-08-12T14:15"),
        ("nl", "woensdag 12 augustus van 10.00 tot 11.00 uur", "2026-08-12T10:00"),
        (
            "nl",
            "We hebben je ingepland voor woensdag 12 augustus om 3 uur 's middags",
            "2026-08-12T15:00",
        ),
        ("nl", "di 11 augustus, 10.30", "2026-08-11T10:30"),
        ("pl", "we wtorek 11 sierpnia o godz. 10:30", "2026-08-11T10:30"),
        ("pl", "w dniu 11.08.2026 r. o godzinie 10.00", "2026-08-11T10:00"),
        ("pl", "w czwartek o 14:00", "2026-08-06T14:00"),
        ("pl", "jutro o dziesiątej", "2026-08-04T10:00"),
        ("pl", "12 sierpnia 2026 r. (środa), godz. 9:00", "2026-08-12T09:00"),
        ("pl", "w poniedziałek w przyszłym tygodniu o 10.00", "2026-08-10T10:00"),
        ("pl", "12 sierpnia od 10 do 11", "2026-08-12T10:00"),
        ("pl", "śr., 12 sierpnia, godz. 12.15", "2026-08-12T12:15"),
        ("pl", "w najbliższy piątek o 9 rano", "2026-08-07T09:00"),
        ("pl", "pojutrze o 3 po południu", "2026-08-05T15:00"),
        ("pl", "wtorek 11.08 o 13:00", "2026-08-11T13:00"),
        ("tr", "11 Ağustos Salı günü saat 10.30'da", "2026-08-11T10:30"),
        ("tr", "11 Ağustos 2026 Salı, saat 14:00", "2026-08-11T14:00"),
        ("tr", "11.08.2026 tarihinde saat 10:00'da", "2026-08-11T10:00"),
        ("tr", "Perşembe günü saat 15.00'te", "2026-08-06T15:00"),
        ("tr", "11 Ağustos Salı günü 14.20'de", "2026-08-11T14:20"),
        ("tr", "yarın 11'de ofisimizde bekliyoruz", "2026-08-04T11:00"),
        ("tr", "11 Ağustos Salı, kat 12'de, 10.45'te", "2026-08-11T10:45"),
        ("tr", "yarın saat onda", "2026-08-04T10:00"),
        ("tr", "yarın saat on buçukta", "2026-08-04T10:30"),
        ("tr", "gelecek hafta salı saat 11'de", "2026-08-11T11:00"),
        ("tr", "haftaya salı 11:00", "2026-08-11T11:00"),
        ("tr", "Pazar Araştırma Uzmanı, 12 Ağustos saat 10.00", "2026-08-12T10:00"),
        ("tr", "ÇARŞAMBA 12 AĞUSTOS SAAT 13:30", "2026-08-12T13:30"),
        ("tr", "2 Ekim Cuma günü saat 10:00", "2026-10-02T10:00"),
        ("sv", "tisdagen den 11 augusti kl. 10.30", "2026-08-11T10:30"),
        ("sv", "tisdag 11/8 kl 10:30", "2026-08-11T10:30"),
        ("sv", "i morgon klockan halv elva", "2026-08-04T10:30"),
        ("sv", "på torsdag kl. 14", "2026-08-06T14:00"),
        ("sv", "nästa vecka på tisdag kl. 9.00", "2026-08-11T09:00"),
        ("sv", "den 12:e augusti kl 13.15-14.00", "2026-08-12T13:15"),
        ("sv", "2026-08-12 kl. 10.00", "2026-08-12T10:00"),
        ("sv", "onsdag den 12 augusti, 10.30", "2026-08-12T10:30"),
        ("sv", "i övermorgon kl. 3 på eftermiddagen", "2026-08-05T15:00"),
    ],
)
def test_one_day_with_one_time_is_the_appointment(
    language: str, text: str, moment: str
) -> None:
    found = appointment(text, told_on=MONDAY, words=words(language))
    assert found == datetime.fromisoformat(moment)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "We would like to meet you next week. Would Tuesday at 10:00 suit you?"),
        ("en", "next week on Tuesday at 10:00"),
        ("en", "We cannot this week, but next week on Tuesday at 10:00 we can."),
        ("en", "Are you free next week, on Tuesday at 10:00, in our office?"),
        ("de", "Nächste Woche führen wir Gespräche. Passt Ihnen Dienstag um 10 Uhr?"),
        ("de", "nächste Woche am Dienstag um 10 Uhr"),
        ("fr", "Un entretien la semaine prochaine ? Mardi à 10h nous irait."),
        (
            "es",
            "Nos gustaría conocerte la próxima semana. ¿Te viene bien el martes a las 10:00?",
        ),
        (
            "it",
            "Vorremmo incontrarti la prossima settimana. Va bene martedì alle 10:00?",
        ),
        (
            "pt",
            "Queremos marcar a entrevista na próxima semana. Pode ser terça-feira às 10h?",
        ),
        (
            "nl",
            "We willen je volgende week graag ontmoeten. Kun je dinsdag om 10.00 uur?",
        ),
        (
            "pl",
            "Zapraszamy na rozmowę w przyszłym tygodniu. Czy pasuje wtorek o 10:00?",
        ),
        ("tr", "Gelecek hafta görüşmek isteriz. Salı günü saat 10:00 uygun mu?"),
        ("sv", "Vi vill gärna träffa dig nästa vecka. Passar tisdag kl. 10.00?"),
    ],
)
def test_a_weekday_after_a_talk_of_next_week_is_one_of_it(
    language: str, text: str
) -> None:
    known = words(language) if language not in HOME else words_of(HOME)
    found = appointment(text, told_on=MONDAY, words=known)
    assert found == datetime.fromisoformat("2026-08-11T10:00")


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("en", "I am away next week. Could you call on Tuesday at 10:00?", None),
        ("en", "We decide next week. Come on Tuesday at 10:00.", None),
        (
            "en",
            "Next week is full, but this week Tuesday at 10:00 works.",
            "2026-08-04",
        ),
        ("en", "Offers go out next week.\n\nCome on Tuesday at 10:00.", "2026-08-04"),
        (
            "en",
            "Not next week, I cannot meet then. This Tuesday at 10:00?",
            "2026-08-04",
        ),
        ("de", "Nächste Woche bin ich im Urlaub. Dienstag um 10 Uhr?", None),
        ("nl", "Volgende week kan ik niet. Dinsdag om 10.00 uur?", None),
        ("fr", "Je suis absente la semaine prochaine. Mardi à 10h ?", None),
    ],
)
def test_a_talk_of_next_week_for_something_else_moves_no_weekday(
    language: str, text: str, day: str | None
) -> None:
    known = words(language) if language not in HOME else words_of(HOME)
    found = appointment(text, told_on=MONDAY, words=known)
    assert found == (datetime.fromisoformat(f"{day}T10:00") if day else None)


@given(st.integers(0, 6), st.integers(0, 6), st.sampled_from(["", " and Friday"]))
def test_a_weekday_of_next_week_is_never_one_of_this_week(
    today: int, weekday: int, more: str
) -> None:
    told_on = MONDAY + timedelta(days=today)
    name = [
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
    ][weekday]
    text = f"Can we meet next week? {name}{more} would suit us."
    found = [mention.day for mention in days_in(text, told_on=told_on) if mention]
    monday = MONDAY + timedelta(days=7)
    assert found[0] == monday + timedelta(days=weekday)
    assert all(monday <= day < monday + timedelta(days=7) for day in found)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "jeudi prochain à 14h"),
        ("fr", "le 12 août entre 10h et 12h"),
        ("fr", "le 12 août à partir de 14h"),
        ("fr", "Merci de confirmer avant le 12 août à 18h"),
        ("fr", "mercredi 12 août à 10h ou à 14h"),
        ("fr", "le 12 août, durée 1h"),
        ("es", "el próximo jueves a las 12:00"),
        ("es", "el jueves a las 4"),
        ("es", "el 12 de agosto entre las 10:00 y las 12:00"),
        ("es", "el 12 de agosto a las 10:00 o a las 12:00"),
        ("es", "responde antes del viernes 7 de agosto a las 14:00"),
        ("it", "giovedì prossimo alle 15"),
        ("it", "entro venerdì 7 agosto alle 12:00"),
        ("pt", "na próxima quinta-feira às 10h"),
        ("pt", "até sexta-feira, 7 de agosto, às 18h"),
        ("pt", "quinta etapa: envio em 12 de agosto"),
        ("nl", "volgende donderdag om 10 uur"),
        ("nl", "uiterlijk vrijdag 7 augustus om 12.00 uur"),
        ("nl", "Goede morgen, we bellen om 10.00 uur"),
        ("pl", "w przyszły czwartek o 10:00"),
        ("pl", "do piątku 7 sierpnia do godz. 12:00"),
        ("tr", "11 Ağustos Salı gününe kadar saat 12:00"),
        ("tr", "12 Ağustos Salı saat 10:00"),
        ("sv", "nästa torsdag kl. 10"),
        ("sv", "senast fredag den 7 augusti kl. 12"),
        ("sv", "onsdag den 12 augusti mellan 10 och 11"),
    ],
)
def test_nothing_is_guessed(language: str, text: str) -> None:
    assert appointment(text, told_on=MONDAY, words=words(language)) is None


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("fr", "Merci de nous renvoyer le test d'ici vendredi.", "2026-08-07"),
        (
            "fr",
            "Vous avez 5 jours ouvrés pour compléter le questionnaire.",
            "2026-08-10",
        ),
        ("fr", "Le lien est valable jusqu'au 12 août à minuit.", "2026-08-12"),
        ("fr", "À rendre avant le 12 août à 18h : l'exercice.", "2026-08-12"),
        ("fr", "Merci de compléter ce test sous 48 heures.", "2026-08-05"),
        ("es", "Envíanos la prueba antes del viernes.", "2026-08-07"),
        ("es", "Tienes 5 días para completar el test.", "2026-08-08"),
        (
            "es",
            "Tiene un plazo de 3 días hábiles para entregar el ejercicio.",
            "2026-08-06",
        ),
        ("es", "El enlace caduca el 12 de agosto.", "2026-08-12"),
        ("es", "Complete la evaluación en las próximas 72 horas.", "2026-08-06"),
        ("es", "Fecha límite: 12/08/2026 para enviar el caso.", "2026-08-12"),
        ("it", "Ti chiediamo di inviare il test entro venerdì.", "2026-08-07"),
        ("it", "Completi la prova entro le ore 18 di venerdì 7 agosto.", "2026-08-07"),
        ("it", "Hai 7 giorni per completare il test.", "2026-08-10"),
        ("it", "entro 5 giorni lavorativi restituisca il questionario", "2026-08-10"),
        ("pt", "Envie o teste até sexta-feira.", "2026-08-07"),
        ("pt", "Tem 5 dias úteis para concluir o desafio.", "2026-08-10"),
        (
            "pt",
            "Por favor conclua o teste até ao dia 12 de agosto às 23h59.",
            "2026-08-12",
        ),
        ("pt", "Você tem 48 horas para enviar o teste.", "2026-08-05"),
        ("pt", "o teste deve ser enviado até sexta", "2026-08-07"),
        ("nl", "Wil je de opdracht vóór vrijdag inleveren?", "2026-08-07"),
        ("nl", "Stuur de case uiterlijk 12 augustus om 17.00 uur terug.", "2026-08-12"),
        ("nl", "Je hebt 5 dagen om de test te maken.", "2026-08-08"),
        ("nl", "Vul de vragenlijst binnen drie werkdagen in.", "2026-08-06"),
        ("pl", "Prosimy o wykonanie zadania do piątku.", "2026-08-07"),
        (
            "pl",
            "Test należy wypełnić do dnia 12 sierpnia do godz. 12:00.",
            "2026-08-12",
        ),
        ("pl", "Masz 5 dni na wykonanie testu.", "2026-08-08"),
        ("pl", "Prosimy o odesłanie ankiety w ciągu 3 dni roboczych.", "2026-08-06"),
        ("tr", "Testi cuma gününe kadar tamamlamanızı rica ederiz.", "2026-08-07"),
        ("tr", "Ödevi en geç 12 Ağustos'ta gönderin.", "2026-08-12"),
        ("tr", "Testi 5 gün içinde tamamlayınız.", "2026-08-08"),
        ("tr", "Sınavı 3 iş günü içinde tamamlayın.", "2026-08-06"),
        (
            "tr",
            "Vaka çalışmasını 12 Ağustos Çarşamba saat 17:00'ye kadar iletin.",
            "2026-08-12",
        ),
        ("sv", "Lämna in uppgiften senast fredag.", "2026-08-07"),
        ("sv", "Du har 5 dagar på dig att göra testet.", "2026-08-08"),
        ("sv", "Skicka in svaren senast den 12 augusti kl. 17.", "2026-08-12"),
        ("sv", "Gör testet inom tre arbetsdagar.", "2026-08-06"),
    ],
)
def test_the_last_day_of_a_task_is_read(language: str, text: str, day: str) -> None:
    found = last_day(text, told_on=MONDAY, words=words(language))
    assert found == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Nous reviendrons vers vous d'ici vendredi après le test."),
        ("es", "Te diremos algo antes del viernes sobre la prueba."),
        ("it", "Ti faremo sapere entro venerdì dopo la prova."),
        ("pt", "Daremos retorno até sexta-feira sobre o teste."),
        ("nl", "Je hoort uiterlijk vrijdag of de test goed is."),
        ("pl", "Odezwiemy się do piątku w sprawie testu."),
        ("tr", "Test sonrası cumaya kadar döneceğiz."),
        ("sv", "Vi hör av oss senast fredag om testet."),
    ],
)
def test_what_the_writers_promise_is_no_last_day(language: str, text: str) -> None:
    assert last_day(text, told_on=MONDAY, words=words(language)) is None


@pytest.mark.parametrize(
    ("text", "languages"),
    [
        ("Nous vous attendons le mardi 11 août à 10h30.", ("fr", "en")),
        ("Zapraszamy we wtorek 11 sierpnia o godz. 10:30.", ("pl", "en")),
        ("See you on Tuesday at 10:30.", ("de", "en")),
        ("Ihr Termin: 22.09., 13 Uhr", ("de", "en")),
        ("12/08/2026, 10h30", ("de", "en")),
        ("", ("de", "en")),
    ],
)
def test_a_line_tells_its_language_by_its_days(
    text: str, languages: tuple[str, ...]
) -> None:
    assert languages_of(text) == languages


def test_a_french_line_above_an_english_footer_is_read() -> None:
    text = (
        "Bonjour, nous vous proposons un entretien le mardi 11 août à 10h30. "
        "Merci de nous dire si cela vous convient, et à bientôt pour la suite.\n\n"
        "This message and any attachment may be confidential. If you are not the person "
        "it is meant for, please tell us and delete it from your computer. We are an "
        "equal opportunities employer, and we keep what you send us for as long as the "
        "law of the land asks of us, and for no longer than that."
    )
    assert languages_of(text) == ("fr", "en")
    assert appointment(text, told_on=MONDAY) == datetime.fromisoformat(
        "2026-08-11T10:30"
    )


def test_an_english_day_in_other_mail_is_read() -> None:
    text = "Nous avons reçu votre message. Your interview: Tuesday August 11 at 10:30."
    found = appointment(text, told_on=MONDAY, words=words("fr"))
    assert found == datetime.fromisoformat("2026-08-11T10:30")


def test_an_open_week_is_left_open() -> None:
    assert list(
        days_in("jeudi de la semaine suivante", told_on=MONDAY, words=words("fr"))
    ) == [None]


def test_a_word_of_one_language_is_not_taken_for_that_of_another() -> None:
    assert not list(days_in("a sexta entrevista", told_on=MONDAY, words=words("pt")))
    assert not list(days_in("dom pracy do jutra", told_on=MONDAY, words=words("pl")))
    assert not list(days_in("you may sun yourself", told_on=MONDAY, words=words("it")))
    assert not list(days_in("3/4 du temps", told_on=MONDAY, words=words("fr")))
    assert not list(times_in("20h par semaine, 35h00", words=words("fr")))
    assert not list(times_in("40 horas semanales", words=words("es")))


_GUESTS = [code for code in codes() if code not in ("de", "en")]
_DAYS = st.dates(date(2020, 1, 1), date(2035, 12, 31))
_CLOCK = st.times().filter(lambda at: 8 <= at.hour < 22)
_WRITTEN = {
    "fr": "le {weekday} {day} {month} {year} à {at:%H}h{at:%M}",
    "es": "el {weekday} {day} de {month} de {year} a las {at:%H:%M} h",
    "it": "{weekday} {day} {month} {year} alle ore {at:%H}.{at:%M}",
    "pt": "{weekday}, {day} de {month} de {year}, às {at:%H}h{at:%M}",
    "nl": "op {weekday} {day} {month} {year} om {at:%H}.{at:%M} uur",
    "pl": "{weekday}, {day} {month} {year} r. o godz. {at:%H:%M}",
    "tr": "{day} {month} {year} {weekday} günü saat {at:%H}.{at:%M}'da",
    "sv": "{weekday} den {day} {month} {year} kl. {at:%H}.{at:%M}",
}


def _longest(table: dict[str, int], number: int) -> str:
    return max((word for word, n in table.items() if n == number), key=len)


@given(st.sampled_from(_GUESTS), _DAYS, st.integers(0, 300), _CLOCK)
def test_a_full_date_and_time_is_always_read_as_written(
    language: str,
    told_on: date,
    ahead: int,
    at: time,
) -> None:
    day = told_on + timedelta(days=ahead)
    known = words(language)
    own = words_of((language,))
    text = _WRITTEN[language].format(
        weekday=_longest(dict(own.weekdays), day.weekday()),
        month=_longest(dict(own.months), day.month),
        day=day.day,
        year=day.year,
        at=at,
    )
    moment = datetime.combine(day, at).replace(second=0, microsecond=0)
    assert appointment(text, told_on=told_on, words=known) == moment
    # Where the language is not known it is told by the words, or nothing is read.
    assert appointment(text, told_on=told_on) in (moment, None)


@given(
    st.sampled_from(_GUESTS),
    _DAYS,
    st.lists(
        st.sampled_from(
            [
                "mardi",
                "mar.",
                "martes",
                "sexta",
                "sexta-feira",
                "domenica",
                "do",
                "piątku",
                "salı",
                "günü",
                "kadar",
                "den",
                "nästa",
                "vecka",
                "le",
                "el",
                "il",
                "na",
                "op",
                "w",
                "1er",
                "12",
                "31",
                "8",
                "12/08",
                "12.08.",
                "2026",
                "août",
                "agosto",
                "set",
                "sierpnia",
                "Ağustos'a",
                "augusti",
                "à",
                "às",
                "alle",
                "om",
                "kl.",
                "godz.",
                "saat",
                "o",
                "10h30",
                "10.30",
                "10:30",
                "9",
                "h",
                "uur",
                ".",
                ",",
                "(",
                ")",
                "test",
                "teste",
                "5",
                "jours",
                "dni",
                "gün",
                "içinde",
                "İ",
            ]
        ),
        max_size=14,
    ).map(" ".join),
)
def test_whatever_is_read_lies_ahead(language: str, told_on: date, text: str) -> None:
    known = words(language)
    for mention in days_in(text, told_on=told_on, words=known):
        if mention is not None:
            assert told_on <= mention.day <= told_on + timedelta(days=300)
            assert 0 <= mention.start < mention.end <= len(text)
    for at in times_in(text, words=known):
        assert 0 <= at.start < at.end <= len(text)
    found = appointment(text, told_on=told_on, words=known)
    assert found is None or found.date() >= told_on
    until = last_day(text, told_on=told_on, words=known)
    assert until is None or until >= told_on


@pytest.mark.parametrize(
    ("language", "text", "at"),
    [
        ("tr", "saat İki buçukta, akşam", time(14, 30)),
        ("tr", "SAAT İKİ.", time(14)),
        ("tr", "saat On İkide.", time(12)),
        ("tr", "saat ikı.", None),
        ("tr", "SAAT SEKİZ BUÇUKTA", time(8, 30)),
        ("fr", "à DİX heures", time(10)),
        ("en", "at ſeven.", None),
    ],
)
def test_letters_that_only_look_alike_stop_no_reading(
    language: str, text: str, at: time | None
) -> None:
    found = list(times_in(text, words=words_of((language, "en"))))
    assert [mention.at for mention in found] == ([] if at is None else [at])


def _own_words(language: str) -> list[str]:
    known = words(language)
    tables = (known.months, known.weekdays, known.hours, known.near)
    kinds = [
        "at",
        "half_and",
        "half_to",
        "half_past",
        "quarter_to",
        "quarter_past",
        "afternoon",
        "morning",
        "period",
    ]
    kinds += ["days", "hours", "last", "oclock", "hour_words", "begins", "ends"]
    listed = [word for kind in kinds for word in known.listed(kind)]
    return [*(word for table in tables for word in table), *listed]


_AT = {
    "en": ["at"],
    "de": ["um", "halb"],
    "fr": ["à"],
    "es": ["a las"],
    "it": ["alle"],
    "pt": ["às"],
    "nl": ["om", "half"],
    "pl": ["o", "wpół do"],
    "tr": ["saat"],
    "sv": ["kl.", "halv"],
}


def _like(word: str, letters: str) -> str:
    """Write some of a word's letters as others that are taken for them."""
    for plain, other in zip("iısk", letters, strict=True):
        word = word.replace(plain, other)
    return word


_LETTERS = st.tuples(*map(st.sampled_from, ("iIİı", "ıIİi", "sSſ", "kK\u212a")))


@given(st.sampled_from(codes()), st.data())
def test_no_letter_stops_the_reading(language: str, data: st.DataObject) -> None:
    word = st.sampled_from(_own_words(language))
    odd = st.builds(_like, word, _LETTERS.map("".join))
    other = st.sampled_from(["İ", "I", "ı", "ſ", "2", "31", "test", "10:30", "Şı"])
    mixed = word | odd | odd.map(str.upper) | other
    hour = st.sampled_from(list(words(language).hours))
    odd_hour = st.builds(_like, hour, _LETTERS.map("".join))
    clock = st.builds("{} {}{}".format, word, odd_hour, st.sampled_from([".", " ", ""]))
    said = st.builds("{} {}.".format, st.sampled_from(_AT[language]), odd_hour)
    text = " ".join(data.draw(st.lists(mixed | clock | said, max_size=9)))
    for known in (words(language), None):
        for mention in days_in(text, told_on=MONDAY, words=known):
            assert mention is None or mention.end <= len(text)
        for at in times_in(text, words=known):
            assert 0 <= at.start < at.end <= len(text)
        appointment(text, told_on=MONDAY, words=known)
        last_day(text, told_on=MONDAY, words=known)
