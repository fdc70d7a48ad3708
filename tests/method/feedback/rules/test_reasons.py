"""Reasons in letters that say no, against invented letters with their marked sentences."""

from __future__ import annotations

import tomllib
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.mail.rules.basics.language import codes
from onward.method.feedback.rules.reasons import (
    MOST_REASONS,
    gives_none,
    is_about_the_person,
    offers_feedback,
    reasons_in,
)
from onward.method.feedback.rules.said import meanings_of, tag_cues

FIXTURES = Path(__file__).parents[3] / "fixtures"
SUGGESTED_TAGS = ("skill", "experience", "fit", "communication", "not_me")
SETS = ("reasons", "reasons_second", "reasons_third", "reasons_ten")


def letters(name: str) -> list[dict[str, Any]]:
    path = FIXTURES / "feedback" / f"{name}.toml"
    found: list[dict[str, Any]] = tomllib.loads(path.read_text("utf-8"))["letters"]
    return found


def counted(name: str) -> tuple[int, int, int]:
    """Return how many sentences were found rightly, wrongly, and passed over."""
    right = wrong = passed = 0
    for letter in letters(name):
        found = {said.text for said in reasons_in(letter["text"])}
        marked = set(letter["reasons"])
        right += len(found & marked)
        wrong += len(found - marked)
        passed += len(marked - found)
    return right, wrong, passed


@pytest.mark.parametrize("name", SETS)
def test_a_phrase_is_hardly_ever_shown_as_a_reason(name: str) -> None:
    right, wrong, passed = counted(name)
    assert right >= 15
    assert right / (right + wrong) >= 0.95
    assert right / (right + passed) >= 0.85


def test_marked_sentences_stand_in_their_letters() -> None:
    for name in SETS:
        for letter in letters(name):
            plain = " ".join(letter["text"].split())
            assert all(reason in plain for reason in letter["reasons"])


def test_of_many_declines_few_give_a_reason() -> None:
    """The letters of the mail room's rules: nearly all of them are form."""
    total = with_reason = 0
    for path in sorted((FIXTURES / "mail" / "verdicts").glob("*.toml")):
        for _sender, _subject, text in tomllib.loads(path.read_text("utf-8")).get(
            "rejection", []
        ):
            total += 1
            with_reason += bool(reasons_in(text))
    assert total > 200
    assert 0.08 <= with_reason / total <= 0.16


def test_a_reason_keeps_its_place_and_quotes_are_not_read() -> None:
    text = "Hello,\n\nYour answers were\nrather general.\n\n> Your CV did not show any examples.\n"
    (said,) = reasons_in(text, language="en")
    assert said.text == "Your answers were rather general."
    assert text[said.start :].startswith("Your answers")


def test_what_only_leads_over_to_a_reason_is_not_shown() -> None:
    text = (
        "Hello,\n\nas for your application\nof May: your answers were\nrather general."
    )
    (said,) = reasons_in(text, language="en")
    assert said.text == "your answers were rather general."
    assert text[said.start :].startswith("your answers")


def test_what_goes_on_with_a_reason_is_shown_behind_one_alone() -> None:
    alone = "We chose somebody else. That can be learned quickly."
    assert reasons_in(alone, language="en") == ()
    behind = "Your answers were rather general. That can be learned quickly."
    assert len(reasons_in(behind, language="en")) == 2


def test_a_language_without_a_file_gives_no_reason() -> None:
    assert reasons_in("Your answers were rather general.", language="xx") == ()


