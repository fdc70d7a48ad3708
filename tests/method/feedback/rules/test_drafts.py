from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.core.languages import Language
from onward.method.feedback.rules.drafts import (
    Facts,
    Voice,
    client_of,
    day_words,
    fill,
    reply_subject,
    signature,
    write_draft,
)
from onward.method.feedback.rules.formality import writes_ss
from onward.method.feedback.rules.kinds import Focus, Formality, Reached
from onward.method.feedback.rules.language import language_file
from onward.method.feedback.rules.mailto import mailto

FACTS = Facts(
    name="Dana Whitcombe",
    me="Robin Vale",
    role="Planner",
    company="Bright Harbour",
    interviewed_on=date(2026, 11, 1),
)
VOICES = [
    Voice(reached, language, formality, focus, was_told=was_told)
    for was_told in (False, True)
    for reached in Reached
    for language in Language
    for formality in Formality
    for focus in Focus
]
voices = st.sampled_from(VOICES)
words = st.text(max_size=40)


def test_each_of_the_six_hundred_voices_speaks_for_itself() -> None:
    assert len(VOICES) == 10 * 2 * 5 * 3 * 2
    skill = {write_draft(v, facts=FACTS).body for v in VOICES if v.focus == Focus.SKILL}
    # CONTACT and APPLICATION share their words.
    assert len(skill) == 10 * 2 * 4 * 2


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("formality", Formality)
@pytest.mark.parametrize("reached", Reached)
def test_where_they_said_something_it_is_thanked_for_and_not_asked_for_again(
    language: Language, formality: Formality, reached: Reached
) -> None:
    def body(focus: Focus, *, was_told: bool) -> str:
        voice = Voice(reached, language, formality, focus, was_told=was_told)
        return write_draft(voice, facts=FACTS).body

    words = language_file(language)[formality.value]
    for focus in Focus:
        assert words["told"] in body(focus, was_told=True)
        told = body(focus, was_told=False).count(words["told"])
        assert told == (focus == Focus.NEXT)
    for focus in (Focus.SKILL, Focus.PREPARATION):
        assert f"\n\n{words['ask_beyond']} " in body(focus, was_told=True)
        assert f"\n\n{words['ask']} " in body(focus, was_told=False)
    assert words["ask_beyond"] != words["ask"]
    assert words["question"]["next"] in body(Focus.NEXT, was_told=True)


@pytest.mark.parametrize("voice", VOICES, ids=str)
def test_every_variant_has_thanks_one_question_and_an_easy_way_out(
    voice: Voice,
) -> None:
    draft = write_draft(voice, facts=FACTS)
    parts = draft.body.split("\n\n")
    assert len(parts) == 5
    # Polish would have to bend the name.
    is_named = parts[0].rstrip(",:").endswith(("Dana Whitcombe", "Dana"))
    is_polite_polish = (voice.language, voice.formality) == ("pl", "formal")
    assert is_named != is_polite_polish
    assert draft.body.count("?") == 1
    assert parts[2].rstrip().endswith("?")
    assert parts[4].endswith("\nRobin Vale")
    assert not re.search(r"[{}\[\]|!]|  ", draft.body)
    assert 230 < len(draft.body) < 800
    assert not re.search(r"\bwhy\b|\bwarum\b|\bpourquoi\b|por qué", draft.body, re.I)


@pytest.mark.parametrize(
    "voice",
    [v for v in VOICES if v.focus == Focus.SKILL and v.reached == Reached.FINAL],
    ids=str,
)
def test_an_offer_is_taken_up_instead_of_the_way_out(voice: Voice) -> None:
    words = language_file(voice.language)[voice.formality.value]
    body = write_draft(replace(voice, was_offered=True), facts=FACTS).body
    assert words["take_up"] in body
    assert words["way_out"] not in body


