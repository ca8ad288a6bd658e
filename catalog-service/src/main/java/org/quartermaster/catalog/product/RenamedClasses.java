package org.quartermaster.catalog.product;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.quartermaster.platform.change.DueRows;
import org.quartermaster.platform.change.UnitOfWork;

/** Makes the words of articles anew whose class is called otherwise since a list was imported. */
@ApplicationScoped
class RenamedClasses {
    private static final String DUE =
            "select tenant_id, product_id::text from catalog.productwordsdue order by created_at limit 1000";
    private static final String DONE = "delete from catalog.productwordsdue where tenant_id = $1 and product_id = $2";

    private final DueRows due;

    @Inject
    RenamedClasses(DueRows due) {
        this.due = due;
    }

    @Scheduled(every = "5s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void refresh() throws SQLException {
        due.run("words of renamed classes", DUE, (unit, id) -> refresh(unit, Long.valueOf(id)));
    }

    /** NB: the row goes first, so that a class that is renamed once more meanwhile brings another. */
    private static Uni<Void> refresh(UnitOfWork unit, Long product) {
        return unit.run(DONE, unit.caller().tenant(), product).chain(() -> ProductWords.refresh(unit, product));
    }
}
