package org.quartermaster.equipment.samples;

import java.util.List;

/** One page of a machine's samples. */
record SamplePage(String equipmentId, List<SampleView> items, String nextCursor) {}
