package org.quartermaster.procurement.document;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.platform.security.Sha256;

/** Contents of documents, each once under its SHA-256, in pieces that are read one at a time. */
@ApplicationScoped
class Blobs {
    private static final String PREFIX = "sha256:";
    private static final int PIECE = 1 << 20;

    /** NB: whoever deletes a content as the last one to need it must not meet one who begins to need it. */
    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended(%s, 85))";

    private final TenantDatabase database;

    @Inject
    Blobs(TenantDatabase database) {
        this.database = database;
    }

    /** The key of a content. */
    static String key(InputStream content) throws IOException {
        var digest = Sha256.digest();
        var buffer = new byte[PIECE];
        for (var read = content.read(buffer); read >= 0; read = content.read(buffer)) {
            digest.update(buffer, 0, read);
        }
        return PREFIX + HexFormat.of().formatHex(digest.digest());
    }

    private static byte[] hash(String key) {
        return HexFormat.of().parseHex(key.substring(PREFIX.length()));
    }

    /** Keeps a content, unless it is there. */
    void keep(Connection connection, String key, InputStream content) throws SQLException {
        Sql.query(connection, LOCK.formatted("?"), row -> null, key);
        var known = "select 1 from procurement.document_blobs where sha256 = ? limit 1";
        if (!Sql.query(connection, known, row -> 1, (Object) hash(key)).isEmpty()) {
            return;
        }
        try {
            for (var seq = 0; ; seq++) {
                var piece = content.readNBytes(PIECE);
                if (piece.length == 0) {
                    return;
                }
                var insert = "insert into procurement.document_blobs (sha256, seq, data) values (?, ?, ?)";
                Sql.update(connection, insert, hash(key), seq, piece);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Writes a content out. */
    void copy(Connection connection, String key, OutputStream out) throws SQLException, IOException {
        var read = "select data from procurement.document_blobs where sha256 = ? and seq = ?";
        for (var seq = 0; ; seq++) {
            var piece = Sql.query(connection, read, row -> row.getBytes(1), hash(key), seq);
            if (piece.isEmpty()) {
                return;
            }
            out.write(piece.get(0));
        }
    }

    /** The pieces in turn. NB: one short read for each, so that a slow client holds no connection. */
    Multi<Buffer> pieces(Caller caller, String key) {
        var sql = "select data from procurement.document_blobs where sha256 = $1 and seq = $2";
        return Multi.createBy()
                .repeating()
                .uni(() -> new int[1], next -> database.read(caller, sql, Buffer.buffer(hash(key)), next[0]++)
                        .map(rows -> rows.size() == 0
                                ? Buffer.buffer()
                                : rows.iterator().next().getBuffer(0)))
                .whilst(piece -> piece.length() > 0);
    }

    /** Drops a content that no document has any more. */
    Uni<Void> dropUnused(UnitOfWork unit, String key) {
        var drop = """
                delete from procurement.document_blobs where sha256 = $1
                  and not exists (select from procurement.tender_documents where file_path = $2)
                """;
        return unit.run(LOCK.formatted("$1"), key)
                .chain(() -> unit.run(drop, Buffer.buffer(hash(key)), key))
                .replaceWithVoid();
    }
}