@given(voices, words, words, words, words)
def test_no_fact_breaks_a_draft_and_what_is_not_known_is_left_out(
    voice: Voice, name: str, me: str, role: str, company: str
) -> None:
    draft = write_draft(voice, facts=Facts(name, me, role, company))
    blank = write_draft(voice, facts=Facts())
    assert draft.body.count("\n\n") == 4
    assert "\n" not in draft.subject
    assert not re.search(r"[{}\[\]|]|  | [.,]", blank.body)
    if role.strip() and voice.reached == Reached.FINAL:
        assert " ".join(role.split()) in draft.body


def test_a_german_draft_keeps_sie_and_du_apart() -> None:
    formal = write_draft(
        Voice(Reached.INTERVIEW, Language.GERMAN, Formality.FORMAL), facts=FACTS
    ).body
    informal = write_draft(
        Voice(Reached.INTERVIEW, Language.GERMAN, Formality.INFORMAL), facts=FACTS
    ).body
    assert "am 1. November" in formal
    assert "Ihre Rückmeldung" in formal
    assert not re.search(r"\b(du|dir|dich|dein\w*|euch)\b", formal)
    assert informal.startswith("Hallo Dana,\n\ndanke für deine")
    assert not re.search(r"\b(Sie|Ihnen|Ihre\w*)\b", informal)


@pytest.mark.parametrize(
    ("texts", "address"),
    [
        (["Alles Gute!\n\nFreundliche Grüsse\nReto Caduff"], "r@klinik.example"),
        (["Liebe Grüsse aus Wil"], ""),
        (["Wir haben die Unterlagen gemäss Ihrem Wunsch gelöscht."], ""),
        (["Unsere Adresse: Spitalstrasse 1, Haus A."], ""),
        (["Das war ein grosses Feld.", "Danke."], ""),
        (["Ausserdem fehlt uns die Zeit."], ""),
        (["Das heisst, wir melden uns."], ""),
        (["Wir schliessen das Dossier."], ""),
        (["Mit besten Grüssen"], "anna@spital.ch"),
        (["Es hat leider nicht gereicht."], "anna@spital.ch"),
        (["Sonnige Grüsse\nReto\n\nAm 3.8. schrieb V:\n> Viele Grüße\n> V"], ""),
    ],
)
def test_german_without_a_sharp_s_is_known(texts: list[str], address: str) -> None:
    assert writes_ss(texts, address=address)


@pytest.mark.parametrize(
    ("texts", "address"),
    [
        ([], ""),
        (["Mit freundlichen Grüßen"], ""),
        (["Mit freundlichen Grüßen"], "anna@spital.ch"),
        (["Freundliche Grüsse", "Wir heißen Sie willkommen."], ""),
        (["HAUPTSTRASSE 4, 20095 HAMBURG"], ""),
        (["Mit freundlichen Gruessen"], ""),
        (["Es war eine grosse Freude" + ", und ich weiß das."], ""),
        (["Die Masse der Interessen müssen wir im Essen messen."], ""),
        (["Danke, das Wissen passt. Bis dann."], "anna@ch.example"),
        (["Wir lassen Sie das wissen und müssen passen."], "a@b.de"),
        (["Best regards\nAnna"], "a@b.example"),
        (["Ich möchte Bußgelder und Maße klären."], ""),
    ],
)
def test_other_german_has_its_sharp_s(texts: list[str], address: str) -> None:
    assert not writes_ss(texts, address=address)


@pytest.mark.parametrize("formality", Formality)
def test_a_draft_closes_as_they_write(formality: Formality) -> None:
    facts = replace(FACTS, role="Straßenwärterin")
    voice = Voice(Reached.INTERVIEW, Language.GERMAN, formality)
    plain = write_draft(voice, facts=facts).body
    swiss = write_draft(replace(voice, writes_ss=True), facts=facts).body
    assert re.search(r"Grüßen?\nRobin Vale$", plain)
    assert re.search(r"Grüssen?\nRobin Vale$", swiss)
    assert "Straßenwärterin" in swiss


