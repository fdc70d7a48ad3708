"""More wordings of what comes around an application, by people of every trade."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onward.mail.rules.read import read_message
from onward.mail.rules.types import Verdict
from tests.mail.rules.letters import make_message


def read(subject: str, sender: str, text: str) -> Verdict:
    return read_message(make_message(subject, text, sender=sender)).verdict


ASKED_ABOUT = [
    (
        "Re: Interview Friday",
        "gwen@penarthcare.example",
        "Hi Dewi, thanks for letting me know you've taken something else, I've "
        "given Friday's slot to someone. Pob lwc! Gwen",
    ),
    (
        "Withdrawn",
        "noreply@trac.jobs",
        "Dear Applicant\nVacancy 311-BX-99 Healthcare Support Worker\nThis e-mail "
        "confirms that your application has been withdrawn by you on 03/04/2025. "
        "It cannot be reinstated.",
    ),
    (
        "Job",
        "beth@fernrescue.example",
        "Hi Sam, no decision on the kennel job till the trustees meet on the "
        "20th, sorry, I know it's a long wait. Beth",
    ),
    (
        "First day!",
        "chloe@pixelbarn.example",
        "Hi Noor, can't wait for Monday! We start at 9.30, the door code's 4471, "
        "Milo the dog will be all over you. Payroll need your P45 and bank "
        "details by Wednesday. Lunch is on us. Chloe",
    ),
    (
        "Feedback - Estates Officer",
        "gail.prosser@valecouncil.example",
        "Dear Huw, thanks for getting back to me about the interview. The panel "
        "felt you knew the patch inside out. What let you down was the budget "
        "question, where we'd hoped for figures, and the presentation ran long. I "
        "hope that's of some use for the next one. Gail",
    ),
    (
        "Re: Re: Baker",
        "tomasz@millstonebread.example",
        "Anna, you ask why. The shaping was slow and you did not taste anything. "
        "Taste everything! Otherwise very good hands. Tomasz\n\n> can I ask what "
        "I could have done better in the trial?",
    ),
    (
        "Re: Withdrawal of application",
        "lorna@ashgrovevets.example",
        "Hi Beth, thanks for your email and for letting us know in good time. "
        "I've taken you out of the running for the nurse post. Best of luck in "
        "Bristol! Lorna",
    ),
    (
        "You have withdrawn from a job",
        "notifications@smartrecruiters.com",
        "Hi Pavel,\nYou've withdrawn your application to Tester at Ottermill. The "
        "hiring team has been informed. You can apply again at any time.",
    ),
    (
        "RE: Offer of employment",
        "people@stourhousing.example",
        "Dear Miss Adeyemi\nThank you for confirming that you will not be taking "
        "up the post of Income Officer. We have closed the vacancy record and "
        "will destroy your pre-employment documents within 30 days.",
    ),
    (
        "An apology",
        "head@stmungos.example",
        "Dear Mr Lal, you should have heard from us by now. Two governors have "
        "fallen ill and the appointment can't be settled without them. I'd hope "
        "for early next week. I'm sorry to keep you on tenterhooks.",
    ),
    (
        "Kennel job",
        "beth@fernrescue.example",
        "Sam, the committee couldn't agree last night so it's gone to a second "
        "meeting on the 3rd. You're one of two. Sorry!! Beth",
    ),
    (
        "Lovely to meet you",
        "fay@acornmontessori.example",
        "Dear Jo, lovely to meet you yesterday. The children keep asking when the "
        "lady with the ukulele is coming back! We've two more to meet this week "
        "and will be in touch after that. Fay",
    ),
    (
        "Thank you from Lumen",
        "yusuf@lumenlegal.example",
        "Hi Ana, thank you for a really good conversation this morning. I'm "
        "sharing my notes with the partners today and Claire will follow up. "
        "Yusuf",
    ),
]


@pytest.mark.parametrize(("subject", "sender", "text"), ASKED_ABOUT)
def test_what_decides_nothing_is_asked_about(
    subject: str, sender: str, text: str
) -> None:
    assert read(subject, sender, text) is Verdict.AMBIGUOUS


NOES = [
    (
        "Baker",
        "tomasz@millstonebread.example",
        "Hello Anna, thanks for the two nights. You're quick and clean but the "
        "dough side isn't there yet and I can't train right now, too short. Keep "
        "at it. Tomasz",
    ),
    (
        "Assistant Curator",
        "director@tinmuseum.example",
        "Dear Dr Hale,\n\nThe trustees met yesterday. After some discussion they "
        "invited Ms Corrigan to take up the post and she has said yes. I enjoyed "
        "our afternoon among the ingots very much, and hope you'll come and see "
        "what she does with them.\n\nYours,\nHugo Penn",
    ),
    (
        "Quick update",
        "leah@talentbridge.example",
        "Hi Raj, had the call with Vantage. They liked you, but they're going "
        "another way: they want someone who's already run a migration like this. "
        "I'll keep an ear out. Leah",
    ),
    (
        "Thank you",
        "tomandjess@homemail.example",
        "Hi Carla, thank you so much for coming over to meet the boys. They "
        "haven't stopped talking about your guitar! We've asked Maria to be our "
        "nanny though as she can do the early mornings. Wishing you a lovely "
        "family soon. Jess and Tom",
    ),
    (
        "Night porter",
        "gm@grandparade.example",
        "Dear Sir, with reference to your interview of the 9th inst., Management "
        "regrets its inability to offer you the appointment. Your testimonials "
        "are returned by post. R. Dass, General Manager",
    ),
    (
        "Re: Nanny ad",
        "sophie.k@homemail.example",
        "Hi Carla, sorry for the slow reply! My mum's offered to do three days so "
        "we only need somebody for two now and that's not really what you're "
        "after. All the best finding a nice family. Sophie",
    ),
    (
        "Application outcome",
        "no-reply@myworkday.com",
        "Your application for R-10233 Logistics Planner at Corvid is now in the "
        "stage: Closed - Not Selected. Thank you for your interest.",
    ),
]


@pytest.mark.parametrize(("subject", "sender", "text"), NOES)
def test_a_no_in_these_words_stays_one(subject: str, sender: str, text: str) -> None:
    assert read(subject, sender, text) is Verdict.REJECTION


OF_LIFE = [
    (
        "Cast list",
        "drama@hallfieldschool.example",
        "Dear parents, the cast list for the Year 6 play is on the noticeboard. "
        "Every child has a part. Costumes by the 12th please.",
    ),
    (
        "Raffle",
        "bets@pixiefarm.example",
        "Hi Grace! Sooo many entries this year. The hamper has gone to Mrs Penn. "
        "Next year? Bets x",
    ),
    (
        "Flat",
        "lets@quaylets.example",
        "Hi Raj, had the call with the landlord. They liked you, but they're "
        "going another way: they want someone on a longer lease. I'll keep an ear "
        "out. Leah",
    ),
    (
        "Your tender",
        "procurement@eastwold.gov.example",
        "Dear Sirs, following evaluation your bid scored 41 against a threshold "
        "of 55 and has not been taken forward. You may request a debrief within "
        "ten days.",
    ),
    (
        "Nursery place",
        "office@littleowls.example",
        "Dear Pat, four places were available this September and fifteen families "
        "were on the list. You were sixth. Should one not be taken up we'd go to "
        "the fifth family first.",
    ),
    (
        "team for sunday",
        "gaz@homemail.example",
        "got a keeper mate cheers anyway",
    ),
    (
        "Dog",
        "beth@fernrescue.example",
        "Hi Sam, we loved having you round but Bruno needs a house without cats, "
        "so we've gone with another family for him. Beth",
    ),
    (
        "Your last day",
        "hr@holtengineering.example",
        "Darren, your last day with us is Friday 4th. Please hand in boots, "
        "overalls and clock card to Jean. P45 goes out with the final payslip. "
        "Baz",
    ),
    (
        "Reference received",
        "refs@quaylets.example",
        "We have now received one of the two references for your tenancy. We are "
        "chasing your previous landlord.",
    ),
    (
        "Lovely to meet you",
        "fay@catrescue.example",
        "Dear Jo, lovely to meet you yesterday. The kittens keep asking when the "
        "lady with the string is coming back! We've two more families to meet "
        "this week and will be in touch after that. Fay",
    ),
    (
        "Still waiting",
        "dan@danheat.example",
        "Hi Matt, nothing back from the supplier yet, the rep is in Dubai till "
        "Thursday. I know it's maddening. I'll ring the minute I hear. Dan",
    ),
    (
        "Your withdrawal",
        "noreply@marshbank.example",
        "You've withdrawn £400 from your account ending 2201. If this wasn't you, "
        "contact us at once.",
    ),
    (
        "Re: thursday",
        "kit@homemail.example",
        "All good, thanks for saying. I'll scrub Thursday. Enjoy the new house!",
    ),
    (
        "Induction",
        "hello@rockhouse.example",
        "Welcome to Rockhouse! Attached are your membership form and the house "
        "rules. Induction is on 4 June at 6, bring trainers.",
    ),
    (
        "Feedback on your essay",
        "pell@openuni.example",
        "Dear Huw, thanks for getting back to me about the essay. You knew the "
        "period inside out. What let you down was the conclusion, where I'd hoped "
        "for figures, and it ran long. 62. Dr Pell",
    ),
]


@pytest.mark.parametrize(("subject", "sender", "text"), OF_LIFE)
def test_ordinary_mail_near_to_them_stays_out(
    subject: str, sender: str, text: str
) -> None:
    assert read(subject, sender, text) is Verdict.OTHER


def test_what_the_headers_tie_to_a_question_is_left_to_the_talk_it_answers() -> None:
    text = (
        "Anna, you ask why. The shaping was slow and you did not taste anything. Taste"
        " everything! Otherwise very good hands. Tomasz\n\n> can I ask what I could have"
        " done better in the trial?"
    )
    alone = make_message("Re: Re: Baker", text, sender="tomasz@millstonebread.example")
    tied = replace(alone, headers={"in-reply-to": "<m2@mail.example>"})
    assert [each.rule for each in read_message(alone).because] == ["gave_feedback"]
    reading = read_message(tied)
    assert reading.verdict in {Verdict.AMBIGUOUS, Verdict.REJECTION}
    assert "gave_feedback" not in {each.rule for each in reading.because}


def test_a_club_that_will_be_in_touch_keeps_no_candidate_waiting() -> None:
    text = (
        "Hi Ros, there is no place in the choir at the moment and you are on the"
        " membership list. We'll be in touch when a place opens up, probably in spring."
    )
    assert read("Membership waiting list", "sec@choir.example", text) is Verdict.OTHER


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ('Job', 'Can you cover Sat to Sun shifts? Come and see me Wednesday 2pm to talk about it.'),
        ('Termin', 'Kommen Sie am Dienstag um 14 Uhr ins Büro, wir lernen uns kennen und können gleich den Vertrag unterschreiben. Ausweis mitbringen.'),
        ('Gespräch', 'Wir laden Sie am Dienstag um 14 Uhr zum Gespräch ein; wenn alles passt, können Sie den Arbeitsvertrag unterschreiben.'),
        ('Gespräch', 'Dienstag 14 Uhr hätte ich Zeit für Sie. Passt alles, ist der Vertrag zu unterschreiben. Ausweis mitbringen.'),
        ('RDV', 'Nous souhaitons vous voir mardi à 14 h, apportez vos diplômes. Signature du contrat possible ensuite.'),
        ('Incontro', 'Vorremmo incontrarla martedì alle 14; se tutto va bene può firmare il contratto subito.'),
        ('Kennismaking', 'We willen je dinsdag om 14 uur leren kennen, als het klikt kun je je contract tekenen.'),
        ('Träff', 'Vi vill gärna träffa dig på tisdag kl. 14, går allt bra kan du skriva på avtalet direkt.'),
    ],
)  # fmt: skip
def test_who_is_to_be_met_first_does_not_work_there(subject: str, text: str) -> None:
    assert read_message(make_message(subject, text)).verdict is Verdict.INTERVIEW
