package org.quartermaster.catalog.classification;

import java.util.List;

/**
 * A code that may be suggested.
 *
 * @param titles its title, and its synonyms where the system has them
 * @param group what its nearest kin share: the class of a UNSPSC commodity, the group of an ETIM class
 */
record ClassificationLabel(String code, List<String> titles, String group) {}