@pytest.mark.parametrize(
    ("language", "formal", "informal"),
    [
        (Language.FRENCH, r"\b(vous|votre|vos)\b", r"\b(tu|toi|ton|ta|tes)\b"),
        (Language.SPANISH, r"\b(usted|su|sus|le)\b", r"\b(tú|tu|tus|te)\b"),
        (Language.ITALIAN, r"\b(La|Lei|Su[ao]i?)\b", r"\b(tu|tua|tuo|ti|te)\b"),
        (Language.DUTCH, r"\b(u|uw)\b", r"\b(je|jij|jullie|jou)\b"),
        (Language.POLISH, r"\bPaństw", r"\b(ci|ciebie|two\w+|wam|was)\b"),
        (
            Language.TURKISH,
            r"\b(\w+[iıuü]n[iıuü]z)\b",
            r"\b(senin|verdiğin|söylediklerin)\b",
        ),
        (Language.PORTUGUESE, r"\b(sua|sugere)\b", r"\b(você|vocês)\b"),
    ],
)
@pytest.mark.parametrize("reached", Reached)
@pytest.mark.parametrize("offered", [False, True])
@pytest.mark.parametrize("hours", [False, True])
def test_the_forms_of_address_do_not_mix(
    language: Language,
    formal: str,
    informal: str,
    reached: Reached,
    offered: bool,
    hours: bool,
) -> None:
    def body(formality: Formality) -> str:
        voice = Voice(
            reached,
            language,
            formality,
            Focus.NEXT,
            was_offered=offered,
            is_about_hours=hours,
        )
        return write_draft(voice, facts=FACTS).body

    polite, close = body(Formality.FORMAL), body(Formality.INFORMAL)
    assert re.search(formal, polite)
    assert not re.search(informal, polite)
    assert re.search(informal, close)


def test_french_question_marks_stand_behind_a_hard_space() -> None:
    body = write_draft(Voice(Reached.FINAL, Language.FRENCH), facts=FACTS).body
    assert "\u00a0?" in body
    assert "«\u00a0Planner\u00a0»" in body


def test_days_are_written_as_each_language_writes_them() -> None:
    first, twelfth = date(2026, 3, 1), date(2026, 3, 12)
    said = {
        language: (
            day_words(first, data=language_file(language)),
            day_words(twelfth, data=language_file(language)),
        )
        for language in Language
    }
    assert said == {
        Language.ENGLISH: ("1 March", "12 March"),
        Language.GERMAN: ("1. März", "12. März"),
        Language.FRENCH: ("1er mars", "12 mars"),
        Language.SPANISH: ("1 de marzo", "12 de marzo"),
        Language.ITALIAN: ("1° marzo", "12 marzo"),
        Language.DUTCH: ("1 maart", "12 maart"),
        Language.PORTUGUESE: ("1º de março", "12 de março"),
        Language.SWEDISH: ("1 mars", "12 mars"),
        Language.POLISH: ("1 marca", "12 marca"),
        Language.TURKISH: ("1 Mart", "12 Mart"),
    }


def test_what_is_filled_in_is_never_read_as_a_template() -> None:
    assert fill("[For {role}|For it]", {"role": "{me} [x|y]"}) == "For {me} [x|y]"
    assert fill("[For {role}|For it]", {"role": ""}) == "For it"
    assert fill("A[ for {role}].", {}) == "A."


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        ("Your application", "Re: Your application"),
        ("Re: RE: Your application", "Re: Your application"),
        ("AW: Antw: Ihre Bewerbung", "Re: Ihre Bewerbung"),
        ("Re[2]: Hello", "Re: Hello"),
        ("Regarding it", "Re: Regarding it"),
        ("  ", ""),
    ],
)
def test_an_answer_carries_one_re(subject: str, expected: str) -> None:
    assert reply_subject(subject) == expected


