package org.quartermaster.catalog.safetyreference;

import org.quartermaster.platform.rest.Versioned;

/** A row that is of one tenant, or of all. */
interface SharedView extends Versioned {
    long id();

    boolean shared();
}
