package org.quartermaster.vehicle.feed;

/** What can be said about a record of a file; information alone does not change its verdict. */
public enum Code {
    TOO_FEW_COLUMNS(RowVerdict.QUARANTINE),
    TOO_MANY_COLUMNS(RowVerdict.QUARANTINE),
    UNTERMINATED_QUOTE(RowVerdict.QUARANTINE),
    LOT_NUMBER_MISSING(RowVerdict.QUARANTINE),
    LOT_NUMBER_BAD(RowVerdict.QUARANTINE),
    BAD_NUMBER(RowVerdict.QUARANTINE),
    BAD_DATE(RowVerdict.QUARANTINE),
    BAD_TIME(RowVerdict.QUARANTINE),
    BAD_TIMESTAMP(RowVerdict.QUARANTINE),
    SOURCE_TIME_FUTURE(RowVerdict.QUARANTINE),
    FIELD_TOO_LONG(RowVerdict.QUARANTINE),

    VIN_ILLEGAL_CHARACTER(RowVerdict.FLAG),
    VIN_MASKED(RowVerdict.FLAG),
    VIN_LENGTH(RowVerdict.FLAG),
    VIN_CHECK_DIGIT_MISMATCH(RowVerdict.FLAG),
    VIN_CHANGED(RowVerdict.FLAG),
    DUPLICATE_LOT_IN_FILE(RowVerdict.FLAG),
    CONFLICT_SAME_TIME(RowVerdict.FLAG),
    YEAR_OUT_OF_RANGE(RowVerdict.FLAG),
    CURRENCY_UNKNOWN(RowVerdict.FLAG),
    BAD_OPTIONAL_VALUE(RowVerdict.FLAG),

    QUOTE_REPAIRED(RowVerdict.REPAIR),
    ENCODING_FALLBACK(RowVerdict.REPAIR),
    NUL_REMOVED(RowVerdict.REPAIR),
    NUMBER_SEPARATOR(RowVerdict.REPAIR),
    SOURCE_TIME_FROM_FILE(RowVerdict.REPAIR),

    VIN_MISSING(RowVerdict.OK),
    UNSCHEDULED(RowVerdict.OK),
    TIME_UNKNOWN(RowVerdict.OK),
    LOCAL_TIME_GAP(RowVerdict.OK),
    LOCAL_TIME_OVERLAP(RowVerdict.OK),
    TZ_LABEL_DST(RowVerdict.OK),
    TZ_DISAGREES(RowVerdict.OK),
    WEEKDAY_DISAGREES(RowVerdict.OK),
    ODOMETER_SENTINEL(RowVerdict.OK),
    YEAR_UNKNOWN(RowVerdict.OK),
    VIN_YEAR_DISAGREES(RowVerdict.OK),
    UNKNOWN_VALUE(RowVerdict.OK),
    PLACEHOLDER(RowVerdict.OK),
    RELISTED(RowVerdict.OK),
    VIN_ON_TWO_LOTS(RowVerdict.OK),
    SUPPRESSED(RowVerdict.OK);

    private final RowVerdict verdict;

    Code(RowVerdict verdict) {
        this.verdict = verdict;
    }

    /** The verdict of a record that has this code and no graver one. */
    public RowVerdict verdict() {
        return verdict;
    }
}
