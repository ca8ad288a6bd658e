package org.quartermaster.procurement.manual;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.quartermaster.procurement.criteria.TenderStatus;
import org.quartermaster.procurement.ocds.schema.Shape;

/**
 * What a request says of a tender, as the sections of a release.
 *
 * @param lists names of those that were given, which take the place of those before
 * @param status null where the request says none
 */
record TenderInput(ObjectNode release, ObjectNode tender, Set<String> lists, TenderStatus status) {
    /** The item that holds the codes of the whole tender. */
    static final String CODES = "cpv";

    /** The sections of the release, without its head. */
    ObjectNode sections() {
        var all = release.deepCopy();
        if (!tender.isEmpty()) {
            all.set("tender", tender);
        }
        return all;
    }

    /** The stage that the release tells of, where it is not the first one. */
    List<String> tags() {
        if (status == TenderStatus.CANCELLED) {
            return List.of("tenderCancellation");
        }
        return hasAwards() ? List.of("tenderUpdate", "award") : List.of("tenderUpdate");
    }

    boolean isAwarded() {
        return status == TenderStatus.AWARDED;
    }

    boolean hasAwards() {
        return !release.path("awards").isEmpty();
    }

    /**
     * Makes of the lists that were given the whole lists of a release.
     *
     * @param compiled the tender as it stands
     */
    void completeLists(ObjectNode body, JsonNode compiled, Shape schema) {
        for (var name : lists) {
            var isAwards = name.equals("awards");
            var section = isAwards ? body : (ObjectNode) body.get("tender");
            var before =
                    isAwards ? compiled.path(name) : compiled.path("tender").path(name);
            var shape = isAwards ? schema.field(name) : schema.field("tender").field(name);
            Replacing.complete(section.withArray(name), before, shape, CODES);
        }
    }
}
