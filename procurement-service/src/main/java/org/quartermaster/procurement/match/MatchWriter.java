package org.quartermaster.procurement.match;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.quartermaster.platform.change.Change;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.change.Writes;
import org.quartermaster.platform.db.Awaiting;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.DatabaseJson;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.security.Caller;

/** Keeps matches and tells of those that are new: one transaction for each tenant, set-based. */
@ApplicationScoped
class MatchWriter {
    /** NB: joined with the alerts, as one may have gone since it was read. */
    private static final String INSERT = """
            insert into procurement.alert_matches (tenant_id, match_id, alert_id, criteria_version, tender_id,
              material_version, change_classes, verdict, explanation, matched_at)
            select $1, m.match_id, m.alert_id, m.criteria_version, m.tender_id, m.material_version,
              string_to_array(m.classes, ','), m.verdict, cast(m.explanation as jsonb), $10
            from unnest($2::uuid[], $3::uuid[], $4::int[], $5::text[], $6::int[], $7::text[], $8::text[], $9::text[])
              m (match_id, alert_id, criteria_version, tender_id, material_version, classes, verdict, explanation)
              join procurement.alerts a on a.tenant_id = $1 and a.alert_id = m.alert_id and a.is_active
            for key share of a
            on conflict do nothing
            returning match_id, alert_id, tender_id, material_version
            """;

    private static final String TRIGGERED = """
            update procurement.alerts a set last_triggered = $4, high_water = greatest(a.high_water, m.position)
            from (select u.alert_id, max(u.position) as position from unnest($2::uuid[], $3::int8[]) u (alert_id, position)
              group by u.alert_id) m
            where a.tenant_id = $1 and a.alert_id = m.alert_id
            """;

    private final Writes writes;
    private final DatabaseJson json;
    private final MatchNotices notices;

    @Inject
    MatchWriter(Writes writes, DatabaseJson json, MatchNotices notices) {
        this.writes = writes;
        this.json = json;
        this.notices = notices;
    }

    /** A match with the id that it gets, unless it was kept before. */
    private record Numbered(UUID id, Found found, String explanation) {}

    /** Blocking. */
    void write(List<Found> found) {
        found.stream()
                .collect(Collectors.groupingBy(each -> each.alert().tenant()))
                .forEach((tenant, ofTenant) ->
                        Awaiting.result(() -> writes.write(Caller.system(tenant), unit -> keep(unit, ofTenant))));
    }

    private Uni<Void> keep(UnitOfWork unit, List<Found> found) {
        var numbered = found.stream()
                .map(each -> new Numbered(Ids.uuid(), each, json.text(each.explanation())))
                .toList();
        var columns = new Columns<>(numbered);
        return unit.run(
                        INSERT,
                        unit.caller().tenant(),
                        columns.uuids(Numbered::id),
                        columns.uuids(each -> each.found.alert().alertId()),
                        columns.integers(each -> each.found.alert().criteriaVersion()),
                        columns.texts(each -> each.found.change().tenderId()),
                        columns.integers(each -> each.found.change().materialVersion()),
                        columns.texts(
                                each -> String.join(",", each.found.change().classes())),
                        columns.texts(each -> Words.of(each.found.explanation().verdict())),
                        columns.texts(Numbered::explanation),
                        Columns.time(unit.now()))
                .map(rows -> kept(rows, numbered))
                .chain(kept -> kept.isEmpty() ? Uni.createFrom().voidItem() : tell(unit, kept));
    }

    private static List<Numbered> kept(RowSet<Row> rows, List<Numbered> numbered) {
        var byId = new HashMap<UUID, Numbered>();
        numbered.forEach(each -> byId.put(each.id, each));
        var kept = new ArrayList<Numbered>();
        rows.forEach(row -> kept.add(byId.get(row.getUUID("match_id"))));
        return kept;
    }

    private Uni<Void> tell(UnitOfWork unit, List<Numbered> kept) {
        kept.forEach(each -> unit.changed(new Change(
                        "alert", each.found.alert().alertId().toString(), "matched", view(unit, each), null, Map.of())
                .unaudited()));
        var columns = new Columns<>(kept);
        return unit.run(
                        TRIGGERED,
                        unit.caller().tenant(),
                        columns.uuids(each -> each.found.alert().alertId()),
                        kept.stream()
                                .map(each -> each.found.change().position())
                                .toArray(Long[]::new),
                        Columns.time(unit.now()))
                .chain(() ->
                        notices.tell(unit, kept.stream().map(Numbered::found).toList()));
    }

    private static AlertMatched view(UnitOfWork unit, Numbered each) {
        return AlertMatched.of(each.id, each.found, unit.now());
    }
}
