package org.quartermaster.procurement.changes;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A part of the feed, and the place to go on from, which is there at the end too. */
@Schema(name = "OcdsChangePage")
public record ChangePage(List<ChangeView> items, String nextCursor) {}
