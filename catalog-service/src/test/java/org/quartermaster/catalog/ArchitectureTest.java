package org.quartermaster.catalog;

import org.quartermaster.platform.testing.ArchitectureContract;

/** The rules of the code, for this service. */
final class ArchitectureTest extends ArchitectureContract {
    ArchitectureTest() {
        super("org.quartermaster.catalog");
    }
}
