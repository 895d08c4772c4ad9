"""Map links and codes."""

from workbench.output import qr


def test_links_hold_numbers_only() -> None:
    assert qr.stop_link((34.5, 135.25)).endswith("destination=34.50000,135.25000")


def test_a_long_route_is_split_and_keeps_every_stop_in_order() -> None:
    places = [(34 + i / 100, 135.0) for i in range(20)]
    links = qr.route_links(places)
    assert len(links) == 3
    found = []
    for link in links:
        fields = dict(part.split("=") for part in link.split("?")[1].split("&"))
        found += [p for p in fields.get("waypoints", "").split("%7C") if p] + [fields["destination"]]
    assert found == [f"{lat:.5f},{lng:.5f}" for lat, lng in places]


def test_stretches_cover_the_dark_modules_and_leave_the_quiet_zone() -> None:
    code = qr.matrix("https://example.com/")
    covered = {(row, column + i) for column, row, length in qr.stretches(code) for i in range(length)}
    assert covered == {(r + qr.QUIET, c + qr.QUIET) for r, row in enumerate(code) for c, dark in enumerate(row) if dark}
