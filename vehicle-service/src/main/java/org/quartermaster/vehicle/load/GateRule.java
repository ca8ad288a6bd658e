package org.quartermaster.vehicle.load;

/**
 * When absence may be concluded from a snapshot.
 *
 * @param quarantinedAtMost share of the records
 * @param rowsAtLeast usable records as a share of the baseline
 * @param baselineSnapshots loaded snapshots whose median is the baseline
 */
public record GateRule(double quarantinedAtMost, double rowsAtLeast, int baselineSnapshots) {
    /** Of a load that is not a snapshot: its gate is closed whatever the rule says. */
    public static final GateRule NONE = new GateRule(0, 1, 1);
}
