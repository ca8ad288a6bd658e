package org.quartermaster.catalog.safety;

import java.util.List;

/**
 * What the lists say of a citation.
 *
 * @param standard the row that is meant, or null
 * @param paragraph {@code (d)(1)}, or null
 * @param currentEdition what replaced a superseded row, or null
 * @param nearest rows of the same subject when the citation is not in the list
 */
record CitationAnswer(
        String citation,
        Status status,
        String standard,
        String paragraph,
        String title,
        String url,
        String currentEdition,
        List<Nearest> nearest) {

    /** Not in the list never says that the law lacks it. */
    enum Status {
        VALID,
        SUPERSEDED,
        NOT_IN_LIST
    }

    record Nearest(String standard, String title) {}

    static CitationAnswer notInList(String citation, List<Nearest> nearest) {
        return new CitationAnswer(citation, Status.NOT_IN_LIST, null, null, null, null, null, nearest);
    }

    /** Whether it may be stored as a ground for something. */
    boolean isUsable() {
        return status != Status.NOT_IN_LIST;
    }
}
