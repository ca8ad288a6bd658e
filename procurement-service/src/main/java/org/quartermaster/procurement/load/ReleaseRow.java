package org.quartermaster.procurement.load;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.procurement.ocds.Release;

/** A row of a release as it was read; its text is parsed elsewhere, on all cores. */
record ReleaseRow(
        long key,
        String ocid,
        String id,
        boolean isIdGenerated,
        Instant date,
        String hash,
        Set<String> buyerKeys,
        String sourceId,
        UUID processId,
        Long position,
        String body) {

    static ReleaseRow read(ResultSet row) throws SQLException {
        return new ReleaseRow(
                row.getLong("release_key"),
                row.getString("ocid"),
                row.getString("release_id"),
                row.getBoolean("id_generated"),
                Columns.instant(row.getObject("date", OffsetDateTime.class)),
                row.getString("hash"),
                new TreeSet<>(
                        Arrays.asList((String[]) row.getArray("buyer_keys").getArray())),
                row.getString("source_id"),
                row.getObject("process_id", UUID.class),
                row.getObject("position", Long.class),
                row.getString("body"));
    }

    StoredRelease stored() {
        var release = new Release(ocid, id, isIdGenerated, date, hash, StoredRelease.body(body));
        return new StoredRelease(key, release, buyerKeys, sourceId, processId, position);
    }
}
