package org.quartermaster.procurement.notice;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A notification as its events show it. */
public record NoticeEvent(
        UUID notificationId,
        UUID userId,
        NoticeType type,
        String title,
        String message,
        Map<String, Object> payload,
        String tenderId,
        List<UUID> alertIds,
        Instant sentAt) {

    static NoticeEvent of(UUID id, Notice notice, Instant at) {
        return new NoticeEvent(
                id,
                notice.userId(),
                notice.type(),
                notice.title(),
                notice.message(),
                notice.payload(),
                notice.tenderId(),
                notice.alertIds(),
                at);
    }
}
