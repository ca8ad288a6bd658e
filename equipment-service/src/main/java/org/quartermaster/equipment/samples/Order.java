package org.quartermaster.equipment.samples;

/** Which end of a history comes first. */
enum Order {
    NEWEST,
    OLDEST
}
