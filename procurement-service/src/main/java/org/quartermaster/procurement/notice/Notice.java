package org.quartermaster.procurement.notice;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a user of the tenant is to be told.
 *
 * @param payload what a client needs beyond the text; never a secret
 * @param dedupeKey a user is told once of each; such as the id of the event behind it
 * @param tenderId or null
 * @param alertIds the alerts behind it; mostly none
 */
public record Notice(
        UUID userId,
        NoticeType type,
        String title,
        String message,
        Map<String, Object> payload,
        String dedupeKey,
        String tenderId,
        List<UUID> alertIds) {

    /** A notice that is about no tender. */
    public static Notice of(UUID userId, NoticeType type, String title, String message, String dedupeKey) {
        return new Notice(userId, type, title, message, Map.of(), dedupeKey, null, List.of());
    }

    /** The same for another user. */
    Notice to(UUID user) {
        return new Notice(user, type, title, message, payload, dedupeKey, tenderId, alertIds);
    }

    /** The same with details for clients. */
    public Notice with(Map<String, Object> details) {
        return new Notice(userId, type, title, message, details, dedupeKey, tenderId, alertIds);
    }
}
