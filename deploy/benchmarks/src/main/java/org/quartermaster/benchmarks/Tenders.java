package org.quartermaster.benchmarks;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Locale;

/** Public tenders: their import, search, alerts, questions and digests, and who signs in to them. */
final class Tenders {
    private static final int FEW = 10_100;
    private static final double TIMES = 1.5;
    private static final double MATCH_MILLIS = 100;
    private static final double MATCHES_SECONDS = 30;
    private static final double ALERTS_MEGABYTES = 200;
    private static final int MANY = 1_000;

    private final Run run;

    Tenders(Run run) {
        this.run = run;
    }

    void measure() throws IOException, SQLException, InterruptedException {
        var mass = new TenderMass(run.stand());
        mass.organization(SignIn.passwordHash());
        new ReleaseImport(run).measure();
        alerts();
        new SignIn(run).measure();
        new TenderWork(run, mass).measure();
        mass.tenders(FEW);
        new TenderSearch(run, FEW, TIMES).measure();
    }

    private void alerts() throws IOException, InterruptedException {
        var alerts = run.settings().size().releases();
        var many = Math.min(MANY, alerts);
        var measured = new InService(run.stand()).run(AlertMatching.class, alerts, many);
        var among = " against " + alerts + " alerts";
        run.report().below("memory of " + alerts + " alerts", measured.get(0), "MB", ALERTS_MEGABYTES);
        run.report()
                .below(
                        String.format(Locale.ROOT, "a new tender%s, %.0f of which meet it", among, measured.get(2)),
                        measured.get(1),
                        "ms",
                        MATCH_MILLIS);
        run.report().below(many + " new tenders" + among, measured.get(3), "s", MATCHES_SECONDS);
    }
}
