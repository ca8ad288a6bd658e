package org.quartermaster.equipment.machine;

import org.quartermaster.platform.problem.Problem;

/** What is wrong with one row of a table. */
public final class RowProblem extends RuntimeException {
    private final long line;
    private final transient Problem problem;

    RowProblem(long line, Problem problem) {
        super(problem.getMessage(), problem, false, false);
        this.line = line;
        this.problem = problem;
    }

    public long line() {
        return line;
    }

    public Problem problem() {
        return problem;
    }
}
