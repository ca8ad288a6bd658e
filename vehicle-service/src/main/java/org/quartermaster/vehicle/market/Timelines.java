package org.quartermaster.vehicle.market;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.platform.list.Slice;
import org.quartermaster.platform.list.SortKey;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;

/**
 * What happened to lots, the newest first: what was noted of them, and what other tables know that nothing was noted
 * of. That a lot appeared is read from the lot, since a row for each would be as many rows again.
 */
@ApplicationScoped
class Timelines {
    private static final String SALE = """
            jsonb_strip_nulls(jsonb_build_object('status', jsonb_build_array(null, s.status),
              'final_bid', case when s.final_bid is not null then jsonb_build_array(null, s.final_bid) end,
              'currency_code', case when s.currency_code is not null then jsonb_build_array(null, s.currency_code) end))\
            """;
    private static final String ALL = """
            (select coalesce(l.first_seen_at, l.created_at) as at, '0' as place, 'appeared' as kind, l.id as lot_id,
               l.lot_external_id, l.vin, cast(null as jsonb) as changes, cast(null as uuid) as file_id,
               cast(null as int) as row_no
             from vehicle.lots l where l.is_removed = false
             union all
             select e.at, '1 ' || to_char(e.id, 'FM0000000000000000000'), e.kind, l.id, l.lot_external_id, l.vin, e.changes,
               e.file_id, e.row_no
             from vehicle.lots l join audit.lot_events e on e.lot_id = l.id where l.is_removed = false
             union all
             select o.inferred_at, '2 ' || to_char(o.id, 'FM0000000000000000000'), 'outcome', l.id, l.lot_external_id, l.vin,
               jsonb_build_object('outcome', jsonb_build_array(null, o.outcome),
                 'rule', jsonb_build_array(null, o.rule)), null, null
             from vehicle.lots l join vehicle.lot_outcomes o on o.lot_id = l.id
             where l.is_removed = false
               and not exists (select from audit.lot_events e where e.lot_id = l.id and e.kind in ('outcome', 'sale'))
             union all
             select coalesce(s.sale_date, s.created_at), '3 ' || to_char(s.id, 'FM0000000000000000000'), 'sale', l.id,
               l.lot_external_id, l.vin, %1$s, null, null
             from vehicle.lots l join vehicle.sale_events s on s.lot_id = l.id
             where l.is_removed = false
               and not exists (select from audit.lot_events e where e.lot_id = l.id and e.kind = 'sale')
             union all
             select coalesce(s.sale_date, s.created_at), '3 ' || to_char(s.id, 'FM0000000000000000000'), 'sale', null, null,
               s.vin, %1$s, null, null
             from vehicle.sale_events s where s.lot_id is null
             union all
             select step.at, '4 ' || step.kind, step.kind, l.id, l.lot_external_id, l.vin, null, null, null
             from vehicle.lots l join vehicle.removals r on r.vin = l.vin
             cross join lateral (values ('removed', r.removed_at), ('restored', r.restored_at)) as step (kind, at)
             where l.is_removed = false and step.at is not null
               and not exists (select from audit.lot_events e where e.lot_id = l.id and e.kind = step.kind)) t\
            """.formatted(SALE);

    private static final String COLUMNS =
            "t.at, t.kind, t.lot_id, t.lot_external_id, cast(t.changes as text) as changes, t.file_id, t.row_no";
    private static final SortKey AT = SortKey.of("at", "t.at", "timestamptz");

    /** What one snapshot says of several lots has one time. */
    private static final SortKey PLACE =
            SortKey.of("place", "t.place || ' ' || coalesce(cast(t.lot_id as text), '')", "text");

    private final TenantDatabase database;

    @Inject
    Timelines(TenantDatabase database) {
        this.database = database;
    }

    Uni<Slice<TimelineEntry>> ofLot(Caller caller, String id, Fields query) {
        return list("t.lot_id = ?", Lots.id(id), query)
                .run(database, caller, query, row -> TimelineEntry.of(row, caller), Lots.presence(id))
                .map(Lots::require);
    }

    Uni<Slice<TimelineEntry>> ofVehicle(Caller caller, String vin, Fields query) {
        return list("t.vin = ?", vin, query)
                .run(database, caller, query, row -> TimelineEntry.of(row, caller), VehiclePresence.of(vin))
                .map(VehiclePresence::require);
    }

    private static ListQuery list(String condition, Object value, Fields query) {
        return new ListQuery("timeline", COLUMNS, ALL)
                .where(condition, value)
                .page(query)
                .chronological(AT, PLACE, true);
    }
}
