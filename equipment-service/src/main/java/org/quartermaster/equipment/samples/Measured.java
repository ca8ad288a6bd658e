package org.quartermaster.equipment.samples;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An item of a machine's telemetry: a sample, or the sum of a bucket. */
@Schema(oneOf = {SampleView.class, Summary.class})
public sealed interface Measured permits SampleView, Summary {}
