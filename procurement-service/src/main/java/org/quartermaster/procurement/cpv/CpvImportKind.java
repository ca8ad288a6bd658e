package org.quartermaster.procurement.cpv;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import org.quartermaster.platform.change.SystemWrites;
import org.quartermaster.platform.job.JobKind;
import org.quartermaster.platform.job.JobRun;
import org.quartermaster.platform.security.Roles;

/** Imports a file of codes; doing it twice has the effect of doing it once. */
@ApplicationScoped
class CpvImportKind implements JobKind {
    static final String NAME = "cpv.import";

    private final SystemWrites writes;

    @Inject
    CpvImportKind(SystemWrites writes) {
        this.writes = writes;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String role() {
        return Roles.DATA_ADMIN;
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public Outcome run(JobRun run) throws IOException, SQLException {
        var language = run.parameters().path("lang").textValue();
        var file = CpvFile.read(run.input(), language, run::error);
        var report = writes.<CpvImport.Report, SQLException>write(run.caller(), unit -> {
            run.guard(unit.connection());
            return CpvImport.merge(unit.connection(), file, run::error);
        });
        run.progress(report.rows(), report.rows());
        return report.rows() == report.rejected() ? Outcome.failed(report) : Outcome.succeeded(report);
    }
}
