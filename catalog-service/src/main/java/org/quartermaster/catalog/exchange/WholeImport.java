package org.quartermaster.catalog.exchange;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.util.List;
import org.quartermaster.catalog.batch.FileRow;
import org.quartermaster.catalog.batch.RowOutcome;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.change.Writes;
import org.quartermaster.platform.rest.HeavyWork;

/** Takes all rows of a file in one transaction, or none when one of them is refused, such as by what came meanwhile. */
final class WholeImport {
    private final ImportOrder order;
    private final Telling telling;
    private final Writes writes;
    private final ImportCounts counts;

    WholeImport(ImportOrder order, Telling telling, Writes writes) {
        this.order = order;
        this.telling = telling;
        this.writes = writes;
        this.counts = new ImportCounts(order.run().checkpoint());
    }

    /** Ends the transaction at the first piece with a row that is refused. */
    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refused() {
            super(null, null, false, false);
        }
    }

    FileReport run() throws IOException {
        try (var reading = order.open()) {
            try {
                if (counts.of("told") == 0) {
                    order.run().write(unit -> pieces(unit, reading).chain(() -> finish(unit, reading)));
                }
            } catch (Refused refused) {
                return order.report(counts, reading.ignored(), false);
            }
            return order.report(counts, reading.ignored(), false);
        }
    }

    /** NB: a file is read on a worker thread, as its pieces come from the database too. */
    private Uni<Void> pieces(UnitOfWork unit, Reading reading) {
        return Multi.createBy()
                .repeating()
                .uni(() -> HeavyWork.run(() -> reading.next(0)).call(rows -> piece(unit, reading, rows)))
                .whilst(rows -> !rows.isEmpty())
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Void> piece(UnitOfWork unit, Reading reading, List<FileRow> rows) {
        if (rows.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return order.write(unit, rows)
                .invoke(outcomes -> {
                    order.count(counts, reading, rows, outcomes);
                    if (outcomes.stream().anyMatch(outcome -> outcome.state() == RowOutcome.State.REJECTED)) {
                        throw new Refused();
                    }
                    telling.tell(unit, order.run().id(), outcomes, counts);
                })
                .chain(() -> writes.log(unit));
    }

    private Uni<Void> finish(UnitOfWork unit, Reading reading) {
        order.complete(unit, order.report(counts, reading.ignored(), false), counts);
        return order.run().checkpoint(unit, counts.place());
    }
}
