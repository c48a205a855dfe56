"""What a reader has chosen: the address, pickers, clicks, the uploads that they may see, and answers kept for them."""
