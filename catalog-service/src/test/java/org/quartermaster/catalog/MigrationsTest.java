package org.quartermaster.catalog;

import org.quartermaster.platform.testing.MigrationContract;

/** The migrations of this service, on a server of their own. */
final class MigrationsTest extends MigrationContract {
    MigrationsTest() {
        super("catalog");
    }
}
