package org.quartermaster.catalog.classification;

import java.util.ArrayList;
import java.util.List;

/**
 * A number of a calibration as its row keeps it.
 *
 * @param part {@code first} and {@code other} for the bins, {@code known} for the share of known names, {@code
 *     threshold} for the lowest share that is proposed
 * @param from lowest share of a bin, or the threshold
 */
record StoredCalibration(String part, double from, double confidence, int size) {
    private static final String FIRST = "first";
    private static final String OTHER = "other";
    private static final String KNOWN = "known";
    private static final String THRESHOLD = "threshold";

    static List<StoredCalibration> of(Calibration calibration) {
        var stored = new ArrayList<StoredCalibration>();
        calibration.bins().forEach(bin -> stored.add(of(FIRST, bin)));
        calibration.others().forEach(bin -> stored.add(of(OTHER, bin)));
        stored.add(new StoredCalibration(KNOWN, 0, calibration.knownName(), 0));
        stored.add(new StoredCalibration(THRESHOLD, calibration.threshold(), 0, 0));
        return stored;
    }

    private static StoredCalibration of(String part, CalibrationBin bin) {
        return new StoredCalibration(part, bin.from(), bin.confidence(), bin.size());
    }

    static Calibration read(List<StoredCalibration> stored) {
        return new Calibration(
                bins(stored, FIRST),
                bins(stored, OTHER),
                one(stored, KNOWN).confidence(),
                one(stored, THRESHOLD).from());
    }

    private static List<CalibrationBin> bins(List<StoredCalibration> stored, String part) {
        return stored.stream()
                .filter(bin -> bin.part.equals(part))
                .map(bin -> new CalibrationBin(bin.from, bin.confidence, bin.size))
                .toList();
    }

    private static StoredCalibration one(List<StoredCalibration> stored, String part) {
        return stored.stream().filter(bin -> bin.part.equals(part)).findFirst().orElseThrow();
    }
}
