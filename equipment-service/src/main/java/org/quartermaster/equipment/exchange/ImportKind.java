package org.quartermaster.equipment.exchange;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import org.quartermaster.equipment.machine.MachineBatch;
import org.quartermaster.equipment.machine.MachineRepository;
import org.quartermaster.platform.change.Change;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.job.JobKind;
import org.quartermaster.platform.job.JobRun;
import org.quartermaster.platform.security.Roles;

/**
 * Imports a file of machines: checks all of it, then writes. Its places are {@code checked}, from which a later run
 * goes on with the rows that are not written yet, and {@code written}, from which it only reports.
 */
@ApplicationScoped
class ImportKind implements JobKind {
    static final String NAME = "equipment.import";

    private static final String PLACE = "place";
    private static final String CHECKED = "checked";
    private static final String WRITTEN = "written";

    private final ImportStage stage;
    private final MachineRepository repository;
    private final MachineBatch machines;
    private final ObjectMapper json;

    @Inject
    ImportKind(ImportStage stage, MachineRepository repository, MachineBatch machines, ObjectMapper json) {
        this.stage = stage;
        this.repository = repository;
        this.machines = machines;
        this.json = json;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String role() {
        return Roles.MANAGER;
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public Outcome run(JobRun run) throws IOException {
        var settings = ImportSettings.read(run.parameters());
        var errors = new ImportErrors(run, json);
        try {
            if (run.checkpoint() == null) {
                run.checkpoint(check(run, settings, errors));
            }
        } catch (ImportRefused refused) {
            return Outcome.failed(
                    ImportReport.of(settings, json.createObjectNode()).json());
        }
        var outcome = afterCheck(run, ImportReport.of(settings, run.checkpoint()), errors);
        var read = run.checkpoint().path("read").longValue();
        run.progress(read, read);
        return outcome;
    }

    private ObjectNode check(JobRun run, ImportSettings settings, ImportErrors errors) throws IOException {
        run.write(unit -> stage.clear(unit, run.id()));
        var report = new ImportCheck(run, settings, stage, repository, errors).check();
        return report.counts().put(PLACE, CHECKED);
    }

    private Outcome afterCheck(JobRun run, ImportReport report, ImportErrors errors) {
        if (report.settings().dryRun()
                || WRITTEN.equals(run.checkpoint().path(PLACE).textValue())) {
            return Outcome.succeeded(report.json());
        }
        if (report.failed() > 0 && stops(report)) {
            return Outcome.failed(report.withoutEffect().json());
        }
        return write(run, report, errors);
    }

    private static boolean stops(ImportReport report) {
        return report.settings().onError() == ImportSettings.OnError.STOP;
    }

    private Outcome write(JobRun run, ImportReport checked, ImportErrors errors) {
        var write = new ImportWrite(run, stage, machines, errors, checked.created() + checked.updated());
        if (!stops(checked)) {
            write.apart();
        } else if (!write.together()) {
            return Outcome.failed(checked.withoutEffect().json());
        }
        return Outcome.succeeded(run.write(unit -> report(run, unit, checked)).json());
    }

    /** NB: the event of the whole import and its place are one transaction, so it is told once. */
    private Uni<ImportReport> report(JobRun run, UnitOfWork unit, ImportReport checked) {
        return stage.counts(unit, run.id())
                .map(counts -> ImportReport.of(checked.settings(), total(checked, counts)))
                .invoke(report -> {
                    if (report.changed()) {
                        unit.changed(Change.of("import", run.id(), "completed", report.json(), null));
                    }
                })
                .call(report -> run.checkpoint(unit, report.counts().put(PLACE, WRITTEN)));
    }

    private static ObjectNode total(ImportReport checked, ObjectNode counts) {
        var failed = checked.failed() + counts.path("failed").longValue();
        return counts.put("read", checked.read()).put("failed", failed);
    }
}
