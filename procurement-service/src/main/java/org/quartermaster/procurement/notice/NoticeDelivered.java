package org.quartermaster.procurement.notice;

import java.util.UUID;

/**
 * How a notification left, or did not.
 *
 * @param channel {@code email} or {@code webhook}
 */
record NoticeDelivered(UUID notificationId, String channel, String state) {}
