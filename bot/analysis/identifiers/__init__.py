"""Numbers, addresses and dates that show who somebody is, found by their form and check digits."""
