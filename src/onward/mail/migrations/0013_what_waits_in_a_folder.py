from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("mail", "0012_mark_hours_in_words")]

    operations = [
        migrations.AddField(
            model_name="imapfolder",
            name="waiting",
            field=models.JSONField(blank=True, default=list),
        ),
    ]
