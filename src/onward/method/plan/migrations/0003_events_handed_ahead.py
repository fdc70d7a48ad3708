from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("plan", "0002_calendar_feed")]

    operations = [
        migrations.AddField(
            model_name="cursor",
            name="ahead",
            field=models.JSONField(default=list),
        ),
    ]
