package org.quartermaster.procurement.verdict;

import java.util.function.Function;
import org.quartermaster.platform.db.Words;

/** A field of a tender of which criteria list the values that they want. */
enum Choice {
    PROCEDURES("procedure", 0.3, subject -> word(subject.tender().procedure())),
    MAIN_CATEGORIES("main_category", 0.3, subject -> word(subject.tender().mainCategory())),
    COUNTRIES("country", 0.1, subject -> subject.tender().country()),
    LANGUAGES("language", 0.2, subject -> language(subject.tender().language())),
    SOURCES("source_id", 0.1, subject -> subject.tender().sourceId());

    /** ISO 639-2: undetermined. */
    static final String NO_LANGUAGE = "und";

    private final String column;
    private final double cost;
    private final Function<Subject, String> value;

    Choice(String column, double cost, Function<Subject, String> value) {
        this.column = column;
        this.cost = cost;
        this.value = value;
    }

    private static String word(Enum<?> constant) {
        return constant == null ? null : Words.of(constant);
    }

    private static String language(String language) {
        return NO_LANGUAGE.equals(language) ? null : language;
    }

    /** The column; null where it is not known. */
    String sql() {
        return this == LANGUAGES ? "nullif(t.language, '" + NO_LANGUAGE + "')" : "t." + column;
    }

    /** What share of tenders a single value is taken to have. */
    double cost() {
        return cost;
    }

    /** What the tender has; null where it is not known. */
    String value(Subject subject) {
        return value.apply(subject);
    }
}
