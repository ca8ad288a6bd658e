package org.quartermaster.procurement.ocds.row;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.quartermaster.procurement.ocds.Pointer;

/** Finds the CPV codes of a compiled release: the main one, and all under tender, awards and contracts. */
final class CpvCodes {
    private static final SourceFacts NO_SOURCE = new SourceFacts(ZoneOffset.UTC, null, null);

    private final Reading reading;
    private final TreeSet<String> codes = new TreeSet<>();
    private final List<Pointer> places = new ArrayList<>();

    private CpvCodes(Reading reading) {
        this.reading = reading;
    }

    static CompiledTender.Cpv of(JsonNode release, Reading reading) {
        return new CompiledTender.Cpv(main(release.path("tender")), List.copyOf(search(release, reading).codes));
    }

    /** Where the codes stand. */
    static List<Pointer> places(JsonNode release) {
        return search(release, new Reading(NO_SOURCE, null)).places;
    }

    private static CpvCodes search(JsonNode release, Reading reading) {
        var search = new CpvCodes(reading);
        for (var section : List.of("tender", "awards", "contracts")) {
            search.collect(release.path(section), Pointer.ROOT.at(section));
        }
        return search;
    }

    private static String main(JsonNode tender) {
        var own = CpvScheme.code(tender.path("classification"));
        if (own != null) {
            return own;
        }
        for (var item : tender.path("items")) {
            var code = CpvScheme.code(item.path("classification"));
            if (code != null) {
                return code;
            }
        }
        return null;
    }

    private void collect(JsonNode value, Pointer at) {
        if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                collect(value.get(i), at.at(i));
            }
        }
        for (var field : value.properties()) {
            var place = at.at(field.getKey());
            if (field.getKey().equals("classification")) {
                add(field.getValue(), place);
            } else if (field.getKey().equals("additionalClassifications")) {
                additional(field.getValue(), place);
            } else {
                collect(field.getValue(), place);
            }
        }
    }

    private void additional(JsonNode list, Pointer at) {
        for (int i = 0; i < list.size(); i++) {
            add(list.path(i), at.at(i));
        }
    }

    private void add(JsonNode classification, Pointer at) {
        var code = reading.cpv(classification, at);
        if (code != null) {
            codes.add(code);
            places.add(at.at("id"));
        }
    }
}