@given(
    st.text(st.characters(codec="utf-8"), max_size=200),
    st.text(st.characters(codec="utf-8"), max_size=80),
)
def test_a_mail_link_gives_back_what_was_put_in(body: str, subject: str) -> None:
    link = mailto(
        "dana+jobs@bright.example", subject=subject, body=body, in_reply_to="a&b@c"
    )
    split = urlsplit(link)
    assert split.scheme == "mailto"
    assert unquote(split.path) == "dana+jobs@bright.example"
    assert "+" not in split.query  # a plus would be read as a plus, not as a space
    fields = parse_qs(split.query, keep_blank_values=True)
    normal = body.replace("\r\n", "\n").replace("\r", "\n")
    assert fields["body"] == [normal.replace("\n", "\r\n")]
    assert fields["subject"] == [subject]
    assert fields["in-reply-to"] == ["<a&b@c>"]


def test_a_mail_link_cannot_smuggle_in_a_header() -> None:
    link = mailto("a@b.example?bcc=x@y.example", subject="s", body="b&cc=x@y.example")
    assert link.count("?") == 1
    assert link.count("&") == 1


@pytest.mark.parametrize(
    ("names", "formal"),
    [
        (("Vesna", "", "Vesna Prelog"), "Vesna Prelog"),
        (("Vesna", "Prelog", "Vesna Prelog"), "Vesna Prelog"),
        (("Vesna Prelog", "", "Vesna"), "Vesna Prelog"),
        (("Vesna", "Prelog, Vesna", "Ves Na"), "Vesna"),
        (("Vesna", "Ana Kos", ""), "Vesna"),
        (("", "Ana Kos", "Ana Kos Hren"), "Ana Kos Hren"),
        (("", "", ""), ""),
    ],
)
def test_a_formal_letter_is_signed_with_the_whole_name(
    names: tuple[str, ...], formal: str
) -> None:
    assert signature(names, formality=Formality.FORMAL) == formal
    first = next(filter(None, names), "")
    assert signature(names, formality=Formality.INFORMAL) == first


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("formality", Formality)
@pytest.mark.parametrize("reached", Reached)
def test_an_agency_reads_which_client_it_is_about(
    language: Language, formality: Formality, reached: Reached
) -> None:
    voice = Voice(reached, language, formality, was_told=True)
    for role in ("", "Night Porter"):
        facts = Facts(role=role, company="Hartwell Foods", client="Hartwell Foods")
        assert write_draft(voice, facts=facts).body.count("Hartwell Foods") == 1
        own = Facts(role=role, company="Hartwell Foods")
        assert "Hartwell" not in write_draft(voice, facts=own).body


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (Language.ENGLISH, "my application"),
        (Language.GERMAN, "meiner Bewerbung"),
        (Language.FRENCH, "ma candidature"),
        (Language.SPANISH, "sobre mi candidatura"),
        (Language.ITALIAN, "sulla mia candidatura"),
        (Language.PORTUGUESE, "sobre a minha candidatura"),
        (Language.DUTCH, "over mijn sollicitatie"),
        (Language.POLISH, "mojej aplikacji"),
        (Language.SWEDISH, "om min ansökan"),
    ],
)
@pytest.mark.parametrize("formality", Formality)
def test_a_draft_says_once_what_it_is_about(
    language: Language, words: str, formality: Formality
) -> None:
    voice = Voice(Reached.CONTACT, language, formality, focus=Focus.NEXT, was_told=True)
    assert write_draft(voice, facts=Facts()).body.count(words) == 1


@pytest.mark.parametrize(
    ("company", "address", "client"),
    [
        ("Almacenes Roig", "carmen@temporalia.example", "Almacenes Roig"),
        ("Almacenes Roig", "carmen@roig.example", ""),
        ("Distribuciones Álbufera", "rrhh@distribucionesalbufera.example", ""),
        ("Bäckerei Müller", "kim@mueller.example", ""),
        ("Almacenes Roig", "carmen@gmail.com", ""),
        ("BQ AG", "kim@agency.example", ""),
        ("Almacenes Roig", "", ""),
        ("", "carmen@temporalia.example", ""),
    ],
)
def test_a_client_is_whom_the_firm_of_an_address_works_for(
    company: str, address: str, client: str
) -> None:
    assert client_of(company, address=address) == client
