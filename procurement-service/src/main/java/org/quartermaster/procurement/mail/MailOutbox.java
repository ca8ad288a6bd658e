package org.quartermaster.procurement.mail;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.OneReplica;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.procurement.usage.Resource;
import org.quartermaster.procurement.usage.UsageCounts;

/**
 * Mails that are queued in the transaction that causes them, and sent by one replica afterwards: at least once, each
 * time with the same Message-ID, with growing pauses after a failure until they are given up.
 */
@ApplicationScoped
public class MailOutbox {
    private static final int POLL = 5;
    private static final String QUEUE = """
            insert into procurement.mail_outbox
              (message_id, recipient, subject, body_text, body_html, headers, attachments)
            values ($1, $2, $3, $4, $5, $6, $7)
            """;
    private static final String DUE = """
            select mail_id, message_id, recipient, subject, body_text, body_html, headers::text, attachments::text
            from procurement.mail_outbox where state = 'pending' and next_attempt_at <= ?
            order by next_attempt_at limit 50
            """;
    private static final String SENT = "delete from procurement.mail_outbox where mail_id = ?";

    /** Five seconds after the first failure, then twice as long each time, an hour at most. */
    private static final String FAILED = """
            update procurement.mail_outbox set attempts = attempts + 1, last_error = left(?, 500),
              state = case when attempts + 1 >= ? then 'dead' else 'pending' end,
              next_attempt_at = cast(? as timestamptz) + least(interval '5 seconds' * power(2, attempts), interval '1 hour')
            where mail_id = ?
            returning state
            """;

    private final MailSender sender;
    private final MailConfig config;
    private final UsageCounts usage;
    private final OneReplica replica;
    private final AtomicBoolean wanted = new AtomicBoolean();
    private final AtomicInteger turns = new AtomicInteger();

    @Inject
    MailOutbox(MailSender sender, MailConfig config, UsageCounts usage, OneReplica replica) {
        this.sender = sender;
        this.config = config;
        this.usage = usage;
        this.replica = replica;
    }

    /** A row. */
    private record Waiting(UUID id, Mail mail) {
        static Waiting of(ResultSet row) throws SQLException {
            return new Waiting(
                    row.getObject(1, UUID.class),
                    new Mail(
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5),
                            row.getString(6),
                            texts(row.getString(7)),
                            files(row.getString(8))));
        }
    }

    /** Queues a mail; it goes out within a second or so of the commit, and never without it. */
    public Uni<Void> queue(UnitOfWork unit, Mail mail) {
        unit.afterCommit(() -> wanted.set(true));
        usage.add(unit, Resource.EMAIL);
        var files = new JsonObject();
        mail.attachments().forEach(files::put);
        return unit.run(
                        QUEUE,
                        mail.id(),
                        mail.to(),
                        mail.subject(),
                        mail.text(),
                        mail.html(),
                        new JsonObject(new HashMap<String, Object>(mail.headers())),
                        files)
                .replaceWithVoid();
    }

    private static Map<String, String> texts(String json) {
        var texts = new HashMap<String, String>();
        new JsonObject(json).forEach(entry -> texts.put(entry.getKey(), (String) entry.getValue()));
        return texts;
    }

    private static Map<String, byte[]> files(String json) {
        var object = new JsonObject(json);
        var files = new HashMap<String, byte[]>();
        object.fieldNames().forEach(name -> files.put(name, object.getBinary(name)));
        return files;
    }

    /** NB: looks at the table where this replica has queued, and now and then for what others have. */
    @Scheduled(every = "1s", delayed = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() {
        if (wanted.getAndSet(false) || turns.incrementAndGet() % POLL == 0) {
            try {
                replica.run("mail", connection -> send(connection, Instant.now()));
            } catch (SQLException away) {
                Log.warnf("mails wait: %s", away.getMessage());
            }
        }
    }

    /** Sends what is due at an instant. */
    void send(Connection connection, Instant now) throws SQLException {
        for (var due = due(connection, now); !due.isEmpty(); due = due(connection, now)) {
            for (var waiting : due) {
                send(connection, waiting, now);
            }
        }
    }

    private static List<Waiting> due(Connection connection, Instant now) throws SQLException {
        return Sql.query(connection, DUE, Waiting::of, Columns.time(now));
    }

    private void send(Connection connection, Waiting waiting, Instant now) throws SQLException {
        try {
            sender.send(waiting.mail());
            Sql.update(connection, SENT, waiting.id());
        } catch (MessagingException | IOException | RuntimeException failed) {
            var state = Sql.query(
                    connection,
                    FAILED,
                    row -> row.getString(1),
                    failed.toString(),
                    config.attempts(),
                    Columns.time(now),
                    waiting.id());
            Log.warnf("mail %s not sent (%s): %s", waiting.mail().id(), state.get(0), failed);
        }
    }
}
