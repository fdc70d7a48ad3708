from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.mail.rules.talks.feedback_answer import (
    Said,
    feedback_answers,
    gives_feedback,
)

START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
DAY = timedelta(days=1)
NO = Said("no", START, is_no=True, is_human=True, message_id="no@x")
ASKS = Said("asks", START + DAY, asks=True, message_id="asks@x")
SECOND = Said("second", START + 2 * DAY, is_no=True, is_human=True)
MACHINE = Said("machine", START + 2 * DAY, is_no=True)


def test_a_no_after_the_question_is_the_answer() -> None:
    assert feedback_answers([NO, ASKS, SECOND]) == {"second"}
    assert feedback_answers([NO, SECOND], asked=[START + DAY]) == {"second"}
    assert feedback_answers([ASKS, SECOND], noes=[START]) == {"second"}


def test_what_answers_the_question_itself_is_the_answer_whoever_wrote_it() -> None:
    answer = Said("a", START + 200 * DAY, is_no=True, references=("asks@x",))
    assert feedback_answers([NO, ASKS, answer]) == {"a"}


def test_a_no_without_a_question_or_from_a_machine_or_late_stays_one() -> None:
    late = Said("late", START + 120 * DAY, is_no=True, is_human=True)
    assert feedback_answers([NO, SECOND]) == set()
    assert feedback_answers([NO, ASKS, MACHINE]) == set()
    assert feedback_answers([NO, ASKS, late]) == set()


def test_a_question_before_any_no_makes_no_answer_of_the_no() -> None:
    early = Said("early", START - DAY, asks=True, message_id="asks@x")
    answer = Said("a", START, is_no=True, is_human=True, references=("asks@x",))
    assert feedback_answers([early, answer]) == set()


def test_words_that_give_feedback_are_enough_after_a_no() -> None:
    told = Said("told", START + 2 * DAY, is_no=True, is_human=True, gives=True)
    assert feedback_answers([NO, told]) == {"told"}
    assert feedback_answers([told]) == set()


@pytest.mark.parametrize(
    "text",
    [
        "You asked for feedback on your interview.",
        "Thank you for your request for feedback.",
        "I am happy to give you some feedback.",
        "You asked what you could have done better.",
        "For future interviews I would suggest more concrete examples.",
        "Sie hatten um eine Rückmeldung gebeten.",
        "Gerne gebe ich Ihnen ein Feedback zu Ihrem Gespräch.",
        "Sie wollten wissen, woran es lag.",
        "Vous nous avez demandé un retour sur votre entretien.",
        "Här kommer lite återkoppling.",
    ],
)
def test_words_say_that_feedback_is_given(text: str) -> None:
    assert gives_feedback(text)


@pytest.mark.parametrize(
    "text",
    [
        "Unfortunately we have decided to move forward with other candidates.",
        "Due to the number of applications we cannot give individual feedback.",
        "We would be grateful for your feedback on our process.",
        "Leider müssen wir Ihnen absagen. Wir können keine individuelle Rückmeldung geben.",
        "Wir melden uns mit einer Rückmeldung.",
    ],
)
def test_a_no_that_only_speaks_of_feedback_gives_none(text: str) -> None:
    assert not gives_feedback(text)


