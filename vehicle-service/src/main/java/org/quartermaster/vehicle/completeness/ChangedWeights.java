package org.quartermaster.vehicle.completeness;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.quartermaster.platform.rest.Versioned;

/**
 * A new version of weights.
 *
 * @param rescoreJobId the job that brings the scores up to date; null where they are worked out when they are read
 */
record ChangedWeights(@JsonUnwrapped WeightSet weights, String rescoreJobId) implements Versioned {
    @Override
    public long version() {
        return weights.version();
    }
}
