package org.quartermaster.vehicle.load;

import java.sql.Connection;
import java.sql.SQLException;
import org.quartermaster.platform.db.Sql;

/**
 * Concludes absence from a snapshot that is loaded already, once its gate is opened. NB: the caller sees to it that no
 * newer snapshot of the source is loaded, or being loaded.
 */
public final class LateGate {
    private LateGate() {}

    /** How many lots are gone, and how many have an outcome for it. */
    public record Concluded(long disappeared, long outcomes) {}

    /** Concludes within the caller's transaction. */
    public static Concluded open(Connection connection, LoadOrder order) throws SQLException {
        order.about(connection);
        Sql.update(connection, Absence.ABSENT_LATER);
        Sql.update(connection, Absence.FOLLOW_GONE);
        var gone = Sql.update(connection, Absence.GONE);
        var outcomes = Outcomes.conclude(connection, order.source(), order.snapshotAt(), order.fileId());
        Sql.update(connection, Absence.FORGET);
        if (gone + outcomes > 0) {
            Merging.settle(connection);
        }
        return new Concluded(gone, outcomes);
    }
}
