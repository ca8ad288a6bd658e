package org.quartermaster.procurement.history;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.procurement.load.StoredRelease;
import org.quartermaster.procurement.ocds.Release;
import org.quartermaster.procurement.ocds.merge.Compiled;
import org.quartermaster.procurement.ocds.merge.Compiler;
import org.quartermaster.procurement.ocds.row.SourceFacts;
import org.quartermaster.procurement.ocds.schema.Shape;
import org.quartermaster.procurement.source.ReleaseSchema;

/** Reads the releases of a tender, to compile them anew. */
@ApplicationScoped
class ProcessReleases {
    private static final String TENDER = """
            select t.process_id, s.timezone, s.default_currency, s.country
            from procurement.tenders t join procurement.ocds_sources s on s.source_id = t.source_id
            where t.tender_id = $1 and t.deleted_at is null
            """;
    private static final String RELEASES = "select " + StoredRelease.COLUMNS + """
            , r.created_at
            from procurement.ocds_releases r
            join procurement.tenders t on t.process_id = r.process_id
            where t.tender_id = $1
            """;
    private static final String CHANGES = """
            select c.material_version, c.classes, c.created_at, coalesce(r.date, c.created_at) as date
            from procurement.tender_changes c left join procurement.ocds_releases r on r.release_key = c.release_key
            where c.tender_id = $1 order by c.change_seq
            """;

    private final TenantDatabase database;
    private final ReleaseSchema schema;

    @Inject
    ProcessReleases(TenantDatabase database, ReleaseSchema schema) {
        this.database = database;
        this.schema = schema;
    }

    /**
     * A release, whose it is, and when it came.
     *
     * @param key higher for those that came later
     */
    record Known(long key, Release release, String sourceId, Instant since) {}

    /** A change that made, or kept, a material version. */
    record Step(int version, List<String> classes, Instant since, Instant date) {}

    /** All that is known of a tender. */
    record Past(SourceFacts source, List<Known> releases, List<Step> steps, Shape schema) {

        /** The state by all releases. */
        Compiled now() {
            return Compiler.compile(releases.stream().map(Known::release).toList(), schema);
        }

        /**
         * The state after a change, by the releases that were known then. NB: those that came with it have its time, as
         * they came in one transaction; but a transaction that began earlier may have come to its turn later.
         */
        Compiled after(Step step) {
            var last = releases.stream()
                    .filter(known -> known.since.equals(step.since))
                    .mapToLong(Known::key)
                    .max();
            return Compiler.compile(
                    releases.stream()
                            .filter(known ->
                                    last.isPresent() ? known.key <= last.getAsLong() : !known.since.isAfter(step.since))
                            .map(Known::release)
                            .toList(),
                    schema);
        }

        /** Which source a release came from. */
        Map<Release, String> sources() {
            var sources = new IdentityHashMap<Release, String>();
            releases.forEach(known -> sources.put(known.release, known.sourceId));
            return sources;
        }
    }

    /** 404 where there is no such tender. */
    Uni<Past> read(Caller caller, String tender) {
        return database.readAll(
                        caller,
                        List.of(Query.of(TENDER, tender), Query.of(RELEASES, tender), Query.of(CHANGES, tender)))
                .map(results -> {
                    var row = ProblemType.NOT_FOUND.require(results.get(0));
                    var source = new SourceFacts(
                            ZoneId.of(row.getString("timezone")),
                            row.getString("default_currency"),
                            row.getString("country"));
                    return new Past(source, releases(results.get(1)), steps(results.get(2)), schema.release());
                });
    }

    private static List<Known> releases(RowSet<Row> rows) {
        var releases = new ArrayList<Known>();
        for (var row : rows) {
            var release = StoredRelease.release(row);
            var since = Columns.instant(row.getOffsetDateTime("created_at"));
            releases.add(new Known(row.getLong("release_key"), release, row.getString("source_id"), since));
        }
        return releases;
    }

    private static List<Step> steps(RowSet<Row> rows) {
        var steps = new ArrayList<Step>();
        for (var row : rows) {
            steps.add(new Step(
                    row.getInteger("material_version"),
                    List.of(row.getArrayOfStrings("classes")),
                    Columns.instant(row.getOffsetDateTime("created_at")),
                    Columns.instant(row.getOffsetDateTime("date"))));
        }
        return steps;
    }
}
