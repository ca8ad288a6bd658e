package org.quartermaster.procurement.ocds;

import java.util.Locale;

/** What can be wrong with OCDS data; the names in lower case are the stable codes that users see. */
public enum IssueCode {
    NOT_JSON(Severity.ERROR),
    NOT_AN_OBJECT(Severity.ERROR),
    INVALID_ENCODING(Severity.ERROR),
    TRUNCATED(Severity.ERROR),
    UNREADABLE_INPUT(Severity.ERROR),
    TOO_DEEP(Severity.ERROR),
    VALUE_TOO_LARGE(Severity.ERROR),
    OCID_MISSING(Severity.ERROR),
    DATE_UNREADABLE(Severity.ERROR),
    REQUIRED_MISSING(Severity.ERROR),
    WRONG_TYPE(Severity.ERROR),
    WRONG_FORMAT(Severity.ERROR),
    NOT_ALLOWED(Severity.ERROR),
    TOO_SHORT(Severity.ERROR),
    TOO_FEW(Severity.ERROR),
    NOT_UNIQUE(Severity.ERROR),
    INCONSISTENT_TYPE(Severity.ERROR),
    CODE_NOT_LISTED(Severity.WARNING),
    DUPLICATE_KEY(Severity.WARNING),
    CHARACTER_REMOVED(Severity.WARNING),
    ID_GENERATED(Severity.WARNING),
    DATE_COMPLETED(Severity.WARNING),
    RELEASE_LINKED(Severity.WARNING),
    PACKAGE_FAULT(Severity.WARNING),
    DUPLICATE_ID(Severity.WARNING),
    CURRENCY_ASSUMED(Severity.WARNING),
    NUMBER_DROPPED(Severity.WARNING),
    NEGATIVE_AMOUNT(Severity.WARNING),
    DATE_DROPPED(Severity.WARNING),
    CPV_MALFORMED(Severity.WARNING),
    EXPORT_MENDED(Severity.WARNING);

    /** How bad an issue is: strict imports reject a release for an error of the schema. */
    public enum Severity {
        ERROR,
        WARNING
    }

    private final Severity severity;

    IssueCode(Severity severity) {
        this.severity = severity;
    }

    public Severity severity() {
        return severity;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
