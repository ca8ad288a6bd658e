package org.quartermaster.procurement.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.sqlclient.Row;
import java.util.Set;
import java.util.UUID;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.procurement.ocds.Json;
import org.quartermaster.procurement.ocds.Release;

/**
 * A release in the database.
 *
 * @param position in the file at hand; null where it was stored before
 * @param processId that it belonged to so far, or null
 */
public record StoredRelease(
        long key, Release release, Set<String> buyerKeys, String sourceId, UUID processId, Long position) {
    /** What {@link ReleaseRow#read} takes from a release {@code r}, but for the position. */
    public static final String COLUMNS = """
            r.release_key, r.ocid, r.release_id, r.id_generated, r.date, encode(r.content_hash, 'hex') as hash, r.buyer_keys,
            r.source_id, r.process_id, coalesce(cast(r.normalized as text), cast(r.raw as text)) as body\
            """;

    /** NB: all whole numbers as one kind, as the reader of files has them, or equal ids would differ. */
    private static final ObjectReader READER =
            Json.MAPPER.reader().with(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS);

    /** A release of its row, read with {@link #COLUMNS}. */
    public static Release release(Row row) {
        return new Release(
                row.getString("ocid"),
                row.getString("release_id"),
                row.getBoolean("id_generated"),
                Columns.instant(row.getOffsetDateTime("date")),
                row.getString("hash"),
                body(row.getString("body")));
    }

    /** The content of a stored release. */
    public static ObjectNode body(String text) {
        try {
            return (ObjectNode) READER.readTree(text);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a release was stored that is no JSON", impossible);
        }
    }

    boolean isNew() {
        return position != null;
    }
}
