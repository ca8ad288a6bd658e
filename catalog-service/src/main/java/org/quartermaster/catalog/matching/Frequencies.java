package org.quartermaster.catalog.matching;

import java.util.Map;

/**
 * How often terms stand in a whole catalogue.
 *
 * @param articles how many it has
 * @param counts by term, how many of them have it; terms that nobody counted are not in it
 */
record Frequencies(long articles, Map<String, Long> counts) {
    static final Frequencies NONE = new Frequencies(0, Map.of());
}
