package org.quartermaster.platform.change;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.quartermaster.platform.db.Awaiting;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.platform.db.SystemConnection;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.rest.Json;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.platform.security.Sha256;

/**
 * Idempotency-Key: the first answer is kept in the transaction of the effect, so effect and answer exist both or
 * not at all, and a repetition after any crash is safe. A refused request keeps nothing and may be tried again.
 */
@ApplicationScoped
public final class Idempotency {
    private static final int MAX_KEY = 255;
    private static final int BUFFER = 64 * 1024;
    private static final String RUNNING = "running";

    private final Writes writes;
    private final ObjectMapper json;
    private final SystemConnection database;

    @Inject
    Idempotency(Writes writes, ObjectMapper json, SystemConnection database) {
        this.writes = writes;
        this.json = json;
        this.database = database;
    }

    /** The key of a request and what it was sent with. */
    public record Key(String text, String hash) {}

    /** The key of the request, or null where it has none; 422 for one that cannot be. */
    public static Key key(Call call, byte[] body) {
        try {
            return key(call, new ByteArrayInputStream(body == null ? new byte[0] : body));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** As above, for a body that is too long for the memory; reads it to its end. Blocking. */
    public static Key key(Call call, InputStream body) throws IOException {
        var text = call.header("Idempotency-Key");
        if (text == null) {
            return null;
        }
        if (text.isBlank() || text.length() > MAX_KEY) {
            throw Problem.invalid("Idempotency-Key", "string_too_long", MAX_KEY);
        }
        return new Key(text, hash(call, body));
    }

    /** Runs the work once per key of the tenant; the same request again gets the first answer again. */
    public Uni<Response> once(Call call, byte[] body, Function<UnitOfWork, Uni<Answer>> work) {
        return once(call.caller(), key(call, body), work).map(Answer::response);
    }

    /** As above, where the request itself is out of reach; without a key the work runs each time. */
    public Uni<Answer> once(Caller caller, Key key, Function<UnitOfWork, Uni<Answer>> work) {
        return writes.write(caller, guarded(key, work));
    }

    /** As {@link #once(Call, byte[], Function)}, for work that changes global rows. */
    public Uni<Response> onceGlobal(Call call, byte[] body, Function<UnitOfWork, Uni<Answer>> work) {
        return onceGlobal(call.caller(), key(call, body), work).map(Answer::response);
    }

    /** As {@link #once(Caller, Key, Function)}, for work that changes global rows, or rows of the caller's other tenant. */
    public Uni<Answer> onceGlobal(Caller caller, Key key, Function<UnitOfWork, Uni<Answer>> work) {
        return writes.writeGlobal(caller, guarded(key, work));
    }

    private Function<UnitOfWork, Uni<Answer>> guarded(Key key, Function<UnitOfWork, Uni<Answer>> work) {
        if (key == null) {
            return work;
        }
        return unit -> lock(unit, key.text())
                .chain(() -> kept(unit, key.text()))
                .chain(found -> found.size() == 0
                        ? work.apply(unit).call(answer -> keep(unit, key, answer))
                        : Uni.createFrom().item(() -> repeat(found, key.hash())));
    }

    /**
     * The answer that is kept for a key, or null where there is none, or no key: a look before work that costs much, and
     * that may still meet another such request in {@link #once}.
     */
    public Uni<Answer> find(UnitOfWork unit, Key key) {
        return key == null
                ? Uni.createFrom().nullItem()
                : kept(unit, key.text()).map(found -> found.size() == 0 ? null : repeat(found, key.hash()));
    }

    /**
     * Begins work of several transactions: the answer kept for the key, or null when the work is to be done, between
     * {@link #goOn} in each transaction and {@link #end} or {@link #forget}. The same request meanwhile is 409. What
     * dies halfway may be begun again a minute after its last transaction, so doing a part twice must do no harm.
     */
    public Uni<Answer> begin(Caller caller, Key key) {
        if (key == null) {
            return Uni.createFrom().nullItem();
        }
        return writes.write(caller, unit -> lock(unit, key.text())
                .chain(() -> unit.run("""
                        insert into platform.idempotency as i (tenant_id, idempotency_key, request_hash, answer)
                        values ($1, $2, $3, 'running')
                        on conflict (tenant_id, idempotency_key) do update set updated_at = clock_timestamp()
                        where i.request_hash = $3 and i.answer = 'running' and i.updated_at < now() - interval '1 minute'
                        returning 1
                        """, caller.tenant(), key.text(), key.hash()))
                .chain(begun -> begun.size() > 0
                        ? Uni.createFrom().nullItem()
                        : kept(unit, key.text()).map(found -> repeat(found, key.hash()))));
    }

    /**
     * Runs work on a blocking connection of its own once per key. As its effect is committed before its answer is kept,
     * it may be begun again a minute after its process died; work that does harm twice has to look for itself.
     */
    public Answer onceBlocking(Caller caller, Key key, Callable<Answer> work) throws Exception {
        var kept = Awaiting.result(() -> begin(caller, key));
        if (kept != null) {
            return kept;
        }
        try {
            var answer = work.call();
            Awaiting.result(() -> end(caller, key, answer));
            return answer;
        } catch (Exception refused) {
            Awaiting.result(() -> forget(caller, key));
            throw refused;
        }
    }

    /** Says that the work is not dead; {@code key} may be null. */
    public Uni<Void> goOn(UnitOfWork unit, Key key) {
        return change(unit, key, "update platform.idempotency set updated_at = clock_timestamp()");
    }

    /** Keeps the answer of the work that is done; {@code key} may be null. */
    public Uni<Void> end(Caller caller, Key key, Answer answer) {
        return key == null
                ? Uni.createFrom().voidItem()
                : writes.write(caller, unit -> change(unit, key, "delete from platform.idempotency")
                        .chain(() -> keep(unit, key, answer)));
    }

    /** Forgets work that was refused, so that it may be tried again; {@code key} may be null. */
    public Uni<Void> forget(Caller caller, Key key) {
        return key == null
                ? Uni.createFrom().voidItem()
                : writes.write(caller, unit -> change(unit, key, "delete from platform.idempotency"));
    }

    private static Uni<Void> change(UnitOfWork unit, Key key, String change) {
        return key == null
                ? Uni.createFrom().voidItem()
                : unit.run(
                                change + " where tenant_id = $1 and idempotency_key = $2 and answer = 'running'",
                                unit.caller().tenant(),
                                key.text())
                        .replaceWithVoid();
    }

    private static Uni<Void> lock(UnitOfWork unit, String key) {
        var sql = "select pg_try_advisory_xact_lock(hashtextextended($1, 7))";
        return unit.run(sql, unit.caller().tenant() + "/" + key)
                .invoke(rows -> {
                    if (!rows.iterator().next().getBoolean(0)) {
                        throw Problem.of(ProblemType.STILL_RUNNING);
                    }
                })
                .replaceWithVoid();
    }

    private static Uni<RowSet<Row>> kept(UnitOfWork unit, String key) {
        var sql = "select request_hash, answer from platform.idempotency where tenant_id = $1 and idempotency_key = $2";
        return unit.run(sql, unit.caller().tenant(), key);
    }

    private static Answer repeat(RowSet<Row> found, String hash) {
        var row = found.iterator().next();
        if (!hash.equals(row.getString("request_hash"))) {
            throw Problem.of(ProblemType.KEY_REUSED);
        }
        if (RUNNING.equals(row.getString("answer"))) {
            throw Problem.of(ProblemType.STILL_RUNNING);
        }
        var kept = Json.stored(row.getString("answer"));
        var tag = kept.path("tag").textValue();
        return new Answer(
                kept.path("status").intValue(),
                kept.get("body"),
                kept.path("location").textValue(),
                tag == null ? null : new EntityTag(tag));
    }

    private Uni<Void> keep(UnitOfWork unit, Key key, Answer answer) {
        var kept = json.createObjectNode()
                .put("status", answer.status())
                .put("location", answer.location())
                .put("tag", answer.tag() == null ? null : answer.tag().getValue());
        kept.set("body", json.<JsonNode>valueToTree(answer.body()));
        var sql = """
                insert into platform.idempotency (tenant_id, idempotency_key, request_hash, answer)
                values ($1, $2, $3, $4)
                """;
        return unit.run(sql, unit.caller().tenant(), key.text(), key.hash(), kept.toString())
                .replaceWithVoid();
    }

    private static String hash(Call call, InputStream body) throws IOException {
        var digest = Sha256.digest();
        digest.update((call.method() + " " + call.uri() + "\n").getBytes(StandardCharsets.UTF_8));
        var buffer = new byte[BUFFER];
        for (var read = body.read(buffer); read >= 0; read = body.read(buffer)) {
            digest.update(buffer, 0, read);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    @Scheduled(every = "10m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forget() throws SQLException {
        try (var connection = database.open()) {
            Sql.update(connection, "delete from platform.idempotency where created_at < now() - interval '24 hours'");
        }
    }
}
