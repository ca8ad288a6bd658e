package org.quartermaster.benchmarks;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Measures the services against yardsticks in one run on one machine, and writes the table. */
public final class Benchmarks {
    private static final int MONTH_DAYS = 30;
    private static final long REST_MILLIS = 75_000;

    private Benchmarks() {}

    public static void main(String... arguments) throws Exception {
        if (List.of(arguments).contains("--help")) {
            System.out.print(Settings.USAGE);
            return;
        }
        var home = Path.of(System.getProperty("quartermaster.home", ".")).toAbsolutePath();
        var settings = Settings.of(home, arguments);
        var report = new Report(settings.report());
        if (settings.runsAny("footprint", "reads", "overview", "telemetry", "relay", "scale")) {
            with("equipment", home, settings, report, Benchmarks::equipment);
        }
        if (settings.runsAny("market", "market-scale")) {
            with("vehicle", home, settings, report, Benchmarks::vehicle);
        }
        if (settings.runsAny("tenders", "tenders-scale")) {
            with("procurement", home, settings, report, Benchmarks::procurement);
        }
        if (settings.runsAny("catalog", "catalog-scale")) {
            with("catalog", home, settings, report, Benchmarks::catalog);
        }
        System.out.println("\n" + report.markdown() + "\nWritten to " + settings.report());
    }

    /** Sections of one service. */
    private interface Sections {
        void measure(Run run) throws Exception;
    }

    private static void with(String service, Path home, Settings settings, Report report, Sections sections)
            throws Exception {
        System.out.println("Starting PostgreSQL, NATS and " + service + "-service");
        try (var stand = Stand.open(home, service);
                var load = new Load(Run.CLIENTS)) {
            sections.measure(new Run(settings, stand, load, null, List.of(), report));
        }
    }

    private static void section(Run run, String name, Memory.Step measure) throws Exception {
        if (run.settings().runs(name)) {
            System.out.println(name);
            run.report().begin(name);
            measured(run, name, measure);
        }
    }

    /** NB: one section that fails is a line of the report; the hour that the others take is not lost with it. */
    private static void measured(Run run, String name, Memory.Step measure) throws Exception {
        try {
            measure.run();
        } catch (InterruptedException stopped) {
            throw stopped;
        } catch (Exception failed) {
            failed.printStackTrace();
            run.report().missing(name, "failed: " + failed);
        }
        run.report().write();
    }

    private static void vehicle(Run run) throws Exception {
        section(run, "market", () -> new Market(run).measure());
        if (run.settings().size().manyRows() > 0) {
            section(run, "market-scale", () -> new Search(run).measure());
        }
    }

    private static void procurement(Run run) throws Exception {
        section(run, "tenders", () -> new Tenders(run).measure());
        if (run.settings().size().tenders() > 0) {
            section(run, "tenders-scale", () -> new TenderScale(run).measure());
        }
    }

    private static void catalog(Run run) throws Exception {
        section(run, "catalog", () -> new Catalog(run).measure());
        if (run.settings().catalog().manyProducts() > 0) {
            section(run, "catalog-scale", () -> new CatalogScale(run).measure());
        }
    }

    private static void equipment(Run empty) throws Exception {
        var settings = empty.settings();
        var stand = empty.stand();
        var report = empty.report();
        var every = Duration.ofDays(MONTH_DAYS).dividedBy(settings.month());
        var begin = Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofDays(MONTH_DAYS));
        section(empty, "footprint", () -> new Footprint(empty).measure());
        report.begin("machines");
        System.out.println("Registering " + settings.machines() + " machines");
        register(settings, stand, empty.load(), report);
        var run = new Run(settings, stand, empty.load(), new Fleet(begin, every), machines(stand), report);
        section(run, "reads", () -> new Reads(run).measure());
        section(run, "overview", () -> new Overview(run).measure());
        section(run, "telemetry", () -> new Telemetry(run).measure());
        section(run, "relay", () -> new Relay(run).measure());
        if (settings.size().machines() > 0) {
            section(run, "scale", () -> new Scale(run).measure());
        }
        report.begin("after all of equipment-service");
        var loaded = Machine.residentMegabytes(stand.service.pid());
        report.note("resident memory right after all of it: " + Report.number(loaded) + " MB");
        Thread.sleep(REST_MILLIS);
        report.below(
                "resident memory, a minute after all of it", Machine.residentMegabytes(stand.service.pid()), "MB", 300);
        report.write();
    }

    private static void register(Settings settings, Stand stand, Load load, Report report) {
        var made = Run.good(
                "register",
                load.run(
                        settings.machines(),
                        n -> Load.Call.post(
                                stand.port(), "/api/v1/equipment", stand.token(n), Fleet.machine((int) n))));
        report.note("registered " + settings.machines() + " machines one by one, each with its audit row and event: "
                + Report.number(made.perSecond()) + " a second");
    }

    /** The ids of all machines, in the order of their serial numbers. */
    private static List<String> machines(Stand stand) throws IOException, InterruptedException {
        var api = new Api(stand);
        var found = new TreeMap<String, String>();
        var path = "/api/v1/equipment?limit=100&fields=equipment_id,serial_number";
        while (path != null) {
            var page = api.get(path);
            for (var item : page.getJsonArray("equipment")) {
                var machine = (JsonObject) item;
                found.put(machine.getString("serial_number"), machine.getString("equipment_id"));
            }
            var next = page.getString("next_cursor");
            path = next == null ? null : "/api/v1/equipment?limit=100&fields=equipment_id,serial_number&cursor=" + next;
        }
        return new ArrayList<>(found.values());
    }
}
