"""The command line: the same functions as the panes call, without a screen. One verb a module; `line.run` is the way in."""
