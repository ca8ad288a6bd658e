package org.quartermaster.vehicle.completeness;

import com.fasterxml.jackson.core.type.TypeReference;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.quartermaster.platform.db.DatabaseJson;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.platform.list.Slice;
import org.quartermaster.platform.list.SortKey;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.Problem.FieldError;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;

/** Reads the versions of weights. */
@ApplicationScoped
public class Weights {
    /** Who writes by a version holds it shared until the end of his transaction; who makes a new one holds it alone. */
    static final String LOCK_KEY = "hashtextextended('completion_weights', 12)";

    private static final Query LOCK = Query.of("select pg_advisory_xact_lock_shared(" + LOCK_KEY + ") is null");
    private static final String COLUMNS =
            "w.entity_type, w.version, w.min_score, cast(w.weights as text) as weights, w.changed_by, w.changed_at,"
                    + " w.note";
    private static final String FROM = "system.completion_weight_versions w";
    private static final SortKey VERSION = SortKey.of("version", "w.version", "bigint");
    private static final TypeReference<List<Weight>> LIST = new TypeReference<>() {};

    private final TenantDatabase database;
    private final DatabaseJson json;

    @Inject
    Weights(TenantDatabase database, DatabaseJson json) {
        this.database = database;
        this.json = json;
    }

    /** The query for one version, or with null for the newest; {@link #read} takes its row. */
    public static Query query(EntityType type, Integer version) {
        var sql = "select " + COLUMNS + " from " + FROM + " where w.entity_type = $1"
                + " and ($2::bigint is null or w.version = $2::bigint) order by w.version desc limit 1";
        return Query.of(sql, Words.of(type), version == null ? null : version.longValue());
    }

    /**
     * Queries for the newest version in a transaction that writes by it; the last one gives its row.
     * NB: two statements, because one that waited for the lock would not see what was committed meanwhile.
     */
    public static List<Query> forWriting(EntityType type) {
        return List.of(LOCK, query(type, null));
    }

    /** The version of a row; 422 where there is none. */
    public WeightSet read(RowSet<Row> rows) {
        if (rows.size() == 0) {
            throw Problem.invalid(ProblemType.INVALID_PARAMETER, List.of(new FieldError("version", "unknown_version")));
        }
        var row = rows.iterator().next();
        return new WeightSet(
                row.getString("entity_type"), row.getLong("version"), row.getBigDecimal("min_score"), weights(row));
    }

    private List<Weight> weights(Row row) {
        return json.read(row.getString("weights"), LIST);
    }

    Uni<WeightSet> current(Caller caller, EntityType type) {
        return database.readAll(caller, List.of(query(type, null))).map(results -> read(results.get(0)));
    }

    /** All versions, the newest first. */
    Uni<Slice<WeightVersionView>> versions(Caller caller, EntityType type, Fields query) {
        return new ListQuery("weight versions", COLUMNS, FROM)
                .where("w.entity_type = ?", Words.of(type))
                .page(query)
                .descending(VERSION, VERSION)
                .run(database, caller, query, row -> WeightVersionView.of(row, weights(row)));
    }
}
