package org.quartermaster.procurement.message;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.quartermaster.platform.change.InTurn;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.procurement.notice.Notice;
import org.quartermaster.procurement.notice.NoticeType;
import org.quartermaster.procurement.notice.Notices;

/** Writes threads; each statement names the tenant of the thread, which for the operator's staff is not their own. */
@ApplicationScoped
class Threads {
    private static final int SHOWN = 200;
    private static final String OPEN = """
            insert into procurement.message_threads (tenant_id, thread_id, user_id, subject, kind, tender_id)
            values ($1, $2, $3, $4, $5, $6)
            """;
    private static final String JOIN = """
            insert into procurement.message_participants (tenant_id, thread_id, user_id)
            select $1, $2, m.user_id from procurement.organization_members m where m.tenant_id = $1 and m.user_id = any ($3)
            returning user_id
            """;
    private static final String WRITE = """
            insert into procurement.messages
              (tenant_id, message_id, thread_id, sender_id, content, is_system_message, created_at)
            values ($1, $2, $3, $4, $5, $6, $7)
            """;
    private static final String TOUCH = """
            update procurement.message_threads set last_message_at = $3, status = case
                when status = 'pending' then 'open' else status end
            where tenant_id = $1 and thread_id = $2
            """;
    private static final String READ = """
            insert into procurement.message_participants as p (tenant_id, thread_id, user_id, last_read_at)
            values ($1, $2, $3, $4)
            on conflict (tenant_id, thread_id, user_id) do update set last_read_at = excluded.last_read_at
            """;
    private static final String OTHERS = """
            select p.user_id from procurement.message_participants p
              join procurement.organization_members m on m.tenant_id = p.tenant_id and m.user_id = p.user_id
            where p.tenant_id = $1 and p.thread_id = $2 and p.user_id <> $3
            """;
    private static final String STATUS = """
            update procurement.message_threads set status = $3 where tenant_id = $1 and thread_id = $2
            """;

    private final Notices notices;

    @Inject
    Threads(Notices notices) {
        this.notices = notices;
    }

    /** What a new thread begins with. */
    record Opening(String subject, String content, ThreadKind kind, List<UUID> participants, String tenderId) {}

    Uni<UUID> open(UnitOfWork unit, Opening opening) {
        var id = Ids.uuid();
        var tenant = unit.caller().tenant();
        var opener = UUID.fromString(unit.caller().subject());
        var people = new LinkedHashSet<>(opening.participants());
        people.add(opener);
        return requireTender(unit, opening.tenderId())
                .chain(() -> unit.run(
                        OPEN, tenant, id, opener, opening.subject(), Words.of(opening.kind()), opening.tenderId()))
                .chain(() -> unit.run(JOIN, tenant, id, people.toArray(UUID[]::new)))
                .invoke(joined -> {
                    if (joined.size() < people.size()) {
                        throw Problem.invalid("participants", "member_not_found");
                    }
                })
                .chain(() -> write(unit, tenant, id, new Text(opener, opening.content(), false)))
                .replaceWith(id);
    }

    private static Uni<Void> requireTender(UnitOfWork unit, String tenderId) {
        return tenderId == null
                ? Uni.createFrom().voidItem()
                : unit.run("select 1 from procurement.tenders where tender_id = $1", tenderId)
                        .invoke(found -> {
                            if (found.size() == 0) {
                                throw Problem.invalid("tender_id", "tender_not_found");
                            }
                        })
                        .replaceWithVoid();
    }

    /** @param sender null for a message of the system's own */
    record Text(UUID sender, String content, boolean isSystem) {}

    /** Adds a message, which its sender has read, and tells the others. The unit is within the tenant. */
    Uni<UUID> write(UnitOfWork unit, String tenant, UUID thread, Text text) {
        var id = Ids.uuid();
        var now = Columns.time(unit.now());
        return unit.run(WRITE, tenant, id, thread, text.sender(), text.content(), text.isSystem(), now)
                .chain(() -> unit.run(TOUCH, tenant, thread, now))
                .chain(() -> text.isSystem() ? Uni.createFrom().voidItem() : tell(unit, tenant, thread, id, text))
                .replaceWith(id);
    }

    private Uni<Void> tell(UnitOfWork unit, String tenant, UUID thread, UUID id, Text text) {
        var words = text.content().length() > SHOWN ? text.content().substring(0, SHOWN) : text.content();
        return unit.run(READ, tenant, thread, text.sender(), Columns.time(unit.now()))
                .chain(() -> unit.run(OTHERS, tenant, thread, text.sender()))
                .chain(others -> InTurn.each(
                        others,
                        row -> notices.tell(
                                unit,
                                Notice.of(row.getUUID(0), NoticeType.MESSAGE, "New message", words, "message:" + id)
                                        .with(Map.of("thread_id", thread.toString())))));
    }

    Uni<Void> read(UnitOfWork unit, String tenant, UUID thread) {
        var reader = UUID.fromString(unit.caller().subject());
        return unit.run(READ, tenant, thread, reader, Columns.time(unit.now())).replaceWithVoid();
    }

    /** Closing and reopening show in the thread itself. */
    Uni<Void> setStatus(UnitOfWork unit, ThreadView thread, ThreadStatus status) {
        var said =
                status == ThreadStatus.CLOSED ? "closed" : thread.status() == ThreadStatus.CLOSED ? "reopened" : null;
        return unit.run(STATUS, thread.tenantId(), thread.threadId(), Words.of(status))
                .chain(() -> said == null
                        ? Uni.createFrom().voidItem()
                        : write(unit, thread.tenantId(), thread.threadId(), new Text(null, said, true))
                                .replaceWithVoid());
    }
}
