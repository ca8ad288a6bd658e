package org.quartermaster.procurement.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.quartermaster.procurement.load.StoredRelease;
import org.quartermaster.procurement.ocds.Json;
import org.quartermaster.procurement.ocds.Release;

/**
 * A stored release with what its source is known by.
 *
 * @param publisher without a name where the installation itself is the source
 * @param raw the text as it came, or null where it was not read
 */
record PublishedRelease(
        Release release, UUID processId, JsonNode publisher, String licence, List<String> extensions, String raw) {
    private static final String RAW = "raw";

    /** What {@link #all} reads. */
    static final String COLUMNS = StoredRelease.COLUMNS + ", s.licence, s.extensions,"
            + " cast(case when s.source_id = 'manual' then '{}' else s.publisher end as text) as publisher";

    /** The same, and each text as it came. */
    static final String COLUMNS_AND_RAW = COLUMNS + ", cast(r.raw as text) as " + RAW;

    static final String FROM =
            " from procurement.ocds_releases r join procurement.ocds_sources s on s.source_id = r.source_id ";

    static List<PublishedRelease> all(RowSet<Row> rows) {
        var all = new ArrayList<PublishedRelease>();
        rows.forEach(row -> all.add(of(row)));
        return all;
    }

    private static PublishedRelease of(Row row) {
        return new PublishedRelease(
                StoredRelease.release(row),
                row.getUUID("process_id"),
                StoredRelease.body(row.getString("publisher")),
                row.getString("licence"),
                List.of(row.getArrayOfStrings("extensions")),
                row.getColumnIndex(RAW) < 0 ? null : row.getString(RAW));
    }

    static List<Release> releases(Collection<PublishedRelease> all) {
        return all.stream().map(PublishedRelease::release).toList();
    }

    /** The releases as they came, to the letter. */
    static ArrayNode raw(Collection<PublishedRelease> all) {
        var list = Json.NODES.arrayNode();
        all.forEach(one -> list.addRawValue(new RawValue(one.raw)));
        return list;
    }

    /** NB: releases that belong to no process yet stand in a record of their own. */
    static List<List<PublishedRelease>> processes(Collection<PublishedRelease> all) {
        var byProcess = new LinkedHashMap<String, List<PublishedRelease>>();
        all.forEach(one -> byProcess
                .computeIfAbsent(String.valueOf(one.processId), id -> new ArrayList<>())
                .add(one));
        return List.copyOf(byProcess.values());
    }
}