def test_each_language_of_the_mail_reader_has_its_meanings() -> None:
    for code in codes():
        meanings = meanings_of(code)
        assert meanings is not None
        known = asdict(meanings)
        assert all(
            known[kind]
            for kind in known.keys() - {"beside", "apart", "greets", "third"}
        )
        assert (known["beside"] is None) == (known["apart"] is None)
        assert (known["greets"] is None) == (not known["third"])
        assert all(len(tag_cues(tag)) == len(codes()) for tag in SUGGESTED_TAGS)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("de", "Beim Rollenspiel haben Sie sehr schnell einen Preis genannt."),
        ("de", "Ihr Niederländisch reicht für die Kundschaft noch nicht aus."),
        ("de", "Der Schwerpunkt Ihrer Arbeiten liegt zu weit auf der Theorie."),
        ("de", "Sie haben bisher noch kein Lager geleitet."),
        ("de", "Handwerklich und fachlich haben Sie uns überzeugt."),
        ("de", "Deine Fotos waren richtig stark."),
        ("de", "Die Kommission hat Sie auf den dritten Platz gesetzt."),
        ("de", "Die Wahl ist auf Uwe gefallen, der schon lange hier aushilft."),
        ("de", "Der verlangte Meisterbrief ist nicht nachgewiesen."),
        ("de", "Gescheitert ist es letztlich an der Reisezeit."),
        ("en", "In the coding round you got stuck on recursion."),
        ("en", "You've plenty on roofs but nothing on drains."),
        ("en", "The other lad had two seasons with chainsaws."),
        ("en", "The panel loved the bread tasting."),
        ("fr", "Ton portfolio est chouette."),
        ("fr", "Vous n'avez encore jamais tenu de budget."),
        ("es", "Sin embargo, manejas poco Excel."),
        ("it", "Sul disegno si è persa più di una volta."),
        ("pt", "A sua carta de pesados caducou em março."),
        ("nl", "Uit uw cv blijkt geen ervaring met koeltechniek."),
        ("sv", "Dina svar om budget blev lite svävande."),
        ("pl", "Słabiej wyszła część o budżecie."),
        ("tr", "Verdiğiniz yanıtlar genel kaldı."),
    ],
)
def test_what_only_this_no_could_say_is_shown(language: str, sentence: str) -> None:
    assert [said.text for said in reasons_in(sentence, language=language)] == [sentence]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("de", "Das hat mit Ihnen nichts zu tun."),
        ("de", "Weil du dir Mühe gegeben hast, ein paar Worte dazu."),
        ("de", "Ihre Bewerbung hat uns sehr gut gefallen."),
        ("de", "Das Gespräch mit Ihnen war sehr angenehm."),
        ("de", "Die Entscheidung ist uns nicht leicht gefallen."),
        ("de", "Sie erhalten diese Mail, weil Sie sich beworben haben."),
        ("en", "We were impressed by your background and enjoyed meeting you."),
        ("en", "We had an exceptionally strong field of candidates."),
        ("en", "It was good of you to come all this way."),
        ("en", "Your application was very strong."),
        ("en", "You are receiving this email because you applied for a job."),
        ("en", "You do not need to do anything."),
        ("de", "Da wir viele Bewerbungen erhalten, dauert es etwas."),
        ("fr", "Votre profil a été très apprécié."),
        ("fr", "Vous recevez ce message car vous avez postulé chez nous."),
        ("nl", "Je ontvangt dit bericht omdat je hebt gesolliciteerd."),
        ("es", "Su trayectoria nos pareció muy interesante."),
        ("it", "Il Suo profilo è molto interessante."),
        ("pt", "O seu percurso é muito interessante."),
        ("nl", "Het gesprek met je was erg leuk."),
        ("sv", "Din bakgrund är mycket intressant."),
        ("pl", "Pana profil jest bardzo ciekawy."),
        ("tr", "Niteliklerinizi takdir etmekle birlikte olumsuz karar aldık."),
    ],
)
def test_what_any_no_could_say_is_not_shown(language: str, sentence: str) -> None:
    assert reasons_in(sentence, language=language) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Where you lost points was the rota, which you described as somebody else's work.",
        "You have plenty of work on roofs but nothing on flat ones, which is most of ours.",
        "The post asks for oils and you have experience only in water colours.",
        "In the second round you got a bit stuck on the till and asked for help twice.",
        "If anything you undersold the years on the ferry.",
        "Your salary expectations are above what the council lets me pay.",
        "We felt the gap was in rostering for a large team.",
        "Ihr Italienisch reicht für unsere Gäste aus dem Süden noch nicht aus.",
        "Sie haben bisher noch keine Schicht allein geleitet, und das fängt hier sofort an.",
        "In der Probe sind Sie uns zu schnell über die Naht gegangen.",
    ],
)
def test_what_was_wanting_is_a_reason_in_whatever_words(text: str) -> None:
    letter = f"Dear Kim,\n\n{text}\n\nIda"
    assert [said.text for said in reasons_in(letter)] == [text]


