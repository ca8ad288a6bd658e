package org.quartermaster.procurement.question;

import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.procurement.ProcurementDatabase;
import org.quartermaster.procurement.text.SearchVector;

/** Tenders with what they say, of which the feed knows; and their passages. */
public final class TestTenders {
    private TestTenders() {}

    /** The id of a new tender. */
    public static String insert(String title, String description) throws SQLException {
        var id = "q-" + UUID.randomUUID();
        try (var connection = ProcurementDatabase.system()) {
            Sql.update(
                    connection,
                    """
                    insert into procurement.tenders (tender_id, source_id, title, description, cpv_codes, cpv_prefixes,
                      cpv_main_prefixes, search, country)
                    values (?, 'manual', ?, ?, '{}', '{}', '{}', cast(cast(? as text) as tsvector), 'MK')
                    """,
                    id,
                    title,
                    description,
                    SearchVector.of(title, description, null, null).literal());
        }
        tellOf(id);
        return id;
    }

    /** Notes a change in the feed. */
    public static void tellOf(String id) throws SQLException {
        try (var connection = ProcurementDatabase.system()) {
            Sql.update(connection, """
                    insert into procurement.tender_changes (tender_id, material_version, classes, changed)
                    values (?, 1, '{published}', '[]')
                    """, id);
        }
    }

    /** Waits until so many passages of a tender have been made. */
    public static void awaitPassages(String id, int count) {
        await("passages of " + id).atMost(Duration.ofSeconds(10)).until(() -> passages(id) == count);
    }

    public static long passages(String id) throws SQLException {
        try (var connection = ProcurementDatabase.system()) {
            var sql = "select count(*) from procurement.embeddings where tender_id = ?";
            return Sql.query(connection, sql, row -> row.getLong(1), id).get(0);
        }
    }
}
