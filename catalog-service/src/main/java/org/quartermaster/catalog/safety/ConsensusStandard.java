package org.quartermaster.catalog.safety;

/**
 * An edition of a consensus standard in the list.
 *
 * @param standard designation with body and edition, {@code ANSI/ISEA Z87.1-2020}
 * @param edition year, with the year of a reaffirmation in brackets where there is one
 * @param status {@code current}, {@code superseded} or {@code withdrawn}
 */
record ConsensusStandard(String standard, String family, String edition, String status, String title, String url) {

    private static final int YEAR_DIGITS = 4;

    boolean isCurrent() {
        return status.equals("current");
    }

    String year() {
        return edition.substring(0, Math.min(YEAR_DIGITS, edition.length()));
    }
}
