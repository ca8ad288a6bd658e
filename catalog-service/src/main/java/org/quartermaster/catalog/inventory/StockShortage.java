package org.quartermaster.catalog.inventory;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.Problem.FieldError;
import org.quartermaster.platform.problem.ProblemType;

/** Refuses what stock does not suffice for, and counts it ({@code catalog_stock_insufficient_total}). */
@ApplicationScoped
public class StockShortage {
    private static final ProblemType TYPE = new ProblemType(409, "stock.insufficient");

    private final Counter count;

    @Inject
    StockShortage(MeterRegistry meters) {
        this.count = meters.counter("catalog_stock_insufficient");
    }

    /** Too little for one field of a request. */
    public static FieldError tooLittle(String field, BigDecimal wanted, BigDecimal available) {
        return new FieldError(field, TYPE.code(), Map.of("wanted", wanted, "available", available), wanted, available);
    }

    /** Nobody knows how much there is, as the product never had stock. */
    public static FieldError untracked(String field, BigDecimal wanted) {
        return new FieldError(field, "stock.untracked", Map.of("wanted", wanted));
    }

    /** The refusal with its reasons. */
    public Problem problem(List<FieldError> reasons) {
        count.increment();
        return Problem.invalid(TYPE, reasons);
    }
}
