package org.quartermaster.equipment.cost;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.quartermaster.equipment.machine.Machine;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Words;

/** What machines have cost. */
@ApplicationScoped
public class Costs {
    /** ISO 4217: no currency is known. */
    public static final String NO_CURRENCY = "XXX";

    private static final String INSERT = """
            insert into equipment_costs (tenant_id, equipment_id, kind, amount, currency, at, source, source_id)
            select ?1, ?2, kind, amount, currency, ?3, 'record', source_id
            from jsonb_to_recordset(cast(cast(?4 as text) as jsonb))
              as cost (kind text, amount numeric, currency text, source_id text)
            """;
    private static final String DELETE = """
            delete from equipment_costs
            where equipment_id = ?1 and source = 'record' and split_part(source_id, '/', 1) = ?2
            """;

    /** Adds the costs of a maintenance record. */
    public Uni<Void> add(UnitOfWork unit, Machine machine, Instant at, List<CostRow> rows) {
        if (rows.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return unit.session()
                .createNativeQuery(INSERT)
                .setParameter(1, machine.tenantId)
                .setParameter(2, machine.equipmentId)
                .setParameter(3, at)
                .setParameter(4, json(rows))
                .executeUpdate()
                .replaceWithVoid();
    }

    private static String json(List<CostRow> rows) {
        var array = JsonNodeFactory.instance.arrayNode();
        rows.forEach(row -> array.addObject()
                .put("kind", Words.of(row.kind()))
                .put("amount", row.amount())
                .put("currency", row.currency())
                .put("source_id", row.sourceId()));
        return array.toString();
    }

    /** Takes the costs of a maintenance record back, because another stands in its place. */
    public Uni<Void> remove(UnitOfWork unit, Machine machine, String recordId) {
        return unit.session()
                .createNativeQuery(DELETE)
                .setParameter(1, machine.equipmentId)
                .setParameter(2, recordId)
                .executeUpdate()
                .replaceWithVoid();
    }

    /** The currency of an amount that names none: that of the machine's price, if that is known. */
    public static String currency(Machine machine, String given) {
        if (given != null) {
            return given;
        }
        return machine.purchaseCurrency == null ? NO_CURRENCY : machine.purchaseCurrency;
    }
}
