package org.quartermaster.procurement.ocds.row;

import java.time.ZoneId;

/** What a row takes from the source of its releases; currency and country may be null. */
public record SourceFacts(ZoneId zone, String defaultCurrency, String country) {}
