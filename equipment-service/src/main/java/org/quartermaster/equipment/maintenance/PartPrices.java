package org.quartermaster.equipment.maintenance;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.quartermaster.equipment.machine.Machine;
import org.quartermaster.platform.change.UnitOfWork;

/** Prices of part lines that name a recommendation but no price of their own. */
@ApplicationScoped
class PartPrices {
    private static final String OFFERED = """
            select r.recommendation_id, r.sku, r.name, cast(r.unit_price as text) as price, r.currency
            from alert_recommendations r
            join equipment_alerts a on a.tenant_id = r.tenant_id and a.alert_id = r.alert_id
            where a.equipment_id = ?1
              and r.recommendation_id in (select jsonb_array_elements_text(cast(cast(?2 as text) as jsonb)))
            order by r.recommendation_id, r.line_no
            """;

    private record Offer(String recommendationId, String sku, String name, BigDecimal price, String currency) {}

    Uni<List<PartLine>> fill(UnitOfWork unit, Machine machine, List<PartLine> parts) {
        var wanted = JsonNodeFactory.instance.arrayNode();
        parts.stream().filter(PartPrices::isOpen).forEach(part -> wanted.add(part.recommendationId()));
        if (wanted.isEmpty()) {
            return Uni.createFrom().item(parts);
        }
        return unit.session()
                .createNativeQuery(OFFERED, Tuple.class)
                .setParameter(1, machine.equipmentId)
                .setParameter(2, wanted.toString())
                .getResultList()
                .map(rows -> rows.stream().map(PartPrices::offer).toList())
                .map(offers -> parts.stream()
                        .map(part -> isOpen(part) ? priced(part, offers) : part)
                        .toList());
    }

    private static boolean isOpen(PartLine part) {
        return part.unitCost() == null && part.recommendationId() != null;
    }

    private static Offer offer(Tuple row) {
        var price = (String) row.get("price");
        return new Offer(
                (String) row.get("recommendation_id"),
                (String) row.get("sku"),
                (String) row.get("name"),
                price == null ? null : new BigDecimal(price).setScale(2, RoundingMode.HALF_UP),
                (String) row.get("currency"));
    }

    /** The line of the same SKU, else of the same name, else the only one. */
    private static PartLine priced(PartLine part, List<Offer> offers) {
        var lines = offers.stream()
                .filter(offer -> offer.recommendationId().equals(part.recommendationId()))
                .toList();
        return lines.stream()
                .filter(offer -> part.sku() != null && part.sku().equalsIgnoreCase(offer.sku()))
                .findFirst()
                .or(() -> lines.stream()
                        .filter(offer -> part.name().equalsIgnoreCase(offer.name()))
                        .findFirst())
                .or(() -> lines.size() == 1 ? lines.stream().findFirst() : Optional.empty())
                .map(offer -> part.at(offer.price(), offer.currency()))
                .orElse(part);
    }
}
