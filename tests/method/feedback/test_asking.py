from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import EventKind
from onward.applications.rules.payload import Outcome
from onward.applications.services import (
    add_event,
    arrange,
    bring_back,
    merge,
    settle,
    take_back,
)
from onward.applications.services.ledger import record
from onward.core.languages import Language
from onward.mail.models import AwaitedAnswer, MailMessage
from onward.method.feedback.models import FeedbackRequest, NoToAskAbout
from onward.method.feedback.rules.kinds import (
    Closeness,
    Focus,
    Formality,
    Reached,
    Reason,
    RequestState,
    Standing,
    Tag,
    Way,
)
from onward.method.feedback.services.answering import keep_told
from onward.method.feedback.services.asking import (
    delete_draft,
    let_go,
    mark_asked,
    save_draft,
)
from onward.method.feedback.services.drafting import (
    Letter,
    begin_request,
    bring_words_back,
    draft_for,
    speak_otherwise,
)
from onward.method.feedback.services.lessons import (
    feedback_about,
    tag_feedback,
    told_already,
)
from onward.method.feedback.services.overview import requests_of, show, to_ask
from onward.method.feedback.services.situation import Story, story_of
from onward.method.plan.services import catch_up
from onward.people.models import Person
from tests.builders import NOW, make_application, make_no
from tests.method.feedback.conftest import ASKING, DAY, the_no
from tests.method.feedback.letters import DANA, SIGNED, make_message, put_on_timeline


def begun(story: Story) -> FeedbackRequest:
    return begin_request(story, to_name=DANA[0], to_address=DANA[1], now=NOW)


def test_a_final_round_is_worth_a_message_to_whoever_interviewed(story: Story) -> None:
    assert story.reason == Reason.INTERVIEWED
    assert story.reached == Reached.FINAL
    (dana,) = story.people
    assert (dana.name, dana.address) == DANA
    assert dana.work == "Head of Operations"
    assert dana.closeness == Closeness.INTERVIEW
    assert story.window is not None
    assert story.window.opens_at == datetime(2026, 11, 24, 9, tzinfo=NOW.tzinfo)


def test_a_machine_is_not_asked(owner: Person, machine_no: Application) -> None:
    story = story_of(owner, machine_no)
    assert story.reason == Reason.ONLY_MACHINES
    assert not story.is_offered
    assert story.can_ask
    assert to_ask(owner, now=ASKING) == []


def test_asking_is_offered_in_its_time_only(
    owner: Person, final_round: Application
) -> None:
    opens = datetime(2026, 11, 24, 9, tzinfo=NOW.tzinfo)
    assert to_ask(owner, now=opens - timedelta(seconds=1)) == []
    (story,) = to_ask(owner, now=opens)
    assert story.application == final_round
    assert to_ask(owner, now=datetime(2026, 11, 28, tzinfo=NOW.tzinfo)) == []


def test_a_draft_is_filled_with_the_persons_own_facts(story: Story) -> None:
    request = begun(story)
    assert request.subject == "Re: Operations Coordinator"
    assert request.body.startswith("Hi Dana,\n\n")
    assert "Operations Coordinator" in request.body
    assert request.body.endswith("\nRobin")
    assert (request.language, request.formality) == ("en", "informal")
    assert request.in_reply_to == story.messages[0].message_id
    assert request.references[-1] == request.in_reply_to


def test_a_draft_is_signed_as_the_persons_own_mail_is(story: Story) -> None:
    story.person.name = ""
    story.person.save(update_fields=["name"])
    assert not begun(story).body.endswith("\nRobin Vale")
    own = make_message(person=story.person, sender=("Robin Vale", "r@vale.example"))
    MailMessage.objects.filter(pk=own.pk).update(is_sent=True, verdict="sent")
    FeedbackRequest.objects.for_person(story.person).delete()
    assert begun(story).body.endswith("\nRobin Vale")


def test_a_formal_draft_bears_the_whole_name_of_the_persons_own_mail(
    story: Story,
) -> None:
    own = make_message(person=story.person, sender=("Robin Vale", "r@vale.example"))
    MailMessage.objects.filter(pk=own.pk).update(is_sent=True, verdict="sent")
    request = begun(story)
    assert request.body.endswith("\nRobin")
    speak_otherwise(
        request,
        story,
        language=Language.GERMAN,
        formality=Formality.FORMAL,
        focus=Focus.SKILL,
    )
    assert request.body.endswith("Grüßen\nRobin Vale")


