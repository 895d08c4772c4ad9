"""The share map as one web page: everything is inside, nothing is asked of any network, and the filters need no script."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from workbench import formatting
from workbench.documents.share_map.base import Base, base_around
from workbench.documents.share_map.days import RepDay, SharedDays
from workbench.documents.share_map.leaflet import script, style
from workbench.documents.share_map.look import FILTERS, page_style
from workbench.documents.share_map.text import safe
from workbench.maps import tiles
from workbench.maps.marks import credits_for
from workbench.maps.projection import to_world
from workbench.output.tokens import css
from workbench.strings import ntr, tr, using_language
from workbench.visits.cards import VisitCard

if TYPE_CHECKING:
    import folium

DASHES = {"solid": None, "dashed": "10 6", "dotted": "1 7"}
LINES = {
    tiles.LAND: ("faint", 0.7, None),
    tiles.COUNTY: ("road", 1.0, None),
    tiles.BRANCH: ("faint", 0.7, None),
    tiles.RAIL: ("faint", 1.1, None),
    tiles.STATE: ("faint", 1.2, "6 4"),
    tiles.COUNTRY: ("faint", 1.2, None),
}
SHUT = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:"
"""What a browser may load for the page: nothing that is not in it."""
HEAD, ABOVE = "<!--asaichi-head-->", "<!--asaichi-above-->"
ALL = "all"


def share_map_html(shared: SharedDays) -> bytes:
    """The page in the language of `shared`."""
    import folium
    from branca.element import Element

    class Offline(folium.Map):
        """A map without the scripts and styles that folium fetches."""

        default_js: ClassVar[list[tuple[str, str]]] = []
        default_css: ClassVar[list[tuple[str, str]]] = []

    with using_language(shared.language):
        spots = [spot for each in shared.ways for spot in each.route.spots()]
        spots = spots or ([to_world(*shared.office)] if shared.office else [])
        base = base_around(spots, shared.language)
        south, west, north, east = base.box
        start = base.view.place(base.view.width / 2, base.view.height / 2)
        chart = Offline(
            location=start,
            zoom_start=base.view.zoom,
            tiles=None,
            control_scale=True,
            attribution_control=False,
            zoom_snap=0.25,
            min_zoom=max(1.0, base.view.zoom - 1),
            max_zoom=17,
            max_bounds=[[south, west], [north, east]],
            font_size="14px",
        )
        _base(chart, base)
        for each in shared.ways:
            _way(chart, each)
        if shared.office is not None:
            icon = folium.DivIcon(html='<div class="office"></div>', icon_size=(14, 14), icon_anchor=(7, 7), class_name="plain")
            folium.Marker(shared.office, icon=icon, tooltip=safe(shared.company)).add_to(chart)
        figure: Any = chart.get_root()
        figure.header.add_child(Element(HEAD), name="asaichi_head")
        figure.html.add_child(Element(ABOVE), name="asaichi_above")
        page: str = figure.render()
        page = page.replace("<html>", f'<html lang="{shared.language}">', 1)
        page = page.replace(HEAD, _head(shared), 1).replace(ABOVE, _above(shared, base), 1)
    return page.encode("utf-8")


def _base(chart: folium.Map, base: Base) -> None:
    import folium

    for filled, role in ((base.land, "map"), (base.lakes, "water")):
        for rings in filled:
            folium.Polygon(rings, stroke=False, fill=True, fill_color=css(role), fill_opacity=1, smooth_factor=0.5).add_to(chart)
    for layer, (role, weight, dashes) in LINES.items():
        if runs := [run for run in base.lines.get(layer, []) if len(run) > 1]:
            folium.PolyLine(runs, color=css(role), weight=weight, dash_array=dashes, smooth_factor=0.5).add_to(chart)
    for name in base.names:
        icon = folium.DivIcon(html=f"<span>{safe(name.text)}</span>", icon_size=(0, 0), class_name=f"name {name.kind}")
        folium.Marker((name.lat, name.lng), icon=icon, interactive=False, keyboard=False, z_index_offset=-5000).add_to(chart)


def _way(chart: folium.Map, each: RepDay) -> None:
    import folium

    route = each.route
    places = [(stop.lat, stop.lng) for stop in route.stops]
    corners = [*([route.start] if route.start else []), *places, *([route.end] if route.end else [])]
    classes = f"way day {_day(each)} r{each.rep_id}"
    line = {"color": css(route.colour), "weight": 3, "dash_array": DASHES[route.dash], "class_name": classes}
    if len(corners) > 1:
        folium.PolyLine(corners, **line).add_to(chart)
    for card, stop in zip(each.cards, route.stops, strict=True):
        place, tier = (stop.lat, stop.lng), card.tier if card.tier in "ABCD" else "N"
        named = folium.DivIcon(html=f'<b class="tier {tier}">{tier}</b>{safe(card.name)}', icon_size=(0, 0), class_name=f"who {classes}")
        folium.Marker(place, icon=named, interactive=False, keyboard=False, z_index_offset=-2000).add_to(chart)
        number = f'<div class="stop" style="background:{css(route.colour)}">{stop.number}</div>'
        icon = folium.DivIcon(html=number, icon_size=(24, 24), icon_anchor=(12, 12), popup_anchor=(0, -12), class_name=f"mark {classes}")
        folium.Marker(place, icon=icon, popup=folium.Popup(_told(card, route.name), max_width=280), alt=safe(card.name)).add_to(chart)


def _told(card: VisitCard, rep: str) -> str:
    """What a click on a stop tells."""
    when = f"{formatting.day_long(card.day)}, {formatting.clock_time(card.start)} – {formatting.clock_time(card.end)}"
    local = card.name_local if card.name_local != card.name else ""
    lines = [f"<b>{safe(card.name)}</b>", *(safe(words) for words in (local, when, rep, card.address) if words)]
    return "<br>".join(lines)


def _day(each: RepDay) -> str:
    return f"d{each.day.isoformat()}"


def _head(shared: SharedDays) -> str:
    rules = [f"#f-{_id}:not(:checked)~.folium-map .{_id}{{display:none!important}}" for _id in (f"r{rep_id}" for rep_id, _ in shared.reps)]
    rules += [f"#f-d{day}:checked~.folium-map .day:not(.d{day}){{display:none!important}}" for day in shared.days]
    ids = [*(f"r{rep_id}" for rep_id, _ in shared.reps), *(f"d{day}" for day in shared.days), ALL]
    rules += [f'#f-{_id}:checked~.panel label[for="f-{_id}"]{FILTERS["checked"]}' for _id in ids]
    rules += [f'#f-{_id}:focus-visible~.panel label[for="f-{_id}"]{FILTERS["focus"]}' for _id in ids]
    title = safe(tr("{company}: visits", company=shared.company))
    return (
        f'<meta http-equiv="Content-Security-Policy" content="{SHUT}"><title>{title}</title>'
        f"<style>{style()}</style><style>{page_style()}{''.join(rules)}</style><script>{script()}</script>"
    )


def _above(shared: SharedDays, base: Base) -> str:
    """The fields of the filters, before the map so that they rule it, and the panel with their labels."""
    fields = [f'<input class="field" type="checkbox" id="f-r{rep_id}" checked>' for rep_id, _ in shared.reps]
    chosen = f"d{shared.chosen}" if shared.chosen else ALL
    for _id in (ALL, *(f"d{day}" for day in shared.days)):
        fields.append(f'<input class="field" type="radio" name="day" id="f-{_id}"{" checked" if _id == chosen else ""}>')
    looks = {each.rep_id: each.route for each in shared.ways}
    reps = [
        f'<label for="f-r{rep_id}"><svg width="26" height="6"><line x1="1" y1="3" x2="25" y2="3" stroke="{css(looks[rep_id].colour)}" '
        f'stroke-width="3" stroke-dasharray="{DASHES[looks[rep_id].dash] or "none"}" stroke-linecap="round"/></svg>{safe(name)}</label>'
        for rep_id, name in shared.reps
    ]
    days = [f'<label for="f-{ALL}">{safe(tr("All days"))}</label>']
    days += [f'<label for="f-d{day}">{safe(_short(shared, day))}</label>' for day in shared.days]
    span = tr("{first} to {last}", first=formatting.day(shared.first), last=formatting.day(shared.last))
    told = ntr("{n} visit", "{n} visits", shared.visits) if shared.visits else tr("No visits with a place in this time.")
    owed = f"{credits_for((base.view.x, base.view.y))} · Leaflet"
    return (
        f'{"".join(fields)}<div class="panel"><h1>{safe(shared.company)}</h1><p>{safe(span)} · {safe(told)}</p>'
        f'<div class="some">{"".join(reps)}</div><div class="some">{"".join(days)}</div></div><div class="owed">{safe(owed)}</div>'
    )


def _short(shared: SharedDays, day: Any) -> str:
    return f"{formatting.weekday_short(day.weekday())} {formatting.day_short(day) if len(shared.days) > 7 else day.day}"
