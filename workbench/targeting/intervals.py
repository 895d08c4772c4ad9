"""How sure a share is: Wilson's score interval."""

from math import sqrt

Z_90 = 1.6448536269514722


def wilson(hits: int, cases: int, z: float = Z_90) -> tuple[float, float]:
    """The interval in which the true rate lies with 90 % confidence (for the default `z`), after `hits` in `cases`; (0, 1) without cases.

    Source: E. B. Wilson, J. Am. Stat. Assoc. 22 (1927), 209-212.
    """
    if cases <= 0:
        return 0.0, 1.0
    rate, square = hits / cases, z * z
    middle = (rate + square / (2 * cases)) / (1 + square / cases)
    half = z * sqrt(rate * (1 - rate) / cases + square / (4 * cases * cases)) / (1 + square / cases)
    return max(0.0, middle - half), min(1.0, middle + half)
