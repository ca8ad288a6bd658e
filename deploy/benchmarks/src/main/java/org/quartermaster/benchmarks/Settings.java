package org.quartermaster.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * How large and how long a run is.
 *
 * @param machines in the tenant
 * @param month samples of each machine in the month of history
 * @param measure how long each rate is measured
 * @param size of what is filled in bulk
 * @param catalog what the catalogue is measured with
 * @param only sections to run; empty for all
 */
record Settings(
        int machines, int month, Duration measure, Size size, Catalogue catalog, List<String> only, Path report) {
    private static final int FEED = 181_000;

    /**
     * What is filled in bulk.
     *
     * @param machines of which a tenth has a position and a tenth a plan; none, and no samples, with 0
     * @param rows of a feed
     * @param manyRows of the large feed; none with 0
     * @param releases of the OCDS file that is imported
     * @param tenders of the large search; none with 0
     */
    record Size(int machines, long samples, int rows, int manyRows, int releases, int tenders) {}

    /**
     * What the catalogue is measured with.
     *
     * @param products of the tenant
     * @param manyProducts of the large search; none with 0
     * @param names a file of labelled names; null for those of the project
     */
    record Catalogue(int products, int manyProducts, Path names) {
        static Catalogue of(List<String> given, boolean quick) {
            var names = value(given, "--names", null);
            return new Catalogue(
                    Integer.parseInt(value(given, "--products", quick ? "10000" : "100000")),
                    Integer.parseInt(value(given, "--scale-products", quick ? "0" : "1000000")),
                    names == null ? null : Path.of(names));
        }
    }

    static final String USAGE = """
            deploy/benchmarks/run [--quick] [--machines N] [--only SECTION,...]
                [--scale-machines N] [--scale-samples N] [--rows N] [--scale-rows N]
                [--releases N] [--scale-tenders N] [--products N] [--scale-products N]
                [--names FILE] [--report FILE]

              --quick            2,000 machines, 18,100 rows, 2,000 releases, 10,000 products, a fiftieth of the
                                 other rows, short measurements and no scale: a look, not a result
              --machines         machines in the tenant (10,000)
              --only             of equipment-service: reads, overview, telemetry, relay, footprint, scale;
                                 of vehicle-service: market, market-scale;
                                 of procurement-service: tenders, tenders-scale;
                                 of catalog-service: catalog, catalog-scale
              --scale-machines   machines that scale adds (1,000,000)
              --scale-samples    samples that scale adds (10,000,000; at least 1,000,000)
              --rows             rows of the auction feed that market imports (181,000)
              --scale-rows       rows of the feed that market-scale imports (1,810,000)
              --releases         releases that tenders imports (100,000)
              --scale-tenders    tenders that tenders-scale searches (1,000,000)
              --products         products that catalog searches, matches and sells (100,000); it imports a fifth as many
              --scale-products   products that catalog-scale searches and imports (1,000,000)
              --names            labelled names for catalog, tab-separated with a header: name, UNSPSC code, title
                                 (those that the project holds)
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
                        Long.parseLong(value(given, "--scale-samples", "10000000")),
                        Integer.parseInt(value(given, "--rows", String.valueOf(quick ? FEED / 10 : FEED))),
                        Integer.parseInt(value(given, "--scale-rows", String.valueOf(quick ? 0 : FEED * 10))),
                        Integer.parseInt(value(given, "--releases", quick ? "2000" : "100000")),
                        Integer.parseInt(value(given, "--scale-tenders", quick ? "0" : "1000000"))),
                Catalogue.of(given, quick),
                given.contains("--only") ? List.of(value(given, "--only", "").split(",")) : List.of(),
                Path.of(value(
                        given,
                        "--report",
                        home.resolve(".quartermaster/benchmark.md").toString())));
    }

    static String value(List<String> given, String name, String otherwise) {
        var at = given.indexOf(name);
        return at < 0 || at + 1 >= given.size() ? otherwise : given.get(at + 1);
    }

    boolean runs(String section) {
        return only.isEmpty() || only.contains(section);
    }

    boolean runsAny(String... sections) {
        return Stream.of(sections).anyMatch(this::runs);
    }
}
