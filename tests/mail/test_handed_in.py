"""A test or task that the person sent in by their own mail is done."""

from __future__ import annotations

from pathlib import Path

import pytest

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import EventKind
from onward.applications.services import rounds_of, take_back
from onward.mail.rules.talks.handed_in import is_handed_in
from onward.mail.services.committing import commit_mail
from onward.people.models import Person
from tests.builders import NOW
from tests.mail.own_story import ME, THEM, import_story, raw, story

TASK = (
    "Dear Robin, as the next step we would like you to complete a short written test for "
    "the Night Porter position by 17 March 2026. Please send it back to me.\n\nKim Alder"
)
SAID = [
    "Dear Kim, here is my exercise. Best wishes",
    "Dear Kim,\nattached is the completed\nassignment.",
    "I have finished the test.",
    "The case study is attached.",
    "Guten Tag, anbei meine Lösung.",
    "Ich habe die Aufgabe bearbeitet und freue mich auf Ihre Rückmeldung.",
    "Die Fallstudie finden Sie im Anhang.",
    "Bonjour, voici mon test. Cordialement",
    "Veuillez trouver ci-joint mon cas pratique.",
    "J'ai terminé l'exercice.",
    "Adjunto la prueba.",
    "He terminado el ejercicio.",
    "In allegato la prova.",
    "Ho completato il test.",
    "Segue em anexo o teste.",
    "Concluí o desafio.",
    "Hierbij mijn opdracht.",
    "Ik heb de test gemaakt.",
    "Przesyłam rozwiązanie zadania.",
    "Wykonałam zadanie.",
    "Här kommer min uppgift.",
    "Jag har gjort testet.",
    "Ödevim ektedir: ekte testi bulabilirsiniz.",
    "Testi tamamladım.",
]
UNSAID = [
    "Thank you for the test.",
    "I will send you the exercise tomorrow.",
    "I have not finished the test yet.",
    "Is the test attached?",
    "I have a question on the task.",
    "Here is my exercise?",
    "Danke für die Aufgabe.",
    "Ich schicke Ihnen die Lösung, sobald ich kann.",
    "Ich habe die Aufgabe noch nicht gelöst.",
    "Je n'ai pas terminé le test.",
    "Merci pour l'exercice.",
    "No he terminado la prueba.",
    "Non ho completato il test.",
    "Ainda não terminei o teste.",
    "Ik heb de test nog niet gemaakt.",
    "Nie wykonałam jeszcze zadania.",
    "Jag har inte gjort testet ännu.",
    "Testi henüz tamamladım diyemem.",
    "Thank you.\n\nOn Monday Kim wrote:\n> Here is the test.",
]


@pytest.mark.parametrize("text", SAID)
def test_words_bring_it(text: str) -> None:
    assert is_handed_in(text, file_names=())


@pytest.mark.parametrize("text", UNSAID)
def test_words_that_only_speak_of_it_do_not(text: str) -> None:
    assert not is_handed_in(text, file_names=())


@pytest.mark.parametrize("name", ["exercise.pdf", "answers.docx", "task.zip", "a.xlsx"])
def test_a_file_brings_it(name: str) -> None:
    assert is_handed_in("Dear Kim, as agreed.", file_names=["logo.png", name])


@pytest.mark.parametrize("name", ["image001.png", "robin.vcf", "talk.ics", "cv.pdf"])
def test_a_picture_a_card_or_papers_do_not(name: str) -> None:
    assert not is_handed_in("Dear Kim, thank you.", file_names=[name])


def letters(text: str, *, file: str = "", to: str = THEM) -> list[bytes]:
    asked = raw(
        number=4,
        sender=THEM,
        to=ME,
        subject="Re: Application for Night Porter",
        text=TASK,
        answers=2,
    )
    answer = raw(
        number=8,
        sender=ME,
        to=to,
        subject="Re: Application for Night Porter",
        text=text,
        answers=4,
        labels="Sent",
        file=file,
    )
    return [*story()[:2], asked, answer]


@pytest.mark.django_db
@pytest.mark.parametrize("step", [1, -1])
@pytest.mark.parametrize(
    ("text", "file"),
    [("Dear Kim, as agreed. Robin", "exercise.pdf"), ("Anbei meine Lösung.", "")],
)
def test_what_was_sent_in_is_done(
    owner: Person, tmp_path: Path, text: str, file: str, step: int
) -> None:
    import_story(owner, tmp_path, letters(text, file=file)[::step])
    (found,) = rounds_of(owner, Application.objects.get())
    assert found.kind == EventKind.ASSESSMENT
    assert found.is_done
    done = Event.objects.get(kind=EventKind.DONE)
    take_back(owner, done, now=NOW)
    commit_mail(owner, now=NOW)
    (found,) = rounds_of(owner, Application.objects.get())
    assert not found.is_done


@pytest.mark.django_db
@pytest.mark.parametrize("step", [1, -1])
def test_thanks_for_a_task_leave_it_open(
    owner: Person, tmp_path: Path, step: int
) -> None:
    text = "Dear Kim, thank you, I will send the test in time."
    import_story(owner, tmp_path, letters(text)[::step])
    (found,) = rounds_of(owner, Application.objects.get())
    assert not found.is_done


@pytest.mark.django_db
@pytest.mark.parametrize("step", [1, -1])
def test_of_two_tasks_an_answer_does_the_later_one(
    owner: Person, tmp_path: Path, step: int
) -> None:
    *before, asked, answer = letters("Here is my exercise.")
    second = asked.replace(b"17 March", b"20 March").replace(b"<m4@", b"<m6@")
    second = second.replace(b"06 Mar 2026", b"08 Mar 2026")
    answer = answer.replace(b"<m4@", b"<m4@mail.example> <m6@")
    answer = answer.replace(b"In-Reply-To", b"References")
    import_story(owner, tmp_path, [*before, asked, second, answer][::step])
    one, two = rounds_of(owner, Application.objects.get())
    assert (one.is_done, two.is_done) == (False, True)
