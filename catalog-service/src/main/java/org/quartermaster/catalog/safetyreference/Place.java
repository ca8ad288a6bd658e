package org.quartermaster.catalog.safetyreference;

/**
 * Which row a request changes.
 *
 * @param key its id, code or citation
 * @param owner its tenant, or null for a row of all
 * @param ifMatch the version that its author saw, or null
 */
record Place(Object key, String owner, String ifMatch) {
    static Place ofAll(Object key, String ifMatch) {
        return new Place(key, null, ifMatch);
    }
}
