package org.quartermaster.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * How large and how long a run is.
 *
 * @param machines in the tenant
 * @param month samples of each machine in the month of history
 * @param measure how long each rate is measured
 * @param size of the tenant that is filled in bulk
 * @param only sections to run; empty for all
 */
record Settings(int machines, int month, Duration measure, Size size, List<String> only, Path report) {
    /** Machines, of which a tenth has a position and a tenth a plan, and samples; none of them without machines. */
    record Size(int machines, long samples) {}

    static final String USAGE = """
            deploy/benchmarks/run [--quick] [--machines N] [--only SECTION,...]
                [--scale-machines N] [--scale-samples N] [--report FILE]

              --quick            2,000 machines, short measurements and no scale: a look, not a result
              --machines         machines in the tenant (10,000)
              --only             of: reads, overview, telemetry, relay, footprint, scale
              --scale-machines   machines that scale adds (1,000,000)
              --scale-samples    samples that scale adds (10,000,000; at least 1,000,000)
              --report           where the table goes (.quartermaster/benchmark.md)
            """;

    static Settings of(Path home, String... arguments) {
        var given = Arrays.asList(arguments);
        var quick = given.contains("--quick");
        return new Settings(
                Integer.parseInt(value(given, "--machines", quick ? "2000" : "10000")),
                quick ? 20 : 120,
                Duration.ofSeconds(quick ? 3 : 10),
                new Size(
                        Integer.parseInt(value(given, "--scale-machines", quick ? "0" : "1000000")),
                        Long.parseLong(value(given, "--scale-samples", "10000000"))),
                given.contains("--only") ? List.of(value(given, "--only", "").split(",")) : List.of(),
                Path.of(value(
                        given,
                        "--report",
                        home.resolve(".quartermaster/benchmark.md").toString())));
    }

    private static String value(List<String> given, String name, String otherwise) {
        var at = given.indexOf(name);
        return at < 0 || at + 1 >= given.size() ? otherwise : given.get(at + 1);
    }

    boolean runs(String section) {
        return only.isEmpty() || only.contains(section);
    }
}
