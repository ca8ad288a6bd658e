package org.quartermaster.vehicle.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.Sql;

/**
 * One file to load.
 *
 * @param fileId of its entry in the registry, which exists within the transaction
 * @param snapshotAt when the feed was exported
 * @param isSnapshot whether it names all lots of its source
 * @param isReplay whether these are records of a file that was loaded before
 */
public record LoadOrder(UUID fileId, String source, Instant snapshotAt, boolean isSnapshot, boolean isReplay) {
    private static final String USUAL_SOURCE = "copart";

    /** A whole file. */
    public LoadOrder(UUID fileId, String source, Instant snapshotAt, boolean isSnapshot) {
        this(fileId, source, snapshotAt, isSnapshot, false);
    }

    /** Records of a file that was loaded before; they say nothing of the lots that they do not name. */
    public static LoadOrder replay(UUID fileId, String source, Instant snapshotAt) {
        return new LoadOrder(fileId, source, snapshotAt, false, true);
    }

    /** The number of a lot as it is stored. */
    public String number(String lot) {
        return lot == null || source.equals(USUAL_SOURCE) ? lot : source + ":" + lot;
    }

    /** Makes the tables of the load, which end with its transaction. */
    void begin(Connection connection) throws SQLException {
        about(connection);
        Sql.update(connection, Judging.INCOMING);
        Sql.update(connection, Judging.REPEATED);
        Sql.update(connection, Judging.NAMED);
    }

    /** Makes the table of what the whole load knows. */
    void about(Connection connection) throws SQLException {
        Sql.update(connection, Judging.BUFFERS);
        Sql.update(connection, Judging.ABOUT, fileId, source, Columns.time(snapshotAt), isReplay);
        Sql.update(connection, Recount.MOVED);
    }
}
