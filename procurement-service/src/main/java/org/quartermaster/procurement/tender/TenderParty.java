package org.quartermaster.procurement.tender;

import java.util.UUID;

/** Who has which part in a tender. */
public record TenderParty(UUID entityId, String name, String entityType) {}
