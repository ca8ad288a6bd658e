package org.quartermaster.vehicle.asset;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.change.Writes;
import org.quartermaster.platform.db.SystemConnection;
import org.quartermaster.platform.job.JobKind;
import org.quartermaster.platform.job.JobRun;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.platform.security.Roles;
import org.quartermaster.vehicle.completeness.WeightChanges;

/** Brings the scores of the live assets of all tenants up to date after a change of the weights. */
@ApplicationScoped
class Rescoring implements JobKind {
    private static final int FETCH = 1_000;
    private static final String OUTDATED = """
        select tenant_id, id from vehicle.assets
        where data_status <> 'archived' and completeness_version is distinct from (
          select max(version) from system.completion_weight_versions where entity_type = 'vehicle')
        order by tenant_id, id
        """;

    private final SystemConnection database;
    private final Writes writes;
    private final AssetRegister register;

    @Inject
    Rescoring(SystemConnection database, Writes writes, AssetRegister register) {
        this.database = database;
        this.writes = writes;
        this.register = register;
    }

    /** What came of the work. */
    record Rescored(long assets) {}

    @Override
    public String name() {
        return WeightChanges.RESCORE;
    }

    @Override
    public String role() {
        return Roles.DATA_ADMIN;
    }

    /** What was rescored is not found again. */
    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public Outcome run(JobRun run) throws SQLException {
        var done = 0L;
        try (var connection = database.open()) {
            connection.setAutoCommit(false);
            try (var query = connection.prepareStatement(OUTDATED)) {
                query.setFetchSize(FETCH);
                try (var rows = query.executeQuery()) {
                    while (rows.next()) {
                        var caller = Caller.system(rows.getString(1));
                        var id = rows.getObject(2, UUID.class);
                        run.await(() -> writes.write(caller, unit -> rescore(unit, id)));
                        run.progress(++done, null);
                    }
                }
            }
        }
        return Outcome.succeeded(new Rescored(done));
    }

    /** NB: one that was archived meanwhile keeps its score. */
    private Uni<Void> rescore(UnitOfWork unit, UUID id) {
        return register.lockLive(id)
                .chain(asset -> register.ready(unit, asset, new Asset()))
                .chain(held -> register.save(unit, held, "updated", Origin.API, null))
                .replaceWithVoid()
                .onFailure(Problem.class)
                .recoverWithNull();
    }
}
