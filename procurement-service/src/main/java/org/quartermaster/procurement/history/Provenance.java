package org.quartermaster.procurement.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.procurement.history.ProcessReleases.Past;
import org.quartermaster.procurement.ocds.Release;
import org.quartermaster.procurement.ocds.merge.Compiled;
import org.quartermaster.procurement.ocds.row.CompiledTender;
import org.quartermaster.procurement.ocds.row.FieldPlaces;
import org.quartermaster.procurement.ocds.row.TenderRow;

/** Tells of each field of a tender from which release it has its value. */
final class Provenance {
    private final Compiled compiled;
    private final CompiledTender row;
    private final Map<Release, String> sources;

    private Provenance(Past past) {
        this.compiled = past.now();
        this.row = TenderRow.of(compiled, past.source()).tender();
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
        FieldPlaces.of(compiled.release(), row)
                .forEach((field, places) -> places.forEach(place -> origins.add(origin(field, place.toString()))));
        if (!compiled.releases().isEmpty()
                && origins.stream().noneMatch(origin -> origin.field().equals("publication_date"))) {
            origins.add(firstDate(compiled.releases().get(0)));
        }
        return origins;
    }

    /** Where nobody tells when a tender was published, its first release did it. */
    private Origin firstDate(Release first) {
        return origin("publication_date", "/date", TextNode.valueOf(first.dateText()), first);
    }

    private Origin origin(String field, String pointer) {
        return origin(field, pointer, compiled.release().at(pointer), setter(pointer));
    }

    private Origin origin(String field, String pointer, JsonNode value, Release release) {
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
}
