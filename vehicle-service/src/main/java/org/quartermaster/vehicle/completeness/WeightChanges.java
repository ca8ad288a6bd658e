package org.quartermaster.vehicle.completeness;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.quartermaster.platform.change.Change;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.DatabaseJson;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.job.Jobs;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.ETags;

/** Replaces the weights of an entity by a new version of the whole set. */
@ApplicationScoped
public class WeightChanges {
    /** Name of the kind of job that brings the scores of assets up to date. */
    public static final String RESCORE = "vehicle.rescore";

    static final String ENTITY = "weights";
    private static final Query LOCK = Query.of("select pg_advisory_xact_lock(" + Weights.LOCK_KEY + ") is null");
    private static final String CURRENT = """
        select version, min_score from system.completion_weight_versions
        where entity_type = $1 order by version desc limit 1
        """;
    private static final String GIVEN =
            "jsonb_to_recordset(cast($2::text as jsonb)) as g (field_name text, weight_percent int,"
                    + " is_mandatory boolean, is_active boolean, description text)";
    private static final String DROP = """
        delete from system.system_data_completion_weights
        where entity_type = $1 and field_name not in (select g.field_name from %s)
        """.formatted(GIVEN);
    private static final String SET = """
        insert into system.system_data_completion_weights
          (entity_type, field_name, weight_percent, is_mandatory, is_active, description)
        select $1, g.field_name, g.weight_percent, g.is_mandatory, g.is_active, g.description from %s
        on conflict (entity_type, field_name) do update set weight_percent = excluded.weight_percent,
          is_mandatory = excluded.is_mandatory, is_active = excluded.is_active, description = excluded.description
        """.formatted(GIVEN);
    private static final String KEEP = """
        insert into system.completion_weight_versions (entity_type, weights, version, min_score, changed_by, note)
        values ($1, cast($2::text as jsonb), $3, $4, $5, $6)
        """;

    private final Jobs jobs;
    private final DatabaseJson json;
    private final ObjectMapper mapper;

    @Inject
    WeightChanges(Jobs jobs, DatabaseJson json, ObjectMapper mapper) {
        this.jobs = jobs;
        this.json = json;
        this.mapper = mapper;
    }

    /** {@code ifMatch} may be null. */
    Uni<Answer> replace(UnitOfWork unit, EntityType type, String ifMatch, WeightInput input) {
        return unit.runAll(List.of(LOCK, Query.of(CURRENT, Words.of(type))))
                .map(results ->
                        next(type, ifMatch, input, results.get(1).iterator().next()))
                .call(set -> keep(unit, set, input.note()))
                .invoke(set -> tell(unit, set))
                .chain(set -> rescore(unit, type).map(job -> new ChangedWeights(set, job)))
                .map(Answer::ok);
    }

    private static WeightSet next(EntityType type, String ifMatch, WeightInput input, Row current) {
        var version = current.getLong("version");
        ETags.requireMatch(ifMatch, version);
        var minScore = input.minScore() == null ? current.getBigDecimal("min_score") : input.minScore();
        return new WeightSet(Words.of(type), version + 1, minScore, input.weights());
    }

    private Uni<?> keep(UnitOfWork unit, WeightSet set, String note) {
        var type = set.entityType();
        var weights = json.text(set.weights());
        var by = unit.caller().subject();
        return unit.runAll(List.of(
                Query.of(DROP, type, weights),
                Query.of(SET, type, weights),
                Query.of(KEEP, type, weights, set.version(), set.minScore(), by, note)));
    }

    private static void tell(UnitOfWork unit, WeightSet set) {
        unit.changed(Change.of(ENTITY, set.entityType(), "changed", set, null).forAll(unit.caller()));
    }

    /** NB: in the same transaction, so that no new version is without its job. */
    private Uni<String> rescore(UnitOfWork unit, EntityType type) {
        return type == EntityType.VEHICLE
                ? jobs.queue(unit, RESCORE, mapper.createObjectNode())
                : Uni.createFrom().nullItem();
    }
}
