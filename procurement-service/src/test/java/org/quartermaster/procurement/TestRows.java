package org.quartermaster.procurement;

import java.sql.SQLException;
import java.util.List;
import org.quartermaster.platform.db.Sql;

/** Rows as a test finds them and sets them, by the role that sees all tenants. */
public final class TestRows {
    private TestRows() {}

    /** The first column of all rows, as text. */
    public static List<String> texts(String sql, Object... parameters) {
        try (var connection = ProcurementDatabase.system()) {
            return Sql.query(connection, sql, row -> row.getString(1), parameters);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** The number of rows that a statement changed. */
    public static int update(String sql, Object... parameters) {
        try (var connection = ProcurementDatabase.system()) {
            return Sql.update(connection, sql, parameters);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** What was published about an entity so far, as verbs in their order. */
    public static List<String> verbs(String entity, Object id) {
        return texts(
                "select split_part(subject, '.', 5) from platform.outbox where entity = ? and entity_id = ? order by seq",
                entity,
                id.toString());
    }

    /** The data of the last event about an entity with this verb. */
    public static List<String> data(String entity, Object id, String verb) {
        return texts("""
                select (cast(envelope as json) -> 'data')::text from platform.outbox
                where entity = ? and entity_id = ? and split_part(subject, '.', 5) = ? order by seq desc limit 1
                """, entity, id.toString(), verb);
    }
}
