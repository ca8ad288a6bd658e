package org.quartermaster.procurement.text;

import java.util.Collection;
import java.util.stream.Collectors;

/** A part of a tender's search vector, each under its own label (weight) of PostgreSQL. */
public enum Part {
    TITLE('A'),
    DESCRIPTION('B'),
    BUYER('C'),
    SUPPLIERS('D');

    private final char label;

    Part(char label) {
        this.label = label;
    }

    char label() {
        return label;
    }

    int bit() {
        return 1 << ordinal();
    }

    static int bits(Collection<Part> parts) {
        return parts.stream().mapToInt(Part::bit).reduce(0, (one, other) -> one | other);
    }

    /** The labels of a lexeme of a tsquery that looks into these parts; none where it looks into all. */
    static String labels(Collection<Part> parts) {
        return parts.size() == values().length
                ? ""
                : parts.stream()
                        .sorted()
                        .map(part -> String.valueOf(part.label))
                        .collect(Collectors.joining());
    }
}
