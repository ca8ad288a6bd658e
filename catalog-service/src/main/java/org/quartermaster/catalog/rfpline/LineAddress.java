package org.quartermaster.catalog.rfpline;

import org.quartermaster.catalog.rfp.RfpRepository;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;

/** Where a line stands: its request and its number there. */
record LineAddress(long rfp, int lineNo) {

    /** As a path says it; 404 for what can be none. */
    static LineAddress of(String rfp, String lineNo) {
        var number = RfpRepository.id(lineNo);
        if (number != (int) number) {
            throw Problem.of(ProblemType.NOT_FOUND);
        }
        return new LineAddress(RfpRepository.id(rfp), (int) number);
    }
}
