"""The one door through which connections leave; what may pass is said by `core.reach`."""
