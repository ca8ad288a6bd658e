package org.quartermaster.platform;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.quartermaster.platform.testing.ArchitectureContract;

/** The rules of the code, for the platform itself. */
final class ArchitectureTest {
    private static final String ROOT = "org.quartermaster.platform";

    @Test
    void packagesFormNoCycles() {
        var classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(ROOT);
        ArchitectureContract.checkCycles(ROOT, classes);
    }
}
