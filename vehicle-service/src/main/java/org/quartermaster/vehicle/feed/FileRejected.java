package org.quartermaster.vehicle.feed;

import java.util.List;

/** A file of which no record can be read. */
public final class FileRejected extends Exception {
    private static final long serialVersionUID = 1;

    /** Why. */
    public enum Reason {
        EMPTY_FILE,
        NOT_CSV,
        HEADER_MISSING_COLUMNS,
        HEADER_DUPLICATE_COLUMN,
        UNSUPPORTED_ENCODING
    }

    private final Reason reason;
    private final List<String> names;

    FileRejected(Reason reason, List<String> names) {
        super(reason + " " + names);
        this.reason = reason;
        this.names = List.copyOf(names);
    }

    public Reason reason() {
        return reason;
    }

    /** The columns that are missing or there twice, or what the file is instead. */
    public List<String> names() {
        return names;
    }
}
