"""What small employers say in few words: who has it, what came late, what to bring first."""

from __future__ import annotations

import pytest

from onward.mail.rules.read import read_message
from onward.mail.rules.types import Verdict
from tests.mail.rules.letters import make_message


def read(subject: str, sender: str, text: str) -> Verdict:
    return read_message(make_message(subject, text, sender=sender)).verdict


ONE_OF_YOU = [
    (
        "Saturdays",
        "jan@homemail.example",
        "Hi pet, had four of you in and only the one apron, so it's gone to the "
        "girl who's done a bakery before. Call by for a loaf. Jan",
    ),
    (
        "the van job",
        "terry@lockeremovals.example",
        "It was between you and two others and in the end we've given it to the "
        "fella with his own lorry licence. Thanks for coming out. Terry",
    ),
    (
        "Lifeguards this summer",
        "pool@eastbayleisure.example",
        "Hello all, the six lifeguard posts for the summer have gone to Priya, "
        "Tom, Tom, Leanne, Gus and Wilf. To everybody else, thanks for applying "
        "and do try us again at Christmas. Pool Office",
    ),
    (
        "news",
        "bev.salon@homemail.example",
        "Hiya, really struggled with this one but we could only have one of you "
        "and it's going to be Shannon. Keep doing what you're doing xx Bev",
    ),
    (
        "Re: kitchen porter",
        "marek@thegreendoor.example",
        "Hi Sunil. I had to choose between two and I took the one who can start "
        "on Sunday. You were good, is only the day. Marek",
    ),
    (
        "Nursery assistant",
        "manager@littleacorns.example",
        "Dear Kim, of the five we met on Tuesday the place has gone to the lady "
        "with the level 3. We know you'd have been lovely with the babies. Anna, "
        "Little Acorns",
    ),
    (
        "Evening cleaning",
        "d.hale@stmarksprimary.example",
        "Good afternoon. The evening hours went to one of our lunchtime ladies "
        "who asked for more. Thank you for your interest. D Hale",
    ),
    (
        "Trainee list",
        "secretary@millbankrowing.example",
        "Evening all, coaching places for spring are decided and went to Ed, "
        "Fatima and Josie. To the others who asked, thanks, there will be another "
        "round in August.",
    ),
    (
        "Update",
        "harry@vosstalent.example",
        "Hi Nadia, the client finally stopped umming and ahhing. It was down to "
        "you and the guy from Leeds and it's the guy from Leeds. Gutted for you. "
        "Harry",
    ),
]


@pytest.mark.parametrize(("subject", "sender", "text"), ONE_OF_YOU)
def test_one_of_several_has_it(subject: str, sender: str, text: str) -> None:
    assert read(subject, sender, text) is Verdict.REJECTION


NOT_OF_WORK = [
    (
        "Raffle",
        "pam@homemail.example",
        "Had to pick between three of you and the hamper's gone to Sheila with "
        "ticket 41. Thanks for buying. Pam",
    ),
    (
        "Team for Saturday",
        "coach@eastfieldfc.example",
        "Evening all, squad for Saturday is settled, starting places go to "
        "Hamish, Euan, Dougie and Ali. To the rest of you thank you for turning "
        "up to training.",
    ),
    (
        "kittens",
        "dot@homemail.example",
        "Hi love, the tabby's gone to the lady with the garden. There's the "
        "ginger one left if you'd like her. Dot",
    ),
    (
        "Allotments",
        "rep@hillsideplots.example",
        "The three plots have gone to Mr Shah, the Wongs and Bill. To the rest of "
        "you on the list, thank you for waiting.",
    ),
]


@pytest.mark.parametrize(("subject", "sender", "text"), NOT_OF_WORK)
def test_a_prize_or_a_place_in_a_team_is_no_job(
    subject: str, sender: str, text: str
) -> None:
    assert read(subject, sender, text) is Verdict.OTHER


LACKS = [
    (
        "Warehouse nights",
        "hr@dalestock.example",
        "Hi Pavel. As I said on the phone the forklift licence has to be in date "
        "before you can go on the nights and yours ran out in May, so we can't "
        "take this any further. If you renew it, apply again. Kath",
    ),
    (
        "Your application: teaching assistant",
        "office@moorviewprimary.example",
        "Dear Ms Reyes, the role needs settled status or a visa without limit on "
        "hours. Your visa allows 20, and so we are not able to go on with your "
        "application. If that changes we would gladly hear from you again.",
    ),
    (
        "Driver",
        "bola@swiftparcels.example",
        "Good evening, I check your licence with the insurance. 9 points is too "
        "many for them and so can not go further with this. Sorry for you. Bola",
    ),
    (
        "Security officer",
        "vetting@citadelguards.example",
        "We have looked at your application with the contract manager. The site "
        "requires a current SIA licence and five years' UK address history. You "
        "told us that you arrived in 2023, so it can't proceed.",
    ),
    (
        "Night carer",
        "grace@elmcourt.example",
        "Dear Sam, I spoke with the manager. Because of the stairs and hoists we "
        "need two years experience on nights and you have six months, so we could "
        "not continue it. Regards Grace",
    ),
]


@pytest.mark.parametrize(("subject", "sender", "text"), LACKS)
def test_what_a_job_asks_for_by_law_and_is_not_there_is_a_no(
    subject: str, sender: str, text: str
) -> None:
    assert read(subject, sender, text) is Verdict.REJECTION


