"""Countries and currencies offered for a company: whose holidays, which money."""

from workbench.strings import marked

COUNTRIES = {
    "JP": marked("Japan"),
    "US": marked("United States"),
    "GB": marked("United Kingdom"),
    "DE": marked("Germany"),
    "FR": marked("France"),
    "IT": marked("Italy"),
    "ES": marked("Spain"),
    "NL": marked("Netherlands"),
    "AT": marked("Austria"),
    "CH": marked("Switzerland"),
    "CA": marked("Canada"),
    "AU": marked("Australia"),
    "KR": marked("South Korea"),
    "TW": marked("Taiwan"),
    "SG": marked("Singapore"),
}
"""ISO code to name; the holidays of each are known."""

CURRENCIES = {
    "JPY": marked("Japanese yen"),
    "USD": marked("US dollar"),
    "EUR": marked("Euro"),
    "GBP": marked("Pound sterling"),
    "CHF": marked("Swiss franc"),
    "CAD": marked("Canadian dollar"),
    "AUD": marked("Australian dollar"),
    "KRW": marked("Korean won"),
    "TWD": marked("New Taiwan dollar"),
    "SGD": marked("Singapore dollar"),
}
"""ISO code to name."""
