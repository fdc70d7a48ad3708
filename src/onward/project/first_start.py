"""The first start of a home: its tables at once, as the models say, instead of step by step.

Migrations tell how a database that holds something becomes today's. Where there is none
yet, going through all of them took longer than everything else that a first start does.
A test holds both ways to the same tables.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.db.migrations.executor import MigrationExecutor


def is_first_start() -> bool:
    """Return whether this is an SQLite database in which there is nothing yet."""
    from django.db import connection

    return connection.vendor == "sqlite" and not connection.introspection.table_names()


def make_tables(executor: MigrationExecutor) -> None:
    """Make all tables and note all migrations as applied; within one transaction."""
    from django.apps import apps
    from django.core.management.sql import emit_post_migrate_signal
    from django.db import connection

    with connection.schema_editor() as editor:
        for model in apps.get_models():
            if model._meta.can_migrate(connection):
                editor.create_model(model)
    executor.recorder.ensure_schema()
    for app, name in executor.loader.graph.nodes:
        executor.recorder.record_applied(app, name)
    emit_post_migrate_signal(verbosity=0, interactive=False, db=connection.alias)
