package org.quartermaster.catalog.quotation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.quartermaster.catalog.pricing.PriceFloor;
import org.quartermaster.catalog.pricing.PriceStep;
import org.quartermaster.catalog.pricing.RejectedPrice;
import org.quartermaster.catalog.pricing.ResolvedPrice;
import org.quartermaster.catalog.pricing.ResolvedPrice.PriceSource;

/**
 * Why an item has the price that it has, or none.
 *
 * @param overrideReason why an administrator let a typed price be below the floor
 * @param overrideBy who that was
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PriceTrace(
        String reason,
        PriceFloor floor,
        PriceSource source,
        List<PriceStep> steps,
        List<RejectedPrice> rejected,
        Instant at,
        Instant knownAt,
        String overrideReason,
        String overrideBy) {

    static PriceTrace of(ResolvedPrice price, String overrideReason, String overrideBy) {
        return new PriceTrace(
                price.reason(),
                price.floor(),
                price.source(),
                price.steps(),
                price.rejected(),
                price.at(),
                price.knownAt(),
                overrideReason,
                overrideBy);
    }

    static PriceTrace missing(String reason) {
        return new PriceTrace(reason, null, null, null, null, null, null, null, null);
    }
}
