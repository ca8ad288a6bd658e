package org.quartermaster.procurement.broadcast;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.quartermaster.platform.change.Writes;
import org.quartermaster.platform.db.Awaiting;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.platform.db.SystemConnection;
import org.quartermaster.platform.job.JobKind;
import org.quartermaster.platform.job.JobRun;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.platform.security.Roles;
import org.quartermaster.procurement.notice.Notice;
import org.quartermaster.procurement.notice.NoticeType;
import org.quartermaster.procurement.notice.Notices;
import org.quartermaster.procurement.notice.Way;

/** Tells all members of all organizations, or of those with a plan, once. */
@ApplicationScoped
class BroadcastKind implements JobKind {
    static final String NAME = "broadcast";

    private static final String MEMBERS = """
            select m.tenant_id, array_agg(m.user_id)
            from procurement.organization_members m
              join procurement.users u on u.user_id = m.user_id and u.status = 'active'
              left join procurement.subscriptions s
                on s.tenant_id = m.tenant_id and s.status in ('trialing', 'active', 'past_due')
            where cast(? as text) is null or coalesce(s.tier, 'free') = ?
            group by m.tenant_id
            """;

    private final SystemConnection database;
    private final Writes writes;
    private final Notices notices;

    @Inject
    BroadcastKind(SystemConnection database, Writes writes, Notices notices) {
        this.database = database;
        this.writes = writes;
        this.notices = notices;
    }

    private record Tenant(String id, List<UUID> members) {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String role() {
        return Roles.ADMIN;
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public Outcome run(JobRun run) throws SQLException {
        var message = run.parameters().get("message").textValue();
        var plan = run.parameters().path("plan").textValue();
        var told = 0L;
        for (var tenant : tenants(plan)) {
            tell(tenant, message, "broadcast:" + run.id());
            told += tenant.members.size();
            run.progress(told, null);
        }
        return Outcome.succeeded(Map.of("users", told));
    }

    private List<Tenant> tenants(String plan) throws SQLException {
        try (var connection = database.open()) {
            return Sql.query(
                    connection,
                    MEMBERS,
                    row -> new Tenant(row.getString(1), Arrays.asList((UUID[])
                            row.getArray(2).getArray())),
                    plan,
                    plan);
        }
    }

    private void tell(Tenant tenant, String message, String key) {
        var told = tenant.members.stream()
                .map(user -> Notice.of(user, NoticeType.SYSTEM, null, message, key))
                .collect(Collectors.toMap(Function.identity(), notice -> new Way(true, null, false)));
        Awaiting.result(() -> writes.write(Caller.system(tenant.id), unit -> notices.tellByWays(unit, told)));
    }
}
