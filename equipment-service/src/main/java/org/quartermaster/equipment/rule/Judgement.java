package org.quartermaster.equipment.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.quartermaster.equipment.alert.Standing;
import org.quartermaster.equipment.alert.Standing.Key;
import org.quartermaster.equipment.reading.Sample;
import org.quartermaster.equipment.reference.MachineStatus;
import org.quartermaster.equipment.rule.watch.FuelDrop;
import org.quartermaster.equipment.rule.watch.Limits;
import org.quartermaster.equipment.rule.watch.Moment;
import org.quartermaster.equipment.rule.watch.Reading;
import org.quartermaster.equipment.rule.watch.Step;
import org.quartermaster.equipment.rule.watch.Watch;
import org.quartermaster.equipment.telemetry.Moved;

/** One rule and the samples of one machine that it is to judge. */
record Judgement(AlertRule rule, Moved moved, List<Sample> samples) {

    static Judgement of(AlertRule rule, Moved moved) {
        var samples = moved.samples();
        if (rule.kind != RuleKind.FUEL_DROP) {
            samples = samples.stream()
                    .filter(sample -> Measure.of(sample, rule.measure) != null)
                    .filter(sample -> !Measure.isPassing(rule.measure) || !isLate(sample, moved))
                    .toList();
        }
        return new Judgement(rule, moved, samples);
    }

    /** NB: a sample that is older than another one may still be here, for a value that had none as new. */
    private static boolean isLate(Sample sample, Moved moved) {
        var newest = moved.before().lastSampleAt();
        return newest != null && sample.recordedAt().isBefore(newest);
    }

    /** False where the samples cannot raise or end anything, so that the database need not be asked. */
    boolean matters() {
        if (rule.kind == RuleKind.FUEL_DROP) {
            return samples.stream().anyMatch(sample -> sample.fuelPercent() != null);
        }
        if (samples.isEmpty() || rule.kind == RuleKind.THRESHOLD || limits().memory() > 0) {
            return !samples.isEmpty();
        }
        var before = moved.before().fuelPercent();
        return before == null
                || !limits().clears(before)
                || samples.stream().anyMatch(sample -> !limits().clears(sample.fuelPercent()));
    }

    Limits limits() {
        return rule.limits();
    }

    Key key() {
        return new Key(moved.machine().equipmentId(), rule.dedupeKey());
    }

    /** How many readings before the first are needed. */
    int memory() {
        return rule.kind == RuleKind.FUEL_DROP ? 0 : limits().memory();
    }

    private boolean mayRaise() {
        return moved.machine().status() != MachineStatus.INACTIVE;
    }

    List<Step> watch(Standing standing, List<Reading> before) {
        var watch = new Watch(limits(), standing, before);
        var steps = new ArrayList<Step>();
        for (var sample : samples) {
            var value = Measure.of(sample, rule.measure);
            watch.take(new Reading(sample.recordedAt(), sample.sampleId(), value), mayRaise())
                    .ifPresent(steps::add);
        }
        return steps;
    }

    List<Step> drop(Standing standing, List<Moment> before) {
        var drop = new FuelDrop(rule.raiseAt, standing, before);
        return samples.stream()
                .map(sample -> drop.take(Moment.of(sample), mayRaise()).orElse(null))
                .filter(Objects::nonNull)
                .toList();
    }
}
