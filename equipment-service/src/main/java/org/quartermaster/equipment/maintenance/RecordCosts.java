package org.quartermaster.equipment.maintenance;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.quartermaster.equipment.cost.CostRow;
import org.quartermaster.equipment.cost.Costs;
import org.quartermaster.equipment.machine.Machine;

/** The cost of a record and its parts: the cost is the total, and parts in its currency are a share of it. */
final class RecordCosts {
    private RecordCosts() {}

    /** Parts that all have a price in one currency are the cost, where none is given. */
    static void sumUp(MaintenanceRecord record, List<PartLine> parts) {
        var currencies = parts.stream()
                .map(part -> String.valueOf(currency(record, part)))
                .distinct()
                .toList();
        var isOne = currencies.size() == 1
                && (record.currency == null || currencies.get(0).equals(record.currency));
        if (record.cost == null && isOne && parts.stream().allMatch(part -> part.unitCost() != null)) {
            record.cost = parts.stream().map(RecordCosts::total).reduce(BigDecimal.ZERO, BigDecimal::add);
            record.currency = currency(record, parts.get(0));
        }
    }

    private static String currency(MaintenanceRecord record, PartLine part) {
        return part.currency() == null ? record.currency : part.currency();
    }

    private static BigDecimal total(PartLine part) {
        return part.total().setScale(2, RoundingMode.HALF_UP);
    }

    /** One row for each part, and one for what the record cost beside those in its currency. */
    static List<CostRow> rows(Machine machine, MaintenanceRecord record, List<PartLine> parts) {
        var currency = Costs.currency(machine, record.currency);
        var rows = new ArrayList<CostRow>();
        var rest = record.cost;
        for (var part : parts) {
            if (part.unitCost() != null) {
                var own = Costs.currency(machine, currency(record, part));
                rows.add(new CostRow(CostRow.Kind.PART, total(part), own, record.recordId + "/" + part.lineNo()));
                rest = rest == null || !own.equals(currency) ? rest : rest.subtract(total(part));
            }
        }
        if (rest != null) {
            rows.add(new CostRow(CostRow.Kind.MAINTENANCE, rest, currency, record.recordId));
        }
        return rows;
    }
}
