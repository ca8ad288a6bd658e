package org.quartermaster.procurement.fraud;

import io.netty.util.NetUtil;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.quartermaster.platform.change.SystemReads;
import org.quartermaster.platform.db.Awaiting;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.procurement.audit.AuditLog;

/**
 * Who is kept out of every request: blocked addresses, and users whose e-mail address or its domain is blocked. Kept in
 * memory and read again where the list has changed, here at once and on other replicas within two seconds; while the
 * database is away the last reading holds. A blocked device is not among them: it is named by those requests alone that
 * send a fingerprint, and others may use it.
 */
@ApplicationScoped
public class Blocked {
    private static final Caller NOBODY = Caller.system(AuditLog.PLATFORM);
    private static final String MARK = "select count(*), max(updated_at) from procurement.fraud_blocklist";
    private static final String ADDRESSES = """
            select value, until from procurement.fraud_blocklist
            where kind = 'address' and (until is null or until > now())
            """;

    /** NB: the domain of an address and all above it are compared, so that the blocks are hashed and not gone through. */
    private static final String USERS = """
            select u.user_id, b.until from procurement.fraud_blocklist b
              join procurement.users u on u.email_norm = b.value
            where b.kind = 'email' and (b.until is null or b.until > now())
            union all
            select u.user_id, b.until from procurement.users u
              cross join lateral (select string_to_array(split_part(u.email_norm, '@', 2), '.') as parts) d
              cross join lateral generate_series(1, cardinality(d.parts) - 1) as n
              join procurement.fraud_blocklist b
                on b.value = array_to_string(d.parts[n:], '.') and b.kind = 'domain'
            where (b.until is null or b.until > now())
              and exists (select from procurement.fraud_blocklist where kind = 'domain')
            """;

    private final TenantDatabase database;
    private final SystemReads all;
    private volatile String mark = "";
    private volatile List<Network> networks = List.of();
    private volatile Map<UUID, Instant> users = Map.of();

    @Inject
    Blocked(TenantDatabase database, SystemReads all) {
        this.database = database;
        this.all = all;
    }

    private record Network(IpNetwork network, Instant until) {}

    /** 403 where the user is blocked; a token given to him would be taken elsewhere. */
    public void require(UUID user) {
        if (isUser(user, Instant.now())) {
            throw Problem.of(Screening.BLOCKED);
        }
    }

    /** The users who are blocked at an instant. */
    public UUID[] users(Instant now) {
        return users.keySet().stream().filter(user -> isUser(user, now)).toArray(UUID[]::new);
    }

    boolean isUser(UUID user, Instant now) {
        var until = users.get(user);
        return until != null && until.isAfter(now);
    }

    boolean isAddress(String address, Instant now) {
        if (networks.isEmpty() || address == null) {
            return false;
        }
        var bytes = NetUtil.createByteArrayFromIpAddressString(Origin.address(address));
        return bytes != null
                && networks.stream()
                        .anyMatch(each ->
                                each.until().isAfter(now) && each.network().holds(bytes));
    }

    void load(@Observes StartupEvent start) {
        Awaiting.result(this::refresh);
    }

    @Scheduled(every = "2s", delayed = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> refresh() {
        return database.read(NOBODY, MARK)
                .map(rows -> rows.iterator().next())
                .map(row -> row.getLong(0) + " " + row.getOffsetDateTime(1))
                .chain(now -> now.equals(mark)
                        ? Uni.createFrom().voidItem()
                        : all.readAll(NOBODY, List.of(Query.of(ADDRESSES), Query.of(USERS)))
                                .invoke(results -> use(now, results))
                                .replaceWithVoid())
                .onFailure()
                .invoke(away -> Log.debugf("blocks not read, the last reading holds: %s", away.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    private void use(String read, List<RowSet<Row>> results) {
        var addresses = new ArrayList<Network>();
        results.get(0).forEach(row -> addresses.add(new Network(IpNetwork.parse(row.getString("value")), until(row))));
        var people = new HashMap<UUID, Instant>();
        results.get(1)
                .forEach(row -> people.merge(
                        row.getUUID("user_id"), until(row), (one, other) -> one.isAfter(other) ? one : other));
        networks = addresses;
        users = people;
        mark = read;
    }

    private static Instant until(Row row) {
        var until = Columns.instant(row.getOffsetDateTime("until"));
        return until == null ? Instant.MAX : until;
    }
}
