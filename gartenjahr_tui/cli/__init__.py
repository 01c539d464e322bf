"""The command line; ``--help`` and ``--version`` load nothing else."""
