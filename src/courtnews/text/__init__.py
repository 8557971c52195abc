"""From bytes to working text: decoding, repair, normalization, and the way back to the raw offsets."""
