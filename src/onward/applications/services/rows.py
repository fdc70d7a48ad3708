"""Rows by the thousand: one prepared statement for all of them, without an object each.

A page saves what it has as Django does. Where a mailbox becomes history, Django's own cost
a row was six times that of the database; here the columns' values alone go through.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any

from django.db import connection
from django.db.models import Field, ForeignKey, Model, UUIDField

if TYPE_CHECKING:
    _AnyField = Field[Any, Any]
_Adapter = Callable[[Any], Any]


def insert_rows(
    model: type[Model], names: Sequence[str], rows: Iterable[Sequence[Any]]
) -> None:
    """Insert rows whose values stand in the order of `names`, the columns' attributes.

    The values are those that Django's fields hold; the database checks its constraints,
    and nothing else does. Columns that are not named get what the database gives them.
    """
    fields = [_field(model, name) for name in names]
    columns = ", ".join(_column(field) for field in fields)
    places = ", ".join(["%s"] * len(fields))
    # All names are the models' own.
    insert = f"INSERT INTO {_table(model)} ({columns}) VALUES ({places})"  # noqa: S608
    _run(insert, fields, rows)


def update_rows(
    model: type[Model], names: Sequence[str], rows: Iterable[Sequence[Any]]
) -> None:
    """Write anew these columns of rows that are there; the last value of each is its key."""
    key = model._meta.pk
    fields = [_field(model, name) for name in names]
    columns = ", ".join(f"{_column(field)} = %s" for field in fields)
    where = f"{_column(key)} = %s"
    update = f"UPDATE {_table(model)} SET {columns} WHERE {where}"  # noqa: S608
    _run(update, [*fields, key], rows)


def stored_values(
    model: type[Model], name: str, values: Sequence[str], *, owner: Model
) -> set[str]:
    """Return which of these texts are in a column of the rows that `owner` has."""
    if not values:
        return set()
    field, person = _field(model, name), _field(model, "person_id")
    places = ", ".join(["%s"] * len(values))
    where = f"{_column(person)} = %s AND {_column(field)} IN ({places})"
    select = f"SELECT {_column(field)} FROM {_table(model)} WHERE {where}"  # noqa: S608
    of = person.get_db_prep_value(owner.pk, connection)
    with connection.cursor() as cursor:
        cursor.execute(select, [of, *values])
        return {value for (value,) in cursor.fetchall()}


def _run(
    statement: str, fields: Sequence[_AnyField], rows: Iterable[Sequence[Any]]
) -> None:
    adapted = list(_adapted(fields, rows))
    if adapted:
        with connection.cursor() as cursor:
            cursor.executemany(statement, adapted)


def _adapted(
    fields: Sequence[_AnyField], rows: Iterable[Sequence[Any]]
) -> Iterator[list[Any]]:
    """Yield rows as the database's driver takes them."""
    # One moment stands in many columns, and takes longer to write out than to find.
    moment = lru_cache(maxsize=4096)(connection.ops.adapt_datetimefield_value)
    adapters = [
        (place, adapter)
        for place, field in enumerate(fields)
        if (adapter := _adapter(field, moment=moment)) is not None
    ]
    for row in rows:
        values = list(row)
        for place, adapter in adapters:
            if values[place] is not None:
                values[place] = adapter(values[place])
        yield values


def _adapter(field: _AnyField, *, moment: _Adapter) -> _Adapter | None:
    """Return what makes a value of this field the driver's; None where it is that already."""
    operations = connection.ops
    target = field.target_field if isinstance(field, ForeignKey) else field
    if isinstance(target, UUIDField):
        is_native = connection.features.has_native_uuid_field
        return None if is_native else _hex
    adapters: dict[str, _Adapter] = {
        "DateTimeField": moment,
        "DateField": operations.adapt_datefield_value,
        "JSONField": partial(operations.adapt_json_value, encoder=None),
    }
    return adapters.get(target.get_internal_type())


def _hex(value: Any) -> str:
    text: str = value.hex
    return text


def _field(model: type[Model], name: str) -> _AnyField:
    return next(f for f in model._meta.concrete_fields if f.attname == name)


def _table(model: type[Model]) -> str:
    return connection.ops.quote_name(model._meta.db_table)


def _column(field: _AnyField) -> str:
    return connection.ops.quote_name(field.column or field.attname)
