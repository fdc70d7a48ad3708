"""Mail's use cases: read it, fold it into the ledger, settle what was left open.

Each is imported from where it lies: who asks for an address loads no rules of reading.
"""