@pytest.mark.parametrize(
    "text",
    [
        "No reflection on you, you came across as somebody who would be missed elsewhere.",
        "It has nothing to do with your work, and the other candidate had more luck.",
        "Das hat mit Ihnen nichts zu tun, Sie hätten noch nie so viel Pech haben dürfen.",
        "Weil du dir so viel Mühe gegeben hast, ein paar Worte dazu.",
    ],
)
def test_comfort_is_no_reason(text: str) -> None:
    assert not reasons_in(f"Dear Kim,\n\n{text}\n\nIda")


@pytest.mark.parametrize(
    ("text", "offers", "none"),
    [
        ("I would be happy to give you feedback by phone.", True, False),
        ("If you would like feedback, please reply to this mail.", True, False),
        ("If you'd like some feedback on the phone, ring me.", True, False),
        ("If you'd like a few words on the phone about it, ring me.", True, False),
        ("If you'd like a chat, do come to our open day.", False, False),
        ("Feedback is available on request.", True, False),
        ("We are unable to provide individual feedback.", False, True),
        ("Please understand that no individual feedback can be given.", False, True),
        ("Gern gebe ich Ihnen telefonisch eine Rückmeldung.", True, False),
        ("Wir können leider keine individuelle Rückmeldung geben.", False, True),
        ("Nous ne pouvons pas donner de retour individuel.", False, True),
        ("Si vous souhaitez un retour, écrivez-moi.", True, False),
        ("No podemos ofrecer comentarios individuales.", False, True),
        ("Thank you for your time.", False, False),
    ],
)
def test_what_a_letter_says_about_feedback(text: str, offers: bool, none: bool) -> None:
    assert (offers_feedback(text), gives_none(text)) == (offers, none)


@given(st.text(max_size=400))
def test_whatever_is_read_comes_back_bounded_and_in_order(text: str) -> None:
    for language in codes():
        found = reasons_in(text, language=language)
        assert len(found) <= MOST_REASONS
        assert [said.start for said in found] == sorted(said.start for said in found)
        assert all(0 <= said.start < len(text) for said in found)


@pytest.mark.parametrize(
    ("language", "house", "person"),
    [
        ("de", "Mein Kunde hat sich leider für eine interne Lösung entschieden.",
         "Ihre Gehaltsvorstellung liegt über unserem Budget."),
        ("de", "Die Stelle wird intern nachbesetzt.",
         "Die interne Kandidatin hat mehr Erfahrung mit BMD."),
        ("en", "The post was filled internally.",
         "An internal candidate had the years of experience we wanted."),
        ("en", "In the end the job goes to somebody who already works on our quay.",
         "We took somebody who already works with SAP every day."),
        ("en", "It went to someone already on our staff.",
         "We chose a candidate who already worked in our sector."),
        ("de", "Die Stelle geht an jemanden, der schon bei uns arbeitet.",
         "Wir haben jemanden gewählt, der schon mit SAP arbeitet."),
        ("fr", "Le poste revient à une personne qui travaille déjà chez nous.",
         "La personne retenue travaille déjà avec SAP."),
        ("es", "La plaza es para una compañera que ya trabaja con nosotros.",
         "La otra persona ya trabaja con SAP."),
        ("it", "Il posto va a una collega che lavora già da noi.",
         "L'altra persona lavora già con SAP."),
        ("pt", "A vaga fica para uma colega que já trabalha connosco.",
         "A outra pessoa já trabalha com SAP."),
        ("nl", "De baan gaat naar iemand die al bij ons werkt.",
         "De ander werkt al jaren met SAP."),
        ("pl", "Pracę dostanie osoba, która już u nas pracuje.",
         "Druga osoba już pracuje w programie SAP."),
        ("sv", "Jobbet går till någon som redan arbetar hos oss.",
         "Den andra arbetar redan i SAP."),
        ("tr", "Pozisyon, zaten bizde çalışan birine verildi.",
         "Diğer aday zaten SAP ile çalışıyor."),
        ("es", "El puesto se cubrió con una promoción interna.",
         "Tus respuestas fueron vagas y elegimos una candidatura interna."),
        ("fr", "Nous avons retenu une candidature interne.",
         "Vos réponses ont plu, mais une candidature interne est passée devant."),
        ("it", "Abbiamo scelto una soluzione interna.",
         "La risorsa interna ha più anni di esperienza."),
        ("nl", "Er is voor een interne kandidaat gekozen.",
         "De interne kandidaat heeft meer ervaring met kassa's."),
        ("pl", "Wybraliśmy kandydata wewnętrznego.",
         "Kandydat wewnętrzny ma większe doświadczenie w magazynie."),
        ("pt", "A vaga foi preenchida internamente.",
         "Escolhemos um candidato interno com mais experiência."),
        ("sv", "Tjänsten gick till en intern sökande.",
         "Den interna sökanden hade mer erfarenhet av lager."),
        ("tr", "Bu pozisyonu şirket içinden bir adayla doldurduk.",
         "Şirket içinden daha deneyimli bir aday seçtik."),
    ],
)  # fmt: skip
def test_what_is_about_the_house_alone_is_told_apart(
    language: str, house: str, person: str
) -> None:
    for told in ("", language):
        assert not is_about_the_person(house, language=told)
        assert is_about_the_person(person, language=told)


