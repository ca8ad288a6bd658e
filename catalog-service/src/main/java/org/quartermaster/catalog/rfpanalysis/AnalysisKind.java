package org.quartermaster.catalog.rfpanalysis;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.quartermaster.catalog.matching.Matching;
import org.quartermaster.catalog.rfp.RfpService;
import org.quartermaster.catalog.rfpline.RfpLine;
import org.quartermaster.catalog.rfpreading.UnreadableFile;
import org.quartermaster.platform.db.DatabaseJson;
import org.quartermaster.platform.job.JobKind;
import org.quartermaster.platform.job.JobRun;
import org.quartermaster.platform.security.Roles;

/**
 * Reads the document of a request and matches its lines, as a job: one that is begun again after its worker died does
 * all of it again, and one whose request was deleted ends.
 */
@ApplicationScoped
class AnalysisKind implements JobKind {
    private static final Duration MOST = Duration.ofMinutes(5);

    private final Analysis analysis;
    private final Matching matching;
    private final TenderDrafts drafts;
    private final DatabaseJson json;

    @Inject
    AnalysisKind(Analysis analysis, Matching matching, TenderDrafts drafts, DatabaseJson json) {
        this.analysis = analysis;
        this.drafts = drafts;
        this.matching = matching;
        this.json = json;
    }

    /** What the job shows. */
    record Analyzed(long rfpId, String failureCode) {}

    @Override
    public String name() {
        return RfpService.ANALYSIS;
    }

    @Override
    public String role() {
        return Roles.OPERATOR;
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public Outcome run(JobRun run) throws InterruptedException {
        var id = run.parameters().path("rfp_id").longValue();
        if (!run.write(unit -> analysis.begin(unit, id))) {
            return Outcome.succeeded(new Analyzed(id, null));
        }
        var failure = failure(run, id);
        if (failure == null) {
            return Outcome.succeeded(new Analyzed(id, null));
        }
        run.write(unit -> analysis.fail(unit, id, failure));
        return Outcome.failed(new Analyzed(id, failure));
    }

    /** The code of why the document gives nothing, or null when all is done. */
    private String failure(JobRun run, long id) throws InterruptedException {
        var limit = new TimeLimit(MOST);
        try {
            var started = System.nanoTime();
            var source = run.read(Source.SELECT, run.caller().tenant(), id);
            if (source.size() > 0) {
                var read = limit.run(
                        () -> ReadRequest.of(Source.of(source.iterator().next()), json));
                var readAt = System.nanoTime();
                run.write(unit -> analysis.keep(unit, id, read));
                match(run, id, limit, new Timed(read, started, readAt));
            }
            return null;
        } catch (ExecutionException failed) {
            return code(failed.getCause());
        } catch (TimeoutException late) {
            return "rfp.timeout";
        }
    }

    /** What was read, and when its reading began and ended, in nanoseconds of the process. */
    private record Timed(ReadRequest read, long started, long readAt) {
        Analysis.Timings until(long now) {
            return new Analysis.Timings((readAt - started) / 1_000_000, (now - readAt) / 1_000_000);
        }
    }

    private void match(JobRun run, long id, TimeLimit limit, Timed timed) throws TimeoutException {
        var open = run.write(unit -> analysis.open(unit, id));
        var found = new ArrayList<Analysis.FoundLine>();
        for (var from = 0; from < open.size(); from += Matching.TOGETHER) {
            limit.check();
            run.progress(from, (long) open.size());
            var part = open.subList(from, Math.min(open.size(), from + Matching.TOGETHER));
            found.addAll(match(run, part));
        }
        limit.check();
        var timings = timed.until(System.nanoTime());
        run.write(
                unit -> analysis.finish(unit, id, timed.read(), found, timings).chain(() -> drafts.draft(unit, id)));
    }

    private List<Analysis.FoundLine> match(JobRun run, List<RfpLine> lines) {
        var wishes = lines.stream().map(RfpLine::wish).toList();
        var matches = run.await(() -> matching.match(run.caller(), wishes));
        var found = new ArrayList<Analysis.FoundLine>();
        for (var i = 0; i < lines.size(); i++) {
            found.add(new Analysis.FoundLine(lines.get(i), wishes.get(i), matches.get(i)));
        }
        return found;
    }

    private static String code(Throwable failure) {
        if (failure instanceof UnreadableFile unreadable) {
            return unreadable.reason().code();
        }
        Log.warn("a request cannot be read", failure);
        return UnreadableFile.Reason.UNREADABLE.code();
    }
}
