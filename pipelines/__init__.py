"""Global Ties: typed tables become a validated data package."""
