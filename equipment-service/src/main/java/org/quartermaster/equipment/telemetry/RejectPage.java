package org.quartermaster.equipment.telemetry;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of refused samples. */
@Schema(name = "TelemetryRejectPage")
record RejectPage(List<RejectView> items, long total, boolean totalExact, String nextCursor) {}
