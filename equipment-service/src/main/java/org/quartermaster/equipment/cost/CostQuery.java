package org.quartermaster.equipment.cost;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.quartermaster.equipment.machine.MachinePresence;
import org.quartermaster.equipment.machine.MachineRepository;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.list.TimeRange;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;

/** Sums up the costs of a machine over a span of time, in one round trip. */
@ApplicationScoped
class CostQuery {
    private static final Instant EVER = Instant.parse("0001-01-01T00:00:00Z");

    // The price in the register counts as the purchase where no purchase was booked.
    private static final String SUMS = """
            with cost as (
              select kind, amount, currency, at from equipment_costs
              where equipment_id = $1 and at >= $2 and at < $3
              union all
              select 'purchase', e.purchase_price, coalesce(e.purchase_currency, cast($4 as text)),
                coalesce(e.purchase_date, e.created_at)
              from equipment e
              where e.equipment_id = $1 and e.purchase_price is not null
                and coalesce(e.purchase_date, e.created_at) >= $2 and coalesce(e.purchase_date, e.created_at) < $3
                and not exists (select from equipment_costs c
                  where c.tenant_id = e.tenant_id and c.equipment_id = e.equipment_id and c.kind = 'purchase')
            )
            select currency,
              coalesce(sum(amount) filter (where kind = 'purchase'), 0.00) as purchase,
              coalesce(sum(amount) filter (where kind in ('fee', 'adjustment')), 0.00) as fees,
              coalesce(sum(amount) filter (where kind = 'maintenance'), 0.00) as maintenance,
              coalesce(sum(amount) filter (where kind = 'part'), 0.00) as parts,
              (array_agg(amount order by at desc) filter (where kind = 'valuation'))[1] as valuation
            from cost group by currency order by currency
            """;
    private static final String HOURS = """
            select
              (select total_hours from equipment_telemetry where equipment_id = $1 and recorded_at < $3
                 and total_hours is not null order by recorded_at desc limit 1) as at_end,
              coalesce(
                (select total_hours from equipment_telemetry where equipment_id = $1 and recorded_at < $2
                   and total_hours is not null order by recorded_at desc limit 1),
                (select total_hours from equipment_telemetry where equipment_id = $1 and recorded_at >= $2
                   and total_hours is not null order by recorded_at limit 1)) as at_start
            """;

    private final TenantDatabase database;

    @Inject
    CostQuery(TenantDatabase database) {
        this.database = database;
    }

    Uni<CostReport> report(Caller caller, String equipmentId, Fields query) {
        var range = TimeRange.read(query, new TimeRange(EVER, Instant.now()));
        var machine = MachinePresence.read(caller, query, equipmentId);
        query.checkQuery();
        return database.readAll(
                        caller,
                        List.of(
                                machine.query(),
                                Query.of(SUMS, equipmentId, range.start(), range.end(), Costs.NO_CURRENCY),
                                Query.of(HOURS, equipmentId, range.start(), range.end())))
                .invoke(results -> MachineRepository.NOT_FOUND.require(results.get(0)))
                .map(results -> report(equipmentId, results, range));
    }

    private static CostReport report(String equipmentId, List<RowSet<Row>> results, TimeRange range) {
        var from = range.from().equals(EVER) ? null : range.from();
        var hours = hours(results.get(2).iterator().next());
        var sums = new ArrayList<CostReport.Sum>();
        results.get(1).forEach(row -> sums.add(sum(row).over(hours)));
        return new CostReport(equipmentId, from, range.to(), hours, sums);
    }

    private static BigDecimal hours(Row row) {
        var end = row.getBigDecimal("at_end");
        var start = row.getBigDecimal("at_start");
        return end == null || start == null ? null : end.subtract(start).max(BigDecimal.ZERO);
    }

    private static CostReport.Sum sum(Row row) {
        return CostReport.Sum.of(
                row.getString("currency"),
                row.getBigDecimal("purchase"),
                row.getBigDecimal("fees"),
                row.getBigDecimal("maintenance"),
                row.getBigDecimal("parts"),
                row.getBigDecimal("valuation"));
    }
}
