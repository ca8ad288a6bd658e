package org.quartermaster.benchmarks;

import java.io.IOException;
import java.sql.SQLException;

/** Searches and facets among a million tenders. */
final class TenderScale {
    private static final double TIMES = 2;
    private static final double FACETS_MILLIS = 500;

    private final Run run;

    TenderScale(Run run) {
        this.run = run;
    }

    void measure() throws IOException, SQLException, InterruptedException {
        var rows = run.settings().size().tenders();
        var mass = new TenderMass(run.stand());
        mass.organization(SignIn.passwordHash());
        mass.tenders(rows);
        var search = new TenderSearch(run, rows, TIMES);
        search.measure();
        search.facets(FACETS_MILLIS);
    }
}
