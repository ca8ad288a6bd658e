package org.quartermaster.catalog.rfpline;

import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import org.quartermaster.platform.change.UnitOfWork;

/**
 * From which confidence on a tenant lets products be chosen, or offered.
 *
 * @param auto a product is chosen, when it is also ahead of the second
 * @param least a person is asked
 */
public record Thresholds(BigDecimal auto, BigDecimal least) {
    private static final Thresholds USUAL = new Thresholds(new BigDecimal("0.80"), new BigDecimal("0.35"));
    private static final String READ = "select match_auto, match_min from catalog.catalogsetting where tenant_id = $1";

    /** Those of the tenant's settings. */
    public static Uni<Thresholds> of(UnitOfWork unit) {
        return unit.run(READ, unit.caller().tenant()).map(rows -> {
            if (rows.size() == 0) {
                return USUAL;
            }
            var row = rows.iterator().next();
            return new Thresholds(row.getBigDecimal("match_auto"), row.getBigDecimal("match_min"));
        });
    }
}
