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
    private static final String PURCHASE = """
            insert into equipment_costs
              (tenant_id, equipment_id, kind, amount, currency, at, source, source_id, as_of)
            values ($1, $2, 'purchase', $3, $4, $5, 'event', $2, $6)
            on conflict (tenant_id, kind, source, source_id) do update
            set amount = excluded.amount, currency = excluded.currency, as_of = excluded.as_of
            where equipment_costs.as_of <= excluded.as_of
            """;

    /** NB: a value that is still the same is no news; which one is the last is decided by its time. */
    private static final String VALUATION = """
            insert into equipment_costs
              (tenant_id, equipment_id, kind, amount, currency, at, source, source_id, as_of)
            select $1, $2, 'valuation', cast($3 as numeric), cast($4 as text), cast($5 as timestamptz), 'event',
              cast($2 as text) || '/' || cast($6 as text), cast($5 as timestamptz)
            where not exists (
              select from (
                select amount, currency from equipment_costs
                where equipment_id = $2 and kind = 'valuation' and at <= $5 order by at desc limit 1) as last
              where last.amount = $3 and last.currency = $4)
            on conflict (tenant_id, kind, source, source_id) do nothing
            """;

    /** The one price that was paid; a later word corrects it, an earlier one that comes late does not. */
    public Uni<Void> purchase(UnitOfWork unit, Machine machine, BigDecimal amount, String currency, Instant said) {
        if (amount == null) {
            return Uni.createFrom().voidItem();
        }
        var bought = machine.purchaseDate == null ? said : machine.purchaseDate;
        return unit.run(
                        PURCHASE,
                        machine.tenantId,
                        machine.equipmentId,
                        amount,
                        known(currency),
                        Columns.time(bought),
                        Columns.time(said))
                .replaceWithVoid();
    }

    /** What it was worth at a time; each new value stands beside the old ones. */
    public Uni<Void> valuation(UnitOfWork unit, Machine machine, BigDecimal amount, String currency, Instant at) {
        if (amount == null) {
            return Uni.createFrom().voidItem();
        }
        return unit.run(
                        VALUATION,
                        machine.tenantId,
                        machine.equipmentId,
                        amount,
                        known(currency),
                        Columns.time(at),
                        at.toString())
                .replaceWithVoid();
    }

    private static String known(String currency) {
        return currency == null ? Costs.NO_CURRENCY : currency;
    }
}
