package org.quartermaster.procurement.ocds.read;

import org.quartermaster.procurement.ocds.IssueCode;

/** What is known of an object that may hold releases while it is read. */
final class Container {
    private static final String STAND_IN = "\"\":null";

    boolean isContainer;
    /** Releases with content that it gave. */
    int found;
    /** The compiled release of a record, which counts where the record has no other; null where there is none. */
    Capture compiled;

    IssueCode compiledExcess;

    /** Takes the member that starts here out of the captured ones: it is read by itself. */
    void open(Capture capture, int start) {
        isContainer = true;
        capture.cut(start);
        STAND_IN.chars().forEach(capture::add);
    }
}
