package org.quartermaster.procurement.verdict;

/** Why a criterion has its verdict, where the values alone do not say it. */
public enum Reason {
    /** The tender names no value. */
    VALUE_MISSING,
    /** The tender's value is in another currency; nothing is converted. */
    OTHER_CURRENCY,
    /** The tender names no CPV code. */
    NO_CPV,
    NO_BUYER,
    /** No award was published yet. */
    NO_AWARD_YET,
    /** There is no supplier, and there will be none. */
    CANCELLED,
    DATE_MISSING,
    NOT_STATED,
    /** A list of exclusions excludes on evidence only, and there is none either way. */
    UNKNOWN_PASSES
}
