package org.quartermaster.procurement.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.HeavyWork;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.procurement.config.SystemConfig;
import org.quartermaster.procurement.load.StoredRelease;
import org.quartermaster.procurement.ocds.Json;
import org.quartermaster.procurement.ocds.Release;
import org.quartermaster.procurement.ocds.publish.Envelope;
import org.quartermaster.procurement.ocds.publish.Packages;
import org.quartermaster.procurement.source.ReleaseSchema;

/** Writes what is stored of one ocid as packages of OCDS that are valid whatever came in. */
@ApplicationScoped
class PublishedOcids {
    private static final ProblemType NOT_FOUND = new ProblemType(404, "ocid_not_found");
    private static final String RELEASES = """
            select %s, cast(r.raw as text) as raw, cast(s.publisher as text) as publisher, s.licence
            from procurement.ocds_releases r join procurement.ocds_sources s on s.source_id = r.source_id
            where r.ocid = $1 order by r.date, r.release_key
            """.formatted(StoredRelease.COLUMNS);

    private final TenantDatabase database;
    private final SystemConfig settings;
    private final Packages packages;
    private final String address;

    @Inject
    PublishedOcids(
            TenantDatabase database,
            SystemConfig settings,
            ReleaseSchema schema,
            @ConfigProperty(name = "qm.public-url", defaultValue = "http://localhost:8104") String address) {
        this.database = database;
        this.settings = settings;
        this.packages = new Packages(schema.release());
        this.address = address;
    }

    /** A release with what its source is known by. */
    private record Stored(Release release, String raw, UUID processId, JsonNode publisher, String licence) {
        static Stored of(Row row) {
            var release = new Release(
                    row.getString("ocid"),
                    row.getString("release_id"),
                    row.getBoolean("id_generated"),
                    Columns.instant(row.getOffsetDateTime("date")),
                    row.getString("hash"),
                    StoredRelease.body(row.getString("body")));
            return new Stored(
                    release,
                    row.getString("raw"),
                    row.getUUID("process_id"),
                    StoredRelease.body(row.getString("publisher")),
                    row.getString("licence"));
        }
    }

    /** @param raw whether the releases are shown as they came, with all their faults */
    Uni<String> releases(Caller caller, String ocid, boolean raw) {
        return read(
                caller,
                ocid,
                "releases",
                all -> raw
                        ? raw(ocid, all)
                        : Json.text(packages.ofReleases(
                                envelope("releases", ocid, all),
                                all.stream().map(Stored::release).toList())));
    }

    /** @param isVersioned whether each value is shown with those before it */
    Uni<String> records(Caller caller, String ocid, boolean isVersioned) {
        return read(caller, ocid, "records", all -> {
            var result = packages.ofRecords(envelope("records", ocid, all), processes(all));
            if (!isVersioned) {
                result.path("records").forEach(entry -> ((ObjectNode) entry).remove("versionedRelease"));
            }
            return Json.text(result);
        });
    }

    private Uni<String> read(Caller caller, String ocid, String kind, Function<List<Stored>, String> write) {
        return database.readAll(caller, List.of(Query.of(RELEASES, ocid)))
                .invoke(results -> NOT_FOUND.require(results.get(0)))
                .chain(results -> HeavyWork.run(() -> write.apply(stored(results.get(0)))));
    }

    private static List<Stored> stored(RowSet<Row> rows) {
        var all = new ArrayList<Stored>();
        rows.forEach(row -> all.add(Stored.of(row)));
        return all;
    }

    /** NB: releases that belong to no process yet stand in a record of their own. */
    private static List<List<Release>> processes(List<Stored> all) {
        var byProcess = new LinkedHashMap<String, List<Release>>();
        all.forEach(one -> byProcess
                .computeIfAbsent(String.valueOf(one.processId()), id -> new ArrayList<>())
                .add(one.release()));
        return List.copyOf(byProcess.values());
    }

    private String raw(String ocid, List<Stored> all) {
        var members = Json.text(packages.ofReleases(envelope("releases", ocid, all), List.of()));
        var releases = String.join(",", all.stream().map(Stored::raw).toList());
        return members.replace("\"releases\":[]", "\"releases\":[" + releases + "]");
    }

    private Envelope envelope(String kind, String ocid, List<Stored> all) {
        var licences = all.stream()
                .map(Stored::licence)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var licence = licences.size() == 1 ? licences.get(0) : settings.text("ocds.licence");
        return new Envelope(
                address + "/api/v1/ocds/" + kind + "/" + ocid, Instant.now(), publisher(all), licence, null, List.of());
    }

    private JsonNode publisher(List<Stored> all) {
        var own = settings.text("ocds.publisher");
        return own == null || own.isBlank() ? all.get(0).publisher() : StoredRelease.body(own);
    }
}
