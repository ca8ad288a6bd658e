package org.quartermaster.catalog.safety;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What rows of safety may name: the hazards, standards and protective equipment of the lists. */
public final class SafetyCodes {
    private final CitationCheck citations;
    private final Map<String, NamedCode> hazards;
    private final Map<String, NamedCode> equipment;

    SafetyCodes(CitationCheck citations, List<NamedCode> hazards, List<NamedCode> equipment) {
        this.citations = citations;
        this.hazards = byCode(hazards);
        this.equipment = byCode(equipment);
    }

    private static Map<String, NamedCode> byCode(List<NamedCode> codes) {
        return codes.stream().collect(Collectors.toMap(NamedCode::code, Function.identity()));
    }

    /** Begins with one row. */
    public CodeCheck check() {
        return new CodeCheck(this);
    }

    CitationAnswer cited(String citation) {
        return citations.check(citation);
    }

    Map<String, NamedCode> hazards() {
        return hazards;
    }

    Map<String, NamedCode> equipment() {
        return equipment;
    }
}
