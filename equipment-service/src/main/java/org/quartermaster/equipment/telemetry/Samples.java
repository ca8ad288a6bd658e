package org.quartermaster.equipment.telemetry;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;

/** The samples of a body, one after the other. Blocking. */
interface Samples {
    /** The next sample, or null after the last. */
    Offer next() throws IOException;

    /** The most that one body may hold. */
    int limit();

    /**
     * The next samples, at most {@code size}; empty after the last.
     *
     * @throws Problem 400 when the body breaks off or cannot be read, 413 when it holds too many
     */
    default List<Offer> next(int size, int before) {
        try {
            var offers = new ArrayList<Offer>(size);
            Offer offer;
            while (offers.size() < size && (offer = next()) != null) {
                offers.add(offer);
                if (before + offers.size() > limit()) {
                    throw Problem.of(ProblemType.TOO_LARGE);
                }
            }
            return offers;
        } catch (IOException broken) {
            throw Problem.of(ProblemType.BAD_REQUEST);
        }
    }
}
