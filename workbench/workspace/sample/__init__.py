"""The sample company Kitagawa Precision: made up, made from a seed, told relative to today, in English and Japanese."""

from workbench.workspace.sample.company import sample_company
from workbench.workspace.sample.fill import create_sample, fill_sample

__all__ = ["create_sample", "fill_sample", "sample_company"]