def test_a_stranger_is_not_written_to_in_answer(story: Story) -> None:
    request = begin_request(story, to_name="Sam", to_address="sam@b.example", now=NOW)
    assert request.in_reply_to == ""
    assert request.subject == "My application for the Operations Coordinator role"


def test_another_voice_can_be_had_and_the_words_brought_back(story: Story) -> None:
    request = begun(story)
    save_draft(request, body="My very own words.")
    speak_otherwise(
        request,
        story,
        language=Language.GERMAN,
        formality=Formality.FORMAL,
        focus=Focus.PREPARATION,
    )
    assert request.body.startswith("Guten Tag Dana Whitcombe,")
    bring_words_back(request, story, words="My very own words.")
    assert request.body == "My very own words."
    assert request.words_before == []


def test_own_words_and_an_own_subject_outlive_every_new_voice(story: Story) -> None:
    request = begun(story)
    save_draft(request, body="My very own words.", subject="My own subject")
    for language in Language:
        speak_otherwise(
            request,
            story,
            language=language,
            formality=Formality.FORMAL,
            focus=Focus.SKILL,
        )
        assert request.subject == "My own subject"
        if language == Language.FRENCH:
            save_draft(request, body="Other words of mine.")
    request.refresh_from_db()
    # What was only drafted is let go.
    assert request.words_before == ["Other words of mine.", "My very own words."]


def test_a_draft_that_is_readdressed_keeps_the_words(
    owner: Person, story: Story
) -> None:
    save_draft(begun(story), body="My very own words.")
    again = story_of(owner, story.application)
    request = begin_request(again, to_name="Sam", to_address="", now=NOW)
    assert request.body.startswith("Hi Sam,")
    assert "My very own words." in request.words_before


# What they said already


def test_what_the_no_said_is_thanked_for_and_asked_beyond(story: Story) -> None:
    (told,) = told_already(story)
    assert "planning night shifts" in told.text
    request = begun(story)
    assert request.focus == Focus.NEXT
    assert "what you told me: it's good to know" in request.body
    assert "what would you work on first in my place?" in request.body
    skill = draft_for(story, focus=Focus.SKILL).body
    assert "Apart from that, could I ask you one thing: which skill" in skill


def test_an_agency_reads_which_client_it_is_about(story: Story) -> None:
    request = begin_request(
        story, to_name="Kim Alder", to_address="kim@larkfield.example", now=NOW
    )
    assert f" at {story.application.company}." in request.body


def test_where_they_said_nothing_a_skill_is_asked_for(
    owner: Person, machine_no: Application
) -> None:
    story = story_of(owner, machine_no)
    assert told_already(story) == []
    body = draft_for(story).body
    assert "which skill would have strengthened" in body
    assert "told" not in body
    assert "Apart from that" not in body


@pytest.mark.parametrize(("days", "counts"), [(1, True), (0, True), (-9, False)])
def test_what_was_said_on_the_phone_counts_from_the_day_of_the_no(
    owner: Person, machine_no: Application, days: int, *, counts: bool
) -> None:
    keep_told(
        owner,
        application=machine_no,
        request=None,
        text="They wanted somebody with a forklift licence.",
        said_by="",
        at=NOW + days * DAY,
        now=NOW + days * DAY,
    )
    assert bool(told_already(story_of(owner, machine_no))) == counts


def test_working_hours_lead_to_no_advice(owner: Person) -> None:
    application = make_application(person=owner, role="Buchhalterin")
    no = make_message(
        person=owner,
        language="de",
        text="Liebe Frau Vale,\n\nes wird nichts mit uns. Fachlich war alles tadellos, wir "
        "suchen aber jemanden, der auch am Nachmittag da ist.\n\nDana Whitcombe",
    )
    put_on_timeline(no, application)
    catch_up(owner, now=NOW)
    story = story_of(owner, application)
    assert len(told_already(story)) == 1
    draft = draft_for(story)
    assert "zuerst arbeiten" not in draft.body
    assert "mit anderen Arbeitszeiten" in draft.body


