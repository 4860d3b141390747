"""The database: engines, the tables' version, copies, whether it is whole, rows as JSON."""
