"""Leaflet's own script and style sheet, read from where it is installed, with its pictures inside."""

import re
from base64 import b64encode
from functools import cache
from importlib.resources import files

OURS = (
    "window.$=function(h){var d=document.createElement('div');d.innerHTML=h;return [d.firstElementChild]};"
    "L.Marker.prototype.options.icon=L.divIcon({className:'plain'});"
    "L.Renderer.prototype.options.padding=0.6;"
)
"""The one thing of jQuery that folium's popups call; a marker that asks for no picture in the moment before it gets its own; and lines drawn
well beyond the edge, so that a moved map is never bare."""


def _read(name: str) -> bytes:
    return files("js_lib_leaflet").joinpath("static", "js_lib_leaflet", *name.split("/")).read_bytes()


@cache
def script() -> str:
    """Leaflet, without the address of its source map."""
    return re.sub(r"//# sourceMappingURL=\S+", "", _read("leaflet.js").decode("utf-8")) + OURS


@cache
def style() -> str:
    """The style sheet of Leaflet."""
    return re.sub(r"url\((images/[\w.-]+)\)", _inside, _read("leaflet.css").decode("utf-8"))


def _inside(found: re.Match[str]) -> str:
    return f"url(data:image/png;base64,{b64encode(_read(found[1])).decode()})"