@pytest.mark.parametrize(
    "text",
    [
        "Wenn Sie mögen, rufen Sie mich an, dann sage ich Ihnen gerne noch ein paar "
        "Worte dazu.",
        "Meld dich gern bei mir, wenn du wissen willst, woran es gelegen ist.",
        "Gerne erkläre ich Ihnen am Telefon, warum wir uns so entschieden haben.",
        "Möchten Sie wissen, woran es lag, rufen Sie mich an.",
        "Wenn du darüber reden magst, ruf mich an.",
        "Give me a call if you'd like to talk about it.",
        "Give me a ring if you would like to know more about why.",
        "I'm happy to talk it through if that helps.",
        "We'd be glad to walk you through our thinking.",
        "If you're curious why, drop me a line.",
        "If you'd like more detail I'm happy to have a quick call next week.",
        "Happy to jump on a call next week if you’d like more detail.",
        "I'd be happy to go into more detail by phone.",
        "Let me know, happy to give you some more context on our decision.",
        "Wenn Sie mögen, erzähle ich Ihnen gern am Telefon mehr dazu.",
        "Gern erzähle ich dir in einem kurzen Telefonat mehr darüber.",
        "Wenn du möchtest, rufen wir dich an und erzählen dir mehr.",
        "Meld dich, wenn du mehr dazu wissen magst.",
        "Wir erläutern Ihnen gerne telefonisch die Hintergründe.",
        "Si vous souhaitez savoir pourquoi, appelez-moi.",
        "Si ça peut vous aider, je peux vous donner plus de détails par téléphone.",
        "N'hésitez pas à m'appeler si vous voulez en jaser.",
        "Si quieres saber por qué, llámame.",
        "Se vuole sapere perché, mi chiami pure.",
        "Als je wilt weten waarom, bel me gerust.",
        "Jeśli chce Pani wiedzieć, dlaczego, proszę o telefon.",
        "Se quiser saber os motivos, ligue-me.",
        "Om du vill veta varför är du välkommen att ringa.",
        "Nedenini öğrenmek isterseniz beni arayın.",
        "If you want to talk about how it went, call me any morning on 96 000 00 00.",
        "If you'd like to speak to me about how the interview went, just ring.",
        "Wenn Sie über das Gespräch sprechen möchten, rufen Sie mich an.",
        "Si vous souhaitez parler de l'entretien, appelez-moi.",
        "Si quieres que hablemos de cómo fue, llámame cualquier mañana.",
        "Si quieres comentarlo, llámame.",
        "Se vuole parlare di come è andata, mi chiami pure.",
        "Se quiser falar sobre como correu, ligue-me.",
        "Als u nog over het gesprek wilt praten, bel me gerust.",
        "Jeśli chce Pani porozmawiać o naszej rozmowie, proszę o telefon.",
        "Om du vill prata om hur det gick kan du ringa mig.",
        "Nasıl geçtiğini konuşmak isterseniz beni arayın.",
    ],
)
def test_an_offer_in_everyday_words_is_heard(text: str) -> None:
    assert offers_feedback(f"Guten Tag,\n\n{text}\n\nIda")


