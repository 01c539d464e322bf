"""One module per screen; only ``gartenjahr_tui.app`` imports from here."""