def test_nobody_is_thanked_for_what_was_not_about_the_person(owner: Person) -> None:
    application = make_application(person=owner, role="Bilanzbuchhalterin")
    no = make_message(
        person=owner,
        language="de",
        text="Sehr geehrte Frau Vale,\n\nmein Kunde hat sich leider für eine interne "
        "Lösung entschieden. Ich behalte Sie aber gerne in unserer Kartei.\n\n"
        "Dana Whitcombe",
    )
    put_on_timeline(no, application)
    catch_up(owner, now=NOW)
    assert feedback_about(owner, application).count() == 1
    story = story_of(owner, application)
    assert told_already(story) == []
    assert "hilft mir weiter" not in draft_for(story).body
    row = feedback_about(owner, application).get()
    tag_feedback(row, tags=[Tag.EXPERIENCE], would_act=None, now=NOW)
    assert told_already(story) == [row]
    tag_feedback(row, tags=[Tag.NOT_ME], would_act=None, now=NOW)
    assert told_already(story) == []


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("it", "Purtroppo abbiamo scelto un'altra persona per il ruolo. Ti "
         "ringraziamo del tempo che ci hai dedicato.", "Ciao Dana,"),
        ("nl", "Helaas hebben wij voor een andere kandidaat gekozen. Wij danken u "
         "voor uw tijd.", "Geachte Dana Whitcombe,"),
        ("pt", "Infelizmente, não vamos avançar com a sua candidatura para a vaga. "
         "Prezada Robin, agradecemos pelo seu interesse.", "Bom dia, Dana Whitcombe,"),
        ("sv", "Tyvärr har vi valt att gå vidare med en annan sökande till tjänsten. "
         "Tack för din ansökan.", "Hej Dana Whitcombe,"),
        ("pl", "Niestety, nie zdecydowaliśmy się na Państwa kandydaturę. Dziękujemy "
         "za udział oraz za czas, który Pani dla nas znalazła.", "Dzień dobry,"),
        ("tr", "Ne yazık ki bu pozisyon için başka bir adayla ilerlemeye karar "
         "verdik. Başvurunuz için teşekkür ederiz.", "Sayın Dana Whitcombe,"),
    ],
)  # fmt: skip
def test_a_draft_answers_in_the_language_of_the_mail(
    owner: Person, language: str, text: str, words: str
) -> None:
    application = make_application(person=owner)
    message = make_message(person=owner, language=language, text=text)
    put_on_timeline(message, application)
    draft = draft_for(story_of(owner, application))
    assert draft.body.startswith(words)


def draft_after(owner: Person, *, text: str) -> Letter:
    """Return the draft that answers a German no in these words."""
    application = make_application(
        person=owner, company="Nordlicht", role="Pflegekraft"
    )
    message = make_message(
        person=owner,
        sender=("Jana Kessler", "jana.kessler@nordlicht.example"),
        subject="AW: Ihre Bewerbung",
        language="de",
        text=text,
    )
    put_on_timeline(message, application)
    return draft_for(story_of(owner, application), focus=Focus.SKILL)


def test_a_german_correspondence_gets_a_german_draft(owner: Person) -> None:
    draft = draft_after(
        owner,
        text="Guten Tag,\n\nleider haben wir uns nicht für Sie entschieden. Wir danken "
        "Ihnen für die Zeit.\n\nMit freundlichen Grüßen\nJana Kessler",
    )
    assert draft.subject == "Re: Ihre Bewerbung"
    assert draft.body.startswith("Guten Tag Jana Kessler,\n\nvielen Dank für Ihre")
    assert draft.to == "Jana Kessler <jana.kessler@nordlicht.example>"
    assert not FeedbackRequest.objects.exists()


def test_a_swiss_correspondence_gets_a_swiss_close(owner: Person) -> None:
    draft = draft_after(
        owner,
        text="Guten Tag\n\nLeider haben wir uns nicht für Sie entschieden. Wir danken "
        "Ihnen für die Zeit.\n\nFreundliche Grüsse\nJana Kessler",
    )
    assert "\n\nMit freundlichen Grüssen" in draft.body
    assert "ß" not in draft.body


def test_the_day_of_the_interview_is_told_where_it_is_known(owner: Person) -> None:
    application = make_application(
        person=owner, events=((EventKind.INTERVIEW, NOW - 3 * DAY),)
    )
    make_no(application=application)
    story = story_of(owner, application)
    assert story.interviewed_on == date(2026, 11, 17)
    assert "on 17 November" in draft_for(story, focus=Focus.SKILL).body


def invited(owner: Person, application: Application, *, begins: datetime) -> Event:
    return record(
        owner,
        application,
        kind=EventKind.INTERVIEW,
        at=NOW - 9 * DAY,
        now=NOW,
        payload={"starts_at": begins.isoformat()},
    )


