package org.quartermaster.equipment.offer;

import java.time.Instant;
import java.util.List;
import org.quartermaster.equipment.maintenance.PastService;

/**
 * What an event tells of a vehicle of the tenant.
 *
 * @param services what was done to it under its former owner
 * @param at when the event happened
 */
record VehicleNews(
        String eventId, Instant at, String assetId, String vin, Proposal proposal, List<PastService> services) {}
