package org.quartermaster.procurement.usage;

/** What users do that is noted. */
public enum UsageAction {
    SEARCH,
    VIEW,
    QUESTION,
    EXPORT,
    API_CALL
}
