"""Money as text for other programs: exact decimals, no symbol."""

from models.base import MONEY_SCALE


def decimal_text(ten_thousandths: int) -> str:
    """The exact amount with as many decimals as it has: 2297200.8603, 12, -0.5."""
    sign, value = ("-", -ten_thousandths) if ten_thousandths < 0 else ("", ten_thousandths)
    whole, part = divmod(value, MONEY_SCALE)
    return f"{sign}{whole}.{part:04d}".rstrip("0").rstrip(".")
