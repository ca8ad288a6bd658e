package org.quartermaster.procurement.match;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import org.quartermaster.platform.db.Sql;

/** Holds alerts against changes of the past, where that was asked for: a piece at a time, each alert by itself. */
@ApplicationScoped
class CatchUp {
    private static final int PIECE = 500;
    private static final String REACHED = """
            update procurement.alerts set catch_up_from = nullif(?, ?) where tenant_id = ? and alert_id = ?
              and catch_up_from = ?
            """;

    private final Batch batch;
    private final MatchWriter writer;

    @Inject
    CatchUp(Batch batch, MatchWriter writer) {
        this.batch = batch;
        this.writer = writer;
    }

    /**
     * One piece for one alert of those that are behind.
     *
     * @param mark the position that all alerts have reached
     * @return true where there was one
     */
    boolean step(Connection connection, Collection<ActiveAlert> behind, long mark) throws SQLException {
        if (behind.isEmpty()) {
            return false;
        }
        var alert = behind.iterator().next();
        long from = alert.catchUpFrom();
        var changes = TenderChange.after(connection, from, mark, PIECE);
        writer.write(batch.match(changes, alert, Instant.now()));
        var reached =
                changes.size() < PIECE ? mark : changes.get(changes.size() - 1).position();
        Sql.update(connection, REACHED, reached, mark, alert.tenant(), alert.alertId(), from);
        return true;
    }
}
