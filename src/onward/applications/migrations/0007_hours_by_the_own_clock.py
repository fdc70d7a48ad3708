from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("applications", "0006_two_that_stay_two")]

    operations = [
        migrations.AddField(
            model_name="event",
            name="clock",
            field=models.CharField(
                blank=True, db_default="", default="", max_length=32
            ),
        ),
    ]
