package org.quartermaster.procurement.ocds.read;

import org.quartermaster.procurement.ocds.IssueCode;

/** Ends the reading of a part of a file whose end cannot be found. */
final class Broken extends Exception {
    private static final long serialVersionUID = 1L;

    private final IssueCode code;

    Broken(IssueCode code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    IssueCode code() {
        return code;
    }
}
