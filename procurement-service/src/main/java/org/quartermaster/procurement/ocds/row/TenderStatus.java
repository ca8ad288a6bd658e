package org.quartermaster.procurement.ocds.row;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import org.quartermaster.procurement.ocds.Pointer;

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
        if (award(compiled) != null) {
            return "awarded";
        }
        if (!compiled.path("tender").isObject() || (ocdsStatus != null && NOT_YET.contains(ocdsStatus))) {
            return "planned";
        }
        return "complete".equals(ocdsStatus) ? "closed" : "open";
    }

    /** Where a status stands that was found as {@link #of} says; where its tag alone tells, that. */
    static Pointer place(JsonNode compiled, String status) {
        var place = Pointer.ROOT.at("tender").at("status");
        return switch (status) {
            case "awarded" -> award(compiled);
            case "cancelled" ->
                ENDED_WITHOUT.contains(compiled.at(place.toString()).asText()) ? place : Pointer.ROOT.at("tag");
            default -> place;
        };
    }

    /** Where the award stands that counts, or null: an active one, or a contract that is not cancelled. */
    private static Pointer award(JsonNode compiled) {
        for (var i = 0; i < compiled.path("awards").size(); i++) {
            if (compiled.path("awards").path(i).path("status").asText().equals("active")) {
                return Pointer.ROOT.at("awards").at(i).at("status");
            }
        }
        for (var i = 0; i < compiled.path("contracts").size(); i++) {
            var contract = compiled.path("contracts").path(i);
            if (!contract.path("status").asText().equals("cancelled")) {
                return Pointer.ROOT.at("contracts").at(i).at(contract.has("status") ? "status" : "id");
            }
        }
        return null;
    }
}
