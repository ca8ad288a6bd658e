package org.quartermaster.catalog.reference;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.quartermaster.platform.job.JobKind;
import org.quartermaster.platform.job.JobRun;
import org.quartermaster.platform.security.Roles;

/** An import of one reference list for all tenants, as a job of data admins; twice has the effect of once. */
public abstract class ReferenceImport implements JobKind {
    private final String list;
    private final ReferenceImports imports;

    /** @param list what it is of, as in the path of its import */
    protected ReferenceImport(String list, ReferenceImports imports) {
        this.list = list;
        this.imports = imports;
    }

    /** Brings the file of the job into the tables. */
    protected abstract ImportReport merge(Connection connection, ImportOptions options, JobRun run)
            throws IOException, SQLException;

    /** What follows where the tables are other than before, once that is there for all. */
    protected void changed(JobRun run) throws SQLException {}

    @Override
    public final String name() {
        return "import." + list;
    }

    @Override
    public final String role() {
        return Roles.DATA_ADMIN;
    }

    @Override
    public final boolean isRepeatable() {
        return true;
    }

    @Override
    public final Outcome run(JobRun run) throws IOException, SQLException {
        var outcome = imports.run(run, (connection, options) -> merge(connection, options, run));
        if (ReferenceImports.hasChanged(outcome)) {
            changed(run);
        }
        return outcome;
    }
}
