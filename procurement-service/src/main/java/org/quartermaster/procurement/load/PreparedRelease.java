package org.quartermaster.procurement.load;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.quartermaster.procurement.ocds.Issue;
import org.quartermaster.procurement.ocds.Release;

/**
 * A release as it goes to the database.
 *
 * @param release null where it is refused
 * @param normalized what is stored beside the raw text; null where that needs no repair
 */
record PreparedRelease(
        long position,
        String raw,
        Release release,
        ObjectNode normalized,
        Set<String> buyerKeys,
        boolean isValid,
        List<Issue> issues) {

    boolean isRefused() {
        return release == null;
    }
}
