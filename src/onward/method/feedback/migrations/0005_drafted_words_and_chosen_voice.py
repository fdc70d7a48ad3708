from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("feedback", "0004_ten_languages_and_own_words"),
    ]

    operations = [
        migrations.AddField(
            model_name="feedbackrequest",
            name="drafted_subject",
            field=models.CharField(blank=True, default="", max_length=300),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="feedbackrequest",
            name="drafted_body",
            field=models.TextField(blank=True, default=""),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="feedbackrequest",
            name="chosen_voice",
            field=models.JSONField(blank=True, default=dict),
        ),
    ]
