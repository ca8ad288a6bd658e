package org.quartermaster.catalog.classification;

/**
 * A text that speaks for one label.
 *
 * @param label place of the label in the list of labels
 * @param weight how often it was seen so; 0 for a title
 */
record Passage(String text, String folded, int label, int weight) {

    boolean isTitle() {
        return weight == 0;
    }
}
