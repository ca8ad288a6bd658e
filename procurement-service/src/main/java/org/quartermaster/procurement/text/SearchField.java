package org.quartermaster.procurement.text;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Where the words of a search or of criteria are looked for. */
public enum SearchField {
    TITLE(Part.TITLE),
    DESCRIPTION(Part.DESCRIPTION),
    BUYER(Part.BUYER),
    /** The chunks of a tender's documents, which have search vectors of their own, without labels. */
    DOCUMENTS(null);

    private final Part part;

    SearchField(Part part) {
        this.part = part;
    }

    /** The part of the tender's own search vector; empty for documents. */
    public Optional<Part> part() {
        return Optional.ofNullable(part);
    }

    /** The parts of the tender's own search vector that are meant. */
    public static Set<Part> parts(Collection<SearchField> fields) {
        var parts = EnumSet.noneOf(Part.class);
        fields.forEach(field -> field.part().ifPresent(parts::add));
        return parts;
    }
}