def test_a_moved_interview_was_on_its_last_day(owner: Person) -> None:
    application = make_application(person=owner)
    event = invited(owner, application, begins=NOW - 5 * DAY)
    moved = {"starts_at": (NOW - 3 * DAY).isoformat()}
    arrange(owner, event, details=moved, now=NOW)
    make_no(application=application)
    story = story_of(owner, application)
    assert story.interviewed_on == date(2026, 11, 17)
    assert story.reached == Reached.INTERVIEW


def test_nobody_is_thanked_for_an_interview_that_never_took_place(
    owner: Person,
) -> None:
    called_off = make_application(person=owner)
    event = invited(owner, called_off, begins=NOW - 3 * DAY)
    settle(owner, event, outcome=Outcome.CANCELLED, now=NOW)
    ahead = make_application(person=owner)
    invited(owner, ahead, begins=NOW + 3 * DAY)
    for application in (called_off, ahead):
        make_no(application=application)
        story = story_of(owner, application)
        assert story.interviewed_on is None
        assert story.reached == Reached.APPLICATION
        assert "conversation" not in draft_for(story, focus=Focus.SKILL).body


def test_the_day_of_an_invitation_is_not_told_as_that_of_the_interview(
    story: Story,
) -> None:
    assert story.interviewed_on is None


def test_asked_stands_on_the_timeline_once(story: Story) -> None:
    request = begun(story)
    assert mark_asked(request, way=Way.BY_HAND, at=ASKING, now=ASKING)
    assert not mark_asked(request, way=Way.BY_HAND, at=ASKING, now=ASKING)
    event = Event.objects.get(kind=EventKind.FEEDBACK_ASKED)
    assert event.payload == {"record": str(request.pk), "title": DANA[0]}
    assert request.state == RequestState.ASKED
    again = story_of(story.person, story.application)
    assert again.reason == Reason.ASKED
    with pytest.raises(ValueError, match="nothing to ask"):
        begun(again)


def test_there_is_no_second_message_about_a_no_that_is_repeated(
    owner: Person, story: Story
) -> None:
    mark_asked(begun(story), way=Way.BY_HAND, at=ASKING, now=ASKING)
    echo = make_message(person=owner, sent_at=ASKING + DAY)
    put_on_timeline(echo, story.application)
    again = story_of(owner, story.application)
    assert again.reason == Reason.ASKED
    assert not again.can_ask


def test_taken_back_on_the_timeline_it_is_a_draft_again(
    owner: Person, story: Story
) -> None:
    request = begun(story)
    mark_asked(request, way=Way.BY_HAND, at=ASKING, now=ASKING)
    assert AwaitedAnswer.objects.get().address == DANA[1]
    event = Event.objects.get(kind=EventKind.FEEDBACK_ASKED)
    take_back(owner, event, now=ASKING)
    catch_up(owner, now=ASKING)
    request.refresh_from_db()
    assert request.state == RequestState.DRAFT
    assert not AwaitedAnswer.objects.exists()
    bring_back(owner, event, now=ASKING)
    catch_up(owner, now=ASKING)
    request.refresh_from_db()
    assert request.state == RequestState.ASKED
    assert AwaitedAnswer.objects.exists()


def test_asked_again_after_undo_the_same_event_counts_again(
    owner: Person, story: Story
) -> None:
    request = begun(story)
    mark_asked(request, way=Way.BY_HAND, at=ASKING, now=ASKING)
    take_back(owner, Event.objects.get(kind=EventKind.FEEDBACK_ASKED), now=ASKING)
    catch_up(owner, now=ASKING)
    request = FeedbackRequest.objects.get()
    assert mark_asked(request, way=Way.BY_HAND, at=ASKING, now=ASKING)
    assert not Event.objects.get(kind=EventKind.FEEDBACK_ASKED).is_void


def test_silence_closes_a_request(story: Story) -> None:
    request = begun(story)
    assert show(request, now=NOW).standing == Standing.DRAFT
    mark_asked(request, way=Way.BY_HAND, at=ASKING, now=ASKING)
    # Asked on Tuesday the 24th: the tenth working day is Tuesday the 8th.
    closes = datetime(2026, 12, 9, tzinfo=NOW.tzinfo)
    (before,) = requests_of(story.person, now=closes - timedelta(seconds=1))
    (after,) = requests_of(story.person, now=closes)
    assert (before.standing, after.standing) == (Standing.WAITING, Standing.SILENT)
    assert before.closes_at == closes
    assert before.last_day == date(2026, 12, 8)


