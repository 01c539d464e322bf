"""The packaged program, driven under Wine as a person drives it on Windows."""
