"""The business of Asaichi: plain functions over a session that return frozen dataclasses, and commands that change rows. No Qt."""
