package org.quartermaster.procurement.history;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.procurement.history.ProcessReleases.Past;
import org.quartermaster.procurement.ocds.Release;
import org.quartermaster.procurement.ocds.merge.Compiled;

/** Tells of each field of a tender from which release it has its value. */
final class Provenance {
    /** The places that a field is taken from, of which the first that is there counts; * is each member of a list. */
    private static final Map<String, List<String>> PLACES = places();

    private final Compiled compiled;
    private final Map<Release, String> sources;

    private Provenance(Past past) {
        this.compiled = past.now();
        this.sources = past.sources();
    }

    /**
     * Where a value comes from.
     *
     * @param field of the tender; null for a place that no field is taken from
     * @param pointer in the compiled release
     */
    @Schema(name = "Origin")
    record Origin(
            String field,
            String pointer,
            @Schema(description = "any JSON") JsonNode value,
            String sourceId,
            String releaseId,
            Instant date,
            List<String> tag) {}

    /** The origins of a tender. */
    @Schema(name = "Origins")
    record Origins(List<Origin> items) {}

    /** @param isWhole true for every place of the compiled release, not only those that fields are taken from */
    static Origins of(Past past, boolean isWhole) {
        var provenance = new Provenance(past);
        return new Origins(isWhole ? provenance.all() : provenance.fields());
    }

    private List<Origin> all() {
        return compiled.setBy().keySet().stream()
                .map(pointer -> origin(null, pointer))
                .toList();
    }

    private List<Origin> fields() {
        var origins = new ArrayList<Origin>();
        PLACES.forEach((field, places) -> origins.addAll(origins(field, places)));
        return origins;
    }

    private List<Origin> origins(String field, List<String> places) {
        for (var place : places) {
            var found = new ArrayList<Origin>();
            find(field, compiled.release(), "", place, found);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    private void find(String field, JsonNode value, String at, String place, List<Origin> found) {
        if (place.isEmpty()) {
            if (!value.isMissingNode() && !value.isNull()) {
                found.add(origin(field, at));
            }
            return;
        }
        var end = place.indexOf('/', 1);
        var step = place.substring(1, end < 0 ? place.length() : end);
        var rest = end < 0 ? "" : place.substring(end);
        if (step.equals("*")) {
            for (var i = 0; i < value.size(); i++) {
                find(field, value.path(i), at + "/" + i, rest, found);
            }
        } else {
            find(field, value.path(step), at + "/" + step, rest, found);
        }
    }

    private Origin origin(String field, String pointer) {
        var release = setter(pointer);
        var value = compiled.release().at(pointer);
        return release == null
                ? new Origin(field, pointer, value, null, null, null, List.of())
                : new Origin(field, pointer, value, sources.get(release), release.id(), release.date(), release.tags());
    }

    /** NB: a list that is replaced whole was set whole; what the head of the compiled release says, by the last. */
    private Release setter(String pointer) {
        for (var at = pointer; !at.isEmpty(); at = at.substring(0, at.lastIndexOf('/'))) {
            var release = compiled.setBy().get(at);
            if (release != null) {
                return release;
            }
        }
        var releases = compiled.releases();
        return releases.isEmpty() ? null : releases.get(releases.size() - 1);
    }

    private static Map<String, List<String>> places() {
        var places = new LinkedHashMap<String, List<String>>();
        places.put("ocid", List.of("/ocid"));
        places.put("title", List.of("/tender/title", "/tender/description", "/ocid"));
        places.put("description", List.of("/tender/description"));
        places.put("category", List.of("/tender/additionalProcurementCategories"));
        places.put("main_category", List.of("/tender/mainProcurementCategory"));
        places.put("procuring_entity", List.of("/buyer/name", "/tender/procuringEntity/name", "/parties/*/name"));
        places.put("procedure", List.of("/tender/procurementMethod"));
        places.put("procedure_details", List.of("/tender/procurementMethodDetails"));
        places.put("ocds_status", List.of("/tender/status"));
        places.put("publication_date", List.of("/tender/datePublished"));
        places.put("opening_date", List.of("/tender/tenderPeriod/startDate"));
        places.put("closing_date", List.of("/tender/tenderPeriod/endDate"));
        places.put("estimated_value", List.of("/tender/value/amount"));
        places.put("estimated_currency", List.of("/tender/value/currency"));
        places.put("actual_value", List.of("/awards/*/value/amount"));
        places.put("actual_currency", List.of("/awards/*/value/currency"));
        places.put("cpv_code", List.of("/tender/classification/id", "/tender/items/*/classification/id"));
        places.put("winner", List.of("/awards/*/suppliers/*/name"));
        places.put("language", List.of("/language"));
        places.put("lots", List.of("/tender/lots/*/id"));
        places.put("items", List.of("/tender/items/*/id"));
        places.put("documents", List.of("/tender/documents/*/id"));
        places.put("awards", List.of("/awards/*/id"));
        places.put("contracts", List.of("/contracts/*/id"));
        return places;
    }
}
