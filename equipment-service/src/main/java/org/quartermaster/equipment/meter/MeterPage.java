package org.quartermaster.equipment.meter;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of meters. */
@Schema(name = "MeterPage")
record MeterPage(List<MeterView> items, long total, boolean totalExact, String nextCursor) {}
