package org.quartermaster.catalog.classification;

/**
 * A name of which the code is known.
 *
 * @param weight how often it was seen so, at least 1
 */
record LabelledText(String text, String code, int weight) {}
