from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.mail.rules.facts.patterns import load_facts
from onward.mail.rules.facts.titles.bounds import (
    bounded,
    of_one_sentence,
    sounds_like_work,
)

LANGUAGES = [facts.language for facts in load_facts()]


@pytest.mark.parametrize(
    ("language", "caught", "title"),
    [
        ("es", "El corrector de estilo queda en suspenso", "corrector de estilo"),
        ("es", "la bolsa de educador social", "educador social"),
        ("es", "teleoperadora necesitamos", "teleoperadora"),
        ("es", "archivista del", "archivista"),
        ("es", "ebanista con experiencia", "ebanista"),
        ("fr", "le poste de libraire", "libraire"),
        ("fr", "graphiste ne sera pas pourvu", "graphiste"),
        ("it", "un educatore per il giorno 14 ottobre", "educatore"),
        ("it", "sarta, la tua", "sarta, la tua"),
        ("it", "stilista e", "stilista"),
        ("nl", "Timmerman gezocht", "Timmerman"),
        ("nl", "hovenier nodigen we", "hovenier"),
        ("nl", "kok in opleiding", "kok in opleiding"),
        ("pl", "kustosz zaproponujemy komuś innemu", "kustosz"),
        ("pl", "stanowisko technologa", "technologa"),
        ("pt", "mediador cultural passou à fase seguinte", "mediador cultural"),
        ("pt", "o lugar de livreira", "livreira"),
        ("sv", "Fiskare sökes", "Fiskare"),
        ("sv", "lärare ska gå till en annan", "lärare"),
        ("tr", "sizi fizyoterapist", "fizyoterapist"),
        ("tr", "açılan Çevre Mühendisi", "Çevre Mühendisi"),
        ("tr", "bu dönem İspanyolca öğretmeni", "İspanyolca öğretmeni"),
        ("tr", "Müzemizde Yeni restoratör", "restoratör"),
        ("tr", "Satın alma uzmanı", "Satın alma uzmanı"),
        ("nl", "loodgieter erbij", "loodgieter"),
        ("it", "cuoco deve portare", "cuoco"),
        ("pl", "stolarz dotarło", "stolarz"),
        ("sv", "snickare eftersom", "snickare"),
        ("fr", "boulanger après", "boulanger"),
        ("pt", "pedreiro pro primo", "pedreiro"),
        ("es", "cajera envíe copia", "cajera"),
        ("tr", "kasap ihtiyacımız", "kasap"),
        ("en", "The Weaver is", "The Weaver is"),
        ("de", "Die Weberin", "Die Weberin"),
    ],
)
def test_a_title_ends_where_its_sentence_goes_on(
    language: str, caught: str, title: str
) -> None:
    assert bounded(caught, language=language) == title


@pytest.mark.parametrize(
    ("language", "caught"),
    [
        ("es", "del lunes"),
        ("es", "con dirección"),
        ("es", "en Madrid"),
        ("fr", "toujours à l'étude"),
        ("fr", "téléphonique"),
        ("it", "finale con il titolare"),
        ("nl", "ingetrokken"),
        ("nl", "met de directie"),
        ("pl", "zmiana terminu"),
        ("pt", "cancelada"),
        ("sv", "gått"),
        ("sv", "Referenser"),
        ("tr", "Sonuçlandı"),
        ("es", ""),
    ],
)
def test_words_that_stand_where_titles_do_are_none(language: str, caught: str) -> None:
    assert bounded(caught, language=language) == ""


@given(st.text(max_size=60), st.sampled_from(LANGUAGES))
def test_a_title_is_only_ever_shortened(caught: str, language: str) -> None:
    title = bounded(caught, language=language)
    words, kept = caught.split(), title.split()
    places = range(len(words) - len(kept) + 1)
    assert not kept or any(words[at : at + len(kept)] == kept for at in places)


@given(
    st.sampled_from(["camarera", "bibliotecario", "soldador naval", "analista"]),
    st.sampled_from(["el", "la", "puesto de", "vacante de", ""]),
    st.sampled_from(["queda libre", "ha sido cubierta", "se cierra hoy", ""]),
)
def test_what_stands_around_a_title_leaves_it_whole(
    title: str, before: str, after: str
) -> None:
    assert bounded(f"{before} {title} {after}", language="es") == title


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("es", "vidriero"),
        ("fr", "cordonnière"),
        ("it", "enotecario"),
        ("nl", "mandenvlechter"),
        ("pl", "szklarz"),
        ("pt", "cesteira"),
        ("sv", "klockmakare"),
        ("tr", "camcı"),
    ],
)
def test_a_title_in_no_list_is_known_by_its_form(language: str, title: str) -> None:
    assert sounds_like_work(title, language=language)


@pytest.mark.parametrize(
    ("language", "word"),
    [
        ("es", "cancelado"),
        ("nl", "zal"),
        ("sv", "gått"),
        ("fr", "bientôt"),
        ("en", "x"),
    ],
)
def test_other_words_are_not(language: str, word: str) -> None:
    assert not sounds_like_work(word, language=language)


@pytest.mark.parametrize(
    ("language", "caught", "title"),
    [
        ("de", "Sous Chef. Jetzt", "Sous Chef"),
        ("de", "Erzieherin! In", "Erzieherin"),
        ("en", "Nurse. Please", "Nurse"),
        ("de", "Stellv. Küchenchef", "Stellv. Küchenchef"),
        ("de", "Dipl. Ing. Maschinenbau", "Dipl. Ing. Maschinenbau"),
        ("de", "Auswahlprozess Filialleiter", "Filialleiter"),
        ("de", "Verfahren Referent", "Referent"),
        ("de", "Besetzung", "Besetzung"),
        ("en", "Lead Engineer", "Lead Engineer"),
    ],
)
def test_a_title_ends_with_its_sentence_and_begins_behind_its_procedure(
    language: str, caught: str, title: str
) -> None:
    assert of_one_sentence(caught, language=language) == title
