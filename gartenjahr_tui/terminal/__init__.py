"""The terminal side of the app: what comes in, the driver, and being told to stop."""
