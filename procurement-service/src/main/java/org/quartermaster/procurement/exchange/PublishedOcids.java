package org.quartermaster.procurement.exchange;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.HeavyWork;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.procurement.ocds.Json;
import org.quartermaster.procurement.ocds.publish.Envelope;
import org.quartermaster.procurement.ocds.publish.Packages;
import org.quartermaster.procurement.source.ReleaseSchema;

/** Writes what is stored of one ocid as packages of OCDS that are valid whatever came in. */
@ApplicationScoped
class PublishedOcids {
    private static final ProblemType NOT_FOUND = new ProblemType(404, "ocid_not_found");
    private static final String RELEASES = "select " + PublishedRelease.COLUMNS + ", cast(r.raw as text) as raw"
            + PublishedRelease.FROM + "where r.ocid = $1 order by r.date, r.release_key";

    private final TenantDatabase database;
    private final Envelopes envelopes;
    private final Packages packages;

    @Inject
    PublishedOcids(TenantDatabase database, Envelopes envelopes, ReleaseSchema schema) {
        this.database = database;
        this.envelopes = envelopes;
        this.packages = new Packages(schema.release());
    }

    /** @param raw whether the releases are shown as they came, with all their faults */
    Uni<String> releases(Caller caller, String ocid, boolean raw) {
        return read(caller, ocid, rows -> {
            var all = PublishedRelease.all(rows);
            var envelope = envelope("releases", ocid, all);
            return raw ? raw(envelope, rows) : Json.text(packages.ofReleases(envelope, PublishedRelease.releases(all)));
        });
    }

    /** @param isVersioned whether each value is shown with those before it */
    Uni<String> records(Caller caller, String ocid, boolean isVersioned) {
        return read(caller, ocid, rows -> {
            var all = PublishedRelease.all(rows);
            var envelope = envelope("records", ocid, all);
            return Json.text(packages.ofRecords(envelope, PublishedRelease.processes(all), isVersioned));
        });
    }

    private Uni<String> read(Caller caller, String ocid, Function<RowSet<Row>, String> write) {
        return database.readAll(caller, List.of(Query.of(RELEASES, ocid)))
                .invoke(results -> NOT_FOUND.require(results.get(0)))
                .chain(results -> HeavyWork.run(() -> write.apply(results.get(0))));
    }

    private String raw(Envelope envelope, RowSet<Row> rows) {
        var raw = new ArrayList<String>();
        rows.forEach(row -> raw.add(row.getString("raw")));
        return Json.text(packages.ofReleases(envelope, List.of()))
                .replace("\"releases\":[]", "\"releases\":[" + String.join(",", raw) + "]");
    }

    private Envelope envelope(String kind, String ocid, List<PublishedRelease> all) {
        return envelopes.of("/api/v1/ocds/" + kind + "/" + ocid, all);
    }
}
