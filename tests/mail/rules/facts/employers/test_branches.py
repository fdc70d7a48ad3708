"""What stands behind a name and is none of it: a test, a branch, its number."""

from __future__ import annotations

from tests.mail.rules.facts.employers.reading import employer


def test_what_a_firm_calls_its_test_is_no_part_of_its_name() -> None:
    text = (
        "Guten Tag Herr Roe,\n\nwir möchten Sie daran erinnern, dass Ihr Zugang zum Nordwall Online Assessment "
        "(Associate (m/w/d)) in drei Tagen abläuft.\n\nMit freundlichen Grüßen\nNordwall Recruiting"
    )
    found = employer(
        "Ihr Nordwall Online Assessment – noch 3 Tage",
        text,
        shown="Nordwall Recruiting",
        at="no-reply@assessments-nordwall.example",
    )
    assert found == "Nordwall"


def test_a_branch_where_one_meets_is_not_the_employer() -> None:
    text = (
        "Hi Vytautas\n\nJust a reminder that we're looking forward to meeting you tomorrow!\n\n"
        "What: Interview for Night Assistant\nWhen: Friday 3 November, 6.30pm\n"
        "Where: Merrow's Great Yarmouth. Ask for the duty manager.\n\nSee you soon!"
    )
    found = employer(
        "Reminder: your interview is tomorrow",
        text,
        shown="Merrow's Supermarkets",
        at="no-reply@merrowscareers.example",
    )
    assert "Yarmouth" not in found


def test_a_name_that_the_domain_spells_is_whole_wherever_one_meets() -> None:
    text = (
        "Hi Farhan,\n\nGreat news: you're through to the final round for Optical Dispenser.\n\n"
        "Where: Lumen Eyewear, Station Street store\nWhen: choose a slot with the link below\n\nLumen Talent"
    )
    found = employer(
        "You're through to the final interview!",
        text,
        shown="Lumen Talent",
        at="talent@lumen-eyewear.example",
    )
    assert found == "Lumen Eyewear"


def test_the_number_of_a_branch_is_no_part_of_the_name() -> None:
    text = (
        "Hello Bianca,\n\nThank you for coming in on the weekend. We'd like to have you back to meet our Area "
        "Manager this Thursday 10:30am at the store.\n\nThanks\nNicole\nStore Manager, Barley & Pike 114"
    )
    found = employer(
        "Second interview - Retail Supervisor",
        text,
        shown="Store 114 Manager",
        at="store114@barleypike.example",
    )
    assert found == "Barley & Pike"


def test_a_trust_employs_at_its_schools() -> None:
    text = (
        "Dear Peter\n\nThank you for applying for the post of Cover Supervisor at Oswin's Upper School.\n\n"
        "Your application is now being processed. The Trust is committed to safeguarding.\n\n"
        "Yours sincerely\nHR Team"
    )
    found = employer(
        "Application acknowledgement",
        text,
        shown="Recruitment - St Oswin's Academy Trust",
        at="no-reply@oswins-trust.example",
    )
    assert found == "St Oswin's Academy Trust"
