package org.quartermaster.procurement.usage;

/** What an organization uses up that is counted by the day; exports are counted with their quota. */
public enum Resource {
    /** A request with an API key. */
    API_CALL,
    /** An event that an endpoint has taken. */
    WEBHOOK_DELIVERY,
    /** A mail in the organization's name, once however often it has to be sent. */
    EMAIL,
    /** A document whose text was read. */
    DOCUMENT_EXTRACTION
}
