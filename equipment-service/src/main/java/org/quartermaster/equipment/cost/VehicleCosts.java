package org.quartermaster.equipment.cost;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import org.quartermaster.equipment.machine.Machine;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Columns;

/** What vehicle-service says that a machine cost and is worth; null amounts say nothing. */
@ApplicationScoped
public class VehicleCosts {
    private static final int AMOUNT = 2;
    private static final String SAID = """
            with said as (
              select cast($1 as text) as tenant_id, cast($2 as text) as equipment_id, cast($3 as numeric) as amount,
                cast($4 as text) as currency, cast($5 as timestamptz) as at, cast($6 as text) as source_id,
                cast($7 as timestamptz) as as_of)
            insert into equipment_costs
              (tenant_id, equipment_id, kind, amount, currency, at, source, source_id, as_of)
            """;
    private static final String PURCHASE = SAID + """
            select tenant_id, equipment_id, 'purchase', amount, currency, at, 'event', source_id, as_of from said
            on conflict (tenant_id, kind, source, source_id) do update
            set amount = excluded.amount, currency = excluded.currency, as_of = excluded.as_of
            where equipment_costs.as_of <= excluded.as_of
            """;

    /** NB: a value that is still the same is no news; which one is the last is decided by its time. */
    private static final String VALUATION = SAID + """
            select tenant_id, equipment_id, 'valuation', amount, currency, at, 'event', source_id, as_of from said
            where not exists (
              select from (
                select c.amount, c.currency from equipment_costs c
                where c.tenant_id = said.tenant_id and c.equipment_id = said.equipment_id and c.kind = 'valuation'
                  and c.at <= said.at
                order by c.at desc limit 1) as last
              where last.amount = said.amount and last.currency = said.currency)
            on conflict (tenant_id, kind, source, source_id) do nothing
            """;

    /** The one price that was paid; a later word corrects it, an earlier one that comes late does not. */
    public Uni<Void> purchase(UnitOfWork unit, Machine machine, BigDecimal amount, String currency, Instant said) {
        var bought = machine.purchaseDate == null ? said : machine.purchaseDate;
        return book(
                unit,
                PURCHASE,
                machine.tenantId,
                machine.equipmentId,
                amount,
                known(currency),
                Columns.time(bought),
                machine.equipmentId,
                Columns.time(said));
    }

    /** What it was worth at a time; each new value stands beside the old ones. */
    public Uni<Void> valuation(UnitOfWork unit, Machine machine, BigDecimal amount, String currency, Instant at) {
        return book(
                unit,
                VALUATION,
                machine.tenantId,
                machine.equipmentId,
                amount,
                known(currency),
                Columns.time(at),
                machine.equipmentId + "/" + at,
                Columns.time(at));
    }

    private static Uni<Void> book(UnitOfWork unit, String sql, Object... row) {
        return row[AMOUNT] == null
                ? Uni.createFrom().voidItem()
                : unit.run(sql, row).replaceWithVoid();
    }

    private static String known(String currency) {
        return currency == null ? Costs.NO_CURRENCY : currency;
    }
}
