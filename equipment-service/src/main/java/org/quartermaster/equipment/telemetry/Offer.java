package org.quartermaster.equipment.telemetry;

import java.util.List;
import org.quartermaster.platform.problem.FieldError;
import org.quartermaster.platform.security.Caller;

/**
 * A sample on its way in.
 *
 * @param machine null where the request names none
 * @param errors what reading it found wrong; it is refused then
 * @param warnings what is told but does not refuse it
 * @param raw the sample as it came, as JSON; kept when it is refused
 * @param by who sends it
 */
record Offer(
        Reference machine,
        Sample sample,
        Mode mode,
        List<FieldError> errors,
        List<FieldError> warnings,
        String raw,
        Caller by) {
    /** How a sample is taken. */
    enum Mode {
        /** Of a batch: what is implausible is kept with a warning. */
        TOLERANT,
        /** A single call: what is implausible is refused. */
        STRICT,
        /** As above, from the register's form, which speaks of totals. */
        TOTALS
    }

    SampleNames names() {
        return mode == Mode.TOTALS ? SampleNames.REGISTER : SampleNames.SAMPLE;
    }

    boolean isStrict() {
        return mode != Mode.TOLERANT;
    }
}
