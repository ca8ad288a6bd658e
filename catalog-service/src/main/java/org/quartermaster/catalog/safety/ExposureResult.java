package org.quartermaster.catalog.safety;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the noise and vibration of a day come to; null where nothing is known of it. */
@Schema(name = "Exposure")
record ExposureResult(NoiseResult noise, VibrationResult vibration) {}
