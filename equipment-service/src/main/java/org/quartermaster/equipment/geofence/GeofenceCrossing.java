package org.quartermaster.equipment.geofence;

import java.time.Instant;

/**
 * That a machine entered or left a zone, as events and the list of a zone's events show it.
 *
 * @param at device time of the position that settled it
 */
record GeofenceCrossing(
        String zoneId,
        String zoneName,
        String zoneNameAr,
        String equipmentId,
        String equipmentName,
        Crossing event,
        Instant at,
        Double lat,
        Double lon) {}
