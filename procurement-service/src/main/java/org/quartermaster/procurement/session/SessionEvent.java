package org.quartermaster.procurement.session;

import java.util.UUID;

/** What the event of an ended session tells: its tokens are refused from then on. */
record SessionEvent(UUID sessionId, UUID userId, String reason) {}
