package org.quartermaster.catalog.reference;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.quartermaster.platform.job.JobError;

/** Holds the rows of a file against those of the database and counts what becomes of them. */
public final class Tally<R> {
    private static final int PREVIEW = 20;

    private final Map<String, R> known;
    private final Consumer<JobError> errors;
    private final Set<String> seen = new HashSet<>();
    private final List<R> created = new ArrayList<>();
    private final List<R> updated = new ArrayList<>();
    private final List<ImportReport.Preview> preview = new ArrayList<>();
    private long unchanged;
    private long rejected;
    private long deleted;

    /**
     * @param known the rows of the database by their keys
     * @param errors is told of each row that is rejected
     */
    public Tally(Map<String, R> known, Consumer<JobError> errors) {
        this.known = known;
        this.errors = errors;
    }

    /** Counts a row; one whose key came before in the file is rejected. */
    public void take(long line, String key, R row) {
        if (!seen.add(key)) {
            reject(line, null, "reference.duplicate_row", key);
            return;
        }
        var before = known.get(key);
        if (row.equals(before)) {
            unchanged++;
            return;
        }
        (before == null ? created : updated).add(row);
        if (preview.size() < PREVIEW) {
            preview.add(new ImportReport.Preview(line, before, row));
        }
    }

    /** Counts a row that cannot be taken. */
    public void reject(long line, String column, String code, Object... arguments) {
        rejected++;
        errors.accept(JobError.of(line, column, code, arguments));
    }

    /** Counts rows of the database that the file lacks. */
    public void deleted(long rows) {
        deleted += rows;
    }

    /** Whether the key came in the file. */
    public boolean hasSeen(String key) {
        return seen.contains(key);
    }

    /** The keys of the database that did not come in the file. */
    public List<String> unseen() {
        return known.keySet().stream().filter(key -> !seen.contains(key)).toList();
    }

    /** The rows that the database lacks. */
    public List<R> created() {
        return created;
    }

    /** The rows that the database has otherwise. */
    public List<R> updated() {
        return updated;
    }

    /** The new and the changed rows. */
    public List<R> changed() {
        var all = new ArrayList<>(created);
        all.addAll(updated);
        return all;
    }

    /** What became of the rows. */
    public ImportReport report(String kind, boolean dryRun) {
        return new ImportReport(
                kind,
                dryRun,
                created.size() + updated.size() + unchanged + rejected,
                created.size(),
                updated.size(),
                unchanged,
                rejected,
                0,
                deleted,
                dryRun ? List.copyOf(preview) : null);
    }
}
