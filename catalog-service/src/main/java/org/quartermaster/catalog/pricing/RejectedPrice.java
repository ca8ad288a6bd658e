package org.quartermaster.catalog.pricing;

/** A row that did not make the price, and why. */
public record RejectedPrice(long pricingId, String reason) {}
