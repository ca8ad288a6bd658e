package org.quartermaster.procurement.imports;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quartermaster.platform.change.Change;
import org.quartermaster.platform.change.SystemWrites;
import org.quartermaster.platform.db.SystemConnection;
import org.quartermaster.platform.job.JobRun;
import org.quartermaster.platform.spool.Spool;
import org.quartermaster.procurement.changes.ChangePositions;
import org.quartermaster.procurement.load.Counts;
import org.quartermaster.procurement.load.Load;
import org.quartermaster.procurement.load.LoadOrder;
import org.quartermaster.procurement.load.TenderNews;
import org.quartermaster.procurement.ocds.read.ReleaseReader;
import org.quartermaster.procurement.source.ReleaseSchema;
import org.quartermaster.procurement.source.Sources;

/** Takes a spool file through reading and merging, all in one transaction. Blocking. */
@ApplicationScoped
class Importer {
    private static final String NO_OCDS = "not_ocds";

    private final SystemWrites writes;
    private final SystemConnection database;
    private final ImportRegistry registry;
    private final Spool spool;
    private final ReleaseSchema schema;
    private final TenderNews news;
    private final ChangePositions positions;
    private final ImportConfig config;
    private final ObjectMapper json;

    @Inject
    Importer(
            SystemWrites writes,
            SystemConnection database,
            ImportRegistry registry,
            Spool spool,
            ReleaseSchema schema,
            TenderNews news,
            ChangePositions positions,
            ImportConfig config,
            ObjectMapper json) {
        this.writes = writes;
        this.database = database;
        this.registry = registry;
        this.spool = spool;
        this.schema = schema;
        this.news = news;
        this.positions = positions;
        this.config = config;
        this.json = json;
    }

    /**
     * How an import ended.
     *
     * @param error why the file was of no use; null when it was loaded
     */
    record Ending(Counts counts, String error) {}

    Ending run(JobRun run, ImportOrder order) throws SQLException, IOException, InterruptedException {
        var ending = writes.<Ending, IOException>write(run.caller(), unit -> load(run, order, unit));
        settle(run);
        return ending;
    }

    /** The job ends after its changes have their place in the feed. */
    void settle(JobRun run) throws SQLException, InterruptedException {
        long last;
        try (var connection = database.open()) {
            last = ChangePositions.last(connection);
        }
        positions.await(last, run::check);
    }

    private Ending load(JobRun run, ImportOrder order, SystemWrites.Unit unit) throws SQLException, IOException {
        var connection = unit.connection();
        run.guard(connection);
        var source = Sources.find(connection, order.source()).orElseThrow();
        var loadOrder = new LoadOrder(run.id(), source, order.strict(), order.silent(), unit.now());
        var load = new Load(connection, loadOrder, schema.release(), json);
        try (var file = new Counted(Files.newInputStream(spool.file(order.id())))) {
            load.afterChunk(
                    () -> tell(run, load, "reading", file.count, order.file().bytes()));
            ReleaseReader.read(file, order.charset(), load);
        }
        load.afterChunk(() -> {});
        if (!load.isOcds()) {
            var counts = load.refuse();
            registry.end(connection, order.id(), counts, NO_OCDS);
            return new Ending(counts, NO_OCDS);
        }
        var bytes = order.file().bytes();
        var counts = load.merge(() -> tell(run, load, "merging", bytes, bytes));
        registry.end(connection, order.id(), counts, null);
        publish(unit, order, load, counts);
        return new Ending(counts, null);
    }

    private static void tell(JobRun run, Load load, String phase, long done, long total) {
        run.progress(done, total);
        var counts = new LinkedHashMap<String, Long>();
        counts.put("releases", load.read());
        counts.put("rejected", load.refused());
        run.phase(phase, counts);
    }

    private void publish(SystemWrites.Unit unit, ImportOrder order, Load load, Counts counts) throws SQLException {
        var connection = unit.connection();
        var id = order.id().toString();
        var told = order.silent() ? List.<Load.Told>of() : load.told(false, config.eventsMax());
        unit.bulk().addAll(news.of(connection, told, Map.of("import_id", id)));
        var numbers = Map.<String, Object>of("material_changes", load.material(), "tender_events_sent", told.size());
        var view = new ImportSummary(id, order.source(), counts);
        unit.changes().add(new Change("ocds_import", id, "completed", view, null, numbers, null, false));
    }

    /** Counts what was read of a file. */
    private static final class Counted extends FilterInputStream {
        private long count;

        private Counted(InputStream file) {
            super(file);
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            var read = super.read(target, offset, length);
            count += Math.max(read, 0);
            return read;
        }
    }
}
