package org.quartermaster.procurement.fraud;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.platform.list.Slice;
import org.quartermaster.platform.list.SortKey;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.ETags;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.procurement.audit.AuditLog;
import org.quartermaster.procurement.audit.AuditLog.Target;
import org.quartermaster.procurement.operator.Operators;

/** Who is kept out; {@link Blocked} and each screening hold visitors to it. */
@ApplicationScoped
class Blocklist {
    private static final SortKey AGE = SortKey.of("created_at", "b.created_at", "timestamptz");
    private static final SortKey ID = SortKey.of("block_id", "b.block_id", "uuid");
    private static final String ONE = "select * from procurement.fraud_blocklist where block_id = $1";
    private static final String INSERT = """
            insert into procurement.fraud_blocklist (block_id, kind, value, reason, until) values ($1, $2, $3, $4, $5)
            returning *
            """;
    private static final String UPDATE = """
            update procurement.fraud_blocklist set reason = $2, until = $3 where block_id = $1 returning *
            """;

    private final TenantDatabase database;
    private final Operators operator;
    private final AuditLog audit;

    @Inject
    Blocklist(TenantDatabase database, Operators operator, AuditLog audit) {
        this.database = database;
        this.operator = operator;
        this.audit = audit;
    }

    /** What a new one names. */
    record NewBlock(BlockKind kind, String value, String reason, Instant until) {
        static NewBlock read(Fields fields) {
            fields.require("kind", "value", "reason");
            var kind = fields.word("kind", BlockKind.class).value();
            var text = fields.text("value", 1, 300).value();
            var value = kind == null || text == null ? null : kind.read(text);
            if (kind != null && text != null && value == null) {
                fields.error("value", "not_of_kind", Words.of(kind));
            }
            var reason = fields.text("reason", 1, 500).value();
            var until = fields.time("until").value();
            fields.checkStrictly();
            return new NewBlock(kind, value, reason, until);
        }
    }

    Uni<Slice<Block>> find(Caller caller, Fields query) {
        var list = new ListQuery("blocklist", "b.*", "procurement.fraud_blocklist b");
        query.word("kind", BlockKind.class).to(kind -> list.where("b.kind = ?", Words.of(kind)));
        query.text("value", 1, 300).to(value -> list.where("b.value = ?", value));
        list.pageByCursor(query).descending(AGE, ID);
        return operator.require(caller).chain(() -> list.run(database, caller, query, Block::of));
    }

    Uni<Answer> get(Caller caller, String id) {
        return operator.require(caller)
                .chain(() -> database.read(caller, ONE, uuid(id)))
                .map(rows -> Answer.ok(Block.of(ProblemType.NOT_FOUND.require(rows))));
    }

    Uni<Answer> create(UnitOfWork unit, NewBlock wanted, String address) {
        return operator.require(unit)
                .chain(() -> unit.run(
                        INSERT,
                        Ids.uuid(),
                        Words.of(wanted.kind()),
                        wanted.value(),
                        wanted.reason(),
                        Columns.time(wanted.until())))
                .map(rows -> Block.of(rows.iterator().next()))
                .call(block -> note(unit, "blocklist.added", block, null, address))
                .map(block -> Answer.created(block, "/api/v1/admin/fraud/blocklist/" + block.blockId()));
    }

    Uni<Answer> update(UnitOfWork unit, String id, String ifMatch, Fields fields, String address) {
        var reason = fields.text("reason", 1, 500);
        var until = fields.time("until");
        fields.checkStrictly();
        return operator.require(unit)
                .chain(() -> lock(unit, id))
                .chain(row -> {
                    var before = Block.of(row);
                    ETags.requireMatch(ifMatch, before.version());
                    return unit.run(
                                    UPDATE,
                                    before.blockId(),
                                    reason.or(before.reason()),
                                    Columns.time(until.given() ? until.value() : before.until()))
                            .map(rows -> Block.of(rows.iterator().next()))
                            .call(after -> note(unit, "blocklist.changed", after, before, address));
                })
                .map(Answer::ok);
    }

    Uni<Answer> delete(UnitOfWork unit, String id, String ifMatch, String address) {
        return operator.require(unit)
                .chain(() -> lock(unit, id))
                .chain(row -> {
                    var block = Block.of(row);
                    ETags.requireMatch(ifMatch, block.version());
                    return unit.run("delete from procurement.fraud_blocklist where block_id = $1", block.blockId())
                            .call(() -> note(unit, "blocklist.removed", block, null, address));
                })
                .replaceWith(Answer.empty());
    }

    private static Uni<Row> lock(UnitOfWork unit, String id) {
        return unit.run(ONE + " for update", uuid(id)).map(ProblemType.NOT_FOUND::require);
    }

    private static UUID uuid(String id) {
        return Ids.parse(id).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
    }

    private Uni<Void> note(UnitOfWork unit, String action, Block block, Block before, String address) {
        var changes = new HashMap<String, Object>();
        changes.put("after", text(block));
        if (before != null) {
            changes.put("before", text(before));
        }
        var admin = Ids.parse(unit.caller().subject()).orElse(null);
        var target = new Target("fraud_blocklist", block.blockId().toString());
        return audit.noteAdmin(unit, admin, action, target, changes, address);
    }

    private static Map<String, Object> text(Block block) {
        return Map.of(
                "kind",
                Words.of(block.kind()),
                "value",
                block.value(),
                "reason",
                block.reason(),
                "until",
                String.valueOf(block.until()));
    }
}
