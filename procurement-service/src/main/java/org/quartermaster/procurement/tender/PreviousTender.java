package org.quartermaster.procurement.tender;

/** What a change of state replaced, in events. */
public record PreviousTender(String status) {}
