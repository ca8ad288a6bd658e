package org.quartermaster.procurement.load;

import java.util.UUID;

/** A process as it stands. */
record StoredProcess(UUID id, String ocid, String buyerKey, String tenderId, boolean isWelded) {}
