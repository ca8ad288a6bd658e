package org.quartermaster.catalog.quotation;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.quartermaster.platform.change.DueRows;

/** Ends quotations that nobody answered in time. */
@ApplicationScoped
class QuotationExpiry {
    private static final String DUE = """
            select tenant_id, id from catalog.quotation
            where status = 'sent' and valid_until <= now() order by valid_until limit 1000
            """;

    private final DueRows rows;
    private final QuotationSteps steps;

    @Inject
    QuotationExpiry(DueRows rows, QuotationSteps steps) {
        this.rows = rows;
        this.steps = steps;
    }

    @Scheduled(every = "30s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void expireAll() throws SQLException {
        rows.run("catalog.quotation_expiry", DUE, (unit, id) -> steps.expireWhenDue(unit, Long.parseLong(id)));
    }
}
