package org.quartermaster.benchmarks;

import java.util.function.LongFunction;

/** What a workshop looks at all day: counts, alerts, search, the nearest machine. One client. */
final class Overview {
    private static final int ALERTS = 2_000;

    private final Run run;

    Overview(Run run) {
        this.run = run;
    }

    void measure() {
        raiseAlerts();
        latency("stats", n -> "/api/v1/equipment/stats", 10);
        latency("alerts, default page, 2,000 open", n -> "/api/v1/equipment/alerts", 10);
        latency("list with q", n -> "/api/v1/equipment?q=halden%20pump", 20);
        latency(
                "nearest 10",
                n -> {
                    var machine = (int) (n * 31 % run.machines().size());
                    return "/api/v1/equipment/nearest?lat=" + Fleet.latitude(machine) + "&lon="
                            + Fleet.longitude(machine);
                },
                5);
    }

    private void raiseAlerts() {
        var count = Math.min(ALERTS, run.machines().size());
        var body = "{\"maintenance_type\":\"tire_check\",\"description\":\"Check the tyres\"}";
        Run.good(
                "alerts",
                run.load()
                        .run(
                                count,
                                n -> run.post(
                                        "/api/v1/equipment/" + run.machines().get((int) n) + "/alerts", n, body)));
    }

    private void latency(String what, LongFunction<String> path, double ceiling) {
        run.report().below(what + ", p50", run.median(what, path), "ms", ceiling);
    }
}
