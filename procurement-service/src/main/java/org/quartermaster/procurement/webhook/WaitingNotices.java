package org.quartermaster.procurement.webhook;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.UUID;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.procurement.notice.Deliveries;

/** Notices that wait for an endpoint which gets nothing any more. */
final class WaitingNotices {
    private static final String WAITING = """
            select distinct notification_id from procurement.webhook_deliveries
            where tenant_id = $1 and webhook_id = $2 and state = 'pending' and notification_id is not null
            """;

    private WaitingNotices() {}

    /** Ends them with a reason; one that is sent after all, because the endpoint is made to work again, is sent. */
    static Uni<Void> end(UnitOfWork unit, UUID webhook, String reason) {
        return unit.run(WAITING, unit.caller().tenant(), webhook).chain(rows -> {
            var notices = new ArrayList<UUID>();
            rows.forEach(row -> notices.add(row.getUUID(0)));
            return notices.isEmpty()
                    ? Uni.createFrom().voidItem()
                    : Deliveries.dead(unit, notices, Deliveries.WEBHOOK, reason);
        });
    }
}
