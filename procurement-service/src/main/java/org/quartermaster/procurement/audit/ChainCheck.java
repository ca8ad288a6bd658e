package org.quartermaster.procurement.audit;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.quartermaster.platform.chain.ChainLink;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.rest.HeavyWork;
import org.quartermaster.platform.security.Caller;

/** Goes through the chain of a tenant, in pieces, and names the first link that is not as it was made. */
@ApplicationScoped
class ChainCheck {
    private static final int PIECE = 1_000;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration LOOK = Duration.ofMillis(200);

    private static final String PENDING = """
            select count(*) from %s r where r.tenant_id = $1 and not exists (
              select from procurement.audit_chain c where c.tenant_id = $1 and c.log = $2 and c.row_id = r.%s)
            """;
    private static final String LINKS = """
            select c.seq, c.prev_hash, c.hash, case when r.%2$s is not null then %1$s end
            from procurement.audit_chain c
            left join %3$s r on r.tenant_id = $1 and r.%2$s = c.row_id
            where c.tenant_id = $1 and c.log = $2 and c.seq > $3 order by c.seq limit %4$d
            """;
    private static final String ANCHORS = """
            select seq, hash from procurement.audit_anchors where tenant_id = $1 and log = $2
            """;

    private final TenantDatabase database;

    @Inject
    ChainCheck(TenantDatabase database) {
        this.database = database;
    }

    /** How far the check has come. */
    private record Place(ChainLink last, Long bad, boolean isEnd) {
        private Place bad(long seq) {
            return new Place(last, seq, true);
        }
    }

    /** Waits for the chainer, a few seconds at most, then checks all links. */
    Uni<ChainVerdict> check(Caller caller, ChainedLog log) {
        return waited(caller, log, Instant.now().plus(PATIENCE)).chain(pending -> anchors(caller, log)
                .chain(anchors -> from(caller, log, anchors, new Place(ChainLink.origin(), null, false))
                        .map(place -> new ChainVerdict(
                                place.bad() == null, place.last().seq(), pending, place.bad()))));
    }

    private Uni<Long> waited(Caller caller, ChainedLog log, Instant end) {
        var sql = PENDING.formatted(log.table(), log.key());
        return database.read(caller, sql, caller.tenant(), log.word()).chain(found -> {
            long pending = found.iterator().next().getLong(0);
            return pending == 0 || Instant.now().isAfter(end)
                    ? Uni.createFrom().item(pending)
                    : Uni.createFrom().voidItem().onItem().delayIt().by(LOOK).chain(() -> waited(caller, log, end));
        });
    }

    private Uni<Map<Long, byte[]>> anchors(Caller caller, ChainedLog log) {
        return database.read(caller, ANCHORS, caller.tenant(), log.word()).map(rows -> {
            var heads = new HashMap<Long, byte[]>();
            rows.forEach(row -> heads.put(row.getLong(0), row.getBuffer(1).getBytes()));
            return heads;
        });
    }

    private Uni<Place> from(Caller caller, ChainedLog log, Map<Long, byte[]> anchors, Place place) {
        var sql = LINKS.formatted(log.content(), log.key(), log.table(), PIECE);
        return database.readAll(
                        caller,
                        List.of(Query.of(
                                sql, caller.tenant(), log.word(), place.last().seq())))
                .chain(results -> {
                    var links = links(results.get(0));
                    return HeavyWork.run(() -> judge(links, anchors, place));
                })
                .chain(next -> next.isEnd() ? Uni.createFrom().item(next) : from(caller, log, anchors, next));
    }

    private static List<ChainLink> links(RowSet<Row> rows) {
        var links = new ArrayList<ChainLink>();
        rows.forEach(row -> links.add(
                new ChainLink(row.getLong(0), bytes(row.getBuffer(1)), bytes(row.getBuffer(2)), row.getString(3))));
        return links;
    }

    private static byte[] bytes(Buffer buffer) {
        return buffer.getBytes();
    }

    private static Place judge(List<ChainLink> links, Map<Long, byte[]> anchors, Place place) {
        var last = place.last();
        for (var link : links) {
            if (!link.follows(last) || !isAnchored(link, anchors)) {
                return new Place(last, null, true).bad(last.seq() + 1);
            }
            last = link;
        }
        var isEnd = links.size() < PIECE;
        var end = new Place(last, null, isEnd);
        var told = anchors.keySet().stream().max(Long::compare).orElse(0L);
        return isEnd && told > last.seq() ? end.bad(last.seq() + 1) : end;
    }

    private static boolean isAnchored(ChainLink link, Map<Long, byte[]> anchors) {
        var head = anchors.get(link.seq());
        return head == null || MessageDigest.isEqual(head, link.hash());
    }
}