@pytest.mark.parametrize(
    "text",
    [
        "El correo del jueves sale del sistema y es muy frío. Quería decirte yo misma que tu candidatura nos gustó y que fue por el carné ADR, que la otra persona ya tenía.",
        "Siento lo impersonal del mensaje automático que recibiste. Quería contarte personalmente que quedaste segunda: la persona elegida tenía más experiencia con cámaras frigoríficas.",
        "Sé que el jueves te llegó el aviso automático con la negativa. Me gustaría explicarte el motivo: nos decidimos por otra persona porque ya tenía el carné ADR. Tu perfil nos gustó mucho.",
        "Thursday's email comes from our system and is very cold. I wanted to tell you myself that we liked your application and that it came down to the ADR licence, which the other person already had.",
        "I'm sorry about the automated rejection you received last week; it is rather impersonal. I wanted to let you know personally that you were a very close second: the person we chose had run a cold store before.",
        "You will have had the standard email from our system by now. I wanted to add a few words of my own: your interview was strong, and what tipped it was her ten years on the night shift.",
        "I know the no you got on Thursday was a form letter. The reason we went with somebody else was the forklift licence; there was nothing wrong with how you came across.",
        "Die Mail vom Donnerstag kommt aus dem System und ist sehr kühl. Ich wollte Ihnen selbst sagen, dass uns Ihre Bewerbung gefallen hat und dass es am ADR-Schein lag, den die andere Person schon hatte.",
        "Die automatische Absage, die Sie bekommen haben, tut mir leid. Ich wollte Ihnen persönlich schreiben: Den Ausschlag gab die Erfahrung im Kühllager, Sie waren knapp auf Platz zwei.",
        "Sie haben ja letzte Woche die Standardabsage erhalten. Ich möchte Ihnen noch ein paar persönliche Worte schreiben: Ihr Gespräch war gut, wir haben uns nur wegen des Staplerscheins für jemand anderen entschieden.",
        "Le mail de jeudi vient du système et il est très froid. Je voulais vous dire moi-même que votre candidature nous a plu et que c'est le permis ADR qui a fait la différence : l'autre personne l'avait déjà.",
        "Je suis désolée pour le refus automatique que vous avez reçu. Je tenais à vous écrire personnellement : nous avons choisi une autre personne parce qu'elle avait déjà travaillé en chambre froide.",
        "La mail di giovedì parte dal sistema ed è molto fredda. Volevo dirti di persona che la tua candidatura ci è piaciuta e che ha pesato il patentino ADR, che l'altra persona aveva già.",
        "Mi dispiace per il messaggio automatico che hai ricevuto. Ci tenevo a scriverti personalmente: abbiamo scelto un'altra persona perché aveva già esperienza nel freddo.",
        "O email de quinta-feira sai do sistema e é muito frio. Queria dizer-lhe eu mesma que gostámos da sua candidatura e que foi por causa da carta ADR, que a outra pessoa já tinha.",
        "Lamento a mensagem automática que recebeu. Queria explicar-lhe pessoalmente: escolhemos outra pessoa porque já tinha experiência com câmaras frigoríficas.",
        "De mail van donderdag komt uit het systeem en is erg kil. Ik wilde u zelf laten weten dat uw sollicitatie ons aansprak en dat het aan het ADR-certificaat lag, dat de andere persoon al had.",
        "Sorry voor de automatische afwijzing die je kreeg. Ik wilde je persoonlijk nog even schrijven: we kozen voor iemand anders omdat zij al in een koelhuis had gewerkt.",
        "Czwartkowy mail wychodzi z systemu i jest bardzo chłodny. Chciałam sama Pani napisać, że Pani kandydatura nam się podobała i że zdecydowało zaświadczenie ADR, które druga osoba już miała.",
        "Przepraszam za automatyczną odmowę, którą Pani dostała. Chciałam osobiście wyjaśnić: wybraliśmy inną osobę, ponieważ miała już doświadczenie w chłodni.",
        "Perşembe günkü e-posta sistemden çıkıyor ve çok soğuk. Başvurunuzu beğendiğimizi ve kararın ADR belgesi yüzünden olduğunu, diğer kişide bunun zaten bulunduğunu size kendim söylemek istedim.",
        "Aldığınız otomatik ret mesajı için üzgünüm. Size bizzat yazmak istedim: soğuk hava deposunda deneyimi olduğu için başka bir adayı seçtik.",
        "Mejlet i torsdags kommer från systemet och är väldigt kallt. Jag ville själv berätta att vi tyckte om din ansökan och att det berodde på ADR-intyget, som den andra personen redan hade.",
        "I see that the portal has written to you before I could. I can share the panel's feedback on Tuesday if you like.",
        "The system sent you our no this morning; I wanted to ring you myself first. Happy to go through it with you.",
        "Das System hat Ihnen leider schon geschrieben. Gern gebe ich Ihnen am Dienstag die Rückmeldung der Runde.",
        "J'ai vu que le système vous a déjà écrit. Je peux vous donner le retour du jury mardi.",
        "Veo que el sistema ya te ha escrito. Puedo darte la valoración del equipo el martes.",
        "Vedo che il sistema Le ha già scritto. Posso darLe il riscontro della commissione martedì.",
        "Vejo que o sistema já lhe escreveu. Posso dar-lhe o feedback do júri na terça.",
        "Ik zie dat het systeem u al gemaild heeft. Dinsdag kan ik u de feedback van de commissie geven.",
        "Widzę, że system już Pani odpisał. Mogę przekazać Pani opinię komisji we wtorek.",
        "Jag ser att systemet redan har mejlat dig. Jag kan ge dig panelens återkoppling på tisdag.",
        "Sistemin size zaten yazdığını gördüm. Salı günü jürinin geri bildirimini verebilirim.",
        "Jag är ledsen för det automatiska avslaget du fick. Jag ville skriva till dig personligen: vi valde en annan person eftersom hon redan hade arbetat i kylager.",
    ],
)
def test_who_writes_themselves_after_the_mail_of_a_system_gives_feedback(
    text: str,
) -> None:
    assert gives_feedback(text)


@pytest.mark.parametrize(
    "text",
    [
        "The system has sent you a confirmation. Unfortunately we chose somebody else.",
        "Unfortunately we chose somebody else. I can give you feedback if you like.",
        "This e-mail was generated by our system. We liked your application, but "
        "unfortunately we chose another candidate.",
        "We liked your application. In the end it came down to the licence, which the "
        "other candidate already had.",
        "I wanted to let you know personally that we have gone with someone else.",
        "Ich wollte Ihnen selbst Bescheid geben, dass wir uns anders entschieden haben.",
        "Quería decirte yo misma que no vamos a seguir adelante con tu candidatura.",
        "Tu candidatura nos gustó, pero la otra persona ya tenía el carné ADR.",
        "Je voulais vous dire moi-même que nous ne donnons pas suite.",
        "Volevo dirti di persona che non andiamo avanti con la tua candidatura.",
        "Queria dizer-lhe pessoalmente que não avançamos com a sua candidatura.",
        "Ik wilde u zelf laten weten dat wij niet met u verdergaan.",
        "Chciałam osobiście napisać, że nie możemy zaproponować Pani tej pracy.",
        "Size bizzat yazmak istedim: başvurunuzla devam edemiyoruz.",
        "Jag ville själv berätta att vi inte går vidare med din ansökan.",
    ],
)
def test_a_no_without_a_reason_or_that_points_to_no_earlier_one_gives_none(
    text: str,
) -> None:
    assert not gives_feedback(text)


_SAID = st.builds(
    Said,
    key=st.sampled_from("abcdefgh"),
    at=st.integers(0, 200).map(lambda days: START + days * DAY),
    asks=st.booleans(),
    is_no=st.booleans(),
    is_human=st.booleans(),
    gives=st.booleans(),
)


@given(st.lists(_SAID, max_size=8, unique_by=lambda said: said.key))
def test_the_first_no_is_never_an_answer_and_order_does_not_matter(
    mail: list[Said],
) -> None:
    found = feedback_answers(mail)
    assert feedback_answers(reversed(mail)) == found
    noes = sorted(said.at for said in mail if said.is_no)
    assert all(said.at > noes[0] for said in mail if said.key in found)
