package org.quartermaster.procurement.usage;

/** What users do that is counted. */
public enum UsageAction {
    SEARCH,
    EXPORT,
    QUESTION
}
