"""Thanks for time and effort are in any no: they are no reason, in whatever language."""

from __future__ import annotations

import pytest

from onward.method.feedback.rules.reasons import reasons_in

FORM = [
    (
        "nl",
        "Helaas gaan we niet verder met je sollicitatie, maar we waarderen de tijd die je hebt genomen.",
    ),
    ("nl", "We stellen de moeite die u hebt gedaan zeer op prijs."),
    (
        "en",
        "Unfortunately, we are not moving forward with your application, but we appreciate the time you took.",
    ),
    ("en", "We value the time and effort you have put into applying."),
    (
        "de",
        "Leider führen wir Ihre Bewerbung nicht weiter, wir schätzen aber die Zeit, die Sie sich genommen haben.",
    ),
    ("de", "Wir wissen die Mühe, die Sie investiert haben, sehr zu schätzen."),
    (
        "fr",
        "Malheureusement, nous ne donnons pas suite à votre candidature, mais nous apprécions le temps que vous avez pris.",
    ),
    (
        "fr",
        "Nous sommes sensibles au temps que vous avez consacré à cette candidature.",
    ),
    (
        "es",
        "Lamentablemente no seguimos adelante con tu solicitud, pero valoramos el tiempo que has dedicado.",
    ),
    ("es", "Apreciamos mucho el esfuerzo que ha hecho al presentarse."),
    (
        "it",
        "Purtroppo non proseguiamo con la tua candidatura, ma apprezziamo il tempo che ci hai dedicato.",
    ),
    ("it", "Apprezziamo molto l'impegno che ha messo nel candidarsi."),
    (
        "pt",
        "Infelizmente não avançamos com a sua candidatura, mas valorizamos o tempo que dedicou.",
    ),
    ("pt", "Apreciamos muito o esforço que fez ao candidatar-se."),
    (
        "pl",
        "Niestety nie będziemy kontynuować procesu z Twoją aplikacją, ale doceniamy czas, który poświęciłeś.",
    ),
    ("pl", "Bardzo cenimy wysiłek, który włożyła Pani w aplikację."),
    (
        "sv",
        "Tyvärr går vi inte vidare med din ansökan, men vi uppskattar tiden du har lagt ner.",
    ),
    ("sv", "Vi värdesätter det arbete du har lagt på att söka."),
    (
        "tr",
        "Maalesef başvurunuzla ilerlemiyoruz, ancak ayırdığınız zamanı takdir ediyoruz.",
    ),
    ("tr", "Başvurmak için gösterdiğiniz çabaya değer veriyoruz."),
]
TOLD = [
    (
        "en",
        "We appreciate the time you took, but you have no experience with our planning system.",
    ),
    (
        "de",
        "Wir schätzen die Zeit, die Sie sich genommen haben; Ihnen fehlt aber die Erfahrung mit Kühltransporten.",
    ),
    (
        "nl",
        "We waarderen de tijd die je hebt genomen, maar je had nog geen ervaring met ons planningssysteem.",
    ),
    (
        "fr",
        "Nous apprécions le temps que vous avez pris, mais il vous manque une expérience du transport frigorifique.",
    ),
    (
        "es",
        "Valoramos el tiempo que has dedicado, pero te falta experiencia con nuestro programa de tráfico.",
    ),
    (
        "it",
        "Apprezziamo il tempo che ci ha dedicato, ma le manca esperienza con il nostro gestionale.",
    ),
    (
        "sv",
        "Vi uppskattar tiden du har lagt ner, men du saknar erfarenhet av vårt system.",
    ),
]

TURNED = [
    (
        "en",
        "We appreciated the effort and your communication was clear but you lacked experience with Kubernetes.",
    ),
    (
        "en",
        "The team valued your interest in accessibility and your portfolio was too narrow for the role.",
    ),
    ("de", "Wir schätzen Ihre Zeit, aber Ihnen fehlte Erfahrung mit SAP."),
    (
        "de",
        "Wir wissen Ihre Mühe zu schätzen, doch Ihnen fehlte die Erfahrung mit SAP.",
    ),
    ("de", "Wir würdigen Ihren Einsatz und Ihnen fehlt noch Erfahrung mit SAP."),
    ("nl", "We waarderen je tijd maar je had nog geen ervaring met SAP."),
    ("fr", "Nous apprécions vos efforts mais il vous manque une expérience de SAP."),
    ("es", "Valoramos tu tiempo pero te falta experiencia con SAP."),
    ("it", "Apprezziamo il suo tempo ma le manca esperienza con SAP."),
    ("pl", "Doceniamy Pana czas ale zabrakło Panu doświadczenia z SAP."),
    ("pt", "Valorizamos o seu tempo mas falta-lhe experiência com SAP."),
    ("sv", "Vi uppskattar din tid men du saknar erfarenhet av SAP."),
    ("tr", "Zamanınızı takdir ediyoruz ancak SAP deneyiminiz yetersizdi."),
    ("tr", "Bu alandaki bilginiz henüz eksikti."),
    ("tr", "SAP deneyiminiz yetersizdi ama zamanınızı takdir ediyoruz."),
]
"""What is told behind the thanks, parted by no more than a word."""
FORM_BESIDE = [
    ("en", "We value your time and your interest in our team."),
    ("de", "Wir wissen Ihre Zeit und Ihre Mühe sehr zu schätzen."),
    ("fr", "Nous apprécions votre temps et votre intérêt pour notre maison."),
    ("sv", "Vi uppskattar din tid och ditt intresse för oss."),
    ("tr", "Zamanınızı ve emeğinizi takdir ediyoruz."),
]
"""Thanks for two things are thanks still."""


@pytest.mark.parametrize(("language", "sentence"), FORM + FORM_BESIDE)
def test_thanks_for_time_or_effort_are_no_reason(language: str, sentence: str) -> None:
    assert reasons_in(f"Robin,\n\n{sentence}\n\nKim", language=language) == ()


@pytest.mark.parametrize(("language", "sentence"), TOLD + TURNED)
def test_what_is_told_beside_such_thanks_is_a_reason(
    language: str, sentence: str
) -> None:
    (found,) = reasons_in(f"Robin,\n\n{sentence}\n\nKim", language=language)
    assert found.text == sentence
