package org.quartermaster.procurement.vector;

import io.quarkus.flyway.FlywayDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.quartermaster.platform.job.JobKind;
import org.quartermaster.platform.job.JobRun;
import org.quartermaster.platform.security.Roles;

/** Converts the vectors as a job. NB: the type of a column is the owner's to change, as in a migration. */
@ApplicationScoped
class VectorConversionKind implements JobKind {
    static final String NAME = "vectors.conversion";

    private final Flyway owner;

    @Inject
    VectorConversionKind(@FlywayDataSource("owner") Flyway owner) {
        this.owner = owner;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String role() {
        return Roles.ADMIN;
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public Outcome run(JobRun run) throws SQLException {
        try (var connection = owner.getConfiguration().getDataSource().getConnection()) {
            return Outcome.succeeded(VectorColumn.convert(connection));
        }
    }
}
