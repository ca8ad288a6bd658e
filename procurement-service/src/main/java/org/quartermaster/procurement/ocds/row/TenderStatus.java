package org.quartermaster.procurement.ocds.row;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;

/** The status of a tender by the state of its process. */
final class TenderStatus {
    private static final Set<String> ENDED_WITHOUT = Set.of("cancelled", "withdrawn", "unsuccessful");
    private static final Set<String> NOT_YET = Set.of("planning", "planned");

    private TenderStatus() {}

    /**
     * The status.
     *
     * @param ocdsStatus of the tender section, or null
     * @param lastTags of the last release
     */
    static String of(JsonNode compiled, String ocdsStatus, List<String> lastTags) {
        if ((ocdsStatus != null && ENDED_WITHOUT.contains(ocdsStatus)) || lastTags.contains("tenderCancellation")) {
            return "cancelled";
        }
        if (isAwarded(compiled)) {
            return "awarded";
        }
        if (!compiled.path("tender").isObject() || (ocdsStatus != null && NOT_YET.contains(ocdsStatus))) {
            return "planned";
        }
        return "complete".equals(ocdsStatus) ? "closed" : "open";
    }

    private static boolean isAwarded(JsonNode compiled) {
        for (var award : compiled.path("awards")) {
            if (award.path("status").asText().equals("active")) {
                return true;
            }
        }
        for (var contract : compiled.path("contracts")) {
            if (!contract.path("status").asText().equals("cancelled")) {
                return true;
            }
        }
        return false;
    }
}
