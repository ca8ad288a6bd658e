package org.quartermaster.equipment.telemetry;

import java.util.List;

/**
 * How the present values of one locked machine moved.
 *
 * @param samples in the order of device time; late samples are left out, and so are values that are late or
 *     implausible
 */
public record Moved(MachineFacts machine, Current before, Current after, List<Sample> samples) {}
