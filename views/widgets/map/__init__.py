"""The map widget: views.widgets.map.map_view.MapView tells how it is used."""
