package org.quartermaster.catalog.classification;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an engine is worth on names that it was not taught.
 *
 * @param curve precision by coverage, in tenths
 * @param calibrationError expected calibration error of the first suggestion over ten equal bins
 * @param kinds how near the first suggestions came, in numbers of names
 */
record ClassificationEvaluation(
        int names,
        double first,
        double amongFive,
        List<CoveragePoint> curve,
        double calibrationError,
        Map<ErrorKind, Integer> kinds) {

    private static final int MOST = 5;
    private static final int TENTHS = 10;

    static ClassificationEvaluation of(SuggestionEngine engine, List<LabelledText> tested) {
        List<Answer> answers = new ArrayList<>();
        Map<ErrorKind, Integer> kinds = new EnumMap<>(ErrorKind.class);
        TenantExamples nobody = TenantExamples.none(engine.index());
        ClassificationTraining.byName(tested).forEach((name, codes) -> {
            List<ClassificationSuggestion> found =
                    engine.suggest(SuggestionInput.named(name), nobody, MOST).suggestions();
            kinds.merge(ErrorKind.of(found, codes, engine.index()), 1, Integer::sum);
            answers.add(Answer.of(found, codes));
        });
        answers.sort(Comparator.comparingDouble(Answer::confidence)
                .thenComparing(Answer::share)
                .reversed());
        int right = kinds.getOrDefault(ErrorKind.RIGHT, 0);
        int near = right + kinds.getOrDefault(ErrorKind.AMONG_FIVE, 0);
        return new ClassificationEvaluation(
                answers.size(),
                part(right, answers.size()),
                part(near, answers.size()),
                curve(answers),
                calibrationError(answers),
                kinds);
    }

    /** The evaluation as lines of text, for people and for the benchmarks. */
    String report() {
        StringBuilder text = new StringBuilder();
        text.append("names %d%nfirst %.4f%namong five %.4f%ncalibration error %.4f%n"
                .formatted(names, first, amongFive, calibrationError));
        curve.forEach(point -> text.append("coverage %.1f precision %.4f confidence %.4f%n"
                .formatted(point.coverage(), point.precision(), point.confidence())));
        kinds.forEach((kind, count) -> text.append("%s %d%n".formatted(kind, count)));
        return text.toString();
    }

    private static List<CoveragePoint> curve(List<Answer> answers) {
        List<CoveragePoint> points = new ArrayList<>();
        for (int tenth = 1; tenth <= TENTHS && answers.size() >= TENTHS; tenth++) {
            List<Answer> surest = answers.subList(0, answers.size() * tenth / TENTHS);
            points.add(new CoveragePoint(
                    (double) tenth / TENTHS,
                    part(right(surest), surest.size()),
                    surest.get(surest.size() - 1).confidence()));
        }
        return points;
    }

    private static double calibrationError(List<Answer> answers) {
        double error = 0;
        for (int bin = 0; bin < TENTHS; bin++) {
            int wanted = bin;
            List<Answer> inBin = answers.stream()
                    .filter(answer -> Math.min(TENTHS - 1, (int) (answer.confidence * TENTHS)) == wanted)
                    .toList();
            double claimed = inBin.stream().mapToDouble(Answer::confidence).sum();
            error += Math.abs(claimed - right(inBin));
        }
        return answers.isEmpty() ? 0 : error / answers.size();
    }

    private static int right(List<Answer> answers) {
        return (int) answers.stream().filter(Answer::right).count();
    }

    private static double part(int some, int all) {
        return all == 0 ? 0 : (double) some / all;
    }

    private record Answer(double confidence, double share, boolean right) {

        static Answer of(List<ClassificationSuggestion> suggestions, Set<String> codes) {
            if (suggestions.isEmpty()) {
                return new Answer(0, 0, false);
            }
            ClassificationSuggestion first = suggestions.get(0);
            return new Answer(first.confidence(), first.rawScore(), codes.contains(first.code()));
        }
    }
}
