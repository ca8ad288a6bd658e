package org.quartermaster.equipment.exchange;

/** Ends the reading of a file that cannot be used at all; its errors are noted before. */
final class ImportRefused extends RuntimeException {
    ImportRefused() {
        super("file refused", null, false, false);
    }
}
