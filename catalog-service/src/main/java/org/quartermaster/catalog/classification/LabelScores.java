package org.quartermaster.catalog.classification;

/** Gathers for each label what its passages have in common with a query, and weighs it into one score. */
final class LabelScores implements Corpus.Similarities {

    // Fitted by maximum likelihood on names held out of the learned part of the O*NET names; the tested part was
    // never looked at. ClassificationDataTest measures what they are worth.
    private static final double TITLE_PARTS = 1.95;
    private static final double NEAREST_PARTS = 1.73;
    private static final double ALL_PARTS = 0.485;
    private static final double ALL_PHRASES = 0.49;
    private static final double KIN = 0.51;
    private static final double NOTHING = 1e-3;
    private static final double FAINT = 0.01;

    private final int[] groups;
    private final double[] titleParts;
    private final double[] nearestParts;
    private final double[] allParts;
    private final double[] allPhrases;
    private final double[] common;
    private final double[] kin;
    private double total;
    private double strongest;

    LabelScores(int[] groups, int groupCount) {
        this.groups = groups;
        titleParts = new double[groups.length];
        nearestParts = new double[groups.length];
        allParts = new double[groups.length];
        allPhrases = new double[groups.length];
        common = new double[groups.length];
        kin = new double[groupCount];
    }

    @Override
    public void add(Passage passage, double byPhrases, double byParts) {
        int label = passage.label();
        double strength = byPhrases * byPhrases + byParts * byParts;
        if (passage.isTitle()) {
            titleParts[label] = Math.max(titleParts[label], byParts);
        }
        nearestParts[label] = Math.max(nearestParts[label], byParts);
        allParts[label] += byParts * byParts;
        allPhrases[label] += byPhrases * byPhrases * byPhrases * byPhrases;
        common[label] += strength;
        kin[groups[label]] += strength;
        total += strength;
        strongest = Math.max(strongest, common[label]);
    }

    /** Whether the label has enough in common with the query, beside the strongest, to be worth weighing. */
    boolean mayWin(int label) {
        return common[label] > 0 && common[label] >= strongest * FAINT;
    }

    /** Share of all common evidence that lies in the label's group, 0 to 1. */
    double kinShare(int label) {
        return total > 0 ? kin[groups[label]] / total : 0;
    }

    double of(int label) {
        return TITLE_PARTS * titleParts[label]
                + NEAREST_PARTS * nearestParts[label]
                + ALL_PARTS * logarithm(allParts[label])
                + ALL_PHRASES * logarithm(allPhrases[label])
                + KIN * logarithm(kinShare(label));
    }

    private static double logarithm(double value) {
        return StrictMath.log(value + NOTHING);
    }
}
