package org.quartermaster.procurement.match;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.quartermaster.platform.db.Sql;

/**
 * A change that was recorded of a tender.
 *
 * @param isTold false where its import was asked to tell nobody
 */
record TenderChange(long position, String tenderId, int materialVersion, Set<String> classes, boolean isTold) {
    private static final String NEXT = """
            select c.position, c.tender_id, c.material_version, c.classes, coalesce(i.events <> 'none', true) as is_told
            from procurement.tender_changes c
              left join procurement.ocds_releases r on r.release_key = c.release_key
              left join procurement.ocds_imports i on i.job_id = r.job_id
            where c.position > ? and c.position <= ? order by c.position limit ?
            """;

    /** The changes after a position and up to another one, in their order. */
    static List<TenderChange> after(Connection connection, long from, long to, int limit) throws SQLException {
        return Sql.query(connection, NEXT, TenderChange::read, from, to, limit);
    }

    private static TenderChange read(ResultSet row) throws SQLException {
        var classes = (String[]) row.getArray("classes").getArray();
        return new TenderChange(
                row.getLong("position"),
                row.getString("tender_id"),
                row.getInt("material_version"),
                Collections.unmodifiableSet(new TreeSet<>(Arrays.asList(classes))),
                row.getBoolean("is_told"));
    }

    /** Whether an alert that is about these classes is to hear of it. */
    boolean concerns(Set<String> notifyOn) {
        return isTold && classes.stream().anyMatch(notifyOn::contains);
    }
}
