"""Where applications stand while mail is folded, and which of them a message fits."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from onward.mail.rules.facts.employers.names import (
    compact,
    label_variants,
    registrable_label,
)
from onward.mail.rules.folding.akin import (
    SHORTEST_RUN_TOGETHER,
    TELLING,
    are_declined,
    are_one_word,
    begins,
    is_by_letters,
    is_called_in,
    is_one_line,
    is_within,
    lettered,
    plainly,
    share_a_stem,
    share_a_word,
    shares,
    without_kind,
)
from onward.mail.rules.folding.domains import (
    is_named_by_domain,
    is_of_domain,
    is_shortened_by_domain,
)
from onward.mail.rules.folding.filing import Files, latest
from onward.mail.rules.folding.growing import SAYS_NO_MORE, Facts, Growing
from onward.mail.rules.folding.numbers import core_of
from onward.mail.rules.types import ENDINGS, Verdict

_LEADS_ON = frozenset({Verdict.INTERVIEW, Verdict.ASSESSMENT, Verdict.OFFER})
_NOBODY_ELSES = 6
"""A number of so many digits, with letters, is that of one opening."""
_MAY_BEGIN = SAYS_NO_MORE | {Verdict.CONFIRMATION}


class Shelf(Files):
    """Every application found so far; each look-up is by one key."""

    def fitting(self, facts: Facts) -> list[Growing]:
        """Return the one application a message belongs to, none, or all that may fit.

        Several are returned with the one that moved last first.
        """
        talked = self._talked_about(facts)
        if talked is not None:
            return [talked]
        if not facts.company:
            there = self._of_contact(facts) or self.of_firm(facts)
            there = there or self.of_name(facts) or self._of_domain(facts)
            return there or self._of_number(facts) or self._of_carried(facts)
        there = [c for c in self._of_company(facts) if c.may_hold(facts)]
        there = there or self._of_number(facts) or self._of_opening(facts)
        there = there or self._of_talk(facts) or self._of_akin_title(facts)
        there = there or self._of_short_domain(facts) or self._of_same(facts)
        numbered = [c for c in there if c.has_number(facts)]
        titled = [c for c in there if facts.role and facts.role in c.roles]
        if numbered or titled:
            return [_preferred(numbered or titled)]
        still_open = [c for c in there if not c.has_ended]
        if facts.verdict is Verdict.CONFIRMATION and len(still_open) > 1:
            # The board's receipt came first; the employer's own belongs to it.
            waiting = [c for c in still_open if facts.item.system not in c.answered_by]
            still_open = waiting or still_open
        if not facts.role and len(still_open) > 1:
            of_box = [c for c in still_open if _is_of_box(c, facts=facts)]
            still_open = of_box if len(of_box) == 1 else still_open
        if still_open:
            return sorted(still_open, key=_moved, reverse=True)
        if facts.verdict in _LEADS_ON and there:
            # Whoever invites days after a no speaks of another opening; weeks after it, who
            # was chosen may have declined.
            there = [c for c in there if not c.is_just_over_for(facts)]
        return [_preferred(there)] if there else []

    def of_firm(self, facts: Facts) -> list[Growing]:
        """Return the open applications at the firm from whose domain a person writes.

        Of several the one whose opening is named. None where the domain hires for several
        firms, or where what the message calls its employer is no part of the firm's name.
        """
        clusters = latest(self._by_firm, facts.item.firm)
        names = {name for c in clusters for name in c.companies}
        is_own = facts.item.is_sent and facts.verdict is Verdict.AMBIGUOUS
        is_sure = facts.item.contact and (is_own or facts.verdict not in SAYS_NO_MORE)
        if not is_sure or not is_one_line(names):
            return []
        if facts.company and not any(
            shares(facts.company, name) or is_of_domain(facts, name=name)
            for name in names
        ):
            return []
        holding = [c for c in clusters if c.may_hold(facts)]
        there = [c for c in holding if not c.has_ended]
        if is_own and not there and len(holding) == 1:
            # The person asks what could have been better, of whoever said no.
            there = holding
        titled = [c for c in there if facts.role and facts.role in c.roles]
        numbered = [c for c in there if c.has_number(facts)]
        return sorted(numbered or titled or there, key=_moved, reverse=True)

    def called(self, key: str, *, facts: Facts) -> list[Growing]:
        """Return the applications at the only employer whose name is this, or begins so."""
        there = latest(self._by_company, key) or latest(self._by_beginning, key)
        there = [c for c in there if c.is_recent_for(facts)]
        return there if is_one_line({n for c in there for n in c.companies}) else []

    def of_agent(self, facts: Facts) -> list[Growing]:
        """Return the only open application that whoever writes of nobody but themselves wrote about."""
        if facts.verdict in _MAY_BEGIN:
            return []
        return [c for c in self._of_contact(facts) if not c.has_ended]

    def of_client(self, facts: Facts) -> list[Growing]:
        """Return the only open application, of those its writer wrote about, whose employer its subject names.

        An agent who signs in full writes "Larchenruh" over what became of the Hotel Larchenruh.
        """
        if facts.verdict in _MAY_BEGIN or not facts.item.subject:
            return []
        there = [
            c
            for c in latest(self._by_contact, facts.item.contact)
            if not c.has_ended
            and c.may_hold(facts)
            and any(is_called_in(facts.item.subject, name) for name in c.companies)
        ]
        return there if len(there) == 1 else []

    def of_number_alone(self, facts: Facts) -> list[Growing]:
        """Return the only open application whose number a mail from another domain names.

        "EC24PS107 - Online Tests" comes from the tests' own domain. What no test says needs a
        number that no two houses give, "TA-2026-4471", and begins nothing.
        """
        digits = sum(map(str.isdigit, facts.requisition))
        is_test = facts.verdict is Verdict.ASSESSMENT and digits >= TELLING
        is_whole = digits >= _NOBODY_ELSES and len(facts.requisition) > digits + 1
        if not (is_test or (is_whole and facts.verdict not in _MAY_BEGIN)):
            return []
        numbered = latest(self._by_number, core_of(facts.requisition))
        there = [c for c in numbered if c.may_hold(facts) and not c.has_ended]
        return there if len(there) == 1 else []

    def of_name(self, facts: Facts) -> list[Growing]:
        """Return the only open application of whom a tool for appointments names, if it fits.

        "Confirmed: Phone Screen with Dana Fields" comes from the tool, and Dana wrote before.
        """
        item = facts.item
        if item.contact or facts.verdict in _MAY_BEGIN:
            return []
        there = [
            c
            for c in latest(self._by_name, item.name)
            if c.may_hold(facts) and not c.has_ended
        ]
        return there if len(there) == 1 else []

    def of_colleague(self, facts: Facts) -> list[Growing]:
        """Return the only open application of whoever a no from another domain speaks of, if it fits.

        "Im Namen von Frau Roe danke ich Ihnen" comes from the office of the group.
        """
        item = facts.item
        if not item.contact or facts.verdict not in ENDINGS:
            return []
        there = {
            c: None
            for name in sorted(item.spoken_of)
            for table in (self._by_name, self._by_surname)
            for c in latest(table, name)
            if c.may_hold(facts) and not c.has_ended and c.came_to_more()
        }
        return list(there) if len(there) == 1 else []

    def _of_number(self, facts: Facts) -> list[Growing]:
        """Return the only application with the message's number at an employer akin to its own.

        A system writes "Rebhof Homes" of what it called "Rebhof Housing Association". Beside
        the title a telling number may name no employer.
        """
        digits = sum(map(str.isdigit, facts.requisition))
        is_titled = not facts.company and digits >= TELLING
        there = [
            c
            for c in latest(self._by_number, core_of(facts.requisition))
            if c.may_hold(facts)
            and (
                (is_titled and facts.role in c.roles)
                or any(share_a_word(facts.company, name) for name in c.companies)
            )
        ]
        return there if len(there) == 1 else []

    def _of_carried(self, facts: Facts) -> list[Growing]:
        """Return the only open application for the title that the same system carried mail of.

        "Outcome of your interview - Ward Clerk" may name no employer.
        """
        if not (facts.role and facts.item.system) or facts.verdict in _MAY_BEGIN:
            return []
        there = [
            c
            for c in latest(self._by_carrier, (facts.item.system, facts.role))
            if c.may_hold(facts) and not c.has_ended
        ]
        return there if len(there) == 1 else []

    def _of_opening(self, facts: Facts) -> list[Growing]:
        """Return the only application for the same opening that the same firm wrote about.

        A letter may name a department or a site where others name the whole: their number
        tells that they are one, or the same title, or none, beside a word of the same name.
        From an office, which may send a receipt for another, no title has to be more than one.
        """
        is_told = bool(facts.item.contact) or facts.verdict not in _MAY_BEGIN
        is_bare = not facts.role and is_told
        there = [
            c
            for c in latest(self._by_firm, facts.item.firm)
            if c.may_hold(facts)
            and (
                c.has_number(facts)
                or (
                    (facts.role in c.roles or (is_bare and not c.has_ended))
                    and any(
                        share_a_word(facts.company, name)
                        or are_declined(facts.company, name)
                        or is_by_letters(facts.company, name)
                        for name in c.companies
                    )
                )
                or (
                    not c.has_ended
                    and any(is_of_domain(facts, name=name) for name in c.companies)
                )
            )
        ]
        return there if len(there) == 1 else []

    def _of_talk(self, facts: Facts) -> list[Growing]:
        """Return the only open application that its writer tells more of by another title.

        "Administrator" is offered as "Home Administrator", by whom one talked to; a receipt
        and a first letter may begin another.
        """
        if not facts.role or facts.verdict in _MAY_BEGIN:
            return []
        there = [
            c
            for c in latest(self._by_contact, facts.item.contact)
            if not c.has_ended
            and c.came_to_more()
            and c.is_recent_for(facts)
            and not c.is_numbered_otherwise(facts)
        ]
        return [
            c
            for c in (there if len(there) == 1 else [])
            # An agency's "Larch – how it stands" names its client where a title would be.
            if c.is_named(facts.role)
            or (
                any(share_a_stem(facts.role, role) for role in c.roles)
                and any(share_a_word(facts.company, name) for name in c.companies)
            )
        ]

    def _of_akin_title(self, facts: Facts) -> list[Growing]:
        """Return the only open application at the employer, where all words of one title are in the other, or begin it.

        "Trial Associate/Administrator" is answered as "Trial Administrator"; a receipt and
        a first letter may begin another.
        """
        if facts.verdict in _MAY_BEGIN:
            return []
        there = [
            c
            for c in self._of_company(facts)
            if not c.has_ended
            and c.is_recent_for(facts)
            and not c.is_numbered_otherwise(facts)
        ]
        if len(there) != 1:
            return []
        return [
            c
            for c in there
            if any(
                is_within(facts.role, r) or are_one_word(facts.role, r) for r in c.roles
            )
        ]

    def _of_short_domain(self, facts: Facts) -> list[Growing]:
        """Return the only open application for the title at whose name the writer's domain shortens.

        Of a house with several sites a person writes from one of them.
        """
        if not (facts.role and facts.item.contact) or facts.verdict in SAYS_NO_MORE:
            return []
        there = [
            c
            for c in latest(self._by_beginning, facts.company.split()[0])
            if facts.role in c.roles
            and c.may_hold(facts)
            and not c.has_ended
            and any(is_shortened_by_domain(facts, name=name) for name in c.companies)
        ]
        return there if len(there) == 1 else []

    def _of_same(self, facts: Facts) -> list[Growing]:
        """Return the only open application with the same title and a telling number, or of one firm's domain.

        A university's "Outreach Officer, ref 10884" comes from ywu.example, whatever it is called
        there; of a firm that no mail has named, its domain is all that was known.
        """
        if not facts.role or facts.verdict in _MAY_BEGIN:
            return []
        digits = sum(map(str.isdigit, facts.requisition))
        # Who says no is believed of their own house alone.
        is_told = digits > TELLING and facts.verdict not in ENDINGS
        there = latest(self._by_number, core_of(facts.requisition)) if is_told else []
        there = there or [
            c for c in latest(self._by_firm, facts.item.firm) if c.is_called_by_domain()
        ]
        there = [
            c
            for c in there
            if facts.role in c.roles and c.may_hold(facts) and not c.has_ended
        ]
        return there if len(there) == 1 else []

    def _talked_about(self, facts: Facts) -> Growing | None:
        """Return the application of the same invitation or thread, latest first."""
        uid = f"uid:{facts.item.calendar_uid}" if facts.item.calendar_uid else ""
        for name in (uid, facts.thread):
            for cluster in reversed(latest(self._by_conversation, name)):
                if not (
                    cluster.is_numbered_otherwise(facts) or cluster.is_left_by(facts)
                ):
                    return cluster
        for cluster in reversed(latest(self._by_provider, facts.item.thread)):
            is_same = not facts.company or facts.company in cluster.companies
            if is_same and cluster.may_hold(facts):
                return cluster
        return None

    def _of_contact(self, facts: Facts) -> list[Growing]:
        """Return the only application that the same person wrote about, if it fits.

        Beside what they wrote first and no more came of, the only one that is open.
        """
        clusters = latest(self._by_contact, facts.item.contact)
        fitting = [c for c in clusters if c.may_hold(facts)]
        if len(fitting) > 1 and facts.verdict not in _MAY_BEGIN:
            told = [c for c in fitting if not c.has_ended]
            fitting = [c for c in told if c.came_to_more()]
        return fitting if len(fitting) == 1 else []

    def _of_domain(self, facts: Facts) -> list[Growing]:
        """Return the only open application at the firm whose name the domain of a person spells.

        A board told of it, and an agency names no employer: it writes of its client. None
        where the domain hires for several firms.
        """
        if not facts.item.contact or facts.verdict in SAYS_NO_MORE:
            return []
        known = latest(self._by_firm, facts.item.firm)
        if not is_one_line({name for c in known for name in c.companies}):
            return []
        there = [
            c
            for spelled in label_variants(registrable_label(facts.item.firm))
            for c in latest(self._by_company, spelled)
            if c.may_hold(facts) and not c.has_ended
        ]
        there = list(dict.fromkeys(there)) or self._of_beginning(facts)
        return there if len(there) == 1 else []

    def _of_beginning(self, facts: Facts) -> list[Growing]:
        """Return the open applications for the title of a mail whose domain spells how their employers begin.

        "tidewater.example" writes of the "Harbour Clerk" for which a board named "Tidewater
        Marine Services". The beginning of a name alone says too little.
        """
        there: dict[Growing, None] = {}
        for spelled in label_variants(registrable_label(facts.item.firm)):
            begun = latest(self._by_beginning, spelled)
            begun += self._run_together(replace(facts, company=spelled))
            is_telling = bool(facts.role) and len(spelled) > TELLING
            for c in begun if is_telling else ():
                if facts.role in c.roles and c.may_hold(facts) and not c.has_ended:
                    there[c] = None
        return list(there)

    def _of_company(self, facts: Facts) -> list[Growing]:
        """Return an employer's applications; a shorter name only where that is safe.

        "Acme" and "Acme Robotics" are one where the roles agree, or where only one
        name begins so, and so are "Hotel Puerta del Cierzo" and "Puerta del Cierzo", the
        "Dewiekslag" of a domain and "Zorggroep De Wiekslag", "ZM Bor" and "Zakłady Mięsne
        Bor"; "Meta" and "Metaverse" never are.
        """
        same = latest(self._by_company, compact(facts.company))
        aliases = latest(self._by_beginning, compact(facts.company))
        words = facts.company.split()
        for count in range(1, len(words)):
            aliases += latest(self._by_company, "".join(words[:count]))
        aliases += latest(self._by_ending, compact(facts.company))
        aliases += latest(self._by_company, compact(without_kind(words)))
        aliases += latest(self._by_letters, facts.company)
        for letters in lettered(words):
            aliases += latest(self._by_company, compact(letters))
        if is_named_by_domain(facts):
            aliases += latest(self._by_plain, plainly(facts.company))
            aliases += latest(self._by_initials, compact(facts.company))
            if facts.verdict not in _MAY_BEGIN:
                aliases += latest(self._by_last, facts.company)
        aliases += self._run_together(facts)
        aliases = [
            c for c in dict.fromkeys(aliases) if facts.company not in c.companies
        ]
        if not aliases:
            return same
        agreeing = [
            c
            for c in aliases
            if (facts.role and facts.role in c.roles) or c.has_number(facts)
        ]
        names = {name for c in aliases for name in c.companies}
        is_unique = not same and is_one_line(names)
        return list(dict.fromkeys([*same, *(aliases if is_unique else agreeing)]))

    def _run_together(self, facts: Facts) -> list[Growing]:
        """Return applications for the same opening at a name that begins with a domain's.

        All that a mail may tell of its employer is "larkfieldhousing".
        """
        name = compact(facts.company)
        if len(name) < SHORTEST_RUN_TOGETHER:
            return []
        letters = name[:SHORTEST_RUN_TOGETHER]
        there = [
            c
            for opening in filter(None, (facts.requisition, facts.role))
            for c in latest(self._by_opening, (letters, opening))
        ]
        return [
            c
            for c in there
            if any(begins(name, compact(other)) for other in c.companies)
        ]


def _is_of_box(cluster: Growing, *, facts: Facts) -> bool:
    """Say whether the mailbox that wrote is called after a word of an application's title."""
    box = facts.item.box
    is_telling = len(box) > TELLING
    return is_telling and any(box in role.split() for role in cluster.roles)


def _moved(cluster: Growing) -> tuple[datetime, int]:
    return cluster.last_at, cluster.number


def _preferred(clusters: list[Growing]) -> Growing:
    """Return the open application that moved last, or the one that did at all."""
    return max(clusters, key=lambda c: (not c.has_ended, c.last_at, c.number))
