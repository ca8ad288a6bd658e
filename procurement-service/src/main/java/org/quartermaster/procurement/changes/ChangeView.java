package org.quartermaster.procurement.changes;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One change of a tender in the feed; release and date are null where no release made it. */
@Schema(name = "OcdsChange")
public record ChangeView(
        String ocid, String tenderId, List<String> classes, int materialVersion, String releaseId, Instant date) {}
