package org.quartermaster.catalog.classification;

/** What a tenant said of a name and a code; {@code WITHDRAWN} takes an earlier verdict back. */
record TenantVerdict(String name, String code, Verdict verdict) {

    enum Verdict {
        CONFIRMED,
        REJECTED,
        WITHDRAWN
    }
}
