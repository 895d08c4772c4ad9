"""Cells become values: money and quantities as whole ten-thousandths, days as ISO text, coordinates as degrees."""
