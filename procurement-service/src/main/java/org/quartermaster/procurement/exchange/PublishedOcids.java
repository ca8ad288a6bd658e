package org.quartermaster.procurement.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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
    private static final String OF_OCID = PublishedRelease.FROM + "where r.ocid = $1 order by r.date, r.release_key";
    private static final String VALID = "select " + PublishedRelease.COLUMNS + OF_OCID;
    private static final String RAW = "select " + PublishedRelease.COLUMNS_AND_RAW + OF_OCID;

    private final TenantDatabase database;
    private final Envelopes envelopes;
    private final Packages packages;

    @Inject
    PublishedOcids(TenantDatabase database, Envelopes envelopes, ReleaseSchema schema) {
        this.database = database;
        this.envelopes = envelopes;
        this.packages = new Packages(schema.release());
    }

    /**
     * What a package shows.
     *
     * @param isRaw whether the releases are shown as they came, with all their faults
     * @param isVersioned whether each value of a record is shown with those before it
     */
    record Form(boolean isRaw, boolean isVersioned) {}

    Uni<String> releases(Caller caller, String ocid, Form form) {
        return read(caller, ocid, form, all -> {
            var shown = form.isRaw() ? List.<PublishedRelease>of() : all;
            var written = packages.ofReleases(envelope("releases", ocid, all), PublishedRelease.releases(shown));
            return form.isRaw() ? written.set("releases", PublishedRelease.raw(all)) : written;
        });
    }

    Uni<String> records(Caller caller, String ocid, Form form) {
        return read(caller, ocid, form, all -> {
            var processes = PublishedRelease.processes(all);
            var releases = processes.stream().map(PublishedRelease::releases).toList();
            var written = packages.ofRecords(envelope("records", ocid, all), releases, form.isVersioned());
            for (var i = 0; form.isRaw() && i < processes.size(); i++) {
                ((ObjectNode) written.at("/records/" + i)).set("releases", PublishedRelease.raw(processes.get(i)));
            }
            return written;
        });
    }

    private Uni<String> read(
            Caller caller, String ocid, Form form, Function<List<PublishedRelease>, ObjectNode> write) {
        return database.readAll(caller, List.of(Query.of(form.isRaw() ? RAW : VALID, ocid)))
                .invoke(results -> NOT_FOUND.require(results.get(0)))
                .chain(results -> HeavyWork.run(() -> Json.text(write.apply(PublishedRelease.all(results.get(0))))));
    }

    private Envelope envelope(String kind, String ocid, List<PublishedRelease> all) {
        return envelopes.of("/api/v1/ocds/" + kind + "/" + ocid, all);
    }
}
