package org.quartermaster.catalog.unit;

import java.math.BigDecimal;
import java.util.List;
import org.quartermaster.catalog.unit.Measure.Op;

/** Says whether what a product has meets what is asked; what it does not say stays unknown. */
public final class Comparison {
    /** Inches are given in rounded millimetres. */
    private static final BigDecimal TOLERANCE = new BigDecimal("0.006");

    private Comparison() {}

    /** The three answers. */
    public enum Outcome {
        MET,
        NOT_MET,
        UNKNOWN
    }

    /**
     * Compares a wish with all that is known of a product: one fitting property is enough, and only when none fits but
     * one could have is the wish not met.
     *
     * @param wanted what is asked
     * @param known what the product has
     */
    public static Outcome of(Measure wanted, List<Measure> known) {
        var outcome = Outcome.UNKNOWN;
        for (var has : known) {
            var one = of(wanted, has);
            if (one == Outcome.MET) {
                return one;
            }
            outcome = one == Outcome.NOT_MET ? one : outcome;
        }
        return outcome;
    }

    private static Outcome of(Measure wanted, Measure has) {
        if (wanted.kind() != has.kind() || isOther(wanted.name(), has.name())) {
            return Outcome.UNKNOWN;
        }
        return switch (wanted.kind()) {
            case NUMBER -> numbers(wanted, has);
            case SIZE, THREAD -> outcome(wanted.value().equals(has.value()));
            case PROTECTION -> outcome(protects(wanted, has));
            // NB: a product that names another standard may well be tested to this one too.
            case STANDARD -> wanted.value().equals(has.value()) ? Outcome.MET : Outcome.UNKNOWN;
        };
    }

    /** "Diameter" may well be the disc diameter, but it is no length. */
    private static boolean isOther(String wanted, String has) {
        return wanted != null && has != null && !wanted.contains(has) && !has.contains(wanted);
    }

    private static Outcome outcome(boolean isMet) {
        return isMet ? Outcome.MET : Outcome.NOT_MET;
    }

    private static Outcome numbers(Measure wanted, Measure has) {
        if (!wanted.unit().dimension().equals(has.unit().dimension())) {
            return Outcome.UNKNOWN;
        }
        var low = has.canonicalLow() == null ? has.canonicalHigh() : has.canonicalLow();
        var high = has.canonicalHigh() == null ? has.canonicalLow() : has.canonicalHigh();
        var isHighEnough = wanted.low() == null || margin(high).compareTo(wanted.canonicalLow()) >= 0;
        var isLowEnough = wanted.high() == null || low.compareTo(margin(wanted.canonicalHigh())) <= 0;
        return outcome(isHighEnough && isLowEnough);
    }

    private static BigDecimal margin(BigDecimal value) {
        return value.add(value.abs().multiply(TOLERANCE));
    }

    /** IEC 60529: both digits must be reached; a digit X says nothing. */
    private static boolean protects(Measure wanted, Measure has) {
        for (var i = 2; i < 4; i++) {
            var asked = wanted.value().charAt(i);
            var there = has.value().charAt(i);
            if (asked != 'X' && (there == 'X' || there < asked || wanted.op() == Op.EQ && there != asked)) {
                return false;
            }
        }
        return true;
    }
}
