package org.quartermaster.catalog.unspsc;

import java.util.Map;

/**
 * A code as a file gives it, or as it is listed.
 *
 * @param titles in other languages than English, by language
 */
record ListedCode(
        String code, String title, String definition, String release, String state, Map<String, String> titles) {
    static final String ACTIVE = "active";

    boolean isActive() {
        return state.equals(ACTIVE);
    }
}
