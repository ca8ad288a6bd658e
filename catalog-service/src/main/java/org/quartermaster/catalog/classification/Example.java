package org.quartermaster.catalog.classification;

/** A name of which the code is known, as a file gives it or as it is kept. */
record Example(String text, String folded, String system, String code, int weight, String source) {

    String key() {
        return system + '/' + code + '/' + folded;
    }
}
