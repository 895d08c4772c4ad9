"""The workspace file: open, lock, edit, undo, back up, restore, migrate."""

from workbench.workspace.journal import Step
from workbench.workspace.new_company import NewCompany
from workbench.workspace.workspace import Change, Workspace

__all__ = ["Change", "NewCompany", "Step", "Workspace"]