ASKED = [
    (
        "Night carer",
        "grace@elmcourt.example",
        "Dear Sam, I've looked at your application with the manager. We need your "
        "right to work share code before we can go further with it. Please send "
        "it by Friday. Regards Grace",
    ),
    (
        "Forklift",
        "hr@dalestock.example",
        "Hi Pavel, without a copy of the licence we cannot proceed with your "
        "application. Can you scan both sides and email it? Kath",
    ),
    (
        "References",
        "office@stbedes.example",
        "Dear Alan, we still need the name and e-mail address of a second referee "
        "before the governors meet. Please send it by Friday. Office",
    ),
]


@pytest.mark.parametrize(("subject", "sender", "text"), ASKED)
def test_papers_without_which_nothing_goes_on_are_asked_for(
    subject: str, sender: str, text: str
) -> None:
    assert read(subject, sender, text) is Verdict.INFORMATION_REQUEST


TAKEN_LATE = [
    (
        "Archivist",
        "hr@minstertrust.example",
        "Dear Ms Lowe, your application arrived after the closing date but the "
        "panel is happy to include it with the rest. HR",
    ),
    (
        "Head gardener",
        "estate@holmhall.example",
        "Thank you for your application, received after the deadline of the 3rd. "
        "As the post was slow everywhere Lord Holm has said it can go in with the "
        "others.",
    ),
    (
        "Verger",
        "office@stedcathedral.example",
        "Your application reached us after the closing date. On this occasion we "
        "have agreed to accept it and you will hear from us by Easter.",
    ),
    (
        "Porter",
        "bursar@kingsfold.example",
        "We received your application after the deadline. The Dean has allowed an "
        "extension, so it will be looked at with all the rest.",
    ),
    (
        "Cook",
        "kitchen@stlukeshospice.example",
        "Your papers came in after the closing day, Mr Bell, never mind, nobody's "
        "opened the pile yet. Yours is on it. Maureen",
    ),
]


@pytest.mark.parametrize(("subject", "sender", "text"), TAKEN_LATE)
def test_what_came_late_and_is_taken_is_a_receipt(
    subject: str, sender: str, text: str
) -> None:
    assert read(subject, sender, text) is Verdict.CONFIRMATION


TOO_LATE = [
    (
        "Archivist",
        "hr@minstertrust.example",
        "Dear Ms Lowe, thank you for your application, which arrived after the "
        "closing date. The panel had already met, and it could not be considered "
        "with the rest.",
    ),
    (
        "Head gardener",
        "estate@holmhall.example",
        "Your application was received after the deadline of the 3rd. Had it come "
        "a day sooner it may have been considered alongside the others.",
    ),
    (
        "Porter",
        "bursar@kingsfold.example",
        "Your application arrived after the deadline and the Head Porter did not "
        "agree to consider it.",
    ),
]


@pytest.mark.parametrize(("subject", "sender", "text"), TOO_LATE)
def test_what_came_late_and_is_not_taken_is_a_no(
    subject: str, sender: str, text: str
) -> None:
    assert read(subject, sender, text) is Verdict.REJECTION


RECEIPTS = [
    (
        "Re: CV",
        "hugh@pellgarages.example",
        "Cheers Ali, it's come through fine. I'm on holiday till the 9th so bear "
        "with me, will look at it after. Hugh",
    ),
    (
        "RE: my cv",
        "office@larkfieldnursery.example",
        "Hi Bea, thanks, got your CV and have put it on Mrs Long's desk. She does "
        "the taking on and is back Tuesday. Office",
    ),
    (
        "Re: Job application - cleaner",
        "hart@hartcleaning.example",
        "Received with thanks. I will read it tonight when the children are "
        "asleep. Mrs Hart",
    ),
    (
        "Thanks!!",
        "sonny@burgerbarn.example",
        "We get a ton of you lot every spring and I've 8 spots, so don't sit by "
        "the phone. If it's a yes my manager Kim rings you from an 07 number. If "
        "you haven't heard by 1 May it's a no for this year.",
    ),
    (
        "Your application",
        "leasing@lakesideapts.example",
        "Hi Luis, got your application from the website and gave it to the "
        "property manager. He does all the hiring and is in on Thurs.",
    ),
    (
        "Re: CV",
        "viv@stitchandco.example",
        "Ta! Printed off and in the folder with the others. We look at them on "
        "the 30th. Viv",
    ),
    (
        "Night carer",
        "grace@elmcourt.example",
        "I have now looked at your application with the home manager. As "
        "explained by phone the night rota starts in June, so it will be May "
        "before we call people in. Regards Grace",
    ),
]


@pytest.mark.parametrize(("subject", "sender", "text"), RECEIPTS)
def test_who_decides_has_it_now(subject: str, sender: str, text: str) -> None:
    assert read(subject, sender, text) is Verdict.CONFIRMATION


ELSE = [
    (
        "Your application - 8837",
        "noreply@visaservice.example",
        "Dear applicant, your application has been received at the visa centre "
        "and is under review. We will write once a decision has been made.",
    ),
    (
        "Application received",
        "no-reply@passports.example",
        "Your application has been received. Your new passport will be posted "
        "within 3 weeks. You can track its progress online.",
    ),
    (
        "Application update",
        "housing@northborough.example",
        "Your application for housing has been received and is being assessed. "
        "You will be told your band within 28 days.",
    ),
    (
        "Your claim",
        "claims@norrisinsurance.example",
        "As explained by phone we need the engineer's report before the repair, "
        "and your garage did not supply it, so we can not proceed further with "
        "the claim.",
    ),
    (
        "Re: photos",
        "neil@homemail.example",
        "Got them thanks Josh. Away at the show till Weds, will have a look when "
        "I'm back. Neil",
    ),
]


@pytest.mark.parametrize(("subject", "sender", "text"), ELSE)
def test_an_application_for_something_else_is_ordinary_mail(
    subject: str, sender: str, text: str
) -> None:
    assert read(subject, sender, text) is Verdict.OTHER
