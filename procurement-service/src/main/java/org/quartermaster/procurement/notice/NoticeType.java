package org.quartermaster.procurement.notice;

/** What a notification is about. */
public enum NoticeType {
    ALERT_MATCH,
    BILLING,
    QUOTA,
    SECURITY,
    MESSAGE,
    QUOTATION,
    INVENTORY,
    EQUIPMENT,
    SYSTEM
}
