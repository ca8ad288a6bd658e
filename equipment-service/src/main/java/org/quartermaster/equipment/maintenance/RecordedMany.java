package org.quartermaster.equipment.maintenance;

import java.util.List;

/** The records that one request made, and what each closed. */
record RecordedMany(List<Recorded> records, int count) {}
