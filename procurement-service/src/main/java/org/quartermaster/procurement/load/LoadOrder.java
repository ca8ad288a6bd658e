package org.quartermaster.procurement.load;

import java.time.Instant;
import org.quartermaster.procurement.source.Source;

/**
 * What releases are loaded for.
 *
 * @param jobId of the import; its issues and releases carry it
 * @param strict whether a release with an error of the schema is refused
 * @param silent whether alerts are to pass over what changes
 */
public record LoadOrder(String jobId, Source source, boolean strict, boolean silent, Instant now) {}
