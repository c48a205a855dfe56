"""The evidence: published figures on English places, as tidy observations, a store and questions to it."""
