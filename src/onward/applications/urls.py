from __future__ import annotations

from django.urls import path

from onward.applications.views import board, changes, ledger, rounds, table

app_name = "applications"
urlpatterns = [
    path("", ledger.application_list, name="list"),
    path("add/", ledger.add, name="add"),
    path("board/", board.board_page, name="board"),
    path("board/move/", board.board_move, name="board_move"),
    path("stages/", board.stages, name="stages"),
    path("stages/<uuid:stage_id>/remove/", board.stage_remove, name="stage_remove"),
    path("stages/<uuid:stage_id>/restore/", board.stage_restore, name="stage_restore"),
    path("table/", table.table, name="table"),
    path("table/bulk/", table.bulk, name="bulk"),
    path("views/", table.view_save, name="view_save"),
    path("views/<uuid:view_id>/remove/", table.view_remove, name="view_remove"),
    path("views/<uuid:view_id>/restore/", table.view_restore, name="view_restore"),
    path("ahead/", rounds.ahead, name="ahead"),
    path("changes/", changes.changes_page, name="changes"),
    path("changes/<uuid:batch>/undo/", changes.undo_batch, name="undo_batch"),
    path("changes/<uuid:batch>/redo/", changes.redo_batch, name="redo_batch"),
    path("shortcuts/", changes.shortcuts, name="shortcuts"),
    path("<uuid:application_id>/", ledger.detail, name="detail"),
    path("<uuid:application_id>/edit/", ledger.edit, name="edit"),
    path("<uuid:application_id>/record/", ledger.record_event, name="record"),
    path("<uuid:application_id>/join/", ledger.join, name="join"),
    path("<uuid:application_id>/split/", ledger.split_off, name="split"),
    path("<uuid:application_id>/archive/", ledger.put_away, name="archive"),
    path("<uuid:application_id>/restore/", ledger.take_out, name="restore"),
    path("<uuid:application_id>/move-to/", board.move_page, name="move_to"),
    path("<uuid:application_id>/close/", board.close, name="close"),
    path(
        "<uuid:application_id>/interviews/add/",
        rounds.interview_add,
        name="interview_add",
    ),
    path("<uuid:application_id>/remind/", rounds.reminder, name="remind"),
    path("<uuid:application_id>/snooze/", rounds.put_off, name="snooze"),
    path("<uuid:application_id>/back/", rounds.back_in_sight, name="back_in_sight"),
    path("<uuid:application_id>/followed-up/", rounds.followed_up, name="followed_up"),
    path("events/<uuid:event_id>/undo/", changes.undo, name="undo"),
    path("events/<uuid:event_id>/bring-back/", changes.redo, name="bring_back"),
    path("events/<uuid:event_id>/correct/", ledger.correct, name="correct"),
    path("events/<uuid:event_id>/move/", ledger.move, name="move"),
    path("events/<uuid:event_id>/arrange/", rounds.arrange_page, name="arrange"),
    path("events/<uuid:event_id>/outcome/", rounds.outcome, name="outcome"),
    path("events/<uuid:event_id>/stands/", rounds.stands, name="stands"),
    path("events/<uuid:event_id>/done/", rounds.done_with, name="done"),
]
