package org.quartermaster.catalog.safety;

/**
 * A section of 29 CFR in the list.
 *
 * @param supersededBy citation of the section that replaced it, or null
 */
record OshaSection(String part, String section, String title, String url, String supersededBy) {

    String cfr() {
        return "29 CFR " + part + '.' + section;
    }
}
