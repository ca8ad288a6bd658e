package org.quartermaster.catalog.safetyreference;

import org.quartermaster.catalog.safety.CodeCheck;

/** A row of a list of safety as clients write it; its components are the columns. */
interface SafetyInput<I> {
    /** The row as it is kept; notes what it names that is in no list. */
    I checked(CodeCheck check);
}
