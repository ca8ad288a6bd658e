package org.quartermaster.procurement.question;

import java.util.Set;

/**
 * An answer as it was put together.
 *
 * @param text null where the sources hold none
 * @param cited numbers of the sources that it cites
 */
record Draft(String text, Set<Integer> cited) {
    static final Draft NONE = new Draft(null, Set.of());
}
