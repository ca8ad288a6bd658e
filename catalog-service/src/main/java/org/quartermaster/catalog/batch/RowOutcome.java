package org.quartermaster.catalog.batch;

import java.util.ArrayList;
import java.util.List;
import org.quartermaster.platform.change.Change;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.Problem.FieldError;

/**
 * What became of a row of a file.
 *
 * @param before what it is about as it was; null for what is new
 * @param after as it is now; null where it was not taken
 * @param changes what is to be told and logged of it
 * @param isMaterial whether consumers hear of it by an event of its own
 * @param errors why it was rejected
 * @param notes what was seen, to be counted
 */
public record RowOutcome(
        long line,
        State state,
        Object before,
        Object after,
        List<Change> changes,
        boolean isMaterial,
        List<FieldError> errors,
        List<String> notes) {

    /** The ends that a row can come to. */
    public enum State {
        CREATED,
        UPDATED,
        UNCHANGED,
        REJECTED,
        SKIPPED
    }

    /** A row that says nothing new. */
    public static RowOutcome unchanged(long line, Object now) {
        return new RowOutcome(line, State.UNCHANGED, now, now, List.of(), false, List.of(), List.of());
    }

    /** A row that says less than what is known from a better source. */
    public static RowOutcome skipped(long line) {
        return new RowOutcome(line, State.SKIPPED, null, null, List.of(), false, List.of(), List.of());
    }

    /** A row that cannot be taken. */
    public static RowOutcome rejected(long line, List<FieldError> errors) {
        return new RowOutcome(line, State.REJECTED, null, null, List.of(), false, errors, List.of());
    }

    /** As above, for one reason. */
    public static RowOutcome rejected(long line, String field, String code, Object... arguments) {
        return rejected(line, List.of(new FieldError(field, code, arguments)));
    }

    /** As above, for what a rule refused. */
    public static RowOutcome rejected(long line, Problem problem) {
        return rejected(
                line,
                problem.errors().isEmpty()
                        ? List.of(new FieldError("", problem.type().code(), problem.arguments()))
                        : problem.errors());
    }

    /** A row that made something new, or changed it. */
    public static RowOutcome written(long line, Object before, Object after, boolean isMaterial, Change... changes) {
        var state = before == null ? State.CREATED : State.UPDATED;
        return new RowOutcome(line, state, before, after, List.of(changes), isMaterial, List.of(), List.of());
    }

    /** The same with another note. */
    public RowOutcome noting(String note) {
        var more = new ArrayList<>(notes);
        more.add(note);
        return new RowOutcome(line, state, before, after, changes, isMaterial, errors, List.copyOf(more));
    }

    /** The same with more that changed; what was unchanged is updated with it. */
    public RowOutcome with(List<Change> more) {
        var all = new ArrayList<>(changes);
        all.addAll(more);
        var now = state == State.UNCHANGED ? State.UPDATED : state;
        return new RowOutcome(line, now, before, after, List.copyOf(all), isMaterial, errors, notes);
    }

    /** Whether it left a trace in the database. */
    public boolean isWritten() {
        return state == State.CREATED || state == State.UPDATED;
    }
}
