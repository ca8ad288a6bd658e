package org.quartermaster.vehicle.completeness;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * How complete the data of an entity are by one version of the weights; what is there and what is missing sum to 100.
 *
 * @param verifiable whether the data suffice to be verified
 * @param missing what filling each field would add, the most first
 * @param nextBest the field that would add most, or null where nothing is missing
 */
public record Completeness(
        long version,
        int score,
        BigDecimal minScore,
        boolean verifiable,
        List<FieldScore> fields,
        List<MissingField> missing,
        String nextBest) {

    /**
     * A field and whether it counts.
     *
     * @param reason why it does not, or what does in its place; null where it simply has a value
     */
    public record FieldScore(String field, int weightPercent, boolean isMandatory, boolean filled, Fill reason) {
        static FieldScore of(Weight weight, Fill fill) {
            return new FieldScore(
                    weight.fieldName(),
                    weight.weightPercent(),
                    weight.isMandatory(),
                    fill.isFilled(),
                    fill == Fill.VALUE ? null : fill);
        }
    }

    /** A field that is not filled. */
    public record MissingField(String field, int wouldAdd, boolean isMandatory) {}

    private static final Comparator<MissingField> MOST_FIRST = Comparator.comparingInt(MissingField::wouldAdd)
            .reversed()
            .thenComparing(MissingField::isMandatory, Comparator.reverseOrder())
            .thenComparing(MissingField::field);

    /** @param fill tells of each field whether it is filled */
    public static Completeness of(WeightSet weights, Function<String, Fill> fill) {
        var fields = weights.active().stream()
                .map(weight -> FieldScore.of(weight, fill.apply(weight.fieldName())))
                .toList();
        var score = fields.stream()
                .filter(FieldScore::filled)
                .mapToInt(FieldScore::weightPercent)
                .sum();
        var missing = fields.stream()
                .filter(field -> !field.filled())
                .map(field -> new MissingField(field.field(), field.weightPercent(), field.isMandatory()))
                .sorted(MOST_FIRST)
                .toList();
        var suffices = missing.stream().noneMatch(MissingField::isMandatory)
                && weights.minScore().compareTo(BigDecimal.valueOf(score)) <= 0;
        return new Completeness(
                weights.version(),
                score,
                weights.minScore(),
                suffices,
                fields,
                missing,
                missing.isEmpty() ? null : missing.get(0).field());
    }

    /** The same where something else stands in the way of verifying as well. */
    public Completeness unless(boolean obstacle) {
        return new Completeness(version, score, minScore, verifiable && !obstacle, fields, missing, nextBest);
    }

    /** The mandatory fields that are not filled. */
    public List<String> gaps() {
        return missing.stream()
                .filter(MissingField::isMandatory)
                .map(MissingField::field)
                .toList();
    }

    public boolean reachesMinScore() {
        return minScore.compareTo(BigDecimal.valueOf(score)) <= 0;
    }
}
