from __future__ import annotations

from django.urls import path, register_converter

from onward.method.outlook import views
from onward.method.outlook.rules.pictures import PictureName


class PictureConverter:
    regex = "|".join(PictureName)

    def to_python(self, value: str) -> PictureName:
        return PictureName(value)

    def to_url(self, value: str) -> str:
        return PictureName(value).value


register_converter(PictureConverter, "picture")

app_name = "outlook"
urlpatterns = [
    path("", views.home, name="home"),
    path("prior/", views.prior, name="prior"),
    path("pictures/", views.pictures, name="pictures"),
    path("pictures/<picture:name>/", views.one_picture, name="picture"),
    path("pictures/<picture:name>/export.svg", views.export_svg, name="svg"),
    path("pictures/<picture:name>/export.png", views.export_png, name="png"),
    path("quiet/", views.quiet, name="quiet"),
    path("quiet/close/", views.close, name="close"),
    path("quiet/<uuid:application_id>/leave/", views.leave, name="leave"),
    path("quiet/press/<uuid:press_id>/undo/", views.undo, name="undo"),
    path("stones/", views.stones, name="stones"),
    path("stones/no/<uuid:event_id>/", views.add_stone, name="add_stone"),
    path("stones/<uuid:stone_id>/delete/", views.delete_stone, name="delete_stone"),
    path("first-thing/", views.first, name="first"),
]
