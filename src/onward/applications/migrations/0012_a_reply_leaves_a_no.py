from collections import defaultdict

from django.db import migrations
from django.db.models import Max, Min
from django.db.models.functions import Coalesce

from onward.applications.rules.history import summarise
from onward.applications.rules.kinds import NO_KINDS, DecidedBy, EventKind, NoKind
from onward.applications.rules.past import PastEvent
from onward.applications.services.deriving import DERIVED_FIELDS, derived_values

BATCH = 500
SAID = [kind for kind, no in NO_KINDS.items() if no != NoKind.WENT_QUIET]


def leave_closed(apps, schema_editor):
    """Close again what a mere reply had opened after a no that was said, as is done now."""
    Application = apps.get_model("applications", "Application")
    Event = apps.get_model("applications", "Event")
    columns = {field.name for field in Application._meta.concrete_fields}
    head = Coalesce("application__merged_into", "application")
    told = Event.objects.filter(voided_by=None).order_by().annotate(head=head)
    noes = told.filter(kind__in=SAID).values("head").annotate(day=Min("at"))
    ended = dict(noes.values_list("head", "day"))
    replies = told.filter(kind="reply").values("head").annotate(day=Max("at"))
    answered = replies.values_list("head", "day")
    keys = [key for key, day in answered if key in ended and ended[key] <= day]
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
            values = zip(
                DERIVED_FIELDS, derived_values(summarise(history)), strict=True
            )
            stored = {name: value for name, value in values if name in columns}
            Application.objects.filter(pk=key).update(**stored)


class Migration(migrations.Migration):
    dependencies = [("applications", "0011_put_away_what_moved_away")]

    operations = [migrations.RunPython(leave_closed, migrations.RunPython.noop)]
