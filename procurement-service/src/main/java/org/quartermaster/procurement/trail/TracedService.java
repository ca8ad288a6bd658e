package org.quartermaster.procurement.trail;

/** The services whose changes the trail shows. */
enum TracedService {
    EQUIPMENT,
    VEHICLE,
    CATALOG,
    PROCUREMENT
}
