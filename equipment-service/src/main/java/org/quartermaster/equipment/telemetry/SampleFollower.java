package org.quartermaster.equipment.telemetry;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.quartermaster.platform.change.UnitOfWork;

/**
 * What watches the samples of machines, in the transaction that takes them and under the locks of the machines.
 * NB: called once for all machines of a chunk; rules are read for all at once, so that a chunk of which nothing
 * follows costs the same however many machines it holds.
 */
public interface SampleFollower {
    Uni<Void> follow(UnitOfWork unit, List<Moved> moved);
}
