package org.quartermaster.vehicle.imports;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.quartermaster.platform.job.JobRun;
import org.quartermaster.vehicle.feed.RowVerdict;

/** Tells by the job how far an import is: its phase, the bytes of its file, and what was found in its records so far. */
final class ImportProgress {
    private static final int RECORDS_A_LOOK = 500;

    private final JobRun run;
    private final long bytes;
    private final long[] verdicts = new long[RowVerdict.values().length];
    private long rows;
    private long begun;

    ImportProgress(JobRun run, long bytes) {
        this.run = run;
        this.bytes = bytes;
    }

    /** The file is compared with its hash, and its header is read. */
    void validating() {
        run.phase("validating", Map.of());
    }

    void copying() {
        begun = System.nanoTime();
        tell("copying");
    }

    /** Another record went to the database. */
    void copied(RowVerdict verdict, long bytesRead) {
        verdicts[verdict.ordinal()]++;
        if (++rows % RECORDS_A_LOOK == 0) {
            run.progress(bytesRead, bytes);
            tell("copying");
        }
    }

    /** All records are in the database; called again before each step of the merge, each of which can be the last. */
    void merging() {
        run.progress(bytes, bytes);
        tell("merging");
    }

    private void tell(String phase) {
        var counts = new LinkedHashMap<String, Long>();
        counts.put("rows", rows);
        counts.put("rows_per_second", rate());
        counts.put("repaired", verdicts[RowVerdict.REPAIR.ordinal()]);
        counts.put("flagged", verdicts[RowVerdict.FLAG.ordinal()]);
        counts.put("quarantined", verdicts[RowVerdict.QUARANTINE.ordinal()]);
        run.phase(phase, counts);
    }

    private long rate() {
        var nanos = System.nanoTime() - begun;
        return nanos <= 0 ? 0 : Math.round((double) rows * TimeUnit.SECONDS.toNanos(1) / nanos);
    }
}
