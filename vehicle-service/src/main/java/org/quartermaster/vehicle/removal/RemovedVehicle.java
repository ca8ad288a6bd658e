package org.quartermaster.vehicle.removal;

import java.time.Instant;
import java.util.List;

/**
 * What everybody is told of a removal: what to forget, or what is back, and nothing else of it.
 *
 * @param restoredAt null while it is removed
 */
record RemovedVehicle(String vin, Instant removedAt, Instant restoredAt, List<Long> lotIds) {}