@pytest.mark.parametrize(
    "text",
    [
        "Wenn Sie wissen möchten, warum wir Ihre Daten speichern, lesen Sie weiter.",
        "Sie fragen sich sicher, warum es so lange gedauert hat.",
        "Wir haben eine andere Stelle frei, rufen Sie mich gerne an.",
        "Für Fragen stehe ich Ihnen gerne zur Verfügung.",
        "If you would like to know why we keep your data, read our notice.",
        "If you would like to know more about our other roles, have a look.",
        "We would be happy to talk to you again.",
        "If you want to talk about our other roles, call me any morning.",
        "If you want to talk about the job before you apply, call me.",
        "Si quieres que hablemos de otras vacantes, llámame.",
        "Wenn Sie über unsere anderen Stellen sprechen möchten, rufen Sie mich an.",
        "Si vous souhaitez parler de nos autres postes, appelez-moi.",
        "Om du vill prata om andra tjänster kan du ringa mig.",
        "If you'd like more details about our other openings, I'm happy to talk.",
        "If you would like more detail on how we store your data, let us know.",
        "We're happy to share more details about our new role with you.",
        "Wenn Sie mögen, erzählen wir Ihnen gern mehr über unsere anderen Stellen.",
        "Wenn du möchtest, erzählen wir dir auf der Messe mehr über uns.",
        "Je peux vous donner plus de détails sur nos autres postes.",
        "N'hésitez pas à nous appeler si vous avez des questions.",
        "Abbiamo letto volentieri la sua lettera perché era chiara.",
        "Li com prazer a sua carta porque era clara.",
    ],
)
def test_other_kind_words_are_no_offer_of_feedback(text: str) -> None:
    assert not offers_feedback(f"Guten Tag,\n\n{text}\n\nIda")


@pytest.mark.parametrize(
    "text",
    [
        "Nous avons retenu une candidate dont l'expérience en cabinet correspond davantage à nos "
        "besoins actuels.",
        "Nous ne pouvons la retenir, puisque vous ne répondez pas à l'exigence suivante : DEC en "
        "administration.",
        "Vous avez obtenu une note de 57 %, alors que le seuil de passage est de 60 %.",
    ],
)
def test_an_experience_a_requirement_and_a_mark_are_reasons(text: str) -> None:
    told = reasons_in(f"Bonjour,\n\n{text}\n\nIda", language="fr")
    assert [said.text for said in told] == [text]


@pytest.mark.parametrize(
    "text",
    [
        "Nous avons retenu une personne dont le profil correspond davantage à nos besoins.",
        "Nous avons choisi une personne dont l'expérience correspond davantage.",
    ],
)
def test_a_better_match_alone_is_none_in_french(text: str) -> None:
    assert not reasons_in(f"Bonjour,\n\n{text}\n\nIda", language="fr")


@pytest.mark.parametrize(
    "text",
    [
        "I can give you the panel's feedback on Thursday if you'd like.",
        "I'm glad to go through it on the phone if you like.",
        "Happy to talk you through it in a call.",
        "Wenn Sie möchten, gehe ich es gern am Telefon mit Ihnen durch.",
        "Je peux vous donner le retour du jury mardi.",
        "Puedo darte la valoración del equipo el martes.",
        "Posso darLe il riscontro della commissione martedì.",
        "Posso dar-lhe o feedback do júri na terça.",
        "Dinsdag kan ik u de feedback van de commissie geven.",
        "Mogę przekazać Pani opinię komisji we wtorek.",
        "Jag kan ge dig panelens återkoppling på tisdag.",
        "Salı günü jürinin geri bildirimini verebilirim.",
    ],
)
def test_who_can_tell_more_offers_feedback(text: str) -> None:
    assert offers_feedback(text)


@pytest.mark.parametrize(
    "text",
    [
        "You can give us feedback on this form.",
        "We cannot give you feedback.",
        "We are happy to go through your papers again next year.",
        "Wir können Ihnen leider keine Rückmeldung geben.",
        "Thank you for going through it with us on the phone.",
    ],
)
def test_who_only_speaks_of_feedback_offers_none(text: str) -> None:
    assert not offers_feedback(text)