def test_a_draft_can_be_deleted_and_what_left_cannot(story: Story) -> None:
    assert delete_draft(begun(story))
    request = begun(story_of(story.person, story.application))
    mark_asked(request, way=Way.BY_HAND, at=ASKING, now=ASKING)
    assert not delete_draft(request)
    save_draft(request, body="changed afterwards")
    request.refresh_from_db()
    assert request.body != "changed afterwards"


def test_left_alone_it_is_not_offered_again(
    owner: Person, final_round: Application
) -> None:
    let_go(owner, origin_id=the_no(final_round).pk, now=NOW)
    assert to_ask(owner, now=ASKING) == []
    assert story_of(owner, final_round).can_ask


def test_what_came_to_life_again_asks_nothing(
    owner: Person, final_round: Application
) -> None:
    add_event(owner, final_round, kind=EventKind.INTERVIEW, at=NOW + DAY, now=NOW + DAY)
    catch_up(owner, now=NOW + DAY)
    assert not NoToAskAbout.objects.exists()
    assert story_of(owner, final_round).reason == Reason.STILL_OPEN


def test_what_was_asked_stays_to_be_seen_when_it_came_to_life_again(
    owner: Person, story: Story
) -> None:
    request = begun(story)
    mark_asked(request, way=Way.BY_HAND, at=ASKING, now=ASKING)
    later = ASKING + DAY
    add_event(owner, story.application, kind=EventKind.INTERVIEW, at=later, now=later)
    again = story_of(owner, story.application)
    assert again.no is None
    assert again.request == request
    assert not again.can_ask


def test_a_joined_application_is_seen_whole(
    owner: Person, final_round: Application
) -> None:
    other = make_application(person=owner, company="Bright Harbour Group")
    merge(owner, other, other=final_round, now=NOW)
    final_round.refresh_from_db()
    story = story_of(owner, final_round)
    assert story.application == other
    assert story.reason == Reason.INTERVIEWED
    assert len(story.people) == 1


def test_nobody_elses_request_is_found(
    owner: Person, outsider: Person, story: Story
) -> None:
    begun(story)
    assert requests_of(outsider, now=NOW) == []
    assert len(requests_of(owner, now=NOW)) == 1


@pytest.mark.parametrize("no", [EventKind.REJECTION, EventKind.POSITION_CLOSED])
def test_whoever_took_an_offer_back_is_not_asked_about_a_skill(
    owner: Person, no: EventKind
) -> None:
    application = make_application(
        person=owner,
        contact_name="Dana Quill",
        contact_address="dana@quill.example",
        events=(
            (EventKind.INTERVIEW, NOW - 30 * DAY),
            (EventKind.OFFER, NOW - 20 * DAY),
            (EventKind.ACCEPTANCE, NOW - 19 * DAY),
            (no, NOW - 5 * DAY),
        ),
    )
    story = story_of(owner, application)
    assert story.reason == Reason.TAKEN_BACK
    assert not story.can_ask


def test_where_the_job_went_away_nothing_is_asked(owner: Person) -> None:
    application = make_application(
        person=owner,
        events=(
            (EventKind.INTERVIEW, NOW - 30 * DAY),
            (EventKind.POSITION_CLOSED, NOW - 5 * DAY),
        ),
    )
    story = story_of(owner, application)
    assert (story.reason, story.can_ask) == (Reason.WENT_AWAY, False)


def test_who_is_offered_a_talk_says_yes_to_it_unless_they_choose_a_question(
    owner: Person,
) -> None:
    application = make_application(person=owner, role="Cook")
    text = (
        "Dear Robin,\n\nthe other lady has run a hospice kitchen before and that swung it. "
        "I'd be glad to go through your interview with you if it would help, just ring me."
    )
    invitation = make_message(person=owner, verdict="interview", sent_at=NOW - 9 * DAY)
    for message in (invitation, make_message(person=owner, text=f"{text}{SIGNED}")):
        put_on_timeline(message, application)
    story = story_of(owner, application)
    assert story.reason == Reason.THEY_OFFER
    assert "When may I ring you?" in draft_for(story).body
    chosen = draft_for(story, focus=Focus.PREPARATION).body
    assert "When may I ring you?" not in chosen
    assert chosen.count("?") == 1
