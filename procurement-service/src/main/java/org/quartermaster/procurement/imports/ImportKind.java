package org.quartermaster.procurement.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.util.UUID;
import org.quartermaster.platform.job.JobError;
import org.quartermaster.platform.job.JobKind;
import org.quartermaster.platform.job.JobRun;
import org.quartermaster.platform.security.Roles;
import org.quartermaster.platform.spool.Spool;

/**
 * Imports one file. A run whose worker died is begun again from its spool file, for nothing of it was committed; one that
 * died after its commit only waits for the positions of its changes.
 */
@ApplicationScoped
class ImportKind implements JobKind {
    static final String NAME = "ocds.import";

    private final ImportRegistry registry;
    private final Importer importer;
    private final Spool spool;

    @Inject
    ImportKind(ImportRegistry registry, Importer importer, Spool spool) {
        this.registry = registry;
        this.importer = importer;
        this.spool = spool;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String role() {
        return Roles.VIEWER;
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public Outcome run(JobRun run) throws Exception {
        var id = UUID.fromString(run.id());
        var order = registry.read(id);
        if (order.isLoaded()) {
            importer.settle(run);
            spool.drop(id);
            return Outcome.succeeded(order.result());
        }
        if (order.file().isCorrupt()) {
            return failed(run, id, "corrupt_archive");
        }
        if (!spool.has(id) || Files.size(spool.file(id)) != order.file().bytes()) {
            if (order.isSilent()) {
                return failed(run, id, "interrupted");
            }
            throw run.postponed();
        }
        var ending = importer.run(run, order);
        spool.drop(id);
        if (ending.error() == null) {
            return Outcome.succeeded(ending.counts());
        }
        run.error(JobError.of(null, null, ending.error()));
        return Outcome.failed(ending.counts());
    }

    private Outcome failed(JobRun run, UUID id, String error) throws Exception {
        registry.fail(id, error);
        spool.drop(id);
        run.error(JobError.of(null, null, error));
        return Outcome.failed(null);
    }
}
