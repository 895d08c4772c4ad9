"""Addresses outside Japan."""

import pytest

from workbench.customers.places import find_place


@pytest.mark.parametrize(
    ("fields", "label", "lat", "lng"),
    [
        ({"address": "1 Market St, San Francisco, CA 94105", "country": "US"}, "San Francisco, CA 94105", 37.79, -122.39),
        ({"address": "1 Market St, San Francisco, CA 94105, USA", "country": ""}, "San Francisco, CA 94105", 37.79, -122.39),
        ({"address": "", "city": "Holtsville", "postal_code": "501", "country": "US"}, "Holtsville, NY 00501", 40.82, -73.05),
        ({"address": "", "city": "Seattle", "postal_code": "98101-1234", "country": "United States"}, "Seattle, WA 98101", 47.61, -122.33),
        ({"address": "", "city": "Portland", "prefecture": "ME", "country": "US"}, "Portland, ME, United States", 43.66, -70.26),
        ({"address": "", "city": "Portland", "prefecture": "Oregon", "country": "usa"}, "Portland, OR, United States", 45.52, -122.68),
        ({"address": "Portland, ME", "country": ""}, "Portland, ME, United States", 43.66, -70.26),
        ({"address": "Berlin, DE", "country": ""}, "Berlin, Germany", 52.52, 13.41),
        ({"address": "Marienplatz 8, 80331 München", "country": "DE"}, "Munich, Germany", 48.14, 11.58),
        ({"address": "", "city": "MUNCHEN", "country": "ドイツ"}, "Munich, Germany", 48.14, 11.58),
        ({"address": "10 Downing St, London SW1A 2AA, UK", "country": ""}, "London, United Kingdom", 51.51, -0.13),
        ({"address": "", "city": "London", "prefecture": "ON", "country": "CA"}, "London, Canada", 42.98, -81.23),
        ({"address": "リヨン", "country": "フランス"}, "Lyon, France", 45.75, 4.85),
        ({"address": "", "city": "Sao Paulo", "country": "BRA"}, "São Paulo, Brazil", -23.55, -46.64),
        ({"address": "Theodor-Heuss-Straße 34, Stuttgart, Germany", "country": ""}, "Stuttgart, Germany", 48.78, 9.18),
        ({"address": "1-8 Tsukaguchi-honmachi, Amagasaki, Hyogo, Japan", "country": "Japan"}, "Amagasaki, Japan", 34.72, 135.42),
    ],
)
def test_a_place_abroad_is_found(fields: dict[str, str], label: str, lat: float, lng: float) -> None:
    place = find_place(fields.pop("address"), **fields)
    assert place is not None
    assert place.label == label
    assert (place.lat, place.lng) == pytest.approx((lat, lng), abs=0.01)
    assert place.precision == ("postal" if label[-1].isdigit() else "city")


@pytest.mark.parametrize(
    "fields",
    [
        {"address": "nowhere at all xyzzy", "country": "FR"},
        {"address": "", "country": "US"},
        {"address": "1234567", "country": ""},
        {"address": "Xyzzy 94105", "country": ""},
    ],
)
def test_an_unknown_place_abroad_has_none(fields: dict[str, str]) -> None:
    assert find_place(fields.pop("address"), **fields) is None
