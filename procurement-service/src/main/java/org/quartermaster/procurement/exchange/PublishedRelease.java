package org.quartermaster.procurement.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.quartermaster.procurement.load.StoredRelease;
import org.quartermaster.procurement.ocds.Release;

/**
 * A stored release with what its source is known by.
 *
 * @param publisher without a name where the installation itself is the source
 */
record PublishedRelease(Release release, UUID processId, JsonNode publisher, String licence, List<String> extensions) {
    /** What {@link #all} reads. */
    static final String COLUMNS = StoredRelease.COLUMNS + ", s.licence, s.extensions,"
            + " cast(case when s.source_id = 'manual' then '{}' else s.publisher end as text) as publisher";

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
                List.of(row.getArrayOfStrings("extensions")));
    }

    static List<Release> releases(Collection<PublishedRelease> all) {
        return all.stream().map(PublishedRelease::release).toList();
    }

    /** NB: releases that belong to no process yet stand in a record of their own. */
    static List<List<Release>> processes(Collection<PublishedRelease> all) {
        var byProcess = new LinkedHashMap<String, List<Release>>();
        all.forEach(one -> byProcess
                .computeIfAbsent(String.valueOf(one.processId), id -> new ArrayList<>())
                .add(one.release));
        return List.copyOf(byProcess.values());
    }
}
