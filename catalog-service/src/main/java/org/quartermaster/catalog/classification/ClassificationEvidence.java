package org.quartermaster.catalog.classification;

/**
 * One reason for a suggested code.
 *
 * @param kind {@code word} (a word, or a part of one between hyphens), {@code example} or {@code rule}
 */
public record ClassificationEvidence(String kind, String text, double weight) {}
