package org.quartermaster.platform.consumer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quartermaster.platform.db.SystemConnection;
import org.quartermaster.platform.event.OutboxFixture;

class InboxTest {
    private final String consumer = "test-" + UUID.randomUUID();
    private SystemConnection database;

    @BeforeEach
    void makeDatabase() throws SQLException {
        database = OutboxFixture.create("inbox").system();
    }

    /** As another process, or this one after its end, would have it. */
    private Inbox inbox() {
        var config = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withMapping(ConsumerConfig.class)
                .build()
                .getConfigMapping(ConsumerConfig.class);
        return new Inbox(database, config);
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.open();
                var statement = connection.prepareStatement(sql)) {
            statement.setString(1, consumer);
            statement.executeUpdate();
        }
    }

    private List<String> events() throws SQLException {
        try (var connection = database.open();
                var query = connection.prepareStatement("select event_id from platform.inbox where consumer = ?")) {
            query.setString(1, consumer);
            var found = new ArrayList<String>();
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return found;
        }
    }

    @Test
    void attemptsThatEndedWithTheirProcessCount() throws SQLException {
        assertEquals(OptionalInt.of(2), inbox().attempt("t", consumer, "one"));
        assertEquals(OptionalInt.of(3), inbox().attempt("t", consumer, "one"));
        assertEquals(OptionalInt.of(2), inbox().attempt("t", consumer, "two"));
    }

    @Test
    void aHandledEventNeedsNoFurtherAttempt() throws SQLException {
        execute("insert into platform.inbox (tenant_id, consumer, event_id, handled_at) values ('t', ?, 'one', now())");

        assertEquals(OptionalInt.empty(), inbox().attempt("t", consumer, "one"));
    }

    @Test
    void eventsAreForgottenWhenNoStreamHoldsThemAnyMore() throws SQLException {
        execute("""
                insert into platform.inbox (tenant_id, consumer, event_id, created_at)
                select 't', ?, days, now() - make_interval(days => cast(days as int)) from unnest(array['39', '41']) days
                """);

        inbox().forget();

        assertEquals(List.of("39"), events());
    }
}
