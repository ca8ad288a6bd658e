package org.quartermaster.benchmarks;

/** What a workshop looks at all day: counts, alerts, search, the nearest machine. One client. */
final class Overview {
    private static final int ALERTS = 2_000;
    private static final int ROUNDS = 300;

    private final Run run;

    Overview(Run run) {
        this.run = run;
    }

    void measure() {
        raiseAlerts();
        latency("stats", "/api/v1/equipment/stats", 10);
        latency("alerts, default page, 2,000 open", "/api/v1/equipment/alerts", 10);
        latency("list with q", "/api/v1/equipment?q=halden%20pump", 20);
        try (var one = new Load(1)) {
            var nearest = one.run(ROUNDS, n -> {
                var machine = (int) (n * 31 % run.machines().size());
                return run.get(
                        "/api/v1/equipment/nearest?lat=" + Fleet.latitude(machine) + "&lon=" + Fleet.longitude(machine),
                        n);
            });
            run.report().below("nearest 10, p50", Run.good("nearest", nearest).millis(0.5), "ms", 5);
        }
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

    private void latency(String what, String path, double ceiling) {
        try (var one = new Load(1)) {
            one.run(ROUNDS, n -> run.get(path, n));
            var result = Run.good(what, one.run(ROUNDS, n -> run.get(path, n)));
            run.report().below(what + ", p50", result.millis(0.5), "ms", ceiling);
        }
    }
}
