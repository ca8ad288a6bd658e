package org.quartermaster.procurement;

import java.sql.SQLException;
import org.quartermaster.platform.db.Sql;

/** A change of a tender, as an import would note it; its position is stamped by the service. */
public final class TestChange {
    private static final String INSERT = """
            insert into procurement.tender_changes (tender_id, material_version, classes, changed)
            values (?, (select material_version from procurement.tenders where tender_id = ?), ?, '[]')
            """;

    private TestChange() {}

    public static void note(String tender, String... classes) {
        TestTender.run(connection -> Sql.update(connection, INSERT, tender, tender, classes));
    }

    /** Gives an organization a plan. */
    public static void plan(TestOrganization organization, String plan) {
        TestTender.run(connection -> Sql.update(
                connection,
                "update procurement.subscriptions set tier = ? where tenant_id = ?",
                plan,
                organization.tenant()));
    }

    /** One number of the database. */
    public static long count(String sql, Object... parameters) {
        try (var connection = ProcurementDatabase.system()) {
            return Sql.query(connection, sql, row -> row.getLong(1), parameters).get(0);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
