package org.quartermaster.equipment.job;

import java.sql.SQLException;
import java.util.UUID;
import org.quartermaster.local.LocalServers;
import org.quartermaster.platform.testing.TestTenant;

/** Puts jobs into the queue behind the service's back. */
final class TestJobs {
    private TestJobs() {}

    static String queue(TestTenant tenant, String kind, String parameters) {
        return add(tenant, kind, parameters, "'queued', 0, null");
    }

    /** A job as a worker leaves it that dies. */
    static String abandoned(TestTenant tenant, String kind, String parameters, int attempt) {
        return add(tenant, kind, parameters, "'running', " + attempt + ", now() - interval '1 second'");
    }

    private static String add(TestTenant tenant, String kind, String parameters, String state) {
        var id = "job_" + UUID.randomUUID().toString().replace("-", "");
        execute("insert into platform.job (tenant_id, job_id, kind, parameters, created_by, roles, language,"
                + " received_at, state, attempt, lease_until)"
                + " values"
                + " ('" + tenant.id() + "', '" + id + "', '" + kind + "', '"
                + parameters + "', 'somebody', '{operator}', 'en', now(), " + state + ")");
        return id;
    }

    static void execute(String sql) {
        try (var connection = LocalServers.adminConnection("equipment");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
