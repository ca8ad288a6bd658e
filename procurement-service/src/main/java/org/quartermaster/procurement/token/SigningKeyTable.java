package org.quartermaster.procurement.token;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.procurement.secret.SecretCipher;

/**
 * The rows of signing keys: one signs, the next is published before it does, and one that has signed stays published
 * until the last token that it signed has expired.
 */
@ApplicationScoped
class SigningKeyTable {
    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended('procurement.signing_keys', 0))";
    private static final String READ = """
            select kid, state, public_jwk::text, private_key_enc, activate_after, retire_after
            from procurement.signing_keys where state <> 'retired' order by state, kid
            """;
    private static final String INSERT = """
            insert into procurement.signing_keys
              (kid, public_jwk, private_key_enc, state, activated_at, usable_from, activate_after)
            select ?, ?::jsonb, ?, state, case when state = 'active' then now() end,
              now() + ?::interval, now() + ?::interval
            from (values (?)) given (state)
            """;
    private static final String ASK = """
            update procurement.signing_keys set activate_after = greatest(now(), usable_from) where state = 'next'
            """;
    private static final String DUE =
            "select 1 from procurement.signing_keys where state = 'next' and activate_after <= now() for update";

    /** NB: an hour is what the longest access token may be set to live; another is spare. */
    private static final String RETIRE = """
            update procurement.signing_keys set state = 'retiring', retire_after = now() + interval '2 hours'
            where state = 'active'
            """;

    private static final String ACTIVATE =
            "update procurement.signing_keys set state = 'active', activated_at = now() where state = 'next'";
    private static final String END =
            "update procurement.signing_keys set state = 'retired' where state = 'retiring' and retire_after <= now()";

    private final SecretCipher cipher;
    private final SigningConfig config;

    @Inject
    SigningKeyTable(SecretCipher cipher, SigningConfig config) {
        this.cipher = cipher;
        this.config = config;
    }

    /** A row. */
    record Stored(
            String kid, String state, String publicText, byte[] sealed, Instant activateAfter, Instant retireAfter) {
        boolean isDue(Instant now) {
            return state.equals("next") && !activateAfter.isAfter(now)
                    || state.equals("retiring") && !retireAfter.isAfter(now);
        }
    }

    /** The keys that are published. */
    List<Stored> read(Connection connection) throws SQLException {
        return Sql.query(connection, READ, SigningKeyTable::stored);
    }

    private static Stored stored(ResultSet row) throws SQLException {
        return new Stored(
                row.getString(1), row.getString(2), row.getString(3), row.getBytes(4), time(row, 5), time(row, 6));
    }

    private static Instant time(ResultSet row, int column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /** The pair of a stored key. */
    SigningKey open(Stored stored) {
        return SigningKey.of(stored.publicText(), cipher.open(stored.sealed(), name(stored.kid())));
    }

    /** Makes the first two keys, where there are none; both can sign at once, because nobody knows one alone. */
    void begin(Connection connection) throws SQLException {
        inTransaction(connection, () -> {
            if (read(connection).isEmpty()) {
                insert(connection, "active", "PT0S");
                insert(connection, "next", "PT0S");
            }
        });
    }

    /** Lets the next key sign as soon as every verifier knows it. */
    void ask(Connection connection) throws SQLException {
        Sql.update(connection, ASK);
    }

    /** Does what is due: the next key becomes active, and an old one is published no more. */
    void turn(Connection connection) throws SQLException {
        inTransaction(connection, () -> {
            Sql.update(connection, END);
            if (!Sql.query(connection, DUE, row -> row.getInt(1)).isEmpty()) {
                Sql.update(connection, RETIRE);
                Sql.update(connection, ACTIVATE);
                insert(connection, "next", config.published().toString());
            }
        });
    }

    private void insert(Connection connection, String state, String unusable) throws SQLException {
        var key = SigningKey.create();
        var sealed = cipher.seal(key.privateKey().getEncoded(), name(key.id()));
        Sql.update(
                connection,
                INSERT,
                key.id(),
                key.publicText(),
                sealed,
                unusable,
                config.rotation().toString(),
                state);
    }

    private static String name(String kid) {
        return "signing key " + kid;
    }

    @FunctionalInterface
    private interface Steps {
        void run() throws SQLException;
    }

    private static void inTransaction(Connection connection, Steps steps) throws SQLException {
        connection.setAutoCommit(false);
        try {
            Sql.query(connection, LOCK, row -> null);
            steps.run();
            connection.commit();
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }
}
