package org.quartermaster.catalog.classification;

/** What is known of the thing to classify; all but the name may be null. */
record SuggestionInput(String name, String description, String category, String brand) {

    static SuggestionInput named(String name) {
        return new SuggestionInput(name, null, null, null);
    }
}
