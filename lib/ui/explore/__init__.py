"""What the Explore screens share: filters, charts with their evidence, and their own parts."""
