package org.quartermaster.benchmarks;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.sql.SQLException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Requests for quotation of 500 lines: read and matched, and a quotation drafted from them. */
final class RequestWork {
    private static final int LINES = 500;
    private static final int FEW = 50;
    private static final int PAGES = 100;
    private static final double READ_SECONDS = 10;
    private static final double DRAFT_SECONDS = 2;

    private final Run run;
    private final Requests requests;
    private final WantedArticles wanted;

    RequestWork(Run run) throws SQLException {
        this.run = run;
        this.requests = new Requests(new Api(run.stand()));
        this.wanted = new WantedArticles(run.stand());
    }

    void measure() throws IOException, SQLException, InterruptedException {
        var against = LINES + " lines against " + run.settings().catalog().products() + " products";
        requests.text("first", text(LINES, 0));
        var rfp = timed("request of " + against, () -> requests.text("many", text(LINES, 1)));
        run.report().note("its lines: " + rfp.getJsonObject("counts").encode());
        var pdf = PlainPdf.of(PAGES, text(LINES, 2));
        requireLines(timed("PDF of " + PAGES + " pages, " + against, () -> requests.file("many.pdf", pdf)));
        quote(rfp);
    }

    /** A request that is sent and analysed. */
    private interface Analysis {
        JsonObject run() throws IOException, InterruptedException;
    }

    private JsonObject timed(String what, Analysis analysis) throws IOException, InterruptedException {
        var service = run.stand().service.pid();
        var cpu = Machine.cpuSeconds(service);
        var begin = System.nanoTime();
        var rfp = analysis.run();
        run.report().below(what, Imports.since(begin), "s", READ_SECONDS);
        run.report()
                .note(what + ": processor time of the service " + Report.number(Machine.cpuSeconds(service) - cpu)
                        + " s");
        return rfp;
    }

    private String text(int lines, int turn) {
        return IntStream.rangeClosed(1, lines)
                .mapToObj(n -> n + ". " + wanted.line(n + turn * lines))
                .collect(Collectors.joining("\n"));
    }

    private static void requireLines(JsonObject rfp) {
        var found = rfp.getJsonObject("counts").getInteger("lines");
        if (found != LINES) {
            throw new IllegalStateException(found + " lines: " + rfp.getJsonArray("warnings"));
        }
    }

    private void quote(JsonObject many) throws IOException, SQLException, InterruptedException {
        requireLines(many);
        var few = requests.text("few", text(FEW, 3));
        var ofFew = Ask.least(run.stand(), () -> requests.quote(few.getLong("id")));
        var ofMany = Ask.least(run.stand(), () -> requests.quote(many.getLong("id")));
        var begin = System.nanoTime();
        requests.quote(many.getLong("id"));
        run.report().below("quotation of " + LINES + " lines, drafted", Imports.since(begin), "s", DRAFT_SECONDS);
        run.report().atMost("statements for it", ofMany, "", FEW + " lines", ofFew, 1);
    }
}
