package org.quartermaster.procurement.tender;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** A decision for one or more suppliers. */
public record TenderAward(
        String awardId,
        String title,
        String status,
        Instant date,
        BigDecimal value,
        String currency,
        List<String> lotIds,
        List<AwardSupplier> suppliers) {

    /** Who was chosen, as the release names him. */
    public record AwardSupplier(String id, String name) {}
}
