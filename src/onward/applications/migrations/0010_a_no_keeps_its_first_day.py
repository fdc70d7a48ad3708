from collections import defaultdict

from django.db import migrations
from django.db.models import Count
from django.db.models.functions import Coalesce

from onward.applications.rules.history import summarise
from onward.applications.rules.kinds import NO_KINDS, DecidedBy, EventKind
from onward.applications.rules.past import PastEvent

BATCH = 500


def put_back(apps, schema_editor):
    """Put applications that were told no more than once on the day of the first."""
    Application = apps.get_model("applications", "Application")
    Event = apps.get_model("applications", "Event")
    noes = Event.objects.filter(kind__in=list(NO_KINDS), voided_by=None).order_by()
    head = Coalesce("application__merged_into", "application")
    told = noes.annotate(head=head).values("head").annotate(noes=Count("pk"))
    keys = list(told.filter(noes__gt=1).values_list("head", flat=True))
    for start in range(0, len(keys), BATCH):
        heads = {key: key for key in keys[start : start + BATCH]}
        merged = Application.objects.filter(merged_into__in=list(heads))
        heads |= merged.values_list("pk", "merged_into_id")
        histories = defaultdict(list)
        for event in Event.objects.filter(application__in=list(heads)).iterator():
            head = heads[event.application_id]
            past = PastEvent(
                number=event.number,
                kind=EventKind(event.kind),
                at=event.at,
                decided_by=DecidedBy(event.decided_by),
                payload=event.payload,
                is_void=event.voided_by is not None,
                is_own=head == event.application_id,
                identity=str(event.pk),
            )
            histories[head].append(past)
        for key, history in histories.items():
            moved = summarise(history).last_moved_at
            Application.objects.filter(pk=key).update(last_moved_at=moved)


class Migration(migrations.Migration):
    dependencies = [("applications", "0009_put_away_what_was_taken_back")]

    operations = [migrations.RunPython(put_back, migrations.RunPython.noop)]
