"""What a number means: the metric that governs it, its role, period, court and scope."""
