from django.db import migrations

from onward.applications.rules.history import summarise
from onward.applications.rules.kinds import DecidedBy, EventKind
from onward.applications.rules.past import PastEvent


def name(apps, schema_editor):
    """Let what told that a mail did not arrive name that mail, as it does now."""
    Event = apps.get_model("applications", "Event")
    Message = apps.get_model("mail", "MailMessage")
    changed = set()
    for report in Message.objects.filter(verdict="returned").iterator():
        event = Event.objects.filter(
            person=report.person_id,
            key=f"mail:{report.key}",
            kind__in=("note", "reminder"),
        ).first()
        if event is None or "undelivered" in event.payload:
            continue
        own = Message.objects.filter(person=report.person_id, is_sent=True)
        sent = own.filter(message_id__in=report.references).first()
        if sent is None or _reached_somebody(sent, report=report):
            continue
        if event.kind == "note" and _was_sent_again(own, report=report, sent=sent):
            continue
        event.payload["undelivered"] = sent.sent_at.isoformat()
        event.save(update_fields=["payload"])
        changed.add(event.application_id)
    _derive(apps, changed)


def _reached_somebody(sent, *, report):
    gone = {sent.sender_address.lower()}
    gone |= {str(told.get("words", "")).lower() for told in report.because[:1]}
    return any(str(address).lower() not in gone for address in sent.recipients)


def _was_sent_again(own, *, report, sent):
    # Nothing that is recorded of it says when.
    ids = {sent.message_id, report.message_id}
    later = own.filter(sent_at__gt=report.sent_at)
    return any(ids & set(named) for named in later.values_list("references", flat=True))


def _derive(apps, changed):
    """Store anew since when each of these waits, which follows from its events."""
    Application = apps.get_model("applications", "Application")
    Event = apps.get_model("applications", "Event")
    for row in Application.objects.filter(pk__in=changed):
        head = row.merged_into_id or row.pk
        merged = Application.objects.filter(merged_into=head)
        history = [
            PastEvent(
                number=event.number,
                kind=EventKind(event.kind),
                at=event.at,
                decided_by=DecidedBy(event.decided_by),
                payload=event.payload,
                is_void=event.voided_by is not None,
                is_own=event.application_id == head,
                identity=str(event.pk),
            )
            for event in Event.objects.filter(
                application__in=[head, *merged.values_list("pk", flat=True)]
            )
        ]
        summary = summarise(history)
        Application.objects.filter(pk=head).update(
            waiting_since=summary.waiting_since, follow_ups=summary.follow_ups
        )


class Migration(migrations.Migration):
    dependencies = [
        ("applications", "0009_put_away_what_was_taken_back"),
        ("mail", "0014_what_was_taken_back"),
    ]

    operations = [migrations.RunPython(name, migrations.RunPython.noop)]
