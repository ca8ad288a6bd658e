package org.quartermaster.procurement.explain;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.list.ListQuery.Part;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.procurement.criteria.Criteria;
import org.quartermaster.procurement.match.TenderVersions;
import org.quartermaster.procurement.verdict.Predicate;
import org.quartermaster.procurement.verdict.Predicate.Condition;
import org.quartermaster.procurement.verdict.TenderVersion;

/** Tries criteria on the changes of the last days: in the database, which gives the same verdicts as the matcher. */
@ApplicationScoped
class DryRun {
    private static final String CHANGED =
            "select c.tender_id from procurement.tender_changes c where c.position is not null and c.created_at >= $1";
    private static final String COUNT = "select count(*) from procurement.tenders t where t.deleted_at is null"
            + " and t.tender_id in (" + CHANGED + ")";
    private static final String CHANGES = """
            select c.tender_id, array(select unnest(c.classes) intersect select unnest($2::text[])) as classes,
              cast(c.created_at at time zone 'UTC' as date) as day
            from procurement.tender_changes c
            where c.position is not null and c.created_at >= $1 and c.classes && $2
            """;
    private static final String[] USUAL = {
        "published", "deadline_moved", "value_changed", "cpv_changed", "status_changed", "cancelled", "awarded"
    };

    private final TenantDatabase database;
    private final TenderVersions tenders;

    @Inject
    DryRun(TenantDatabase database, TenderVersions tenders) {
        this.database = database;
        this.tenders = tenders;
    }

    private static OffsetDateTime since(int days) {
        return Columns.time(Instant.now().minus(days, ChronoUnit.DAYS));
    }

    /** How many tenders would be judged. */
    Uni<Long> size(Caller caller, int days) {
        return database.read(caller, COUNT, since(days))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    Uni<DryRunView> run(Caller caller, Criteria criteria, int days) {
        var instant = Instant.now();
        var predicate = Predicate.of(criteria);
        var conditions = predicate.criteria(instant);
        var tally = new DryRunTally(conditions);
        var since = since(days);
        return database.readAll(caller, List.of(judging(conditions, since), Query.of(CHANGES, since, (Object) USUAL)))
                .invoke(results -> {
                    tally.tenders(results.get(0));
                    tally.changes(results.get(1));
                })
                .chain(() -> tenders.read(caller, tally.shown()))
                .map(shown -> tally.view(explained(shown, predicate, instant)));
    }

    private static Map<String, ExplainedTender> explained(
            Map<String, TenderVersion> shown, Predicate predicate, Instant instant) {
        var explained = new HashMap<String, ExplainedTender>();
        shown.forEach((id, tender) ->
                explained.put(id, new ExplainedTender(id, tender.title(), null, predicate.explain(tender, instant))));
        return explained;
    }

    private static Query judging(List<Condition> conditions, OffsetDateTime since) {
        var values = Tuple.of(since);
        var each = conditions.stream()
                .map(condition -> "case when " + placed(condition.hit(), values) + " then 2"
                        + condition
                                .unknown()
                                .map(unknown -> " when " + placed(unknown, values) + " then 1")
                                .orElse("")
                        + " else 0 end")
                .toList();
        return new Query(
                "select t.tender_id, cast(array[" + String.join(", ", each) + "] as int[]) from procurement.tenders t"
                        + " where t.deleted_at is null and t.tender_id in (" + CHANGED + ")",
                values);
    }

    /** NB: a question mark stands for nothing but a parameter in these conditions. */
    private static String placed(Part part, Tuple values) {
        var sql = new StringBuilder();
        var pieces = part.condition().split("\\?", -1);
        for (var i = 0; i < pieces.length; i++) {
            sql.append(pieces[i]);
            if (i < pieces.length - 1) {
                values.addValue(part.values()[i]);
                sql.append('$').append(values.size());
            }
        }
        return sql.toString();
    }
}
