package org.quartermaster.catalog.classification;

import org.quartermaster.platform.rest.Fields;

/** What is asked of the suggestions; all but name, system and limit may be null. */
public record SuggestionRequest(
        ClassSystem system,
        String name,
        String description,
        String category,
        String brand,
        String language,
        int limit) {
    /** Codes that an answer holds unless more or fewer are wanted. */
    public static final int USUAL_LIMIT = 5;

    private static final int MAX_LIMIT = 10;
    private static final int MAX_NAME = 300;
    private static final int MAX_TEXT = 20_000;
    private static final int MAX_LANGUAGE = 8;

    static SuggestionRequest read(Fields fields) {
        fields.require("name");
        return new SuggestionRequest(
                fields.word("system", ClassSystem.class).or(ClassSystem.UNSPSC),
                fields.text("name", 1, MAX_NAME).value(),
                fields.text("description", 0, MAX_TEXT).value(),
                fields.text("category", 0, MAX_NAME).value(),
                fields.text("brand", 0, MAX_NAME).value(),
                fields.text("language", 0, MAX_LANGUAGE).or("en"),
                fields.integer("limit", 1, MAX_LIMIT).or(USUAL_LIMIT));
    }

    SuggestionInput input() {
        return new SuggestionInput(name, description, category, brand);
    }
}
