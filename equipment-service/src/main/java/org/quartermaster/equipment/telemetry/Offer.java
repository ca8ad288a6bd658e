package org.quartermaster.equipment.telemetry;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.quartermaster.equipment.reading.Sample;
import org.quartermaster.equipment.reading.SampleNames;
import org.quartermaster.platform.problem.Problem.FieldError;
import org.quartermaster.platform.security.Caller;

/**
 * A sample on its way in.
 *
 * @param machine null where the request names none
 * @param errors what reading it found wrong; it is refused then
 * @param warnings what is told but does not refuse it
 * @param raw the sample as it came, as JSON; kept when it is refused
 * @param by who sends it
 * @param storedKey its key, where it was stored before and is judged again; else null
 */
record Offer(
        Reference machine,
        Sample sample,
        Mode mode,
        List<FieldError> errors,
        List<FieldError> warnings,
        Supplier<String> raw,
        Caller by,
        UUID storedKey) {
    /** How a sample is taken. */
    enum Mode {
        /** Of a batch: what is implausible is kept with a warning. */
        TOLERANT,
        /** A single call: what is implausible is refused. */
        STRICT,
        /** As above, from the register's form, which speaks of totals. */
        TOTALS
    }

    Offer(
            Reference machine,
            Sample sample,
            Mode mode,
            List<FieldError> errors,
            List<FieldError> warnings,
            Supplier<String> raw,
            Caller by) {
        this(machine, sample, mode, errors, warnings, raw, by, null);
    }

    /** One that is refused to its sender's face, so nothing needs to be kept of it. */
    static Offer single(String equipmentId, Sample sample, Mode mode, Caller by) {
        var machine = Reference.to(equipmentId);
        return new Offer(machine, sample, mode, List.of(), List.of(), () -> "null", by);
    }

    SampleNames names() {
        return mode == Mode.TOTALS ? SampleNames.REGISTER : SampleNames.SAMPLE;
    }

    boolean isStrict() {
        return mode != Mode.TOLERANT;
    }
}
