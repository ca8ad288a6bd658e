package org.quartermaster.vehicle.completeness;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.quartermaster.platform.change.Change;
import org.quartermaster.platform.change.SystemWrites;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.job.Jobs;
import org.quartermaster.platform.rest.ETags;
import org.quartermaster.platform.security.Caller;

/** Replaces the weights of an entity by a new version of the whole set. */
@ApplicationScoped
public class WeightChanges {
    /** Name of the kind of job that brings the scores of assets up to date. */
    public static final String RESCORE = "vehicle.rescore";

    static final String ENTITY = "weights";
    private static final String LOCK = "select pg_advisory_xact_lock(" + Weights.LOCK_KEY + ") is null";
    private static final String CURRENT = """
        select version, min_score from system.completion_weight_versions
        where entity_type = ? order by version desc limit 1
        """;
    private static final String GIVEN =
            "jsonb_to_recordset(cast(? as jsonb)) as g (field_name text, weight_percent int, is_mandatory boolean,"
                    + " is_active boolean, description text)";
    private static final String DROP = """
        delete from system.system_data_completion_weights
        where entity_type = ? and field_name not in (select g.field_name from %s)
        """.formatted(GIVEN);
    private static final String SET = """
        insert into system.system_data_completion_weights
          (entity_type, field_name, weight_percent, is_mandatory, is_active, description)
        select ?, g.field_name, g.weight_percent, g.is_mandatory, g.is_active, g.description from %s
        on conflict (entity_type, field_name) do update set weight_percent = excluded.weight_percent,
          is_mandatory = excluded.is_mandatory, is_active = excluded.is_active, description = excluded.description
        """.formatted(GIVEN);
    private static final String KEEP = """
        insert into system.completion_weight_versions (entity_type, version, weights, min_score, changed_by, note)
        values (?, ?, cast(? as jsonb), ?, ?, ?)
        """;

    private final SystemWrites writes;
    private final Jobs jobs;
    private final ObjectMapper json;

    @Inject
    WeightChanges(SystemWrites writes, Jobs jobs, ObjectMapper json) {
        this.writes = writes;
        this.jobs = jobs;
        this.json = json;
    }

    private record Current(long version, BigDecimal minScore) {}

    /** Blocking. {@code ifMatch} may be null. */
    ChangedWeights replace(Caller caller, EntityType type, String ifMatch, WeightInput input) throws SQLException {
        var changed = writes.write(caller, unit -> {
            var connection = unit.connection();
            Sql.query(connection, LOCK, row -> row.getBoolean(1));
            var current = current(connection, type);
            ETags.requireMatch(ifMatch, current.version());
            var minScore = input.minScore() == null ? current.minScore() : input.minScore();
            var set = new WeightSet(Words.of(type), current.version() + 1, minScore, input.weights());
            keep(connection, caller, set, input.note());
            unit.changes().add(new Change(ENTITY, set.entityType(), "changed", set, null, Map.of(), null, false));
            return new ChangedWeights(set, type == EntityType.VEHICLE ? rescore(connection, caller) : null);
        });
        jobs.ring();
        return changed;
    }

    private static Current current(Connection connection, EntityType type) throws SQLException {
        return Sql.query(
                        connection,
                        CURRENT,
                        row -> new Current(row.getLong("version"), row.getBigDecimal("min_score")),
                        Words.of(type))
                .get(0);
    }

    private void keep(Connection connection, Caller caller, WeightSet set, String note) throws SQLException {
        var weights = text(set.weights());
        Sql.update(connection, DROP, set.entityType(), weights);
        Sql.update(connection, SET, set.entityType(), weights);
        Sql.update(connection, KEEP, set.entityType(), set.version(), weights, set.minScore(), caller.subject(), note);
    }

    private String text(List<Weight> weights) {
        try {
            return json.writeValueAsString(weights);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** NB: in the same transaction, so that no new version is without its job. */
    private String rescore(Connection connection, Caller caller) throws SQLException {
        var id = Ids.next("job");
        jobs.queue(connection, caller, id, RESCORE, json.createObjectNode());
        return id;
    }
}
