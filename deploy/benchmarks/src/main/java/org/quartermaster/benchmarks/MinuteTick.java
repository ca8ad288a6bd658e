package org.quartermaster.benchmarks;

import java.sql.SQLException;

/** What the minute tick takes when one plan in a hundred is due, and what it reads for it. */
final class MinuteTick {
    private static final int SHARE_DUE = 100;
    private static final long WAIT_SECONDS = 180;

    private static final String RAISED = "select count(*) from equipment_alerts where tenant_id = '" + Stand.TENANT
            + "' and kind = 'maintenance' and created_at > '%s'";
    private static final String TOOK = "select extract(epoch from clock_timestamp() - min(created_at)) from"
            + " equipment_alerts where tenant_id = '" + Stand.TENANT
            + "' and kind = 'maintenance' and created_at > '%s'";
    private static final String ROWS_READ = "select seq_tup_read + coalesce(idx_tup_fetch, 0) from"
            + " pg_stat_user_tables where relname = 'maintenance_plans'";

    private final Run run;
    private final Mass mass;

    MinuteTick(Run run, Mass mass) {
        this.run = run;
        this.mass = mass;
    }

    void measure() throws SQLException, InterruptedException {
        var plans = run.settings().size().machines() / 10;
        var due = plans / SHARE_DUE;
        mass.plans(due + 1, plans, false);
        mass.execute("vacuum (analyze) maintenance_plans", "vacuum (analyze) equipment_alerts");
        var before = mass.number(ROWS_READ);
        var begin = java.time.Instant.now();
        var took = new double[1];
        var memory = new Memory(run);
        var calm = memory.peak(() -> Thread.sleep(2_000));
        var peak = memory.peak(() -> {
            mass.plans(1, due, true);
            await(RAISED.formatted(begin), due);
            took[0] = mass.number(TOOK.formatted(begin));
        });
        // Until every session of the service has told its statistics.
        Thread.sleep(11_000);
        var what = "minute tick, " + plans + " plans, " + due + " due";
        run.report().below(what, took[0], "s", 5);
        run.report().below(what + ": rows of plans read", mass.number(ROWS_READ) - before, "rows", plans / 10.0);
        run.report().atMost(what + ": peak resident memory", peak, "MB", "at rest", calm, Memory.FLAT);
    }

    private void await(String sql, int count) throws SQLException, InterruptedException {
        var end = System.nanoTime() + WAIT_SECONDS * 1_000_000_000L;
        while (mass.number(sql) < count) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the tick did not raise " + count + " alerts");
            }
            Thread.sleep(20);
        }
    }
}
