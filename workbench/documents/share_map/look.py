"""How the share map looks: the colours of the documents, a panel above the map, filters that are seen and reached by keys."""

from workbench.output.tokens import css

FILTERS = {
    "checked": f"{{background:{css('accentbg')};border-color:{css('accent')};color:{css('ink')}}}",
    "focus": f"{{outline:2px solid {css('accent')};outline-offset:2px}}",
}


def page_style() -> str:
    """The rules of the page."""
    tiers = "".join(f".tier.{tier}{{background:{css(tier)};color:{css('onaccent')}}}" for tier in "ABCD")
    return (
        f"body{{font:14px/1.4 Inter,'Noto Sans JP','Hiragino Sans','Yu Gothic',system-ui,sans-serif;color:{css('ink')};"
        "display:flex;flex-direction:column}"
        ".folium-map{flex:1;min-height:0;position:relative!important}"
        f".leaflet-container{{background:{css('water')};font-family:inherit}}"
        ".leaflet-overlay-pane path{pointer-events:none!important}"
        ".field{position:absolute;opacity:0;pointer-events:none}"
        f".panel{{padding:12px 16px;background:{css('surface')};border-bottom:1px solid {css('line')};max-height:45%;overflow:auto;flex:none}}"
        f".panel h1{{font-size:18px;margin:0;overflow-wrap:anywhere}}.panel p{{margin:2px 0 8px;color:{css('muted')}}}"
        ".some{display:flex;flex-wrap:wrap;gap:6px;margin-top:6px}"
        f".some label{{display:inline-flex;align-items:center;gap:7px;padding:4px 10px;border:1px solid {css('line')};border-radius:6px;"
        f"cursor:pointer;color:{css('muted')};background:{css('surface')}}}"
        f".stop{{width:20px;height:20px;line-height:20px;border:2px solid {css('surface')};border-radius:50%;color:{css('onaccent')};"
        "font-weight:700;font-size:12px;text-align:center}"
        ".who{white-space:nowrap;font-weight:600;font-size:12.5px;width:auto!important;height:auto!important;margin:-10px 0 0 14px!important;"
        f"padding:1px 5px 1px 2px;border-radius:4px;background:{css('map')}d9;pointer-events:none}}"
        ".tier{display:inline-block;width:17px;height:17px;line-height:17px;border-radius:4px;text-align:center;font-size:11px;margin-right:5px}"
        f"{tiers}.tier.N{{box-shadow:inset 0 0 0 1.5px {css('muted')};color:{css('muted')}}}"
        f".office{{width:11px;height:11px;background:{css('ink')};border:1.5px solid {css('surface')};border-radius:2px}}"
        f".name span{{position:absolute;transform:translate(-50%,-50%);white-space:nowrap;font-size:12px;color:{css('muted')}}}"
        ".name{pointer-events:none}.name.t span{font-size:11px}"
        f".owed{{position:absolute;right:0;bottom:0;z-index:900;padding:2px 8px;background:{css('map')};font-size:11px}}"
        "@media print{.field,.some,.leaflet-control-zoom{display:none}}"
    )
