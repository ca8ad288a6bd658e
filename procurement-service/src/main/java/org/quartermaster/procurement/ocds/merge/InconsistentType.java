package org.quartermaster.procurement.ocds.merge;

import org.quartermaster.procurement.ocds.Pointer;

/** Stops a release whose value turns from object or list into a scalar, or back. */
final class InconsistentType extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Pointer pointer;

    InconsistentType(Pointer pointer, String message) {
        super(message, null, false, false);
        this.pointer = pointer;
    }

    Pointer pointer() {
        return pointer;
    }
}
